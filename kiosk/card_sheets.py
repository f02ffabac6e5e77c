"""Paper cards typed into a spreadsheet: a row for each card, a column for each question, as entries to be recorded.

The first row names the columns: a question's id or its words, `QUESTION.STATEMENT` or its words for a statement, and,
where wanted, `language`, `recorded_at`, `age_band`, `region`, `gender` or their Korean names. A cell holds an option's
id or words; several options, and ranked ones in their order, are separated by semicolons or stand on lines of their
own. `forum-staff card-sheet` writes an empty one.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kiosk.forum.about_words import ABOUT_PARTS, about_choices
from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, Question

SHEETS = (".xlsx", ".csv")
_PLAIN = ("language", "recorded_at")
_VOTES = {"찬성": "agree", "동의": "agree", "반대": "disagree", "건너뛰기": "pass", "모름": "pass"}
# How a Korean sheet offers a vote.
VOTE_WORDS = ("찬성", "반대", "건너뛰기")
_KOREAN = {
    "language": "언어",
    "recorded_at": "받은 날",
    "age_band": "나이대",
    "region": "사는 곳",
    "gender": "성별",
    "ko": "한국어",
    "en": "영어",
    "ja": "일본어",
    "zh": "중국어",
}
_PLAIN_OF = {words: name for name, words in _KOREAN.items()}
_MOST_BYTES = 50_000_000

Entry = dict[str, Any]


def card_entries(path: Path, activity: Activity) -> Iterator[tuple[int, Entry]]:
    """Yield each card with its row's number, 1 being the header; raises ForumError where the sheet cannot be read."""
    rows = _rows(path)
    header = next(rows, None)
    if header is None or not any(_text(cell) for cell in header[1]):
        raise ForumError(
            f"{path}이(가) 비어 있습니다. 기록하지 않았습니다. 첫 줄에 열 이름이 있어야 합니다.\n"
            f"{path} is empty; nothing was recorded. Its first row names the columns."
        )
    columns = _columns(path, [_text(cell) for cell in header[1]], activity)
    for number, cells in rows:
        if any(_text(cell) for cell in cells):
            entry: Entry = {"answers": {}, "about": {}}
            for put, cell in zip(columns, cells, strict=False):
                if put is not None and _text(cell):
                    put(entry, cell)
            yield number, entry


_Put = Callable[[Entry, Any], None]


def unreadable(path: Path, error: OSError) -> ForumError:
    """Return the sentence of a file that cannot be read."""
    return ForumError(
        f"{path}을(를) 읽을 수 없습니다. 기록하지 않았습니다. 경로와 권한을 확인하십시오.\n"
        f"{path} cannot be read ({error.strerror}); nothing was recorded. Check the path and its rights."
    )


def column_words(name: str) -> str:
    """Return the Korean name of a plain column, or of a language."""
    return _KOREAN.get(name, name)


def _columns(path: Path, names: list[str], activity: Activity) -> list[_Put | None]:
    if twice := next((name for name in names if name and names.count(name) > 1), None):
        raise ForumError(
            f"{path}에 “{twice}” 열이 두 번 있습니다. 기록하지 않았습니다. 하나를 지우십시오.\n"
            f"{path} has the column “{twice}” twice; nothing was recorded. Remove one."
        )
    return [_column(path, name, activity) if name else None for name in names]


def _column(path: Path, name: str, activity: Activity) -> _Put:
    plain = _PLAIN_OF.get(name, name)
    if plain == "recorded_at":
        return lambda entry, cell: entry.__setitem__(plain, _moment(cell))
    if plain == "language":
        return lambda entry, cell: entry.__setitem__(plain, _PLAIN_OF.get(_text(cell), _text(cell)))
    if plain in ABOUT_PARTS:
        values = {words: value for value, words in about_choices("ko", plain)}
        return lambda entry, cell: entry["about"].__setitem__(plain, values.get(_text(cell), _text(cell)))
    question_id, _, statement = name.partition(".")
    for question in activity.answerable:
        if name == question.id or name in question.label.values():
            return lambda entry, cell: entry["answers"].__setitem__(question.id, _value(question, cell))
        for each in question.statements:
            if (question.id, each.id) == (question_id, statement) or name in each.text.values():
                return lambda entry, cell: (
                    entry["answers"].setdefault(question.id, {}).__setitem__(each.id, _vote(_text(cell)))
                )
    known = ", ".join(
        each
        for question in activity.answerable
        for each in ([f"{question.id}.{part.id}" for part in question.statements] or [question.id])
    )
    others = (*_PLAIN, *ABOUT_PARTS)
    raise ForumError(
        f"{path}의 “{name}” 열은 “{activity.id}”의 질문이 아닙니다. 기록하지 않았습니다. 쓸 수 있는 열: {known}, "
        f"{', '.join(map(column_words, others))}. 빈 표는 “forum-staff card-sheet”로 만들 수 있습니다.\n"
        f"{path} has a column “{name}”, which is no question of “{activity.id}”; nothing was recorded. Its columns may "
        f"be: {known}, {', '.join(others)}. “forum-staff card-sheet” makes an empty sheet."
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
            raise ForumError(
                f"{path}은(는) 접수카드 표로는 너무 큽니다. 기록하지 않았습니다. 파일을 확인하십시오.\n"
                f"{path} is larger than any sheet of cards; nothing was recorded. Check the file."
            )
        yield from enumerate(_csv_rows(path) if path.suffix.lower() == ".csv" else _xlsx_rows(path), 1)
    except OSError as error:
        raise unreadable(path, error) from None


def _csv_rows(path: Path) -> Iterator[list[Any]]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp949")  # what Korean Excel saves
        except UnicodeDecodeError:
            raise ForumError(
                f"{path}의 글자를 읽을 수 없습니다(UTF-8도 CP949도 아님). 기록하지 않았습니다. CSV UTF-8로 "
                "저장하십시오.\n"
                f"{path} is neither UTF-8 nor CP949; nothing was recorded. Save it as CSV UTF-8."
            ) from None
    first = text.partition("\n")[0]
    separator = max((",", ";", "\t"), key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise ForumError(
            f"{path}은(는) CSV가 아닙니다. 다시 저장하십시오.\n{path} is not CSV ({error}); save it again."
        ) from None


def _xlsx_rows(path: Path) -> Iterator[list[Any]]:
    from openpyxl import load_workbook  # here: it takes a while, and only a sheet needs it
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
        raise ForumError(
            f"{path}은(는) .xlsx 통합 문서가 아닙니다. 기록하지 않았습니다. .xlsx로 다시 저장하십시오.\n"
            f"{path} is no .xlsx workbook; nothing was recorded. Save it as .xlsx again."
        ) from None
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a program wrote there about its size may be wrong
        for row in sheet.iter_rows(values_only=True):
            yield list(row)
    finally:
        book.close()
