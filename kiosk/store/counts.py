"""Counting what the store holds, together with what was kept of days whose words are deleted."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from pydantic_core import from_json
from sqlalchemy import Connection

from kiosk.forum.day_counts import DayCounts, added_lines, count_day
from kiosk.forum.tallies import PackOf, Tally, TallyLine
from kiosk.store import ledger, withdrawals
from kiosk.store.retention import Retention


class Counts:
    """One store's counts; results are remembered, so that each call reads only what came since the last."""

    def __init__(
        self,
        connection: Connection,
        reading: Callable[[], AbstractContextManager[None]],
        retention: Retention,
        pack_of: PackOf,
        kiosk_id: Callable[[], str],
    ) -> None:
        self._connection, self._reading, self._retention = connection, reading, retention
        self._pack_of, self._kiosk_id = pack_of, kiosk_id
        self._tallies: dict[str, tuple[Tally, int]] = {}
        self._changed = (0, 0)

    def participants(self, day: date) -> int:
        """Return how many submissions of a day in Seoul stand."""
        kept = self._retention.kept_days(day, day).get(day)
        with self._reading():
            here = int(self._connection.execute(ledger.count_standing(day)).scalar_one())
        return here + (kept.submissions if kept else 0)

    def tally(self, first: date, last: date) -> list[TallyLine]:
        """Count the submissions of these Seoul days, both included."""
        tally, kiosk_id = Tally(self._pack_of), self._kiosk_id()
        with self._reading():
            query = self._connection.execution_options(yield_per=1000).execute(ledger.standing(first, last))
            for payload in query.scalars():
                tally.add(kiosk_id, from_json(payload))
        kept = [line for counts in self._retention.kept_days(first, last).values() for line in counts.lines]
        return list(added_lines(kept, tally.lines())) if kept else tally.lines()

    def day(self, day: date) -> DayCounts:
        """Count, for keeping, what is still here of a day."""
        with self._reading():
            payloads = self._connection.execute(ledger.standing(day, day).order_by(ledger.ID)).scalars()
            return count_day(self._kiosk_id(), map(from_json, payloads), self._pack_of)

    def results(self, activity_id: str) -> list[TallyLine]:
        """Count everything said so far in one activity.

        After a withdrawal, or when words were deleted after their retention period, everything is counted anew.
        """
        deleted = self._retention.deleted()
        with self._reading():
            changed = (int(self._connection.execute(withdrawals.COUNT).scalar_one()), deleted)
            if changed != self._changed:
                self._changed = changed
                self._tallies.clear()
            tally, through = self._tallies.get(activity_id, (Tally(self._pack_of), 0))
            for row in self._connection.execute(ledger.of_activity(activity_id, through)):
                through = row.id
                if row.payload is not None:
                    tally.add("", from_json(row.payload))
        self._tallies[activity_id] = tally, through
        if not deleted:
            return tally.lines()
        days = self._retention.kept_days(date.min, date.max).values()
        kept = [line for counts in days for line in counts.of_kiosk("").lines if line.activity_id == activity_id]
        return list(added_lines(kept, tally.lines()))
