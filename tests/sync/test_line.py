"""From a kiosk's store over loopback into the central store, with real processes, on both databases."""

import json
from pathlib import Path

from kiosk.store import Store
from tests.conftest import Run
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess

DAY = ("--from", "2026-11-22", "--to", "2026-11-22", "--format", "csv,json")


def test_tallies_of_kiosk_and_ministry_are_the_same_files_after_an_upload(
    enrolled: CentralProcess, store: Store, run: Run, tmp_path: Path
) -> None:
    texts = ["한반도 평화와 외교", "=1+1", '따옴표 " 와 \\ 줄\n바꿈', "🙂 𠮷"]
    store.keep_all([poll_submission({"first": "security", "why": text}) for text in texts])
    store.keep(poll_submission({"first": "economy"}, language="en"))

    done = run("forum-sync", "once", "--json")

    assert (done.code, json.loads(done.out)) == (0, {"sent": 5, "pending": 0})
    assert json.loads(run("forum-staff", "check", "--json").out) == {"submissions": 5, "problems": []}
    assert run("forum-staff", "tally", *DAY, "--out", tmp_path / "kiosk").code == 0
    assert run("forum-central", "tally", *DAY, "--out", tmp_path / "ministry").code == 0
    for name in ("tally_2026-11-22.csv", "tally_2026-11-22.json"):
        assert (tmp_path / "kiosk" / name).read_bytes() == (tmp_path / "ministry" / name).read_bytes()
    assert b"submissions" in (tmp_path / "ministry" / "tally_2026-11-22.csv").read_bytes()
    assert run("forum-central", "export", "--format", "jsonl,csv", "--out", tmp_path).code == 0
    records = [json.loads(line) for line in (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["answers"].get("why") for record in records] == [*texts, None]
    assert {record["kiosk"] for record in records} == {"lobby"}
    assert "'=1+1" in (tmp_path / "records.csv").read_text(encoding="utf-8-sig")


def test_nothing_is_sent_twice_when_nothing_is_new(enrolled: CentralProcess, store: Store, run: Run) -> None:
    store.keep(poll_submission())
    assert json.loads(run("forum-sync", "once", "--json").out)["sent"] == 1
    assert json.loads(run("forum-sync", "once", "--json").out)["sent"] == 0
