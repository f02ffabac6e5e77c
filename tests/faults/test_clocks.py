"""Clocks that jump by ten years, either way, at the uploader or at the ministry, change nothing that was promised."""

import json
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.store import Store, open_store
from sync.uploader.upload import open_upload
from tests.conftest import Run
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess, serving

_JUMPS = ("-3650d", "+3650d")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # the ministry's clock is right
def test_records_arrive_once_and_in_order_when_the_kiosks_clock_jumps_by_ten_years(
    enrolled: CentralProcess, store: Store, run: Run, tmp_path: Path
) -> None:
    now = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    kept: list[str] = []
    for jump in _JUMPS:
        for days in (-3650, 0, 3650):
            kept.append(store.keep(poll_submission(recorded_at=now + timedelta(days=days))).receipt_id)
        done = run("forum-sync", "once", "--json", through=("faketime", "-f", jump))
        assert (done.code, done.err) == (0, "")
        assert json.loads(done.out) == {"sent": 3, "pending": 0}
    assert run("forum-central", "export", "--out", tmp_path).code == 0
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["receipt_id"] for line in lines] == kept


def test_records_arrive_once_when_the_ministrys_clock_jumps_by_ten_years(
    central_home: Path, database_url: str | None, home: Path, run: Run
) -> None:
    with open_store(home) as store:
        store.install_pack(small_pack())
        for jump in _JUMPS:
            preloaded = subprocess.run(
                ["faketime", "-f", jump, "printenv", "LD_PRELOAD"], capture_output=True, text=True, check=True
            ).stdout.strip()
            jumped = ("env", f"LD_PRELOAD={preloaded}", f"FAKETIME={jump}", "FAKETIME_DONT_FAKE_MONOTONIC=1")
            with serving(central_home, database_url, through=jumped) as server:
                if store.enrolment() is None:
                    made = run("forum-central", "enrol", "lobby", "--json", through=("faketime", "-f", jump))
                    code = json.loads(made.out)["code"]
                    assert run("forum-sync", "enrol", "--central", server.url, "--code", code).code == 0
                enrolment = store.enrolment()
                assert enrolment is not None
                store.keep_all([poll_submission() for _ in range(3)])
                # The server came back on another port, as only a test's does.
                store.save_enrolment(replace(enrolment, central_url=server.url))
                upload = open_upload(store, allow_http=False)
                assert upload.drain().sent == 3
                upload.close()
                assert store.pending() == 0
        assert list(store.verify()) == []
