"""Rapid repeats: votes that one hand may have cast again and again, flagged and never deleted.

A submission on the touchscreen is a rapid repeat where the one before it to the same activity, at the same kiosk on the
same day, was finished less than RAPID_SECONDS earlier. That is shorter than it takes one visitor to leave, the next to
step up, and a poll to be read and answered; it says nothing about who did it. The first of a row is never flagged.
Order is the order in which records were kept, so a clock that jumps back flags nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from kiosk.forum.seoul import seoul_day

RAPID_SECONDS = 15


def is_rapid_repeat(before: datetime, after: datetime) -> bool:
    """Tell whether two submissions in a row to one activity came too fast for two people."""
    gap = (after - before).total_seconds()
    return 0 <= gap < RAPID_SECONDS and seoul_day(before) == seoul_day(after)


def with_rapid_repeats(records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """Yield each record of one kiosk, in the order in which they were kept, and whether it is a rapid repeat."""
    last: dict[str, datetime] = {}
    for record in records:
        if record["channel"] != "kiosk":
            yield record, False
            continue
        activity_id, at = record["activity"], datetime.fromisoformat(record["recorded_at"])
        before = last.get(activity_id)
        last[activity_id] = at
        yield record, before is not None and is_rapid_repeat(before, at)
