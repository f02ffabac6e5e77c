"""A year in figures, for the report that the decree asks for (국민 제안 규정 art. 24(2))."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from sqlalchemy import Connection

from kiosk.forum.disclosure import FEWEST, shown_counts
from kiosk.forum.packs import words_in
from sync.central.public.edition import Edition, Funnel, funnel_of
from sync.central.results.published import PublishedActivity
from sync.central.store import devices, showing
from sync.central.store.database import Database
from sync.central.store.packs import PackShelf

# What the decree allows for a decision (art. 10(1)); holidays and stopped clocks lengthen single ones.
DECISION_DAYS = 30


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What happened to the proposals received in a year, through a day; None where fewer than ten are behind it.

    `median_days` is from receipt to decision, `in_time` counts decisions within thirty days, of `decided`.
    """

    first: date
    through: date
    funnel: Funnel
    months: tuple[int | None, ...]
    topics: tuple[tuple[str, int | None], ...]
    decided: int
    median_days: float | None
    in_time: int | None
    activities: tuple[PublishedActivity, ...]

    @property
    def people(self) -> int:
        """How often people took part in the activities of the year."""
        return sum(each.people for each in self.activities)


def year_figures(database: Database, edition: Edition, year: int) -> YearFigures:
    """Count the proposals of a year through the edition's day."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), edition.as_of)
    with database.reading() as connection:
        return _figures(showing.steps_of_received(connection, first, last, edition.as_of), edition, first, last)


def topic_labels(connection: Connection, shelf: PackShelf) -> dict[str, str]:
    """Return the Korean words of every field and topic that a proposal can have chosen."""
    return {
        option.id: words_in(option.label, "ko")
        for device in devices.every_device(connection)
        for pack in shelf.every_pack_of(connection, device.no).values()
        for activity in pack.every_activity()
        for question in activity.questions
        if question.id in ("field", "topic")
        for option in question.options
    }


def _figures(
    steps: Iterable[tuple[str, str | None, str, date]], edition: Edition, first: date, last: date
) -> YearFigures:
    happened: dict[str, set[str]] = {}
    received: dict[str, date] = {}
    topics: Counter[str] = Counter()
    days: dict[str, int] = {}
    for proposal_id, topic, kind, on in steps:
        happened.setdefault(kind, set()).add(proposal_id)
        if kind == "received":
            received[proposal_id] = on
            topics[topic or ""] += 1
        elif kind in ("adopted", "refused"):
            days.setdefault(proposal_id, (on - received[proposal_id]).days)
    by_month = Counter(on.month for on in received.values())
    names = sorted(topics, key=lambda name: (-topics[name], name))
    enough = len(days) >= FEWEST
    return YearFigures(
        first=first,
        through=last,
        funnel=funnel_of({kind: len(ids) for kind, ids in happened.items()}),
        months=tuple(shown_counts([by_month[month] for month in range(1, last.month + 1)])),
        topics=tuple(zip(names, shown_counts([topics[name] for name in names]), strict=True)),
        decided=len(days),
        median_days=median(days.values()) if enough else None,
        in_time=_in_time(days.values()) if enough else None,
        activities=tuple(each for each in edition.activities if each.first_day <= last and each.last_day >= first),
    )


def _in_time(days: Iterable[int]) -> int:
    return sum(each <= DECISION_DAYS for each in days)
