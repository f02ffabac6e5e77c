"""Counting the submissions of a period day by day, so that a year needs no more memory than its busiest day."""

from collections.abc import Iterator
from datetime import date

from pydantic_core import from_json

from kiosk.forum.day_counts import DayCounts, added_lines
from kiosk.forum.rapid_repeats import with_rapid_repeats
from kiosk.forum.tallies import Tally, TallyLine
from kiosk.reports.summary import Totals
from kiosk.store import Store


def count_days(store: Store, first: date, last: date, totals: Totals) -> Iterator[list[TallyLine]]:
    """Yield each day's tally lines, together the lines of `Store.tally`, and add them to the totals."""
    kiosk_id, tally = store.kiosk_id(), Tally(store.pack)
    kept = store.retention.kept_days(first, last)
    for day, payloads in store.days(first, last):
        for before in [each for each in kept if each < day]:
            yield _counted(kept.pop(before), totals)
        for record, rapid_repeat in with_rapid_repeats(map(from_json, payloads)):
            tally.add(kiosk_id, record, rapid_repeat)
            totals.glance.add(record, rapid_repeat)
        lines, repeats = tally.lines(), tally.rapid_repeat_lines()
        if counts := kept.pop(day, None):
            totals.glance.add_told(counts.glance)
            lines = list(added_lines(counts.lines, lines))
            repeats = list(added_lines(counts.rapid_repeat_lines, repeats))
        totals.add(lines, repeats)
        tally.forget_counts()
        yield lines
    for counts in kept.values():
        yield _counted(counts, totals)


def _counted(counts: DayCounts, totals: Totals) -> list[TallyLine]:
    """Add a day whose words were deleted after the retention period."""
    totals.glance.add_told(counts.glance)
    totals.add(counts.lines, counts.rapid_repeat_lines)
    return list(counts.lines)
