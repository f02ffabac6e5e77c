"""Tally lines as the bytes of a file: the same lines give the same bytes, at the kiosk and at the ministry."""

import csv
import io
import json
import re
from collections.abc import Iterable
from datetime import date

from kiosk.forum.tallies import TALLY_COLUMNS, TallyLine, tally_rows

# A cell that starts with one of these may run as a formula in a spreadsheet (OWASP, CSV injection); a number may not.
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
# Excel reads a CSV file as UTF-8 only where it starts with this mark; without it Korean text is garbled.
_UTF8_MARK = b"\xef\xbb\xbf"


def neutral_cell(text: str) -> str:
    """Return text that no spreadsheet runs: an apostrophe goes before whatever would start a formula."""
    if text.startswith(_FORMULA_START) and not _PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return text


def csv_start(columns: Iterable[str]) -> bytes:
    """Return the beginning of a CSV file (RFC 4180) that opens in Korean Excel: the mark and the columns."""
    return _UTF8_MARK + csv_rows([columns])


def csv_rows(rows: Iterable[Iterable[str | int | float]]) -> bytes:
    """Return rows of a CSV file, with every text cell neutralised."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([neutral_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")


def csv_bytes(columns: Iterable[str], rows: Iterable[Iterable[str | int | float]]) -> bytes:
    """Return a whole CSV file."""
    return csv_start(columns) + csv_rows(rows)


def tally_csv(lines: Iterable[TallyLine]) -> bytes:
    """Return the tally as CSV."""
    return csv_bytes(TALLY_COLUMNS, tally_rows(lines))


JSON_START, JSON_BETWEEN, JSON_END = b"[", b",\n ", b"]\n"


def json_rows(lines: Iterable[TallyLine]) -> bytes:
    """Return lines as JSON objects, their keys the columns, with JSON_BETWEEN between them."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    rows = [encode(dict(zip(TALLY_COLUMNS, row, strict=True))).encode("utf-8") for row in tally_rows(lines)]
    return JSON_BETWEEN.join(rows)


def tally_json(lines: Iterable[TallyLine]) -> bytes:
    """Return the tally as a JSON array with one object a line."""
    return JSON_START + json_rows(lines) + JSON_END


def tally_file_name(first: date, last: date, extension: str) -> str:
    """Return the name of a tally file: its day, or its first and last day."""
    days = first.isoformat() if first == last else f"{first.isoformat()}_{last.isoformat()}"
    return f"tally_{days}.{extension}"
