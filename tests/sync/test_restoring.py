"""A kiosk that is put back to a backup does not bring back what visitors withdrew after it."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.store import Store, open_store
from kiosk.store.backups import restore_backup, write_backup
from kiosk.store.engine import STORE_FILE
from tests.submissions import poll_submission
from tests.sync.in_process import run_here as run
from tests.sync.server import CentralProcess

DAY = date(2026, 11, 22)


def _once() -> None:
    ran = run("forum-sync", "once", "--json")
    assert (ran.code, ran.err) == (0, "")


def _same_on_both_sides(store: Store, folder: Path, expected: set[str]) -> None:
    here = {json.loads(payload)["receipt_id"] for payload in store.records(DAY, DAY)}
    assert run("forum-central", "export", "--out", folder).code == 0
    there = {json.loads(line)["receipt_id"] for line in (folder / "records.jsonl").read_text("utf-8").splitlines()}
    assert (here, there) == (expected, expected)


def test_what_was_withdrawn_here_is_learnt_again_from_the_ministry_when_the_disk_is_lost(
    enrolled: CentralProcess, store: Store, home: Path, tmp_path: Path
) -> None:
    kept = [each.receipt_id for each in store.keep_all([poll_submission() for _ in range(4)])]
    _once()
    backup = write_backup(store, tmp_path / "backups", datetime.now(UTC))
    assert store.withdraw(kept[1], datetime.now(UTC))
    _once()
    store.close()
    for path in home.glob(f"{STORE_FILE}*"):
        path.unlink()
    restore_backup(backup.path, home)
    with open_store(home) as again:
        assert len(list(again.records(DAY, DAY))) == 4
        _once()
        _same_on_both_sides(again, tmp_path, {kept[0], kept[2], kept[3]})
        assert again.withdrawals_to_send() == []


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
def test_what_was_withdrawn_and_not_sent_yet_is_taken_over_from_the_store_before(
    enrolled: CentralProcess, store: Store, home: Path, tmp_path: Path
) -> None:
    kept = [each.receipt_id for each in store.keep_all([poll_submission() for _ in range(3)])]
    _once()
    backup = write_backup(store, tmp_path / "backups", datetime.now(UTC))
    assert store.withdraw(kept[0], datetime.now(UTC))
    store.close()
    restore_backup(backup.path, home, replace=True)
    with open_store(home) as again:
        assert len(list(again.records(DAY, DAY))) == 2
        _once()
        _same_on_both_sides(again, tmp_path, {kept[1], kept[2]})
