"""What the line remembers between two runs, and the span of each day's submissions that it reports."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.store import tables as t

# Why the line stands still until people do something: “conflict”, “refused”, or nothing.
STOPPED = "line stopped"


@dataclass(frozen=True, slots=True)
class DaySpan:
    """One day's submissions of one epoch: their first and last place, how many, and how many of them stand."""

    day: date
    epoch: int
    first_seq: int
    last_seq: int
    records: int
    standing: int


def read(connection: Connection, key: str) -> str | None:
    """Return what was noted under a key."""
    return connection.execute(select(t.line_note.c.value).where(t.line_note.c.key == key)).scalar_one_or_none()


def write(connection: Connection, key: str, value: str) -> None:
    """Note something in place of what was noted before."""
    statement = insert(t.line_note).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def last_seq(epoch: int) -> Select[int]:
    """Select the place of an epoch's newest submission, or 0."""
    return select(func.coalesce(func.max(t.submission.c.seq), 0)).where(t.submission.c.epoch == epoch)


def confirmed_seq(epoch: int) -> Select[int]:
    """Select the place of an epoch through which the ministry has acknowledged everything, or 0."""
    c = t.submission.c
    waiting = select(func.min(c.seq)).join(t.outbox, t.outbox.c.submission_id == c.id).where(c.epoch == epoch)
    last = func.coalesce(func.max(c.seq), 0)
    return select(func.coalesce(waiting.scalar_subquery() - 1, last)).where(c.epoch == epoch)


def day_spans(connection: Connection, since: date | None) -> list[DaySpan]:
    """Return the spans of the days from one on, or of all, in order."""
    c = t.submission.c
    # What stands is what was not withdrawn, be its words still here or not.
    stands = func.count() - func.count(t.withdrawal.c.submission_id)
    query = select(c.day, c.epoch, func.min(c.seq), func.max(c.seq), func.count(), stands)
    query = query.outerjoin(t.withdrawal, t.withdrawal.c.submission_id == c.id)
    if since is not None:
        query = query.where(c.day >= since.isoformat())
    rows = connection.execute(query.group_by(c.day, c.epoch).order_by(c.day, c.epoch))
    return [DaySpan(date.fromisoformat(day), *rest) for day, *rest in rows]
