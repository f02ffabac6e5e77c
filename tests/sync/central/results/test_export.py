"""The export of full records holds what was added from phones: words, requests, attachments; on both databases."""

import csv
import json
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import canonical_bytes
from sync.central.central import Central
from sync.central.results.export import CSV_COLUMNS, EXPORT_FORMATS, export
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


def test_records_that_hold_no_text_are_exported_all_the_same(opened: Central, arrive: Arrive, tmp_path: Path) -> None:
    odd = "a\ud800\x00b"
    record = json.loads(canonical_bytes(submission_of(title="?")))
    arrive(b"\xff no JSON", json.dumps({**record, "answers": {"title": odd}}).encode())
    export(opened.database, ["jsonl", "csv", "parquet"], tmp_path, None, None)
    unread, read = map(json.loads, (tmp_path / "records.jsonl").read_bytes().splitlines())
    assert b64decode(unread["payload_base64"]) == b"\xff no JSON"
    assert read["answers"] == {"title": odd}
    table = (tmp_path / "records.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    assert b"a\\ud800" in table
    with duckdb.connect() as engine:
        rows = engine.read_parquet(str(tmp_path / "records.parquet")).fetchall()
    assert [row[CSV_COLUMNS.index("answer")] for row in rows] == ["", "a\\ud800b"]


def test_only_the_days_that_were_asked_for_are_exported(opened: Central, arrive: Arrive, tmp_path: Path) -> None:
    visits = [submission_of(title=str(days), days_ago=days) for days in (1, 2, 3, 4)]
    arrive(*visits)
    today = seoul_day(datetime.now(UTC))
    export(opened.database, ["jsonl"], tmp_path, today - timedelta(days=3), today - timedelta(days=2))
    told = [json.loads(line)["receipt_id"] for line in (tmp_path / "records.jsonl").read_text().splitlines()]
    assert told == [visits[1].receipt_id, visits[2].receipt_id]


def test_a_file_that_is_taken_back_while_the_export_runs_is_empty(
    opened: Central, arrive: Arrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = submission_of(title="하나")
    arrive(one)
    with opened.database.writing() as connection:
        number = add_attachment(connection, one.receipt_id, "image/png", PICTURE, datetime.now(UTC))

    def take_back(_records: object, _path: Path) -> None:
        with opened.database.writing() as connection:
            remove_attachments(connection, one.receipt_id, number)

    # The writing of a format is what lies between the list of files and the files themselves.
    monkeypatch.setitem(EXPORT_FORMATS, "meanwhile", take_back)
    *_, file = export(opened.database, ["jsonl", "meanwhile"], tmp_path, None, None)
    assert (file.name, file.read_bytes()) == (f"{number}.png", b"")
