"""What the ministry publishes, as it came down last: all of one edition, exchanged as a whole."""

import json
from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, insert, select

from kiosk.forum.ministry_results import MinistryResults
from kiosk.store import line_notes
from kiosk.store import tables as t
from kiosk.store.part import StorePart

_AS_OF = "results as of"


class Ministry(StorePart):
    """One store's copy of the ministry's results."""

    def keep(self, as_of: date, results: Iterable[MinistryResults]) -> None:
        """Keep an edition, whose signature was verified, in place of the one before."""
        rows = [
            {
                "activity_id": each.activity_id,
                "through": each.through.isoformat(),
                "people": each.people,
                "counts": json.dumps([(*cell, count) for cell, count in each.counts.items()]).encode(),
            }
            for each in results
        ]
        with self._writing() as connection:
            connection.execute(delete(t.ministry_results))
            if rows:
                connection.execute(insert(t.ministry_results), rows)
            line_notes.write(connection, _AS_OF, as_of.isoformat())

    def as_of(self) -> date | None:
        """Return the day of the edition that is here, or None before the first."""
        with self._reading():
            day = line_notes.read(self._connection, _AS_OF)
        return date.fromisoformat(day) if day else None

    def results(self, activity_id: str) -> MinistryResults | None:
        """Return what the ministry publishes of an activity, or None where it publishes nothing of it."""
        query = select(t.ministry_results).where(t.ministry_results.c.activity_id == activity_id)
        with self._reading():
            row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        counts = {(question, option): count for question, option, count in json.loads(row.counts)}
        return MinistryResults(row.activity_id, date.fromisoformat(row.through), row.people, counts)
