"""Words are deleted here only once the ministry holds them and their period is over; what was counted stays."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.forum.tally_files import tally_json
from kiosk.reports.tally_export import export_tally
from kiosk.retention import Pruned, is_due, prune
from kiosk.store import Store, open_store
from tests.conftest import Run
from tests.small_pack import small_pack
from tests.submissions import poll_submission

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
OLD = NOW - timedelta(days=40)


def _keep(store: Store, at: datetime, count: int, **changes: object) -> list[str]:
    said = [
        poll_submission(
            {"first": ("security", "economy")[number % 2]}, recorded_at=at + timedelta(seconds=20 * number), **changes
        )
        for number in range(count)
    ]
    return [kept.receipt_id for kept in store.keep_all(said)]


def _confirm(store: Store, at: datetime = OLD + timedelta(days=5)) -> None:
    """Take everything that waits as acknowledged, as the uploader does after it verified the receipt."""
    while records := store.outbox():
        store.confirm(b"receipt", records[0].epoch, records[-1].seq, at)


def _words(store: Store) -> int:
    return len(list(store.records(date(2000, 1, 1), date(2100, 1, 1))))


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with a day that is 40 days old, one that is 35, and today."""
    store.install_pack(small_pack())
    _keep(store, OLD, 12)
    _keep(store, OLD + timedelta(days=5), 3, language="en")
    _keep(store, NOW, 2)
    return store


def test_nothing_is_deleted_before_the_ministrys_receipt(filled: Store) -> None:
    assert prune(filled, NOW, 30) == Pruned(0, 2)
    records = filled.outbox(5)
    filled.confirm(b"receipt", 1, records[-1].seq, OLD)  # covers a part of the first day only
    assert prune(filled, NOW, 30) == Pruned(0, 2)
    assert _words(filled) == 17
    _confirm(filled)
    assert prune(filled, NOW, 30) == Pruned(15, 0)
    assert _words(filled) == 2


def test_an_empty_outbox_is_no_receipt(filled: Store) -> None:
    # As if somebody had emptied it: only a receipt that covers the place lets words go.
    filled._connection.exec_driver_sql("DELETE FROM outbox")
    assert prune(filled, NOW, 30) == Pruned(0, 2)


def test_the_period_runs_from_the_receipt_too(filled: Store) -> None:
    # A kiosk that was long offline, or whose clock was years behind, keeps what it has just sent.
    _confirm(filled, NOW - timedelta(days=30))
    assert prune(filled, NOW, 30) == Pruned(0, 2)
    assert prune(filled, NOW, 29) == Pruned(15, 0)


def test_the_period_is_kept_to_the_day(filled: Store) -> None:
    filled.confirm(b"receipt", 1, 12, OLD)
    _confirm(filled)
    assert prune(filled, NOW, 41).submissions == 0
    assert prune(filled, NOW, 40).submissions == 0
    assert prune(filled, NOW, 39).submissions == 12
    assert prune(filled, NOW, 1).submissions == 3
    assert _words(filled) == 2


def test_what_is_in_quarantine_or_whose_withdrawal_is_not_confirmed_stays(filled: Store) -> None:
    _confirm(filled)
    filled.quarantine.add(1, 3, "unreadable", NOW)
    (withdrawn,) = _keep(filled, OLD + timedelta(days=5, hours=1), 1)
    _confirm(filled)
    filled.withdraw(withdrawn, NOW)
    assert prune(filled, NOW, 30) == Pruned(0, 2)
    filled.quarantine.release(1, 3)
    filled.confirm_withdrawals(b"erased", filled.withdrawals_unconfirmed())
    assert prune(filled, NOW, 30) == Pruned(15, 0)


def test_tallies_reports_and_results_are_the_same_bytes_after_the_words_are_gone(filled: Store, tmp_path: Path) -> None:
    _confirm(filled)
    first, last = (OLD - timedelta(days=1)).date(), NOW.date()
    formats = ("csv", "json", "xlsx", "pdf")

    def exported(name: str) -> list[bytes]:
        done = export_tally(filled, first, last, formats, tmp_path / name)
        assert done.submissions == 17
        return [path.read_bytes() for path in done.files]

    def counted() -> tuple[object, ...]:
        return (
            tally_json(filled.tally(first, last)),
            filled.results("first-poll"),
            [filled.participants(first + timedelta(days=each)) for each in range((last - first).days + 1)],
            filled.day_spans(),
        )

    before, files = counted(), exported("before")
    prune(filled, NOW, 30)
    assert counted() == before
    assert exported("after") == files
    with open_store(filled.home) as other:  # and in a process that never saw the words
        assert other.results("first-poll") == before[1]


def test_a_late_record_of_a_deleted_day_is_added_to_its_counts(filled: Store) -> None:
    _confirm(filled)
    assert filled.results("first-poll")
    prune(filled, NOW, 30)
    _keep(filled, OLD, 1)  # the clock was set back
    expected = filled.tally(OLD.date(), OLD.date()), filled.results("first-poll")
    assert sum(line.count for line in expected[0] if line.option_id == "submissions") == 13
    _confirm(filled)
    with open_store(filled.home) as uploader:
        assert prune(uploader, NOW, 30) == Pruned(1, 0)
    assert (filled.tally(OLD.date(), OLD.date()), filled.results("first-poll")) == expected


def test_chain_verifies_and_a_deleted_submission_can_still_be_withdrawn(filled: Store) -> None:
    (receipt_id, *_) = _keep(filled, OLD, 1)
    _confirm(filled)
    prune(filled, NOW, 30)
    assert list(filled.verify()) == []
    assert filled.withdraw(receipt_id, NOW)
    (waiting,) = filled.withdrawals_to_send()
    assert waiting.receipt_id == receipt_id


def test_a_deleted_words_bytes_are_nowhere_in_a_plain_copy_of_the_store(store: Store, tmp_path: Path) -> None:
    store.install_pack(small_pack())
    words = "사라져야 할 말"
    store.keep(poll_submission({"first": "security", "why": words}, recorded_at=OLD))
    _confirm(store)
    prune(store, NOW, 30)
    copy = tmp_path / "copy.db"
    copy.touch()
    store._connection.exec_driver_sql("ATTACH DATABASE ? AS copy KEY ''", (str(copy),))
    store._connection.exec_driver_sql("SELECT sqlcipher_export('copy')").all()
    store._connection.exec_driver_sql("DETACH DATABASE copy")
    assert words.encode() not in copy.read_bytes()


@pytest.mark.parametrize(
    ("last", "hour", "due"),
    [(0, 20, False), (1, 20, True), (1, 6, True), (1, 12, False), (2, 12, False), (3, 12, True), (None, 12, True)],
)
def test_words_are_deleted_once_a_day_after_closing(store: Store, last: int | None, hour: int, due: bool) -> None:
    now = datetime(2026, 11, 22, hour, 30, tzinfo=UTC) - timedelta(hours=9)
    if last is not None:
        prune(store, now - timedelta(days=last), 30)
    assert is_due(store, now) is due


def test_staff_prune_by_the_setting_and_a_wrong_setting_deletes_nothing(filled: Store, run: Run) -> None:
    _confirm(filled)
    wrong = run("forum-staff", "prune", FORUM_RETENTION_DAYS="soon")
    assert (wrong.code, wrong.out, wrong.err.count("\n")) == (1, "", 1)
    assert run("forum-staff", "prune", "--older-than", "0").code == 2
    assert _words(filled) == 17
    done = run("forum-staff", "prune", "--json", FORUM_RETENTION_DAYS="1")
    assert (done.code, done.err) == (0, "")
    assert '"days_held_back": 0' in done.out
