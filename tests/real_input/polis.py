"""The real opinion-group conversations of ../shared/data, as content packs and as lines for `forum-staff record`."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import yaml

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
CONVERSATIONS = ("bg2050-volunteers", "brexit-consensus", "canadian-electoral-reform", "nz-biodiversity")
_VOTES = {"1": "agree", "-1": "disagree", "0": "pass"}


@dataclass(frozen=True)
class Conversation:
    """One conversation: `sums` counts each (statement id, vote) down the columns of participants-votes.csv."""

    name: str
    pack: str
    lines: list[str]
    sums: dict[tuple[str, str], int]


def read_conversation(name: str) -> Conversation:
    """Read a published conversation; statement ids are `s` and the published number."""
    folder = DATA / "polis" / name
    with (folder / "comments.csv").open(encoding="utf-8") as file:
        texts = {row["comment-id"]: row["comment-body"] for row in csv.DictReader(file)}
    sums: dict[tuple[str, str], int] = {}
    lines = []
    with (folder / "participants-votes.csv").open(encoding="utf-8") as file:
        reader = csv.DictReader(file)
        numbers = [column for column in reader.fieldnames or [] if column.isdigit()]
        for row in reader:
            views = {f"s{number}": _VOTES[row[number]] for number in numbers if row[number] != ""}
            for statement, vote in views.items():
                sums[statement, vote] = sums.get((statement, vote), 0) + 1
            lines.append(json.dumps({"answers": {"views": views}, "language": "en"}))
    statements = [
        {"id": f"s{number}", "text": {"en": texts.get(number) or f"Statement {number}"}} for number in numbers
    ]
    pack = {
        "id": name,
        "version": 1,
        "languages": ["en"],
        "title": {"en": name},
        "activities": [
            {
                "id": f"{name}-views",
                "kind": "statements",
                "title": {"en": name},
                "questions": [
                    {
                        "id": "views",
                        "type": "statements",
                        "label": {"en": "What do you think?"},
                        "statements": statements,
                    }
                ],
            }
        ],
    }
    return Conversation(name, yaml.safe_dump(pack, allow_unicode=True), lines, sums)
