"""The tally: how often each answer was given, as long-format lines that kiosk and ministry count by the same rules.

One line for each (date, kiosk, activity, question, option, channel, language). Each activity has a line with an empty
question and the option `submissions`; a statement's lines have the question `QUESTION.STATEMENT`; a text counts as
`answered`, a question that was asked and not answered as `skipped`, a scale or number as its value, a ranked option as
`OPTION.RANK`. Dates are days in Seoul.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from typing import Any

from kiosk.forum.answers import asked_questions, is_answered
from kiosk.forum.packs import Pack, Question, words_in
from kiosk.forum.seoul import seoul_day_of_text

_Key = tuple[str, str, str, str, str, str, str]
# From a pack's id and version; None where that pack never reached this machine.
PackOf = Callable[[str, int], Pack | None]


@dataclass(frozen=True, slots=True, order=True)
class TallyLine:
    """One count; the fields are the columns of a tally file, in order."""

    date: str
    kiosk_id: str
    activity_id: str
    question_id: str
    option_id: str
    label: str
    channel: str
    language: str
    count: int


TALLY_COLUMNS = tuple(each.name for each in fields(TallyLine))


class Tally:
    """Counts records one by one, in memory that grows with the number of lines and not of records.

    A line's label is in the first language of the newest version of the pack among the records of that very line: other
    kiosks and days, of which the kiosk and the ministry know differently, do not change it.
    """

    def __init__(self, pack_of: PackOf) -> None:
        self._pack_of = lru_cache(maxsize=None)(pack_of)
        self._seoul_day = lru_cache(maxsize=200_000)(seoul_day_of_text)
        self._counts: Counter[_Key] = Counter()
        self._labels: dict[_Key, tuple[int, str]] = {}

    def add(self, kiosk_id: str, record: Mapping[str, Any]) -> None:
        """Count one submission, given as its parsed canonical JSON."""
        day = self._seoul_day(record["recorded_at"])
        activity_id, version = record["activity"], record["pack_version"]
        channel, language = record["channel"], record["language"]
        pack = self._pack_of(record["pack"], version)
        activity = pack.activity(activity_id) if pack else None

        def count(question_id: str, option_id: str, label: str) -> None:
            key = (day, kiosk_id, activity_id, question_id, option_id, channel, language)
            self._counts[key] += 1
            # A label that stands in a pack goes before the bare id of an activity whose pack is not here.
            named = (version if activity else 0, label)
            self._labels[key] = max(named, self._labels.get(key, named))

        if pack is None or activity is None:
            count("", "submissions", activity_id)
            return
        shown_in = pack.languages[0]
        count("", "submissions", words_in(activity.title, shown_in))
        answers = record["answers"]
        for question in asked_questions(activity, answers):
            value = answers.get(question.id)
            if is_answered(value):
                for question_id, option_id, label in _counted(question, value, shown_in):
                    count(question_id, option_id, label)
            else:
                count(question.id, "skipped", words_in(question.label, shown_in))

    def lines(self) -> list[TallyLine]:
        """Return the lines in their one order: by column, so that the same records give the same bytes."""
        return sorted(TallyLine(*key[:5], self._labels[key][1], *key[5:], count) for key, count in self._counts.items())


def tally_rows(lines: Iterable[TallyLine]) -> list[tuple[str | int, ...]]:
    """Return the lines as plain rows in the order of TALLY_COLUMNS."""
    return [astuple(line) for line in lines]


def _counted(question: Question, value: Any, language: str) -> Iterable[tuple[str, str, str]]:
    words = words_in(question.label, language)
    match question.type:
        case "single":
            return [(question.id, value, _option_label(question, value, language))]
        case "multiple":
            return [(question.id, each, _option_label(question, each, language)) for each in value]
        case "ranking":
            return [
                (question.id, f"{each}.{rank}", _option_label(question, each, language))
                for rank, each in enumerate(value, 1)
            ]
        case "statements":
            texts = {statement.id: words_in(statement.text, language) for statement in question.statements}
            return [(f"{question.id}.{each}", vote, texts.get(each, each)) for each, vote in value.items()]
        case "text":
            return [(question.id, "answered", words)]
    return [(question.id, _number_text(value), words)]


def _option_label(question: Question, option_id: str, language: str) -> str:
    return next((words_in(option.label, language) for option in question.options if option.id == option_id), option_id)


def _number_text(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
