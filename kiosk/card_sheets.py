"""Paper cards typed into a spreadsheet: a row for each card, a column for each question, as entries to be recorded.

The first row names the columns: a question's id or its words, `QUESTION.STATEMENT` for a statement, and, where wanted,
`language`, `recorded_at`, `age_band`, `region`, `gender`. A cell holds an option's id or words; several options, and
ranked ones in their order, are separated by semicolons or stand on lines of their own.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kiosk.forum.about_words import ABOUT_PARTS
from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, Question

SHEETS = (".xlsx", ".csv")
_PLAIN = ("language", "recorded_at")
_VOTES = {"찬성": "agree", "동의": "agree", "반대": "disagree", "건너뛰기": "pass", "모름": "pass"}
_MOST_BYTES = 50_000_000

Entry = dict[str, Any]


def card_entries(path: Path, activity: Activity) -> Iterator[tuple[int, Entry]]:
    """Yield each card with its row's number, 1 being the header; raises ForumError where the sheet cannot be read."""
    rows = _rows(path)
    header = next(rows, None)
    if header is None or not any(_text(cell) for cell in header[1]):
        raise ForumError(f"{path} is empty; nothing was recorded. Its first row names the columns.")
    columns = _columns(path, [_text(cell) for cell in header[1]], activity)
    for number, cells in rows:
        if any(_text(cell) for cell in cells):
            entry: Entry = {"answers": {}, "about": {}}
            for put, cell in zip(columns, cells, strict=False):
                if put is not None and _text(cell):
                    put(entry, cell)
            yield number, entry


_Put = Callable[[Entry, Any], None]


def _columns(path: Path, names: list[str], activity: Activity) -> list[_Put | None]:
    if twice := next((name for name in names if name and names.count(name) > 1), None):
        raise ForumError(f"{path} has the column “{twice}” twice; nothing was recorded. Remove one.")
    return [_column(path, name, activity) if name else None for name in names]


def _column(path: Path, name: str, activity: Activity) -> _Put:
    if name in _PLAIN:
        return lambda entry, cell: entry.__setitem__(name, _moment(cell) if name == "recorded_at" else _text(cell))
    if name in ABOUT_PARTS:
        return lambda entry, cell: entry["about"].__setitem__(name, _text(cell))
    question_id, _, statement = name.partition(".")
    for question in activity.answerable:
        if name == question.id or name in question.label.values():
            return lambda entry, cell: entry["answers"].__setitem__(question.id, _value(question, cell))
        if question.id == question_id and statement in {each.id for each in question.statements}:
            return lambda entry, cell: (
                entry["answers"].setdefault(question.id, {}).__setitem__(statement, _vote(_text(cell)))
            )
    known = ", ".join(
        each
        for question in activity.answerable
        for each in ([f"{question.id}.{part.id}" for part in question.statements] or [question.id])
    )
    raise ForumError(
        f"{path} has a column “{name}”, which is no question of “{activity.id}”; nothing was recorded. Its columns may "
        f"be: {known}, {', '.join((*_PLAIN, *ABOUT_PARTS))}."
    )


def _value(question: Question, cell: Any) -> Any:
    """Return what a cell says, right or wrong: the rules of answers are the same for every way."""
    text = _text(cell)
    match question.type:
        case "single":
            return _option(question, text)
        case "multiple" | "ranking":
            return [_option(question, part.strip()) for part in text.replace("\n", ";").split(";") if part.strip()]
        case "scale" | "rating" | "number":
            return _number(text)
    return text


def _option(question: Question, text: str) -> str:
    plain = text.casefold()
    for option in question.options:
        if plain == option.id or plain in {words.casefold() for words in option.label.values()}:
            return option.id
    return text


def _vote(text: str) -> str:
    return _VOTES.get(text, text.casefold())


def _number(text: str) -> Any:
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # spreadsheets keep every number as a float
    return str(cell).strip()


def _moment(cell: Any) -> str:
    return cell.isoformat() if isinstance(cell, datetime | date) else _text(cell)


def _rows(path: Path) -> Iterator[tuple[int, list[Any]]]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ForumError(f"{path} is larger than any sheet of cards; nothing was recorded. Check the file.")
        yield from enumerate(_csv_rows(path) if path.suffix.lower() == ".csv" else _xlsx_rows(path), 1)
    except OSError as error:
        raise ForumError(f"{path} cannot be read ({error.strerror}); check the path and its rights.") from None


def _csv_rows(path: Path) -> Iterator[list[Any]]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp949")  # what Korean Excel saves
        except UnicodeDecodeError:
            raise ForumError(
                f"{path} is neither UTF-8 nor CP949; nothing was recorded. Save it as CSV UTF-8."
            ) from None
    first = text.partition("\n")[0]
    separator = max((",", ";", "\t"), key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise ForumError(f"{path} is not CSV ({error}); save it again.") from None


def _xlsx_rows(path: Path) -> Iterator[list[Any]]:
    from openpyxl import load_workbook  # here: it takes a while, and only a sheet needs it
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
        raise ForumError(f"{path} is no .xlsx workbook; nothing was recorded. Save it as .xlsx again.") from None
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a program wrote there about its size may be wrong
        for row in sheet.iter_rows(values_only=True):
            yield list(row)
    finally:
        book.close()
