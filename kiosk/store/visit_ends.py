"""How many visits ended without a submission, where, and after how long: counts, and nothing of any visitor."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kiosk.forum.visit_ends import VisitEnds
from kiosk.store import tables as t
from kiosk.store.part import StorePart


class VisitEndCounts(StorePart):
    """One store's counts."""

    def add(self, day: date, end: VisitEnds) -> None:
        """Count visits that ended on a day in Seoul."""
        c = t.visit_end.c
        keys = {
            "day": day.isoformat(),
            "hour": end.hour,
            "activity_id": end.activity_id,
            "language": end.language,
            "step": end.step,
            "outcome": end.outcome,
        }
        statement = insert(t.visit_end).values(**keys, visits=end.visits, seconds=end.seconds)
        more = {"visits": c.visits + end.visits, "seconds": c.seconds + end.seconds}
        with self._writing() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=list(keys), set_=more))

    def of_day(self, day: date) -> list[VisitEnds]:
        """Return what was counted of a day in Seoul, by hour."""
        c = t.visit_end.c
        query = select(c.hour, c.activity_id, c.language, c.step, c.outcome, c.visits, c.seconds)
        with self._reading():
            rows = self._connection.execute(query.where(c.day == day.isoformat()).order_by(c.hour))
            return [VisitEnds(*row) for row in rows]
