"""Full records for staff: every text as the visitor wrote it, as JSON lines or as a spreadsheet's CSV."""

import base64
import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from kiosk.forum.seoul import utc_text
from kiosk.forum.tally_files import neutral_cell
from sync.central.results.files import whole_file
from sync.central.store import devices
from sync.central.store.database import Database
from sync.central.store.records import StoredRecord, stored_records

_ABOUT = ("age_band", "region", "gender")
CSV_COLUMNS = (
    "kiosk", "receipt_id", "recorded_at", "received_at", "activity", "pack", "pack_version", "channel", "language",
    "clock", "duration", *_ABOUT, "held", "question", "answer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Exported:
    kiosk: str
    record: StoredRecord
    content: dict[str, Any] | None


def export(database: Database, formats: list[str], folder: Path, first: date | None, last: date | None) -> list[Path]:
    """Write every record (or those of some Seoul days) in each format and return the files."""
    written = []
    for extension in formats:
        path = folder / f"records.{extension}"
        with whole_file(path) as file:
            EXPORT_FORMATS[extension](_exported(database, first, last), file)
        written.append(path)
    return written


def _exported(database: Database, first: date | None, last: date | None) -> Iterator[_Exported]:
    with database.reading() as connection:
        names = {device.no: device.name for device in devices.every_device(connection)}
        for record in stored_records(connection, None, first, last):
            yield _Exported(names[record.device_no], record, _content(record.payload))


def _content(payload: bytes) -> dict[str, Any] | None:
    try:
        content = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _jsonl(records: Iterator[_Exported], file: BinaryIO) -> None:
    for each in records:
        place = {
            "kiosk": each.kiosk,
            "epoch": each.record.epoch,
            "seq": each.record.seq,
            "received_at": utc_text(each.record.received_at),
            "held": each.record.held,
        }
        content = each.content
        if content is None:
            content = {"payload_base64": base64.b64encode(each.record.payload).decode()}
        # Lone surrogates have no UTF-8 of their own; they go out escaped, as they came in.
        line = json.dumps({**content, **place}, ensure_ascii=False)
        try:
            file.write(line.encode("utf-8") + b"\n")
        except UnicodeEncodeError:
            file.write(json.dumps({**content, **place}).encode("ascii") + b"\n")


def _csv(records: Iterator[_Exported], file: BinaryIO) -> None:
    """Write one line for each answer; Excel reads UTF-8 only after the mark, and runs no neutralised cell."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="backslashreplace", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
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
            writer.writerow([_cell(value) for value in (*start, question, answer)])
    text.detach()


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


EXPORT_FORMATS: dict[str, Callable[[Iterator[_Exported], BinaryIO], None]] = {"jsonl": _jsonl, "csv": _csv}
