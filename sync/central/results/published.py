"""What may be published of an activity: counts with ten people or more behind them, shown or worked out (FORUM.md).

Those who gave no answer are a part of the whole too: else “120 took part, 115 answered” would tell of five people.
What is published stays until at least ten more have taken part: else two days' results, one taken from the other, would
tell the answer of the one person who was there in between.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.forum.disclosure import FEWEST, shown_counts
from kiosk.forum.packs import Question
from sync.central.results.counting import ActivityCounts

VOTES = ("agree", "pass", "disagree")
Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """How many people chose one option; None where that is held back. Votes and middle steps have no `label`."""

    option_id: str
    label: Words
    people: int | None


@dataclass(frozen=True, slots=True)
class PublishedQuestion:
    """One question, or one statement as QUESTION.STATEMENT.

    `answered` is None where it is held back; the shares are then those of everybody who took part. `type` is the
    question's; a ranking's cells count the first places, a text and a number have no cells.
    """

    question_id: str
    type: str
    label: Words
    answered: int | None
    cells: tuple[PublishedCell, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing of it is held back."""
        return self.answered is not None and all(cell.people is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class PublishedActivity:
    """One activity's results through a day: of how many people, on which days, by which channels and languages."""

    activity_id: str
    kind: str
    title: Words
    through: date
    people: int
    first_day: date
    last_day: date
    days: int
    channels: tuple[PublishedCell, ...]
    languages: tuple[PublishedCell, ...]
    questions: tuple[PublishedQuestion, ...]

    def base(self, question: PublishedQuestion) -> int:
        """Return the number of people that a question's shares are of."""
        return self.people if question.answered is None else question.answered


def published_activity(counts: ActivityCounts, through: date) -> PublishedActivity | None:
    """Return what may be published, or None where fewer than ten took part."""
    if counts.submissions < FEWEST:
        return None
    days = sorted(counts.days)
    return PublishedActivity(
        activity_id=counts.activity.id,
        kind=counts.activity.kind,
        title=dict(counts.activity.title),
        through=through,
        people=counts.submissions,
        first_day=date.fromisoformat(days[0]),
        last_day=date.fromisoformat(days[-1]),
        days=len(days),
        channels=_named(counts.channels),
        languages=_named(counts.languages),
        questions=tuple(part for each in counts.activity.answerable for part in _published(counts, each)),
    )


def next_publication(before: PublishedActivity | None, now: PublishedActivity | None) -> PublishedActivity | None:
    """Return what is published after `before`: the same until ten more, or fewer, have taken part."""
    if before is None or now is None or abs(now.people - before.people) >= FEWEST:
        return now
    return before


def _published(counts: ActivityCounts, question: Question) -> list[PublishedQuestion]:
    label, people = dict(question.label), counts.submissions

    def parted(question_id: str, label: Words, options: Sequence[tuple[str, Words]]) -> PublishedQuestion:
        chosen = [counts.cells[question_id, option_id] for option_id, _ in options]
        answered, shown = shown_parts(chosen, people)
        return PublishedQuestion(question_id, question.type, label, answered, _cells(options, shown))

    match question.type:
        case "statements":
            votes = [(vote, Words()) for vote in VOTES]
            return [parted(f"{question.id}.{each.id}", dict(each.text), votes) for each in question.statements]
        case "multiple":
            options = [(each.id, dict(each.label)) for each in question.options]
            chosen = [counts.cells[question.id, option_id] for option_id, _ in options]
            answered, shown = shown_choices(chosen, counts.answered[question.id], people)
            return [PublishedQuestion(question.id, question.type, label, answered, _cells(options, shown))]
        case "single":
            return [parted(question.id, label, [(each.id, dict(each.label)) for each in question.options])]
        case "ranking":
            return [parted(question.id, label, [(f"{each.id}.1", dict(each.label)) for each in question.options])]
        case "scale" | "rating":
            low, high = (int(bound) for bound in question.bounds)
            ends = {low: dict(question.low or {}), high: dict(question.high or {})}
            steps = [(str(step), ends.get(step, Words())) for step in range(low, high + 1)]
            return [parted(question.id, label, steps)]
        case _:
            answered, _ = shown_parts([counts.answered[question.id]], people)
            return [PublishedQuestion(question.id, question.type, label, answered, ())]


def shown_parts(chosen: Sequence[int], people: int) -> tuple[int | None, list[int | None]]:
    """Return how many answered, and the counts of answers that exclude each other, None where held back.

    What is held back may be worked out neither from everybody nor from those who answered: how many these are, a
    neighbouring question may tell.
    """
    answered = sum(chosen)
    silent = people - answered
    if answered < FEWEST:
        return (0 if answered == 0 else None), [None] * len(chosen)
    shown = shown_counts(chosen)
    if not 0 < silent < FEWEST:
        return answered, shown
    of_all = shown_counts([*chosen, silent])
    return None, [one if other is not None else None for one, other in zip(shown, of_all, strict=False)]


def shown_choices(chosen: Sequence[int], answered: int, people: int) -> tuple[int | None, list[int | None]]:
    """Return how many answered, and the counts of answers that go together, None where held back.

    Each option divides those who answered, and everybody, in two: neither part may be of one to nine people.
    """
    told, _ = shown_parts([answered], people)
    if answered < FEWEST:
        return told, [None] * len(chosen)
    held = {
        place
        for place, count in enumerate(chosen)
        if any(0 < part < FEWEST for part in (count, answered - count, people - count))
    }
    others = sorted((count, place) for place, count in enumerate(chosen) if count and place not in held)
    if len(held) == 1 and others:
        held.add(others[0][1])
    return told, [None if place in held else count for place, count in enumerate(chosen)]


def _named(counts: Mapping[str, int]) -> tuple[PublishedCell, ...]:
    names = sorted(counts, key=lambda name: (-counts[name], name))
    shown = shown_counts([counts[name] for name in names])
    return tuple(PublishedCell(name, {}, people) for name, people in zip(names, shown, strict=True))


def _cells(options: Sequence[tuple[str, Words]], shown: Sequence[int | None]) -> tuple[PublishedCell, ...]:
    return tuple(
        PublishedCell(option_id, label, people) for (option_id, label), people in zip(options, shown, strict=True)
    )
