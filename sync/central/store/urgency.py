"""Urgency as one number, so that one index sorts by it and each filter by what is due is a range of it."""

from datetime import date

_LANE = 10_000_000
_NO_DAY = _LANE - 1


def urgency(lane: int, due_on: date | None) -> int:
    """Return what the inbox sorts by: the lane first, then the day, no day the last."""
    return lane * _LANE + (due_on.toordinal() if due_on else _NO_DAY)
