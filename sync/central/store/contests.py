"""What happened to contests, and their entries."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from sync.central.store import review_tables as t
from sync.central.store.errors import CentralError


class ContestMoved(CentralError):
    """Somebody else recorded something about the contest at the same moment."""


@dataclass(frozen=True, slots=True)
class StoredStep:
    """One event of a contest, who recorded it and when."""

    seq: int
    on: date
    kind: str
    record: dict[str, Any]
    staff: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One proposal of a contest, as the inbox knows it."""

    proposal_id: str
    title: str
    stage: str
    language: str
    received_on: date
    due_on: date | None
    lane: int


def steps_of(connection: Connection, activity_id: str) -> list[StoredStep]:
    """Return a contest's events, oldest first."""
    c = t.contest_event.c
    columns = [c[name] for name in StoredStep.__slots__]
    rows = connection.execute(select(*columns).where(c.activity_id == activity_id).order_by(c.seq))
    return [StoredStep(*row) for row in rows]


def add_step(connection: Connection, activity_id: str, step: StoredStep) -> None:
    """Append an event; raises ContestMoved where its place is taken."""
    values = {name: getattr(step, name) for name in StoredStep.__slots__}
    try:
        connection.execute(insert(t.contest_event).values(activity_id=activity_id, **values))
    except IntegrityError:
        raise ContestMoved(
            "Somebody else recorded something about this contest at the same moment; nothing was changed. "
            "Read it again, then record again."
        ) from None


def contests_with_steps(connection: Connection) -> list[str]:
    """Return the contests to which anything has happened."""
    return list(connection.execute(select(t.contest_event.c.activity_id).distinct()).scalars())


def entries_of(connection: Connection, activity_id: str, closes: date) -> list[Entry]:
    """Return everything that came in for a contest by its last day, oldest first."""
    c = t.proposal.c
    query = select(*(c[name] for name in Entry.__slots__)).where(
        c.activity_id == activity_id, c.kind == "call", c.received_on <= closes
    )
    return [Entry(*row) for row in connection.execute(query.order_by(c.received_on, c.proposal_id))]


def count_entries(connection: Connection, activity_id: str, closes: date) -> int:
    """Return how many entries a contest has."""
    c = t.proposal.c
    query = select(func.count()).where(c.activity_id == activity_id, c.kind == "call", c.received_on <= closes)
    return int(connection.execute(query.select_from(t.proposal)).scalar_one())
