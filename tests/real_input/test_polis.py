import csv
import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.real_input.polis import CONVERSATIONS, DATA, read_conversation
from tests.sync.server import CentralProcess
from tests.tallies import tally_contents


def _counts(path: Path) -> dict[tuple[str, str, str], int]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["activity_id"], row["question_id"], row["option_id"]): int(row["count"]) for row in rows}


def test_tallies_on_both_sides_equal_the_published_column_sums(
    enrolled: CentralProcess, tmp_path: Path, run: Run
) -> None:
    published: dict[tuple[str, str, str], int] = {}
    for name in CONVERSATIONS:
        conversation = read_conversation(name)
        (tmp_path / "pack.yaml").write_text(conversation.pack, encoding="utf-8")
        (tmp_path / "votes.jsonl").write_text("\n".join(conversation.lines) + "\n", encoding="utf-8")
        assert run("forum-staff", "pack", "install", tmp_path / "pack.yaml").code == 0
        recorded = run(
            "forum-staff", "record", "--activity", f"{name}-views", "--channel", "import", tmp_path / "votes.jsonl"
        )
        assert json.loads(recorded.out) == {"recorded": len(conversation.lines), "rejected": []}
        published[f"{name}-views", "", "submissions"] = len(conversation.lines)
        for (statement, vote), count in conversation.sums.items():
            published[f"{name}-views", f"views.{statement}", vote] = count
    sent = run("forum-sync", "once", "--json")
    assert sent.code == 0, sent.err
    files: dict[str, list[bytes]] = {}
    for side, command in (("kiosk", "forum-staff"), ("central", "forum-central")):
        done = run(command, "tally", "--format", "csv,json", "--out", tmp_path / f"{side}-tally")
        assert done.code == 0, done.err
        counted = _counts(next((tmp_path / f"{side}-tally").glob("*.csv")))
        assert {key: count for key, count in counted.items() if key[2] != "skipped"} == published
        files[side] = tally_contents(tmp_path / f"{side}-tally")
    assert files["kiosk"] == files["central"]


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_votes_are_read_as_each_participant_s_published_totals_say(name: str) -> None:
    with (DATA / "polis" / name / "participants-votes.csv").open(encoding="utf-8") as file:
        totals = [(int(row["n-agree"]), int(row["n-disagree"])) for row in csv.DictReader(file)]
    votes = [list(json.loads(line)["answers"]["views"].values()) for line in read_conversation(name).lines]
    assert [(each.count("agree"), each.count("disagree")) for each in votes] == totals
