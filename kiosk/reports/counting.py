"""Counting the submissions of a period day by day, so that a year needs no more memory than its busiest day."""

from collections.abc import Iterator
from datetime import date

from pydantic_core import from_json

from kiosk.forum.rapid_repeats import with_rapid_repeats
from kiosk.forum.tallies import Tally, TallyLine
from kiosk.reports.summary import Totals
from kiosk.store import Store


def count_days(store: Store, first: date, last: date, totals: Totals) -> Iterator[list[TallyLine]]:
    """Yield each day's tally lines, together the lines of `Store.tally`, and add them to the totals."""
    kiosk_id, tally = store.kiosk_id(), Tally(store.pack)
    for _, payloads in store.days(first, last):
        for record, rapid_repeat in with_rapid_repeats(map(from_json, payloads)):
            tally.add(kiosk_id, record, rapid_repeat)
            totals.glance.add(record, rapid_repeat)
        lines = tally.lines()
        totals.add(lines, tally.rapid_repeat_lines())
        tally.forget_counts()
        yield lines
