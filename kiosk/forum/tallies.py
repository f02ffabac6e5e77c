"""The tally: how often each answer was given, as long-format lines that kiosk and ministry count by the same rules.

One line for each (date, kiosk, activity, question, option, channel, language). Each activity has a line with an empty
question and the option `submissions`; a statement's lines have the question `QUESTION.STATEMENT`; a text counts as
`answered`, a question that was asked and not answered as `skipped`, a scale or number as its value, a ranked option as
`OPTION.RANK`. Dates are days in Seoul.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from kiosk.forum.answers import asked_with_answers
from kiosk.forum.packs import Activity, Pack, words_in
from kiosk.forum.seoul import seoul_day_of_text

# (day, kiosk, activity, channel, language, pack, version): what all counts of one record have in common.
_Group = tuple[str, str, str, str, str, str, int]
# A line without its label and count.
_Key = tuple[str, str, str, str, str, str, str]
# (question, option)
Cell = tuple[str, str]
SUBMISSIONS: Cell = ("", "submissions")
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
# So many different answers to one activity are remembered; free texts make nearly all of them different.
_REMEMBERED = 2_000
_ROW: Callable[[TallyLine], tuple[str | int, ...]] = attrgetter(*TALLY_COLUMNS)


@dataclass(slots=True)
class _Known:
    """What this machine knows of one version of an activity, and which cells answers to it count in."""

    activity: Activity | None
    words: str
    version: int
    cells: dict[str, list[Cell]] = field(default_factory=dict)

    def cells_of(self, answers: Mapping[str, Any]) -> list[Cell]:
        """Return the cells; the same answers come again and again in a poll and are worked out once."""
        if self.activity is None:
            return [SUBMISSIONS]
        said = repr(answers)
        cells = self.cells.get(said)
        if cells is None:
            cells = counted_cells(self.activity, answers)
            if len(self.cells) < _REMEMBERED:
                self.cells[said] = cells
        return cells


@dataclass(slots=True)
class _Counts:
    """The counts of one group: of all its records, and of those among them that are rapid repeats."""

    known: _Known
    every: defaultdict[Cell, int] = field(default_factory=lambda: defaultdict(int))
    rapid: defaultdict[Cell, int] = field(default_factory=lambda: defaultdict(int))


class Tally:
    """Counts records one by one, in memory that grows with the number of lines and not of records.

    A line's label is in the first language of the newest version of the pack among the records of that very line: other
    kiosks and days, of which the kiosk and the ministry know differently, do not change it.
    """

    def __init__(self, pack_of: PackOf) -> None:
        self._pack_of = pack_of
        self._known = lru_cache(maxsize=None)(self._look_up)
        # By the hour, which a day in Seoul begins with: records come nearly in order of time, so that few are enough.
        self._seoul_day_of_hour = lru_cache(maxsize=64)(lambda hour: seoul_day_of_text(f"{hour}:00:00Z"))
        self._groups: dict[_Group, _Counts] = {}

    def add(self, kiosk_id: str, record: Mapping[str, Any], rapid_repeat: bool = False) -> None:
        """Count one submission, given as its parsed canonical JSON; a rapid repeat is counted a second time apart."""
        day = self._seoul_day_of_hour(record["recorded_at"][:13])
        activity_id, pack_id, version = record["activity"], record["pack"], record["pack_version"]
        group = (day, kiosk_id, activity_id, record["channel"], record["language"], pack_id, version)
        counts = self._groups.get(group)
        if counts is None:
            counts = self._groups[group] = _Counts(self._known(pack_id, version, activity_id))
        cells = counts.known.cells_of(record["answers"])
        every = counts.every
        for cell in cells:
            every[cell] += 1
        if rapid_repeat:
            for cell in cells:
                counts.rapid[cell] += 1

    def forget_counts(self) -> None:
        """Begin anew, for the next day, with what is known of the packs."""
        self._groups.clear()

    def lines(self) -> list[TallyLine]:
        """Return the lines in their one order: by column, so that the same records give the same bytes."""
        return self._lines(lambda counts: counts.every)

    def rapid_repeat_lines(self) -> list[TallyLine]:
        """Return how much of each line rapid repeats make up; lines without any are left out."""
        return self._lines(lambda counts: counts.rapid)

    def _look_up(self, pack_id: str, version: int, activity_id: str) -> _Known:
        pack = self._pack_of(pack_id, version)
        activity = pack.activity(activity_id) if pack else None
        # A label that stands in a pack goes before the bare id of an activity whose pack is not here.
        return _Known(activity, pack.languages[0], version) if pack and activity else _Known(None, "", 0)

    def _lines(self, chosen: Callable[[_Counts], Mapping[Cell, int]]) -> list[TallyLine]:
        found: dict[_Key, tuple[int, str, int]] = {}
        for (day, kiosk_id, activity_id, channel, language, _, _), counts in self._groups.items():
            known = counts.known
            label_of = _labels(known.activity, known.words) if known.activity else None
            for cell, count in chosen(counts).items():
                key = (day, kiosk_id, activity_id, *cell, channel, language)
                known_as, label = known.version, label_of(cell) if label_of else activity_id
                if key in found:
                    # Two versions of the pack on one day: one line, and the newer version's label.
                    before = found[key]
                    (known_as, label), count = max(before[:2], (known_as, label)), before[2] + count
                found[key] = (known_as, label, count)
        rows = sorted((*key[:5], label, *key[5:], count) for key, (_, label, count) in found.items())
        return [TallyLine(*row) for row in rows]


def tally_rows(lines: Iterable[TallyLine]) -> list[tuple[str | int, ...]]:
    """Return the lines as plain rows in the order of TALLY_COLUMNS."""
    return [_ROW(line) for line in lines]


def counted_cells(activity: Activity, answers: Mapping[str, Any]) -> list[Cell]:
    """Return the (question, option) pairs that one submission counts in."""
    cells = [SUBMISSIONS]
    for question, value in asked_with_answers(activity, answers):
        if value is None:
            if question.type != "note":
                cells.append((question.id, "skipped"))
            continue
        match question.type:
            case "single":
                cells.append((question.id, value))
            case "multiple":
                cells += [(question.id, each) for each in value]
            case "ranking":
                cells += [(question.id, f"{each}.{rank}") for rank, each in enumerate(value, 1)]
            case "statements":
                cells += [(f"{question.id}.{each}", vote) for each, vote in value.items()]
            case "text":
                cells.append((question.id, "answered"))
            case _:
                cells.append((question.id, _number_text(value)))
    return cells


def _labels(activity: Activity, language: str) -> Callable[[Cell], str]:
    """Return what names each cell of an activity in a language."""
    questions = {question.id: question for question in activity.questions}
    parts: dict[str, dict[str, str]] = {
        question.id: {option.id: words_in(option.label, language) for option in question.options}
        | {statement.id: words_in(statement.text, language) for statement in question.statements}
        for question in activity.questions
    }

    def label(cell: Cell) -> str:
        question_id, option_id = cell
        if cell == SUBMISSIONS:
            return words_in(activity.title, language)
        question = questions.get(question_id)
        if question is None:
            name, _, statement = question_id.partition(".")
            return parts[name].get(statement, statement)
        if option_id != "skipped" and question.type in ("single", "multiple", "ranking"):
            option = option_id.rpartition(".")[0] if question.type == "ranking" else option_id
            return parts[question_id].get(option, option)
        return words_in(question.label, language)

    return label


def _number_text(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
