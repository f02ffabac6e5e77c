"""A day at a glance for staff: how many finished, how many gave up and where, when, and in which language."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.forum.packs import Activity, Pack
from kiosk.forum.visit_ends import VisitEnds
from kiosk.reports.counting import count_days
from kiosk.reports.summary import Totals
from kiosk.store import Store

# The lobby is open from 9 to 18; other hours are shown where somebody came.
_FIRST_HOUR, _LAST_HOUR = 9, 17

Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One hour, language or activity: `words` name an activity in each language, `kind` is its kind."""

    key: str
    finished: int
    left: int
    words: Words = field(default_factory=dict)
    kind: str = ""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """So many visits were given up at one step of an activity: a question in each language, or a later step's name."""

    activity: Words
    step: str
    words: Words
    visits: int


@dataclass(frozen=True, slots=True)
class DayOverview:
    """One Seoul day; `to_phone` went on at the phone, `median_seconds` is of those who finished here."""

    day: date
    finished: int
    abandoned: int
    to_phone: int
    median_seconds: float | None
    hours: tuple[Part, ...]
    languages: tuple[Part, ...]
    activities: tuple[Part, ...]
    given_up: tuple[GivenUp, ...]

    @property
    def visits(self) -> int:
        """Everybody who began."""
        return self.finished + self.abandoned + self.to_phone


def read_day(store: Store, day: date) -> DayOverview:
    """Count one Seoul day."""
    totals = Totals()
    for _ in count_days(store, day, day, totals):
        pass
    return overview(day, totals, store.visit_ends.of_day(day), store.packs())


def overview(day: date, totals: Totals, ends: Sequence[VisitEnds], packs: Sequence[Pack]) -> DayOverview:
    """Put together what finished and what did not."""
    glance = totals.glance
    known = {activity.id: activity for pack in packs for activity in pack.every_activity()}
    by_outcome: Counter[str] = Counter()
    by_hour: Counter[int] = Counter()
    by_language: Counter[str] = Counter()
    by_activity: Counter[str] = Counter()
    steps: Counter[tuple[str, str]] = Counter()
    for end in ends:
        by_outcome[end.outcome] += end.visits
        by_hour[end.hour] += end.visits
        by_language[end.language] += end.visits
        by_activity[end.activity_id] += end.visits
        if end.outcome == "abandoned":
            steps[end.activity_id, end.step] += end.visits
    hours = {*glance.by_hour, *by_hour}
    shown_hours = range(min({_FIRST_HOUR, *hours}), max({_LAST_HOUR, *hours}) + 1)
    return DayOverview(
        day=day,
        finished=glance.submissions,
        abandoned=by_outcome["abandoned"],
        to_phone=by_outcome["phone"],
        median_seconds=glance.median_seconds(),
        hours=tuple(Part(str(hour), glance.by_hour[hour], by_hour[hour]) for hour in shown_hours),
        languages=tuple(
            Part(each, glance.by_language[each], by_language[each])
            for each in _largest_first(glance.by_language + by_language)
        ),
        activities=tuple(
            Part(each, glance.by_activity[each], by_activity[each], *_named(each, known.get(each)))
            for each in _largest_first(glance.by_activity + by_activity)
        ),
        given_up=tuple(
            GivenUp(_named(activity_id, known.get(activity_id))[0], *_step(known.get(activity_id), step), visits)
            for (activity_id, step), visits in sorted(steps.items(), key=lambda each: (-each[1], each[0]))
        ),
    )


def _largest_first(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda each: (-counts[each], each))


def _named(activity_id: str, activity: Activity | None) -> tuple[Words, str]:
    return ({"ko": activity_id}, "") if activity is None else (dict(activity.title), activity.kind)


def _step(activity: Activity | None, step: str) -> tuple[str, Words]:
    question = None if activity is None else activity.question(step)
    return step, {} if question is None else dict(question.label)
