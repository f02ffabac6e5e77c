"""FAILURES.md, rule 15, down to the ministry: a damaged kiosk recovers, uploads, and what is missing is named."""

import json
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.store import Store, open_store, store_is_wanted
from kiosk.store.presence import note_damage
from kiosk.store.recovery import keep_last_good
from tests.programs import started
from tests.submissions import poll_submission
from tests.sync.in_process import run_here as run
from tests.sync.server import CentralProcess

PAGE = 4096


def _json(*arguments: object, code: int = 0) -> Any:
    ran = run(*map(str, arguments), "--json")
    assert (ran.code, ran.err) == (code, ""), ran
    return json.loads(ran.out)


def _once() -> None:
    assert run("forum-sync", "once").code == 0


def _wait_for(condition: Callable[[], bool]) -> None:
    pause, until = threading.Event(), time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        pause.wait(0.02)


def _keep(store: Store, count: int) -> list[str]:
    visits = [poll_submission({"first": "security", "why": f"{number} " + "평화 " * 40}) for number in range(count)]
    return [store.keep(each).receipt_id for each in visits]


def _scratch(home: Path, pages: int) -> None:
    """Overwrite a piece of every so many pages of the newer half of a closed store."""
    with (home / "forum.db").open("r+b") as file:
        size = file.seek(0, 2)
        for at in range(size // 2 // PAGE * PAGE, size, PAGE * pages):
            file.seek(at + 1500)
            file.write(b"scratched" * 20)


def _at_ministry(folder: Path) -> list[str]:
    assert run("forum-central", "export", "--out", folder).code == 0
    lines = (folder / "records.jsonl").read_text("utf-8").splitlines()
    assert all(json.loads(line)["held"] is None for line in lines)
    return [json.loads(line)["receipt_id"] for line in lines]


def test_a_damaged_kiosk_recovers_and_the_ministry_shows_exactly_what_is_missing(
    enrolled: CentralProcess, store: Store, home: Path, tmp_path: Path
) -> None:
    assert _recover_and_upload(store, home, tmp_path, uploaded=45) > 0


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
@pytest.mark.parametrize(("uploaded", "missing"), [(0, True), (90, False)], ids=["nothing", "everything"])
def test_a_damaged_kiosk_that_had_sent_nothing_or_everything_doubles_and_hides_nothing(
    enrolled: CentralProcess, store: Store, home: Path, tmp_path: Path, uploaded: int, missing: bool
) -> None:
    assert bool(_recover_and_upload(store, home, tmp_path, uploaded)) == missing


def _recover_and_upload(store: Store, home: Path, tmp_path: Path, uploaded: int) -> int:
    """Damage an enrolled kiosk that has sent so much of what it kept since its copy; return how many are missing."""
    before = _keep(store, 20)
    keep_last_good(store)
    after = _keep(store, uploaded)
    if uploaded:
        _once()
    after += _keep(store, 90 - uploaded)
    store.close()
    _scratch(home, pages=4)

    with open_store(home) as mended:
        (recovery,) = mended.recoveries()
        assert recovery.lost
        assert recovery.carried > 40
        _once()
        assert mended.pending() == 0
        assert list(mended.verify()) == []
    there = _at_ministry(tmp_path)
    assert len(there) == len(set(there))
    place = {receipt_id: seq for seq, receipt_id in enumerate((*before, *after), 1)}
    missing = set(place) - set(there)
    assert all(place[each] > 20 + uploaded for each in missing)
    told = {
        seq
        for day in json.loads(run("forum-central", "reconcile", "--kiosk", "lobby", "--json").out)
        for gap in day["missing"]
        for seq in range(gap["first_seq"], gap["last_seq"] + 1)
    }
    assert told == {place[each] for each in missing}
    (device,) = _json("forum-central", "devices")
    assert device["gap"] == len(missing)
    assert ("DAMAGED there" in run("forum-central", "devices").out) == any(
        each.last_seq is None for each in recovery.lost
    )

    # The kiosk goes on; nothing of the old places is ever used again.
    with open_store(home) as again:
        assert again.keep(poll_submission()).epoch > 1
        _once()
    assert len(_at_ministry(tmp_path)) == len(there) + 1
    return len(missing)


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
def test_what_was_withdrawn_after_the_copy_stays_withdrawn(
    enrolled: CentralProcess, store: Store, home: Path, tmp_path: Path
) -> None:
    kept = _keep(store, 30)
    keep_last_good(store)
    kept += _keep(store, 60)
    _once()
    gone = {kept[2], kept[40], kept[80]}
    assert all(store.withdraw(each, datetime.now(UTC)) for each in gone)
    store.close()
    _scratch(home, pages=6)
    with open_store(home):
        _once()
    there = _at_ministry(tmp_path)
    assert not set(there) & gone
    assert len(there) == len(set(there)) == 87


def test_the_uploader_keeps_a_copy_while_the_line_is_down_and_lets_a_damaged_store_be_mended(
    store: Store, home: Path
) -> None:
    _keep(store, 3)
    store.close()
    with started("forum-sync", "run") as program:
        _wait_for(lambda: (home / "last-good.db").exists())
        copied = (home / "last-good.db").stat().st_mtime_ns
        with open_store(home) as other:
            _keep(other, 2)
            other.withdraw(_keep(other, 1)[0], datetime.now(UTC))
            _wait_for(lambda: (home / "last-good.db").stat().st_mtime_ns != copied)
            note_damage(home)
        # It closes the store and opens it anew, alone: the store is verified, and found whole.
        _wait_for(lambda: not store_is_wanted(home))
        assert (program.stop(), program.complaints()) == (0, "")
    with open_store(home) as again:
        assert again.pending() == 6
