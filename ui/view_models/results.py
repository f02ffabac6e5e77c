"""Results so far: one activity at a time, as bars labelled directly."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.disclosure import FEWEST, shown_counts
from kiosk.forum.ministry_results import MinistryResults, source_sentence
from kiosk.forum.packs import VOTES, Activity, Question, words_in
from kiosk.forum.tallies import TallyLine
from ui import words
from ui.journey import Journey, countable_activities
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_Counts = Mapping[tuple[str, str], int]
_Published = Mapping[tuple[str, str], int | None]


@dataclass(frozen=True, slots=True)
class BarRow:
    """One line: a heading (a question or a statement), or a bar with its count; `share` is from 0 to 1."""

    is_heading: bool
    label: str
    share: float = 0.0
    count: int = 0
    is_own: bool = False
    is_hidden: bool = False


def counts_of(lines: Iterable[TallyLine]) -> Counter[tuple[str, str]]:
    """Add up the days, channels and languages of a tally."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        counts[(line.question_id, line.option_id)] += line.count
    return counts


def bar_rows(activity: Activity, counts: _Counts, own: Mapping[str, Any], language: str) -> list[BarRow]:
    """Return the bars of every question that can be counted; `own` holds the visitor's answers, where there are any."""
    rows: list[BarRow] = []
    for question in activity.questions:
        mine = own.get(question.id)
        match question.type:
            case "single" | "multiple":
                chosen = mine if isinstance(mine, list) else [mine]
                bars = [(words_in(o.label, language), o.id, o.id in chosen) for o in question.options]
                people = _people(question, counts) if question.type == "multiple" else None
                rows += _group(words_in(question.label, language), question.id, bars, counts, people)
            case "ranking":
                first = mine[0] if mine else None
                bars = [(words_in(o.label, language), f"{o.id}.1", o.id == first) for o in question.options]
                rows += _group(words_in(question.label, language), question.id, bars, counts)
            case "scale" | "rating":
                bars = [(_step_label(question, n, language), str(n), n == mine) for n in _steps(question)]
                rows += _group(words_in(question.label, language), question.id, bars, counts)
            case "statements":
                for statement in question.statements:
                    vote = (mine or {}).get(statement.id)
                    bars = [(words.vote_words(each), each, each == vote) for each in VOTES]
                    rows += _group(words_in(statement.text, language), f"{question.id}.{statement.id}", bars, counts)
    return rows


def published_rows(activity: Activity, results: MinistryResults, language: str) -> list[BarRow]:
    """Return the bars of what the ministry publishes, where nobody's own answer is marked."""
    known = {cell: count for cell, count in results.counts.items() if count is not None}
    rows: list[BarRow] = []
    for question in activity.questions:
        people = results.people if question.type == "multiple" else None
        for part in _parts(question, language):
            rows += _published_group(*part, results.counts, known, people, results.people)
    return rows


def _parts(question: Question, language: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return (heading, question id, [(label, option id)]) of everything of a question that can be counted."""
    heading = words_in(question.label, language)
    match question.type:
        case "single" | "multiple":
            return [(heading, question.id, [(words_in(each.label, language), each.id) for each in question.options])]
        case "ranking":
            firsts = [(words_in(each.label, language), f"{each.id}.1") for each in question.options]
            return [(heading, question.id, firsts)]
        case "scale" | "rating":
            return [(heading, question.id, [(_step_label(question, n, language), str(n)) for n in _steps(question)])]
        case "statements":
            votes = [(words.vote_words(each), each) for each in VOTES]
            return [(words_in(each.text, language), f"{question.id}.{each.id}", votes) for each in question.statements]
        case _:
            return []


def _published_group(
    heading: str,
    question_id: str,
    bars: list[tuple[str, str]],
    counts: _Published,
    known: _Counts,
    people: int | None,
    everybody: int,
) -> list[BarRow]:
    cells = [(question_id, option) for _, option in bars]
    held = [cell in counts and counts[cell] is None for cell in cells]
    # How many answered is not told where something is held back: the shares are of everybody then.
    total = people or (everybody if any(held) else sum(known.get(cell, 0) for cell in cells))
    rows = [BarRow(True, heading)]
    for (label, _), cell, hidden in zip(bars, cells, held, strict=True):
        count = known.get(cell, 0)
        rows.append(BarRow(False, label, count / max(total, 1), count, is_hidden=hidden))
    return rows


def _people(question: Question, counts: _Counts) -> int:
    """Return how many people answered a question that takes several options; a lower bound where not all are asked."""
    if question.show_if is None:
        return counts.get(("", "submissions"), 0) - counts.get((question.id, "skipped"), 0)
    return max((counts.get((question.id, option.id), 0) for option in question.options), default=0)


def _group(
    heading: str, question_id: str, bars: list[tuple[str, str, bool]], counts: _Counts, people: int | None = None
) -> list[BarRow]:
    """Return a heading and its bars; `people` is given where one person may stand behind several bars."""
    here = [counts.get((question_id, option), 0) for _, option, _ in bars]
    total = sum(here) if people is None else people
    shown = shown_counts(here) if total >= FEWEST else [None] * len(here)
    rows = [BarRow(True, heading)]
    for (label, _, own), count in zip(bars, shown, strict=True):
        rows.append(BarRow(False, label, (count or 0) / max(total, 1), count or 0, own, count is None))
    return rows


def _steps(question: Question) -> range:
    low, high = question.bounds
    return range(int(low), int(high) + 1)


def _step_label(question: Question, step: int, language: str) -> str:
    low, high = question.bounds
    end = question.low if step == low else question.high if step == high else None
    return f"{step} · {words_in(end, language)}" if end else str(step)


@QmlElement
class ResultsViewModel(QObject):
    """The results of one activity, right after a poll or from home."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._bars = Rows(BarRow, self)
        self._title, self._people, self._number = "", 0, ""
        self._source = ""
        self._total, self._held_back = 0, False

    @Property(QObject, constant=True)
    def bars(self) -> QObject:
        """Headings and bars."""
        return self._bars

    @Property(str, notify=changed)
    def title(self) -> str:
        """The activity's title."""
        return self._title

    @Property(int, notify=changed)
    def people(self) -> int:
        """How many took part in this activity."""
        return self._people

    @Property(str, notify=changed)
    def source(self) -> str:
        """Whose answers are shown where they are not only this screen's: the ministry's, through a day; else empty."""
        return self._source

    @Property(bool, notify=changed)
    def tooFew(self) -> bool:  # noqa: N802 (QML's)
        """Whether fewer than ten took part, so that nothing is shown yet."""
        return self._people < FEWEST

    @Property(int, constant=True)
    def fewest(self) -> int:
        """From how many people on results are shown."""
        return FEWEST

    @Property(bool, notify=changed)
    def heldBack(self) -> bool:  # noqa: N802 (QML's)
        """Whether any bar is held back, so that nobody behind it can be guessed."""
        return self._held_back

    @Property(str, notify=changed)
    def number(self) -> str:
        """The visitor's receipt number, right after their poll; empty from home."""
        return self._number

    @Property(bool, notify=changed)
    def hasOthers(self) -> bool:  # noqa: N802 (QML's)
        """Whether there are results of other activities to go to."""
        return self._total > 1 and not self._number

    @Slot()
    def next(self) -> None:
        """Go to the results of the next activity."""
        self._go(1)

    @Slot()
    def previous(self) -> None:
        """Go to the results of the activity before."""
        self._go(-1)

    @Slot()
    def goHome(self) -> None:  # noqa: N802 (QML's)
        """Go back to what can be done."""
        self._journey.go_home()

    @Slot()
    def showReceipt(self) -> None:  # noqa: N802 (QML's)
        """Go on to the receipt."""
        self._journey.show_receipt()

    def refresh(self) -> None:
        """Read the journey anew."""
        journey, place = self._journey, self._journey.place
        if place.results_of is None:
            self._bars.show([])
            return
        _, activity = place.results_of
        counts = counts_of(journey.counts.get(activity.id, ()))
        ministry = journey.ministry.get(activity.id)
        own = {} if place.visit is None else place.visit.answers
        self._title = words_in(activity.title, journey.language)
        self._people = counts.get(("", "submissions"), 0)
        # Right after a vote the visitor looks for it among those of this screen; else the larger count tells more.
        if ministry is not None and place.receipt is None and ministry.people > self._people:
            self._people, self._source = ministry.people, source_sentence(ministry, journey.language)
            rows = published_rows(activity, ministry, journey.language)
        else:
            self._source = ""
            rows = [] if self._people < FEWEST else bar_rows(activity, counts, own, journey.language)
        self._bars.show(rows)
        self._held_back = any(row.is_hidden for row in rows)
        self._number = place.receipt.number if place.receipt else ""
        self._total = len(countable_activities(journey.activities()))
        self.changed.emit()

    def _go(self, steps: int) -> None:
        place = self._journey.place
        ids = [activity.id for activity in countable_activities(self._journey.activities())]
        if place.results_of is not None and place.results_of[1].id in ids:
            here = ids.index(place.results_of[1].id)
            self._journey.show_results(ids[(here + steps) % len(ids)])
