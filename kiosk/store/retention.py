"""The end of the retention period: a day's words are deleted here, and what was counted of it stays.

A day is due once it, and the signed receipt of the ministry that covers each of its records, are older than the period,
none of them is in quarantine, and every withdrawal of it is confirmed. The places, commitments and receipt numbers
stay, so that the chain still verifies and a later withdrawal still reaches the ministry.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time

from sqlalchemy import Connection, bindparam, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.forum.day_counts import DayCounts, together, unpacked_counts
from kiosk.forum.seoul import SEOUL, utc_text
from kiosk.store import tables as t

_C = t.submission.c
_COVERED = (
    select(func.max(t.receipt.c.through_seq))
    .where(t.receipt.c.epoch == _C.epoch, t.receipt.c.received_at < bindparam("before"))
    .scalar_subquery()
)
_WAITS = exists().where(t.outbox.c.submission_id == _C.id)
_SET_ASIDE = exists().where(t.quarantine.c.submission_id == _C.id)
_UNCONFIRMED = exists().where(t.withdrawal.c.submission_id == _C.id, t.withdrawal.c.receipt.is_(None))
_HELD_BACK = _WAITS | _SET_ASIDE | _UNCONFIRMED | (_C.seq > func.coalesce(_COVERED, 0))
_DELETED = select(func.coalesce(func.sum(t.kept_day.c.deleted), 0))
_DELETED_AFTER = (
    select(func.count())
    .select_from(t.submission)
    .where(_C.epoch == bindparam("epoch"), _C.seq > bindparam("seq"), _C.payload.is_(None))
    .where(~exists().where(t.withdrawal.c.submission_id == _C.id))
)


class Retention:
    """What one store deletes and keeps; `writing` gives a transaction, `reading` turns the database's errors around."""

    def __init__(
        self,
        connection: Connection,
        reading: Callable[[], AbstractContextManager[None]],
        writing: Callable[[], AbstractContextManager[Connection]],
        kiosk_id: Callable[[], str],
    ) -> None:
        self._connection, self._reading, self._writing = connection, reading, writing
        self._kiosk_id = kiosk_id

    def kept_days(self, first: date, last: date) -> dict[date, DayCounts]:
        """Return what was counted of those Seoul days whose words were deleted, under the kiosk's present name."""
        kiosk_id = self._kiosk_id()
        with self._reading():
            kept = _kept_counts(self._connection, first, last)
        return {day: counts.of_kiosk(kiosk_id) for day, counts in kept.items()}

    def deleted(self) -> int:
        """Return of how many submissions the words were ever deleted."""
        with self._reading():
            return int(self._connection.execute(_DELETED).scalar_one())

    def delete_words(self, before: date, count: Callable[[date], DayCounts]) -> tuple[int, int]:
        """Delete the words of days, and receipts for them, before this one; `count` counts what is here of a day.

        Returns how many submissions were deleted, and how many days wait for the ministry's receipt or for staff.
        """
        with self._reading():
            days = _days_with_words(self._connection, before)
        deleted = held_back = 0
        for day in days:
            with self._writing() as connection:  # day by day, so that a visitor never waits for long
                if not _is_due(connection, day, before):
                    held_back += 1
                    continue
                counted, kept = count(day), self.kept_days(day, day).get(day)
                words = _delete_words(connection, day)
                _keep_counts(connection, day, together(kept, counted) if kept else counted, words)
                deleted += words
        return deleted, held_back

    def deleted_after(self, epoch: int, seq: int) -> int:
        """Return how many submissions of an epoch after a place have lost their words to the retention period."""
        with self._reading():
            return int(self._connection.execute(_DELETED_AFTER, {"epoch": epoch, "seq": seq}).scalar_one())


def _days_with_words(connection: Connection, before: date) -> list[date]:
    """Return the days before this one of which words are still here, in order."""
    query = select(_C.day).where(_C.day < before.isoformat(), _C.payload.is_not(None)).distinct().order_by(_C.day)
    return [date.fromisoformat(day) for day in connection.execute(query).scalars()]


def _is_due(connection: Connection, day: date, before: date) -> bool:
    """Tell whether nothing holds a day's words back."""
    query = select(_C.id).where(_C.day == day.isoformat(), _HELD_BACK).limit(1)
    midnight = utc_text(datetime.combine(before, time(), SEOUL))
    return connection.execute(query, {"before": midnight}).first() is None


def _keep_counts(connection: Connection, day: date, counts: DayCounts, deleted: int) -> None:
    statement = insert(t.kept_day).values(day=day.isoformat(), counts=counts.packed(), deleted=deleted)
    changes = {"counts": statement.excluded.counts, "deleted": t.kept_day.c.deleted + statement.excluded.deleted}
    connection.execute(statement.on_conflict_do_update(index_elements=["day"], set_=changes))


def _delete_words(connection: Connection, day: date) -> int:
    """Delete a day's words and salts; return of how many submissions."""
    words = update(t.submission).where(_C.day == day.isoformat(), _C.payload.is_not(None))
    return connection.execute(words.values(payload=None, salt=None)).rowcount


def _kept_counts(connection: Connection, first: date, last: date) -> dict[date, DayCounts]:
    """Return what was kept of these days, both included."""
    c = t.kept_day.c
    query = select(c.day, c.counts).where(c.day.between(first.isoformat(), last.isoformat())).order_by(c.day)
    return {date.fromisoformat(day): unpacked_counts(counts) for day, counts in connection.execute(query)}
