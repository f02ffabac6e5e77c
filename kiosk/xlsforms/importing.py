"""An XLSForm as a content pack with one survey, and the report of what could not be taken over."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Pack, read_pack
from kiosk.xlsforms.languages import languages_of
from kiosk.xlsforms.mapping import Finding, Mapped, make_id
from kiosk.xlsforms.sheet import Form, Row, Text, read_form

# The languages that visitors can choose on the touchscreen.
_SPOKEN = ("ko", "en", "ja", "zh")
_SECONDS_A_QUESTION = 12


class NothingImported(ForumError):
    """A form would lose too much; `report` says what."""

    def __init__(self, message: str, report: "Report | None" = None) -> None:
        super().__init__(message)
        self.report = report


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a form: rows that are left out, rows that changed, and remarks about the whole."""

    questions: int
    left_out: tuple[Finding, ...]
    changed: tuple[Finding, ...]
    remarks: tuple[str, ...]

    @property
    def stops(self) -> tuple[Finding, ...]:
        """What keeps the form from being imported unless it is to be left out."""
        return tuple(each for each in self.left_out if each.stops)

    def sentences(self) -> list[str]:
        """Say it for people, the worst first."""
        said = [f"Could not be taken over: {each}" for each in (*self.stops, *self.left_out) if each.stops]
        said = list(dict.fromkeys(said))
        said += [f"Left out: {each}" for each in self.left_out if not each.stops]
        said += [f"Taken over otherwise: {each}" for each in self.changed]
        return [*said, *self.remarks]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the one who imports decides; None leaves it to the form."""

    pack_id: str | None = None
    version: int | None = None
    opens: date | None = None
    closes: date | None = None
    language: str | None = None
    leave_out: bool = False


def import_form(path: Path, wishes: Wishes) -> tuple[dict[str, Any], Report]:
    """Return the pack as it would be written to a file, and the report; raises XlsFormRejected or NothingImported."""
    form = read_form(path)
    languages, unknown = languages_of(_texts(form), form.default_language, wishes.language)
    mapped = Mapped(languages)
    for row in form.rows:
        mapped.add(row)
    questions = mapped.questions
    remarks = [f"The language “{name}” has no code such as “(en)” beside it and was left out." for name in unknown]
    if languages.guessed:
        remarks.append(
            f"The form does not say its language; its texts are taken for {languages.in_order[0]} "
            "(--language tells another)."
        )
    remarks += [
        f"Missing in “{code}”: {count} of the texts; those of another language stand in."
        for code, count in sorted(languages.stood_in.items())
    ]
    if absent := [each for each in _SPOKEN if each not in languages.in_order]:
        remarks.append(f"Visitors who chose {', '.join(absent)} read the survey in “{languages.in_order[0]}”.")
    asked = sum(question["type"] != "note" for question in questions)
    report = Report(asked, tuple(mapped.left_out), tuple(mapped.changed), tuple(remarks))
    if not asked:
        raise NothingImported(f"{path} has no question that the kiosk can ask; nothing was imported.", report)
    if report.stops and not wishes.leave_out:
        raise NothingImported(
            f"{path} would ask something else without what could not be taken over ({len(report.stops)}); nothing was "
            "imported. Change the form, or add --leave-out to import the rest.",
            report,
        )
    return _pack_data(form, wishes, languages.in_order, questions), report


def check_imported(data: dict[str, Any]) -> Pack:
    """Return the imported pack, validated by the rules of every pack."""
    return read_pack(data)


def _pack_data(form: Form, wishes: Wishes, codes: list[str], questions: list[dict[str, Any]]) -> dict[str, Any]:
    name = wishes.pack_id or make_id(form.form_id, frozenset(), "survey")
    title = dict.fromkeys(codes, form.title)
    asked = sum(question["type"] != "note" for question in questions)
    activity: dict[str, Any] = {
        "id": name,
        "kind": "survey",
        "title": title,
        "minutes": min(60, max(1, round(asked * _SECONDS_A_QUESTION / 60))),
    }
    for key, day in (("opens", wishes.opens), ("closes", wishes.closes)):
        if day is not None:
            activity[key] = day.isoformat()
    version = wishes.version or (int(form.version) if form.version.isdecimal() and 0 < int(form.version) < 2**31 else 1)
    return {
        "id": name,
        "version": version,
        "languages": codes,
        "title": title,
        "activities": [{**activity, "questions": questions}],
    }


def _texts(form: Form) -> list[Text]:
    return [text for row in form.rows for text in _texts_of(row)]


def _texts_of(row: Row) -> list[Text]:
    return [row.label, row.hint, row.message, *row.headings, *(choice.label for choice in row.choices)]
