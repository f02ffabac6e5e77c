from pathlib import Path

import pytest

from kiosk.forum.errors import ForumError
from kiosk.store import Store, StoreError, open_store
from tests.small_pack import small_pack
from tests.submissions import poll_submission


def _versions(store: Store) -> tuple[list[int], list[int]]:
    return [each.version for each in store.packs()], [each.version for each in store.content.newest()]


def test_a_pack_is_rolled_back_until_a_newer_version_comes(home: Path) -> None:
    with open_store(home) as store:
        for version in (1, 3):
            store.install_pack(small_pack(version))
        assert store.content.roll_back("small", "kim") == (3, 1)
        assert _versions(store) == ([1], [3])
        found = store.find_activity("first-poll")
        assert found is not None
        assert found[0].version == 1
        with pytest.raises(ForumError, match=r"Version 1 of “small” is the first here; nothing was changed"):
            store.content.roll_back("small", "kim")
        with pytest.raises(ForumError, match="version 2 does not replace it"):
            store.install_pack(small_pack(2))
    with open_store(home) as store:
        assert _versions(store) == ([1], [3])
        assert store.install_pack(small_pack(4))
        assert _versions(store) == ([4], [4])


def test_the_newest_version_installed_again_ends_the_roll_back(home: Path) -> None:
    with open_store(home) as store:
        for version in (1, 2):
            store.install_pack(small_pack(version))
        store.content.roll_back("small", "kim")
        assert store.content.install(small_pack(2), "lee")
        assert not store.content.install(small_pack(2), "lee")
        assert _versions(store) == ([2], [2])
        assert [(each.by, each.what, each.shown) for each in store.content.decisions()] == [
            ("kim", "rolled back", 1),
            ("lee", "shown newest", 2),
        ]


def test_a_roll_back_goes_further_each_time(home: Path) -> None:
    with open_store(home) as store:
        for version in (1, 2, 3):
            store.install_pack(small_pack(version))
        assert [store.content.roll_back("small", "kim") for _ in range(2)] == [(3, 2), (2, 1)]
        assert _versions(store) == ([1], [3])


def test_an_activity_is_closed_and_opened_by_somebody_at_some_time(home: Path) -> None:
    with open_store(home) as store:
        store.install_pack(small_pack())
        assert [store.content.close("first-poll", "kim"), store.content.close("first-poll", "kim")] == [True, False]
    with open_store(home) as store:
        assert store.content.closed() == {"first-poll"}
        store.keep(poll_submission())  # a visit that had begun is kept
        assert [store.content.open("first-poll", "lee"), store.content.open("first-poll", "lee")] == [True, False]
        assert store.content.closed() == frozenset()
        assert [(each.what, each.by, each.at[-1]) for each in store.content.decisions()] == [
            ("closed", "kim", "Z"),
            ("opened", "lee", "Z"),
        ]
        with pytest.raises(
            ForumError, match=r"There is no activity “first-pol” here; there are: first-poll, long-survey"
        ):
            store.content.close("first-pol", "kim")


@pytest.mark.parametrize("change", ["UPDATE content_decision SET by = 'lee'", "DELETE FROM content_decision"])
def test_what_was_decided_cannot_be_changed_later(home: Path, change: str) -> None:
    with open_store(home) as store:
        store.install_pack(small_pack())
        store.content.close("first-poll", "kim")
        with pytest.raises(StoreError, match="append-only"), store._writing() as connection:
            connection.exec_driver_sql(change)
