"""The export of full records holds what was added from phones: words, requests, attachments; on both databases."""

import csv
import json
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import canonical_bytes
from sync.central.central import Central
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.results.export import CSV_COLUMNS, EXPORT_FORMATS, export
from sync.central.store import records
from sync.central.store.attachments import add_attachment, remove_attachments
from sync.central.store.papers import add_paper, empty_papers
from tests.full_disk import files_of_at_most
from tests.sync.central.staff.conftest import KIOSK, Arrive
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

    def record() -> dict[str, object]:
        plain: dict[str, object] = json.loads(canonical_bytes(submission_of(title="?")))
        return plain

    unreadable = [b"\xff no JSON", b"[" * 100_000, b"[1]"]
    odd_records: list[dict[str, object]] = [
        {"answers": {"title": odd}},
        {"answers": ["=1+1"], "about": ["=1+1"]},
        {"answers": {"agreed": True, "views": {"s1": "=1+1"}}},
    ]
    arrive(*unreadable, *(json.dumps({**record(), **each}).encode() for each in odd_records))
    export(opened.database, ["jsonl", "csv", "parquet"], tmp_path, None, None)
    told = [json.loads(line) for line in (tmp_path / "records.jsonl").read_bytes().splitlines()]
    assert [b64decode(each["payload_base64"]) for each in told[:3]] == unreadable
    assert [each["answers"] for each in told[3:]] == [each["answers"] for each in odd_records]
    table = (tmp_path / "records.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    assert b"a\\ud800" in table
    with duckdb.connect() as engine:
        rows = engine.read_parquet(str(tmp_path / "records.parquet")).fetchall()
    question, answer = CSV_COLUMNS.index("question"), CSV_COLUMNS.index("answer")
    assert [(row[question], row[answer]) for row in rows[3:]] == [
        ("title", "a\\ud800b"), ("", ""), ("agreed", "true"), ("views.s1", "=1+1"),
    ]  # fmt: skip
    assert {row[answer] for row in rows[:3]} == {""}
    with (tmp_path / "records.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [line["answer"] for line in csv.DictReader(file)][4:] == ["", "true", "'=1+1"]


def test_what_was_withdrawn_is_in_no_format(opened: Central, arrive: Arrive, tmp_path: Path) -> None:
    kept, gone = submission_of(title="남은 글"), submission_of(title="거둔 글")
    arrive(kept, gone)
    withdraw_receipt(opened.database, KIOSK, gone.receipt_id, datetime.now(UTC))
    export(opened.database, ["jsonl", "csv", "parquet"], tmp_path, None, None)
    (line,) = (tmp_path / "records.jsonl").read_text().splitlines()
    assert json.loads(line)["receipt_id"] == kept.receipt_id
    assert gone.receipt_id not in (tmp_path / "records.csv").read_text()
    with duckdb.connect() as engine:
        rows = engine.read_parquet(str(tmp_path / "records.parquet")).fetchall()
    assert {row[CSV_COLUMNS.index("receipt_id")] for row in rows} == {kept.receipt_id}


@pytest.mark.parametrize("extension", ["jsonl", "csv", "parquet"])
def test_an_export_for_which_there_is_no_room_says_so_and_leaves_nothing_half_written(
    opened: Central, arrive: Arrive, tmp_path: Path, extension: str
) -> None:
    arrive(submission_of(title="하나"))
    # The lines of one record have room, a whole Parquet file has not.
    with files_of_at_most(1500 if extension == "parquet" else 10), pytest.raises(ForumError, match="nothing half"):
        export(opened.database, [extension], tmp_path / "out", None, None)
    assert list((tmp_path / "out").iterdir()) == []


def test_more_records_than_are_read_at_once_are_all_exported(
    opened: Central, arrive: Arrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visits = [submission_of(title=str(number)) for number in range(5)]
    arrive(*visits)
    monkeypatch.setattr(records, "_PAGE", 2)
    export(opened.database, ["jsonl"], tmp_path, None, None)
    told = [json.loads(line)["receipt_id"] for line in (tmp_path / "records.jsonl").read_text().splitlines()]
    assert told == [visit.receipt_id for visit in visits]


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
