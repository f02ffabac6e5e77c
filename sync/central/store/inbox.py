"""The inbox: proposals filtered, searched, and sorted by what is due first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, Select, and_, cast, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import BigInteger

from sync.central.store import review_tables as t

Due = Literal["overdue", "week", "stopped", "none"]
Order = Literal["urgent", "newest"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; empty fields ask for nothing. `pairs` only speed up `terms`."""

    stages: tuple[str, ...] = ()
    kind: str | None = None
    topic: str | None = None
    activity_id: str | None = None
    due: Due | None = None
    terms: tuple[str, ...] = ()
    pairs: tuple[int, ...] = ()
    ids: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the inbox; `days_left` is that of a stopped clock, `same` counts the duplicates linked to it."""

    proposal_id: str
    title: str
    kind: str
    activity_id: str
    device_no: int
    topic: str | None
    language: str
    stage: str
    lane: int
    duty: str | None
    due_on: date | None
    days_left: int | None
    received_on: date
    earlier_id: str | None
    same: int


def listed(
    connection: Connection, wanted: Filter, order: Order, week_ends: date, today: date, offset: int, most: int
) -> list[Listed]:
    """Return a page of the inbox."""
    c = t.proposal.c
    other = t.proposal.alias("other")
    same = select(func.count()).where(other.c.earlier_id == c.proposal_id).scalar_subquery().label("same")
    columns = [c[name] for name in Listed.__slots__ if name != "same"]
    query = _narrowed(select(*columns, same), connection, wanted, week_ends, today)
    first = (c.received_on.desc(),) if order == "newest" else (c.lane, c.due_on)
    rows = connection.execute(query.order_by(*first, c.proposal_id).offset(offset).limit(most))
    return [Listed(**row._mapping) for row in rows]


def count(connection: Connection, wanted: Filter, week_ends: date, today: date) -> int:
    """Return how many proposals a filter finds."""
    query = _narrowed(select(func.count()).select_from(t.proposal), connection, wanted, week_ends, today)
    return int(connection.execute(query).scalar_one())


def stage_counts(connection: Connection) -> dict[str, int]:
    """Return how many proposals stand in each stage."""
    c = t.proposal.c
    rows = connection.execute(select(c.stage, func.count()).group_by(c.stage))
    return {stage: number for stage, number in rows}


def due_counts(connection: Connection, week_ends: date, today: date) -> dict[Due, int]:
    """Return how many are overdue, due within the week, and stopped."""
    kinds: tuple[Due, ...] = ("overdue", "week", "stopped")
    return {due: count(connection, Filter(due=due), week_ends, today) for due in kinds}


def topics(connection: Connection) -> list[tuple[str, str, int]]:
    """Return (activity, topic, a device that knows their words) of everything received."""
    c = t.proposal.c
    rows = connection.execute(
        select(c.activity_id, func.coalesce(c.topic, ""), func.min(c.device_no)).group_by(c.activity_id, c.topic)
    )
    return [(activity, topic, device_no) for activity, topic, device_no in rows]


def _narrowed(query: Select[Any], connection: Connection, wanted: Filter, week_ends: date, today: date) -> Select[Any]:
    c = t.proposal.c
    if wanted.stages:
        query = query.where(c.stage.in_(wanted.stages))
    for column, value in ((c.kind, wanted.kind), (c.topic, wanted.topic), (c.activity_id, wanted.activity_id)):
        if value:
            query = query.where(column == value)
    match wanted.due:
        case "overdue":
            query = query.where(c.lane == 0, c.due_on < today)
        case "week":
            query = query.where(c.lane == 0, c.due_on.between(today, week_ends))
        case "stopped":
            query = query.where(c.lane == 1)
        case "none":
            query = query.where(or_(c.lane == 2, c.due_on.is_(None)))
    if wanted.ids:
        query = query.where(c.proposal_id.between(*wanted.ids))
    # The text first: where PostgreSQL reads every row all the same, it then unpacks the pairs of those alone that fit.
    query = query.where(and_(True, *(c.search_text.contains(term, autoescape=True) for term in wanted.terms)))
    if wanted.pairs and connection.dialect.name == "postgresql":
        query = query.where(c.pairs.contains(_array(wanted.pairs)))
    return query


def _array(values: Sequence[int]) -> Any:
    return cast(list(values), ARRAY(BigInteger))
