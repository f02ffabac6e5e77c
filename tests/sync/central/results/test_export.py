"""The export of full records holds what was added from phones: words, requests, attachments; on both databases."""

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from sync.central.central import Central
from sync.central.results.export import CSV_COLUMNS, export
from sync.central.store.attachments import add_attachment, remove_attachments
from sync.central.store.papers import add_paper, empty_papers
from tests.sync.central.staff.conftest import Arrive
from tests.sync.central.staff.conftest import arrive as arrive
from tests.sync.central.staff.conftest import opened as opened
from tests.sync.central.staff.proposing import submission_of

PICTURE = b"\x89PNG what the cleaning left"


def test_every_format_has_what_was_added_from_phones(opened: Central, arrive: Arrive, tmp_path: Path) -> None:
    one, other = (submission_of(title=title, situation="=1+1") for title in ("하나", "둘"))
    arrive(one, other)
    now = datetime.now(UTC)
    with opened.database.writing() as connection:
        add_paper(connection, one.receipt_id, "words", json.dumps({"improvement": "+더 빨리"}), now)
        add_paper(connection, one.receipt_id, "re-examination", "다시 봐 주세요", now)
        add_paper(connection, one.receipt_id, "contact", "sealed to the ministry", now)
        add_paper(connection, other.receipt_id, "words", json.dumps({"improvement": "거둔 말"}), now)
        empty_papers(connection, other.receipt_id)
        number = add_attachment(connection, one.receipt_id, "image/png", PICTURE, now)
        taken_back = add_attachment(connection, one.receipt_id, "application/pdf", b"%PDF", now)
        remove_attachments(connection, one.receipt_id, taken_back)
    out = tmp_path / "out"
    name = f"attachments/{one.receipt_id}/{number}.png"
    written = export(opened.database, ["jsonl", "csv", "parquet"], out, None, None)
    assert {path.relative_to(out).as_posix() for path in written} == {
        "records.jsonl", "records.csv", "records.parquet", name,
    }  # fmt: skip
    assert {path for path in out.rglob("*") if path.is_file()} == set(written)
    assert (out / name).read_bytes() == PICTURE

    first, second = map(json.loads, (out / "records.jsonl").read_text().splitlines())
    assert [each["words"] for each in first["added"]] == [{"improvement": "+더 빨리"}]
    assert [each["reason"] for each in first["re_examination"]] == ["다시 봐 주세요"]
    assert [each["file"] for each in first["attachments"]] == [name]
    assert not {"added", "re_examination", "attachments"} & set(second)
    everything = "".join(path.read_bytes().decode("utf-8", "replace") for path in written[:2])
    assert "sealed to the ministry" not in everything
    assert "거둔 말" not in everything

    with (out / "records.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    added = [(line["question"], line["answer"]) for line in lines if line["added_at"]]
    assert added == [("improvement", "'+더 빨리"), ("re-examination", "다시 봐 주세요"), (f"attachment.{number}", name)]
    with duckdb.connect() as engine:
        table = engine.read_parquet(str(out / "records.parquet"))
        assert tuple(table.columns) == CSV_COLUMNS
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
    assert [row["question"] for row in rows] == [line["question"] for line in lines]
    assert {row["answer"] for row in rows if row["question"] == "situation"} == {"=1+1"}
    assert next(row["answer"] for row in rows if row["added_at"]) == "+더 빨리"
