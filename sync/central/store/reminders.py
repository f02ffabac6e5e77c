"""Whose clock runs out soon, and when somebody was last told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, update

from sync.central.store import review_tables as t
from sync.central.store.urgency import urgency


@dataclass(frozen=True, slots=True)
class Owed:
    """What the ministry owes on a proposal whose clock runs."""

    proposal_id: str
    duty: str
    due_on: date
    last_reminded: date | None


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A proposal in which somebody else's word is awaited, and the terms that it came in under."""

    proposal_id: str
    terms: str
    last_reminded: date | None


def awaiting(connection: Connection, stages: Sequence[str]) -> list[Awaiting]:
    """Return the proposals in these stages."""
    c = t.proposal.c
    rows = connection.execute(select(c.proposal_id, c.terms, c.last_reminded).where(c.stage.in_(stages)))
    return [Awaiting(*row) for row in rows]


def owed_through(connection: Connection, last: date) -> list[Owed]:
    """Return what is due by a day, the most urgent first."""
    c = t.proposal.c
    query = select(c.proposal_id, c.duty, c.due_on, c.last_reminded).where(c.urgency <= urgency(0, last))
    return [Owed(*row) for row in connection.execute(query.order_by(c.urgency, c.proposal_id))]


def note_reminded(connection: Connection, proposal_ids: Sequence[str], day: date) -> None:
    """Note that somebody was told of these today."""
    connection.execute(update(t.proposal).where(t.proposal.c.proposal_id.in_(proposal_ids)).values(last_reminded=day))
