"""A tally for people: each activity with its questions, in the pack's order, counted raw and without rapid repeats."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.forum.glances import Glance, median_of_counts
from kiosk.forum.packs import Activity, Pack, Question, words_in
from kiosk.forum.tallies import SUBMISSIONS, Cell, TallyLine
from kiosk.reports.words import VOTES

# FORUM.md: nothing with fewer than 10 people behind it is published.
PUBLISHED_FROM = 10
# A number is shown as single values up to this many, beyond in this many equal steps.
_NUMBER_ROWS = 8


@dataclass(frozen=True, slots=True)
class Count:
    """How often: as it was given, and without rapid repeats."""

    every: int = 0
    without_repeats: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.every + other.every, self.without_repeats + other.without_repeats)


@dataclass(frozen=True, slots=True)
class Row:
    """One option, step or statement, with a count for each of the question's parts."""

    label: str
    counts: tuple[Count, ...]

    @property
    def total(self) -> Count:
        """All parts together."""
        return sum(self.counts, Count())


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """One question: `parts` names the counts of each row (one for a choice, three for votes, the ranks of a ranking).

    `answered` counts people, `mean` and `median` are of scales, ratings and numbers (raw).
    """

    id: str
    type: str
    label: str
    answered: Count
    skipped: Count
    parts: tuple[str, ...]
    rows: tuple[Row, ...]
    mean: float | None = None
    median: float | None = None
    low: str = ""
    high: str = ""

    @property
    def few(self) -> bool:
        """Whether too few people answered for anything of it to be published."""
        return min(self.answered.every, self.answered.without_repeats) < PUBLISHED_FROM


@dataclass(frozen=True, slots=True)
class ActivitySummary:
    """One activity; `median_seconds` is None where nobody was timed."""

    id: str
    kind: str
    title: str
    submissions: Count
    median_seconds: float | None
    questions: tuple[QuestionSummary, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that a readable tally shows."""

    first: date
    last: date
    kiosk_id: str
    glance: Glance
    activities: tuple[ActivitySummary, ...]

    @property
    def submissions(self) -> Count:
        """All submissions."""
        return sum((each.submissions for each in self.activities), Count())


class Totals:
    """Adds the lines of days up to totals over days, channels and languages."""

    def __init__(self) -> None:
        self.glance = Glance()
        self._every: defaultdict[str, Counter[Cell]] = defaultdict(Counter)
        self._rapid: defaultdict[str, Counter[Cell]] = defaultdict(Counter)
        self._labels: dict[tuple[str, Cell], str] = {}

    def add(self, lines: Sequence[TallyLine], rapid_repeat_lines: Sequence[TallyLine]) -> None:
        """Add a day's lines."""
        self.glance.add_lines(lines, rapid_repeat_lines)
        for line in lines:
            cell = (line.question_id, line.option_id)
            self._every[line.activity_id][cell] += line.count
            self._labels[line.activity_id, cell] = line.label
        for line in rapid_repeat_lines:
            self._rapid[line.activity_id][line.question_id, line.option_id] += line.count

    def summary(self, first: date, last: date, kiosk_id: str, packs: Sequence[Pack]) -> Summary:
        """Return the totals in the order of the packs; an activity without a submission is left out."""
        known = {activity.id: (pack, activity) for pack in packs for activity in pack.every_activity()}
        ordered = [each for each in known if each in self._every] + sorted(self._every.keys() - known.keys())
        activities = tuple(self._activity(each, known.get(each)) for each in ordered)
        return Summary(first, last, kiosk_id, self.glance, activities)

    def _activity(self, activity_id: str, found: tuple[Pack, Activity] | None) -> ActivitySummary:
        counts = self._counts(activity_id)
        labels = {cell: label for (activity, cell), label in self._labels.items() if activity == activity_id}
        people = {
            question: Count(count, count - self.glance.rapid_answered[activity_id, question])
            for (activity, question), count in self.glance.answered.items()
            if activity == activity_id
        }
        title, kind, questions = labels[SUBMISSIONS], "", tuple[QuestionSummary, ...]()
        if found is not None:
            pack, activity = found
            title, kind = words_in(activity.title, pack.languages[0]), activity.kind
            questions = tuple(
                _question(each, pack.languages[0], counts, labels, people.get(each.id, Count()))
                for each in activity.answerable
            )
        return ActivitySummary(
            activity_id, kind, title, counts[SUBMISSIONS], self.glance.median_seconds(activity_id), questions
        )

    def _counts(self, activity_id: str) -> dict[Cell, Count]:
        rapid = self._rapid[activity_id]
        return {cell: Count(count, count - rapid[cell]) for cell, count in self._every[activity_id].items()}


def _question(
    question: Question, language: str, counts: Mapping[Cell, Count], labels: Mapping[Cell, str], answered: Count
) -> QuestionSummary:
    given = {option: count for (asked, option), count in counts.items() if asked == question.id and option != "skipped"}
    parts: tuple[str, ...] = ("응답",)
    mean = median = None
    match question.type:
        case "single" | "multiple":
            known = {option.id: words_in(option.label, language) for option in question.options}
            known |= {option: labels[question.id, option] for option in sorted(given.keys() - known.keys())}
            rows = [Row(label, (given.get(option, Count()),)) for option, label in known.items()]
        case "ranking":
            parts, rows = _ranking(question, language, given, labels)
        case "statements":
            parts, rows = tuple(VOTES.values()), _statements(question, language, counts, labels)
        case "text":
            rows = []
        case _:
            values = {float(option): count for option, count in given.items()}
            rows = _steps(question, values) if question.type != "number" else _bins(values)
            mean, median = _mean(values), _median(values)
    return QuestionSummary(
        question.id,
        question.type,
        words_in(question.label, language),
        answered,
        counts.get((question.id, "skipped"), Count()),
        parts,
        tuple(rows),
        mean,
        median,
        words_in(question.low, language) if question.low else "",
        words_in(question.high, language) if question.high else "",
    )


def _ranking(
    question: Question, language: str, given: Mapping[str, Count], labels: Mapping[Cell, str]
) -> tuple[tuple[str, ...], list[Row]]:
    known = {option.id: words_in(option.label, language) for option in question.options}
    split = {cell: cell.rpartition(".") for cell in given}
    known |= {option: labels[question.id, cell] for cell, (option, _, _) in split.items() if option not in known}
    ranks = sorted({int(rank) for _, _, rank in split.values()}) or [1]
    rows = [
        Row(label, tuple(given.get(f"{option}.{rank}", Count()) for rank in ranks)) for option, label in known.items()
    ]
    return tuple(f"{rank}순위" for rank in ranks), rows


def _statements(
    question: Question, language: str, counts: Mapping[Cell, Count], labels: Mapping[Cell, str]
) -> list[Row]:
    known = {f"{question.id}.{each.id}": words_in(each.text, language) for each in question.statements}
    others = {asked: labels[asked, vote] for asked, vote in sorted(counts) if asked.startswith(f"{question.id}.")}
    known |= {asked: label for asked, label in others.items() if asked not in known}
    return [
        Row(label, tuple(counts.get((asked, vote), Count()) for vote in VOTES))
        for asked, label in (
            known | {each: label for each, label in sorted(others.items()) if each not in known}
        ).items()
    ]


def _steps(question: Question, values: Mapping[float, Count]) -> list[Row]:
    low, high = question.bounds
    steps = sorted({float(step) for step in range(int(low), int(high) + 1)} | values.keys())
    return [Row(f"{step:g}", (values.get(step, Count()),)) for step in steps]


def _bins(values: Mapping[float, Count]) -> list[Row]:
    """Return a row for each value, or for each of some steps of equal width where there are many."""
    if len(values) <= _NUMBER_ROWS:
        return [Row(f"{value:g}", (values[value],)) for value in sorted(values)]
    low, high = min(values), max(values)
    width = max(1, -(-(high - low + 1) // _NUMBER_ROWS))
    bins: defaultdict[int, Count] = defaultdict(Count)
    for value, count in values.items():
        bins[int((value - low) // width)] += count
    rows = []
    for place in range(max(bins) + 1):
        start = low + place * width
        label = f"{start:g}" if width == 1 else f"{start:g}~{start + width - 1:g}"
        rows.append(Row(label, (bins[place],)))
    return rows


def _mean(values: Mapping[float, Count]) -> float | None:
    total = sum(count.every for count in values.values())
    return sum(value * count.every for value, count in values.items()) / total if total else None


def _median(values: Mapping[float, Count]) -> float | None:
    return median_of_counts({value: count.every for value, count in values.items()})
