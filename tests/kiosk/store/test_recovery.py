"""FAILURES.md, rule 15: a damaged store gives way to its last good copy, and nothing that can still be read is lost."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.forum.submissions import Submission
from kiosk.store import Store, StoreError, open_store, store_is_wanted
from kiosk.store.errors import StoreDamaged, StoreKeyWrong
from kiosk.store.recovery import keep_last_good
from tests.conftest import Run
from tests.small_pack import small_pack
from tests.submissions import poll_submission

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PAGE = 4096
_Damage = Callable[[bytearray], None]
# Where all that is new is in the log, SQLite itself heals what is damaged under it.
_in_the_file = pytest.mark.parametrize("lived", ["closed"], indirect=True)


@dataclass(frozen=True)
class Lived:
    """A kiosk that was copied after `before`, and kept `after` since; one of each was withdrawn after the copy."""

    home: Path
    before: tuple[str, ...]
    after: tuple[str, ...]
    withdrawn: frozenset[str]


@pytest.fixture(scope="module", params=["closed", "cut off"])
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """The files of a kiosk that was closed, or whose power was cut: then the newest is in the write-ahead log."""
    home, files = tmp_path_factory.mktemp("lived") / "home", tmp_path_factory.mktemp("files") / "home"
    with open_store(home) as store:
        store.install_pack(small_pack())
        before = [store.keep(each).receipt_id for each in _visits(30)]
        keep_last_good(store)
        after = [store.keep(each).receipt_id for each in _visits(60)]
        withdrawn = {before[3], after[7]}
        assert all(store.withdraw(each, NOW) for each in withdrawn)
        if request.param == "cut off":
            shutil.copytree(home, files)
    if request.param == "closed":
        shutil.copytree(home, files)
    return Lived(files, tuple(before), tuple(after), frozenset(withdrawn))


def _visits(count: int) -> list[Submission]:
    """Visits of every size: some need no page of their own, some need several."""
    words = ("", "한반도 평화 " * 10, "외교 " * 900)
    return [poll_submission({"first": "security", "why": f"{number} {words[number % 3]}"}) for number in range(count)]


def _damaged(lived: Lived, home: Path, name: str, damage: _Damage) -> None:
    shutil.copytree(lived.home, home)
    content = bytearray((home / name).read_bytes())
    damage(content)
    (home / name).write_bytes(content)


def _lost(store: Store) -> set[int]:
    """Return the places of the first epoch that the recovery named as lost; what is not numbered counts as all."""
    (recovery,) = store.recoveries()
    return {
        seq for each in recovery.lost for seq in range(each.first_seq, (each.last_seq or 90) + 1) if each.epoch == 1
    }


def _check(lived: Lived, home: Path, most_lost: int) -> None:
    """Open a damaged home and check that each submission is there once, or named as lost."""
    with open_store(home) as store:
        places = dict(enumerate((*lived.before, *lived.after), 1))
        there = {seq for seq, receipt_id in places.items() if store.kept_record(receipt_id)}
        assert set(places) - there <= _lost(store)
        named = {each for each in store.recoveries()[0].lost if each.last_seq is not None}
        assert not {seq for each in named for seq in range(each.first_seq, each.last_seq + 1)} & there  # type: ignore[operator]
        assert {*range(1, 31)} <= there
        assert len(places) - len(there) <= most_lost
        assert store.status().submissions == len(there)
        words = len(list(store.records(DAY, DAY)))
        # Where nothing could be read, the ministry's list of withdrawals says it again.
        assert words == len(there) - len({places[seq] for seq in there} & lived.withdrawn) or len(there) == 30
        assert list(store.verify()) == []
        assert store.epoch > 1
        assert store.keep(poll_submission()).epoch == store.epoch
        assert [each.id for each in store.packs()] == ["small"]
        damaged = store.recoveries()[0].damaged
    assert (home / damaged).exists() or (home / f"{damaged}-wal").exists()
    with open_store(home) as again:
        assert len(again.recoveries()) == 1


def test_a_flipped_byte_costs_no_more_than_what_was_on_its_page(lived: Lived, tmp_path: Path) -> None:
    newest, header, frame = ("forum.db-wal", 32, 24) if (lived.home / "forum.db-wal").exists() else ("forum.db", 0, 0)
    starts = range(header, (lived.home / newest).stat().st_size, PAGE + frame)
    for number in (0, 1, len(starts) // 2, *range(len(starts) - 5, len(starts))):
        at = starts[number] + frame + (7, 1000, 2500, 4050, 120)[number % 5]

        def flip(content: bytearray, at: int = at) -> None:
            content[at] ^= 0x40

        _damaged(lived, tmp_path / str(number), newest, flip)
        _check(lived, tmp_path / str(number), most_lost=4)


@_in_the_file
@pytest.mark.parametrize("bytes_left", [0, 100, PAGE * 3, 0.6, 0.9])
def test_a_truncated_store_loses_what_was_cut_off_and_says_so(lived: Lived, tmp_path: Path, bytes_left: float) -> None:
    def cut(content: bytearray) -> None:
        del content[int(bytes_left if bytes_left > 1 or not bytes_left else len(content) * bytes_left) :]

    _damaged(lived, tmp_path / "home", "forum.db", cut)
    _check(lived, tmp_path / "home", most_lost=60)


@_in_the_file
def test_a_file_that_is_no_database_or_none_at_all_gives_way_to_the_copy(lived: Lived, tmp_path: Path) -> None:
    def overwrite(content: bytearray) -> None:
        content[:] = b"not a database " * 1000

    _damaged(lived, tmp_path / "overwritten", "forum.db", overwrite)
    _check(lived, tmp_path / "overwritten", most_lost=60)
    shutil.copytree(lived.home, tmp_path / "gone")
    for path in (tmp_path / "gone").glob("forum.db*"):
        path.unlink()
    with open_store(tmp_path / "gone") as store:
        assert store.pending() == 30
        assert [(each.first_seq, each.last_seq) for each in store.recoveries()[0].lost] == [(31, None)]


def test_many_damaged_pages_cost_what_was_on_them(lived: Lived, tmp_path: Path) -> None:
    def scratch(content: bytearray) -> None:
        for at in range(PAGE * 2 + 2000, len(content), PAGE * 7):
            content[at : at + 200] = bytes(200)

    name = "forum.db-wal" if (lived.home / "forum.db-wal").exists() else "forum.db"
    _damaged(lived, tmp_path / "home", name, scratch)
    _check(lived, tmp_path / "home", most_lost=30)


@_in_the_file
def test_what_happened_is_said_in_the_log_and_to_staff(
    lived: Lived, tmp_path: Path, caplog: pytest.LogCaptureFixture, run: Run
) -> None:
    _damaged(lived, tmp_path / "home", "forum.db", lambda content: content.__delitem__(slice(PAGE, None)))
    told = run("forum-staff", "status", "--home", tmp_path / "home")
    assert told.code == 0
    assert "found damaged and put back to its last good copy" in told.out
    korean, english = told.err.splitlines()
    assert "손상된 것을 알고 마지막 온전한 사본으로 되돌렸습니다" in korean
    assert "found damaged" in english
    checked = run("forum-staff", "check", "--home", tmp_path / "home")
    assert checked.code == 0
    assert "제출을 잃었을 수 있습니다. 어느 것인지는 “forum-staff status”에 있습니다." in checked.out
    assert "some submissions may have been lost. “forum-staff status” names them." in checked.out
    recovery = json.loads(run("forum-staff", "status", "--json", "--home", tmp_path / "home").out)["recoveries"][0]
    assert (tmp_path / "home" / recovery["damaged"]).exists()


@_in_the_file
def test_without_a_copy_a_damaged_store_is_said_and_left_as_it_is(lived: Lived, tmp_path: Path) -> None:
    _damaged(lived, tmp_path / "home", "forum.db", lambda content: content.__setitem__(slice(0, 64), bytes(64)))
    (tmp_path / "home" / "last-good.db").unlink()
    as_it_was = (tmp_path / "home" / "forum.db").read_bytes()
    with pytest.raises(StoreKeyWrong):
        open_store(tmp_path / "home")
    assert (tmp_path / "home" / "forum.db").read_bytes() == as_it_was


def test_another_key_or_a_damaged_copy_changes_nothing(lived: Lived, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(lived.home, home)
    key = (home / "store.key").read_text()
    (home / "store.key").write_text("0" * 64)
    with pytest.raises(StoreKeyWrong):
        open_store(home)
    (home / "store.key").write_text(key)
    (home / "last-good.db").write_bytes(b"no copy" * 1000)
    with open_store(home) as store:
        assert (store.recoveries(), store.epoch, store.pending()) == ((), 1, 90)


def test_a_store_that_another_program_has_open_is_mended_once_it_was_closed(lived: Lived, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(lived.home, home)
    with open_store(home) as one:
        assert not store_is_wanted(home)
        with open_store(home) as other:
            other.keep(poll_submission())
            one._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
            with (home / "forum.db").open("r+b") as file:
                for at in range(PAGE * 2, file.seek(0, 2), PAGE):
                    file.seek(at + 500)
                    file.write(b"damage")
            with pytest.raises(StoreDamaged):
                open_store(home)
            assert store_is_wanted(home)
    with open_store(home) as store:
        assert store.keep(poll_submission()).epoch == store.epoch > 1
    assert not store_is_wanted(home)


def test_a_copy_that_cannot_be_written_leaves_the_one_before(store: Store, home: Path) -> None:
    store.keep(poll_submission())
    keep_last_good(store)
    before = (home / "last-good.db").read_bytes()
    (home / ".last-good.db.part").mkdir()
    with pytest.raises(StoreError, match="the one before stays"):
        keep_last_good(store)
    assert (home / "last-good.db").read_bytes() == before


def test_two_recoveries_from_one_copy_never_use_a_place_twice(lived: Lived, tmp_path: Path) -> None:
    epochs = set()
    for name in ("one", "two"):
        _damaged(lived, tmp_path / name, "forum.db", lambda content: content.clear())
        with open_store(tmp_path / name) as store:
            epochs.add(store.epoch)
    assert len(epochs) == 2


@_in_the_file
def test_a_second_recovery_does_not_forget_what_the_first_one_lost(lived: Lived, tmp_path: Path) -> None:
    home = tmp_path / "home"
    _damaged(lived, home, "forum.db", lambda content: content.clear())
    with open_store(home) as store:
        kept = store.keep(poll_submission())
    with (home / "forum.db").open("r+b") as file:
        file.write(bytes(PAGE))
    with open_store(home) as again:
        first, second = again.recoveries()
        assert [(each.epoch, each.first_seq) for each in first.lost] == [(1, 31)]
        assert second.carried == 1
        assert again.kept_record(kept.receipt_id) is not None
        assert again.epoch > kept.epoch
