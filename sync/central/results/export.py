"""Full records for staff: every text as the visitor wrote it, and what was added from phones, in three formats.

Words that a proposer added later stand beside the answers, each with its moment; attachments lie in a folder beside the
files, which name them. What is sealed to the ministry (contact, proposers) is not here: `unseal` opens it, and says so.
"""

import base64
import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
from sqlalchemy import Connection

from kiosk.forum.seoul import utc_text
from kiosk.forum.tally_files import neutral_cell
from kiosk.reports.whole_files import whole_file
from sync.central.proposals.attachments import EXTENSIONS
from sync.central.store import devices
from sync.central.store.attachments import Attachment, attachment_bytes, every_attachment
from sync.central.store.database import Database
from sync.central.store.errors import CentralError
from sync.central.store.papers import Paper, every_paper
from sync.central.store.records import StoredRecord, stored_records

_ABOUT = ("age_band", "region", "gender")
CSV_COLUMNS = (
    "kiosk", "receipt_id", "recorded_at", "received_at", "activity", "pack", "pack_version", "channel", "language",
    "clock", "duration", *_ABOUT, "held", "question", "answer", "added_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Exported:
    kiosk: str
    record: StoredRecord
    content: dict[str, Any] | None
    words: list[Paper]
    requests: list[Paper]
    attachments: list[Attachment]


@dataclass(frozen=True, slots=True)
class _Added:
    """What came from phones, by receipt: few have any."""

    words: dict[str, list[Paper]]
    requests: dict[str, list[Paper]]
    attachments: dict[str, list[Attachment]]


def export(database: Database, formats: list[str], folder: Path, first: date | None, last: date | None) -> list[Path]:
    """Write every record (or those of some Seoul days) in each format, and their attachments; return the files."""
    with database.reading() as connection:
        added = _Added(
            every_paper(connection, "words"), every_paper(connection, "re-examination"), every_attachment(connection)
        )
    written = []
    for extension in formats:
        path = folder / f"records.{extension}"
        EXPORT_FORMATS[extension](_exported(database, first, last, added), path)
        written.append(path)
    with database.reading() as connection:
        for each in _exported(database, first, last, added) if added.attachments else ():
            written += [_attachment(connection, each, one, folder) for one in each.attachments]
    return written


def _exported(database: Database, first: date | None, last: date | None, added: _Added) -> Iterator[_Exported]:
    with database.reading() as connection:
        names = {device.no: device.name for device in devices.every_device(connection)}
        for record in stored_records(connection, None, first, last):
            content = _content(record.payload)
            receipt = str(content.get("receipt_id")) if content else ""
            yield _Exported(
                names[record.device_no],
                record,
                content,
                added.words.get(receipt, []),
                added.requests.get(receipt, []),
                added.attachments.get(receipt, []),
            )


def _attachment(connection: Connection, of: _Exported, one: Attachment, folder: Path) -> Path:
    path = folder / _file_of(of, one)
    found = attachment_bytes(connection, str((of.content or {})["receipt_id"]), one.no)
    with whole_file(path) as file:
        # Taken back while the export ran: the file is left empty, for the records name it.
        file.write(found[1] if found else b"")
    return path


def _file_of(of: _Exported, one: Attachment) -> str:
    return f"attachments/{(of.content or {})['receipt_id']}/{one.no}.{EXTENSIONS[one.media]}"


def _content(payload: bytes) -> dict[str, Any] | None:
    try:
        content = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _jsonl(records: Iterator[_Exported], path: Path) -> None:
    with whole_file(path) as file:
        _write_jsonl(records, file)


def _write_jsonl(records: Iterator[_Exported], file: BinaryIO) -> None:
    for each in records:
        place: dict[str, Any] = {
            "kiosk": each.kiosk,
            "epoch": each.record.epoch,
            "seq": each.record.seq,
            "received_at": utc_text(each.record.received_at),
            "held": each.record.held,
        }
        if each.words:
            place["added"] = [
                {"at": utc_text(one.written_at), "words": json.loads(one.content or "{}")} for one in each.words
            ]
        if each.requests:
            place["re_examination"] = [{"at": utc_text(one.written_at), "reason": one.content} for one in each.requests]
        if each.attachments:
            place["attachments"] = [
                {"at": utc_text(one.added_at), "file": _file_of(each, one), "sha256": one.digest.hex()}
                for one in each.attachments
            ]
        content = each.content
        if content is None:
            content = {"payload_base64": base64.b64encode(each.record.payload).decode()}
        # Lone surrogates have no UTF-8 of their own; they go out escaped, as they came in.
        line = json.dumps({**content, **place}, ensure_ascii=False)
        try:
            file.write(line.encode("utf-8") + b"\n")
        except UnicodeEncodeError:
            file.write(json.dumps({**content, **place}).encode("ascii") + b"\n")


def _csv(records: Iterator[_Exported], path: Path) -> None:
    """Write one line for each answer; Excel reads UTF-8 only after the mark, and runs no neutralised cell."""
    with whole_file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="backslashreplace", newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(CSV_COLUMNS)
        for row in _rows(records):
            writer.writerow([_cell(value) for value in row])
        text.detach()


def _parquet(records: Iterator[_Exported], path: Path) -> None:
    """Write the lines of the CSV as columns of text; nothing runs there, so that nothing is neutralised."""
    lines = path.with_name(f".{path.name}.lines")
    try:
        with whole_file(lines) as file:
            for row in _rows(records):
                told = dict(zip(CSV_COLUMNS, map(_told, row), strict=True))
                file.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
        with whole_file(path) as file, duckdb.connect(config={"autoinstall_known_extensions": False}) as engine:
            columns = dict.fromkeys(CSV_COLUMNS, "VARCHAR")
            relation = engine.read_json(str(lines), columns=columns, format="newline_delimited")
            relation.write_parquet(file.name, compression="zstd")
    except duckdb.Error as error:
        raise CentralError(
            f"{path} could not be written ({str(error).splitlines()[0]}); nothing half-written was left. "
            "Check the folder, its rights and its free space, then try again."
        ) from None
    finally:
        lines.unlink(missing_ok=True)


def _rows(records: Iterator[_Exported]) -> Iterator[list[Any]]:
    for each in records:
        content = each.content or {}
        about = content.get("about")
        known = about if isinstance(about, dict) else {}
        start = [
            each.kiosk,
            content.get("receipt_id"),
            content.get("recorded_at"),
            utc_text(each.record.received_at),
            *(content.get(name) for name in CSV_COLUMNS[4:11]),
            *(known.get(name) for name in _ABOUT),
            each.record.held,
        ]
        for question, answer in _answers(content.get("answers")) or [("", "")]:
            yield [*start, question, answer, None]
        for paper in each.words:
            for question, answer in _answers(json.loads(paper.content or "{}")):
                yield [*start, question, answer, utc_text(paper.written_at)]
        for paper in each.requests:
            yield [*start, "re-examination", paper.content, utc_text(paper.written_at)]
        for one in each.attachments:
            yield [*start, f"attachment.{one.no}", _file_of(each, one), utc_text(one.added_at)]


def _told(value: Any) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.replace("\x00", "").encode("utf-8", "backslashreplace").decode()


def _answers(answers: Any) -> list[tuple[str, Any]]:
    if not isinstance(answers, dict):
        return []
    rows: list[tuple[str, Any]] = []
    for question, value in answers.items():
        if isinstance(value, dict):
            rows.extend((f"{question}.{statement}", vote) for statement, vote in value.items())
        else:
            rows.append((question, ", ".join(map(str, value)) if isinstance(value, list) else value))
    return rows


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return neutral_cell(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


EXPORT_FORMATS: dict[str, Callable[[Iterator[_Exported], Path], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
