"""Open data as tables: what each column means, and the same rows as CSV, JSON and Parquet, line by line."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Literal

import duckdb

from kiosk.forum.packs import words_in
from kiosk.forum.tally_files import JSON_BETWEEN, JSON_END, JSON_START, csv_rows, csv_start
from kiosk.reports.whole_files import whole_file
from sync.central.public.edition import Edition
from sync.central.public.suggestions import Suggestion
from sync.central.results.published import PublishedActivity, PublishedCell
from sync.central.review.words import word
from sync.central.store.errors import CentralError

FORMATS = ("csv", "json", "parquet")
MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
_SQL = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "day": "DATE"}
_XSD = {"text": "string", "integer": "integer", "number": "double", "day": "date"}
Row = tuple[str | int | float | None, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name and type, and what it means in Korean, English, Japanese and Chinese."""

    name: str
    type: Literal["text", "integer", "number", "day"]
    meaning: tuple[str, str, str, str]

    @property
    def xsd(self) -> str:
        """The type's name in XML Schema."""
        return _XSD[self.type]


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A finished file: where it lies, and what tells it from its former self."""

    path: Path
    etag: str
    size: int
    rows: int


def result_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row for each count: everybody who took part, by channel, by language, and each answer."""
    for activity in edition.activities:
        start = (activity.through.isoformat(), activity.activity_id, _korean(activity.title), activity.kind)
        days = (activity.first_day.isoformat(), activity.last_day.isoformat(), activity.days)

        def row(
            question: Sequence[str],
            option: Sequence[str],
            people: int | None,
            base: int,
            start: Row = start,
            days: Row = days,
        ) -> Row:
            share = None if people is None else round(people / base, 4) if base else 0.0
            return (*start, *days, *question, *option, people, base, share)

        yield row(("", "", ""), ("participants", ""), activity.people, activity.people)
        for name, cells in (("channel", activity.channels), ("language", activity.languages)):
            for cell in cells:
                yield row((name, "", name), (cell.option_id, ""), cell.people, activity.people)
        yield from (row(*each) for each in _answers(activity))


def _answers(activity: PublishedActivity) -> Iterator[tuple[Sequence[str], Sequence[str], int | None, int]]:
    for question in activity.questions:
        asked = (question.question_id, _korean(question.label), question.type)
        base = activity.base(question)
        yield asked, ("answered", ""), question.answered, activity.people
        for cell in question.cells:
            yield asked, (cell.option_id, _label(cell)), cell.people, base


def suggestion_row(each: Suggestion) -> Row:
    """Return the row of one suggestion."""
    decision, done, planned = each.decision, each.done, each.planned_for
    return (
        each.public_id,
        each.kind,
        each.language,
        each.received_on.isoformat(),
        each.stage.value,
        word(each.stage, "ko"),
        each.title,
        "\n\n".join(text for _, text in each.parts),
        decision.on.isoformat() if decision else None,
        decision.said if decision else None,
        planned.isoformat() if planned else None,
        done.on.isoformat() if done else None,
        done.said if done else None,
    )


def step_rows(each: Suggestion) -> Iterator[Row]:
    """Yield the rows of one suggestion's steps."""
    for number, step in enumerate(each.steps, 1):
        planned = step.planned_for.isoformat() if step.planned_for else None
        yield each.public_id, number, step.on.isoformat(), step.kind, step.body or None, step.said or None, planned


def write_tables(
    folder: Path, edition: Edition, suggestions: Iterable[Suggestion], columns: dict[str, Sequence[Column]]
) -> dict[str, PublishedFile]:
    """Write every table in every format, and return the files by name; raises ForumError."""
    with ExitStack() as stack:
        tables = {name: _Writing(stack, folder, name, columns[name]) for name in columns}
        for row in result_rows(edition):
            tables["results"].add(row)
        for each in suggestions:
            tables["suggestions"].add(suggestion_row(each))
            for row in step_rows(each):
                tables["steps"].add(row)
        for table in tables.values():
            table.end()
    found = {}
    for name, table in tables.items():
        _write_parquet(folder / f"{name}.json", folder / f"{name}.parquet", columns[name])
        for extension in FORMATS:
            path = folder / f"{name}.{extension}"
            found[path.name] = _published(path, table.rows)
    return found


class _Writing:
    """One table being written as CSV and JSON at once; the files take their names when the stack closes."""

    def __init__(self, stack: ExitStack, folder: Path, name: str, columns: Sequence[Column]) -> None:
        self.rows = 0
        self._names = [column.name for column in columns]
        self._csv: BinaryIO = stack.enter_context(whole_file(folder / f"{name}.csv"))
        self._json: BinaryIO = stack.enter_context(whole_file(folder / f"{name}.json"))
        self._csv.write(csv_start(self._names))
        self._json.write(JSON_START)

    def add(self, row: Row) -> None:
        """Add one row."""
        self._csv.write(csv_rows([["" if cell is None else cell for cell in row]]))
        told = json.dumps(dict(zip(self._names, row, strict=True)), ensure_ascii=False)
        self._json.write((JSON_BETWEEN if self.rows else b"") + told.encode("utf-8"))
        self.rows += 1

    def end(self) -> None:
        """Write what ends the files."""
        self._json.write(JSON_END)


def _write_parquet(source: Path, path: Path, columns: Sequence[Column]) -> None:
    types = {column.name: _SQL[column.type] for column in columns}
    try:
        with (
            whole_file(path) as file,
            duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": False}) as engine,
        ):
            relation = engine.read_json(str(source), columns=types, format="array", maximum_object_size=16_000_000)
            relation.write_parquet(file.name, compression="zstd")
    except duckdb.Error as error:
        raise CentralError(
            f"{path} could not be written ({error}); what was published before stays. "
            "Check the folder, its rights and its free space."
        ) from None


def _published(path: Path, rows: int) -> PublishedFile:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return PublishedFile(path, f'"{digest.hexdigest()[:32]}"', path.stat().st_size, rows)


def _korean(words: dict[str, str]) -> str:
    return words_in(words, "ko")


def _label(cell: PublishedCell) -> str:
    return _korean(cell.label) if cell.label else ""
