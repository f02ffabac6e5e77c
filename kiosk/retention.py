"""How long a kiosk keeps the words that the ministry has acknowledged, and deleting them after that."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import SEOUL, seoul_day
from kiosk.store import Store

DAYS_VARIABLE = "FORUM_RETENTION_DAYS"
DEFAULT_DAYS = 90
_MOST_DAYS = 3650
# Under this key the store notes the day on which words were deleted last.
_PRUNED_ON = "words deleted on"
# The lobby is closed then (Seoul): nobody waits while the disk is busy.
_CLOSING_HOUR, _OPENING_HOUR = 19, 7
_LONGEST_BETWEEN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many submissions' words were deleted, and how many days wait for a receipt, a withdrawal or staff."""

    submissions: int
    days_held_back: int


def retention_days() -> int:
    """Return for how many days delivered words are kept; raises ForumError where the setting is no number of days."""
    text = os.environ.get(DAYS_VARIABLE, "").strip() or str(DEFAULT_DAYS)
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_DAYS):
        raise ForumError(
            f"{DAYS_VARIABLE} is “{text}”, but takes 1 to {_MOST_DAYS} days; nothing was deleted. Mend the setting."
        )
    return int(text)


def prune(store: Store, now: datetime, days: int) -> Pruned:
    """Delete the words of days that ended, and were acknowledged, more than so many days ago; their counts stay."""
    deleted, held_back = store.delete_words(seoul_day(now) - timedelta(days=days))
    store.save_line_note(_PRUNED_ON, seoul_day(now).isoformat())
    return Pruned(deleted, held_back)


def is_due(store: Store, now: datetime) -> bool:
    """Tell whether it is time to prune."""
    return is_quiet(now, store.line_note(_PRUNED_ON))


def is_quiet(now: datetime, last: str | None) -> bool:
    """Tell whether it is time for daily work: once a day after closing; in opening hours only where that never came.

    `last` is the day in Seoul on which it was done last.
    """
    today = seoul_day(now)
    if last == today.isoformat():
        return False
    closed = not _OPENING_HOUR <= now.astimezone(SEOUL).hour < _CLOSING_HOUR
    return closed or last is None or last < (today - _LONGEST_BETWEEN).isoformat()


def prune_when_due(store: Store) -> Pruned | None:
    """Prune by the setting where it is time to; None where it is not."""
    now = datetime.now(UTC)
    return prune(store, now, retention_days()) if is_due(store, now) else None
