from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.forum.chain import chain_over, commitment, first_link
from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Pack
from kiosk.forum.submissions import canonical_bytes
from kiosk.store import Enrolment, Intake, Store, StoreError, open_store
from tests.small_pack import small_pack
from tests.submissions import poll_submission

DAY = date(2026, 11, 22)


def _raw(home: Path) -> sqlcipher.Connection:
    connection = sqlcipher.connect(str(home / "forum.db"), isolation_level=None)
    key = (home / "store.key").read_text().strip()
    connection.execute(f"""PRAGMA key = "x'{key}'" """)
    return connection


def test_kept_submission_is_there_after_reopening(home: Path) -> None:
    submission = poll_submission({"first": "economy"})
    with open_store(home) as store:
        store.keep(submission)
    with open_store(home) as store:
        assert list(store.records(DAY, DAY)) == [canonical_bytes(submission)]
        assert store.pending() == 1


def test_nothing_readable_is_on_disk(home: Path) -> None:
    with open_store(home) as store:
        store.keep(poll_submission({"first": "security", "why": "아주 특별한 말 PLAINTEXT"}))
    content = b"".join(path.read_bytes() for path in home.iterdir() if path.name.startswith("forum.db"))
    assert b"PLAINTEXT" not in content
    assert "특별한".encode() not in content
    assert not content.startswith(b"SQLite format")


def test_records_form_one_chain(store: Store) -> None:
    kept = [store.keep(poll_submission()) for _ in range(3)] + store.keep_all([poll_submission(), poll_submission()])
    assert [each.seq for each in kept] == [1, 2, 3, 4, 5]
    records = store.outbox()
    for each in records:
        assert each.salt is not None
        assert each.payload is not None
        assert commitment(each.salt, each.payload) == each.commitment
    head = chain_over(first_link(store.device_id, store.epoch), 1, [each.commitment for each in records])
    assert store.chain_before(store.epoch, 6) == head
    assert list(store.verify()) == []


def test_same_receipt_id_is_never_kept_twice(store: Store) -> None:
    submission = poll_submission()
    store.keep(submission)
    with pytest.raises(StoreError):
        store.keep_all([poll_submission(), submission])
    assert store.pending() == 1
    assert store.keep(poll_submission()).seq == 2


def test_keeping_again_after_a_lost_answer_tells_the_first_place(store: Store) -> None:
    submission = poll_submission()
    kept = store.keep(submission)
    store.keep(poll_submission())
    assert store.keep(submission) == kept
    assert store.pending() == 2
    with pytest.raises(StoreError):
        store.keep(poll_submission({"first": "economy"}, receipt_id=submission.receipt_id))


def test_two_processes_share_one_chain(home: Path) -> None:
    with open_store(home) as one, open_store(home) as other:
        seqs = [each.keep(poll_submission()).seq for _ in range(5) for each in (one, other)]
        assert seqs == list(range(1, 11))
        assert one.device_id == other.device_id
        assert list(one.verify()) == []


@settings(max_examples=25, deadline=None)
@given(sizes=st.lists(st.integers(1, 4), max_size=6), most=st.integers(1, 7))
def test_outbox_hands_out_every_record_once_in_order(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], most: int
) -> None:
    with open_store(tmp_path_factory.mktemp("home")) as store:
        for size in sizes:
            store.keep_all([poll_submission() for _ in range(size)])
        seen: list[int] = []
        while batch := store.outbox(most):
            assert len(batch) <= most
            seen += [each.seq for each in batch]
            confirmed = store.confirm(b"receipt", store.epoch, batch[-1].seq, datetime.now(UTC))
            assert confirmed == len(batch)
        assert seen == list(range(1, sum(sizes) + 1))
        assert store.pending() == 0


def test_outbox_stops_at_the_byte_limit_but_sends_at_least_one(store: Store) -> None:
    store.keep_all([poll_submission({"first": "security", "why": "가" * 1000}) for _ in range(4)])
    assert len(store.outbox(most_bytes=7_500)) == 2
    assert len(store.outbox(most_bytes=1)) == 1


def test_confirming_again_changes_nothing(store: Store) -> None:
    store.keep(poll_submission())
    now = datetime.now(UTC)
    assert store.confirm(b"receipt", 1, 1, now) == 1
    assert store.confirm(b"receipt", 1, 1, now) == 0
    status = store.status()
    assert (status.submissions, status.pending, status.last_receipt_through) == (1, 0, 1)


def test_a_day_is_a_day_in_seoul(store: Store) -> None:
    store.keep(poll_submission(recorded_at=datetime(2026, 11, 21, 14, 59, 59, tzinfo=UTC)))
    store.keep(poll_submission(recorded_at=datetime(2026, 11, 21, 15, 0, 0, tzinfo=UTC)))
    assert store.participants(date(2026, 11, 21)) == 1
    assert store.participants(DAY) == 1


def test_results_count_what_came_since_the_last_look(store: Store, pack: Pack) -> None:
    store.install_pack(pack)
    for option, total in (("security", 1), ("security", 2), ("economy", 2)):
        store.keep(poll_submission({"first": option}))
        counts = {line.option_id: line.count for line in store.results("first-poll") if line.question_id == "first"}
        assert counts["security"] == total


def test_tally_names_the_kiosk_once_it_is_enrolled(store: Store, pack: Pack) -> None:
    store.install_pack(pack)
    store.keep(poll_submission())
    assert {line.kiosk_id for line in store.tally(DAY, DAY)} == {store.device_id[:8]}
    store.save_enrolment(Enrolment("lobby", "http://127.0.0.1:1", "http://127.0.0.1:1", b"k" * 32, b"s" * 32))
    assert {line.kiosk_id for line in store.tally(DAY, DAY)} == {"lobby"}
    assert store.tally(DAY + timedelta(1), DAY + timedelta(2)) == []


def test_pack_is_replaced_only_by_a_higher_version(store: Store) -> None:
    assert store.install_pack(small_pack(2))
    assert not store.install_pack(small_pack(2))
    with pytest.raises(ForumError, match="version 3"):
        store.install_pack(small_pack(1))
    assert store.install_pack(small_pack(3))
    assert [pack.version for pack in store.packs()] == [3]
    older = store.pack("small", 2)
    assert older is not None
    assert older.version == 2


def test_two_packs_cannot_share_an_activity(store: Store, pack: Pack) -> None:
    store.install_pack(pack)
    with pytest.raises(ForumError, match="first-poll"):
        store.install_pack(pack.model_copy(update={"id": "other"}))


def test_intake_progress_is_kept_with_the_records(store: Store) -> None:
    intake = Intake("digest", "first-poll", "paper", 10, None)
    store.keep_all([poll_submission()], intake)
    assert store.intake("digest", "first-poll", "paper") == intake
    repeated = poll_submission()
    with pytest.raises(StoreError):
        store.keep_all([repeated, repeated], Intake("digest", "first-poll", "paper", 20, None))
    assert store.intake("digest", "first-poll", "paper") == intake


def test_verify_names_a_changed_submission(home: Path) -> None:
    with open_store(home) as store:
        store.keep_all([poll_submission() for _ in range(3)])
    raw = _raw(home)
    raw.execute("UPDATE submission SET payload = ? WHERE seq = 2", (b"{}",))
    raw.close()
    with open_store(home) as store:
        assert list(store.verify()) == ["Submission 2 of epoch 1 was changed after it was kept."]


def test_verify_names_a_missing_submission(home: Path) -> None:
    with open_store(home) as store:
        store.keep_all([poll_submission() for _ in range(4)])
    raw = _raw(home)
    raw.execute("DELETE FROM submission WHERE seq IN (2, 3)")
    raw.close()
    with open_store(home) as store:
        assert list(store.verify()) == ["Submissions 2 to 3 of epoch 1 are missing."]
