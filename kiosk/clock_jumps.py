"""Jumps of the wall clock while the kiosk runs: it is held against a clock that only ever goes on.

Nothing is ordered by the wall clock; a jump is told to staff because the hours of a tally follow it.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.forum.seoul import utc_text
from kiosk.reports.whole_files import write_whole

FILE = "clock-jumps.json"
MOST_JUMPS = 50
# Below this the clock is being kept in step; a step of less changes no hour that anybody counts.
SMALLEST = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class ClockJump:
    """The clock should have shown `expected` and showed `shown`, both RFC 3339 in UTC."""

    expected: str
    shown: str

    @property
    def by(self) -> timedelta:
        """How far it jumped; negative is back."""
        return datetime.fromisoformat(self.shown) - datetime.fromisoformat(self.expected)


class ClockWatch:
    """Looks at the clock now and then; both clocks tell seconds, the steady one goes on while the machine sleeps."""

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = lambda: time.clock_gettime(time.CLOCK_BOOTTIME),
    ) -> None:
        self._wall, self._steady = wall, steady
        self._apart = wall() - steady()

    def look(self) -> ClockJump | None:
        """Return the jump since the last look, if there was one."""
        shown, expected = self._wall(), self._apart + self._steady()
        self._apart += shown - expected
        if abs(shown - expected) < SMALLEST.total_seconds():
            return None
        return ClockJump(utc_text(_moment(expected)), utc_text(_moment(shown)))


def note_clock_jump(home: Path, jump: ClockJump) -> None:
    """Note a jump beside the store, and keep the newest; raises ForumError where it cannot be written."""
    noted = [*clock_jumps(home), jump][-MOST_JUMPS:]
    write_whole(home / FILE, json.dumps([{"expected": each.expected, "shown": each.shown} for each in noted]).encode())


def clock_jumps(home: Path) -> list[ClockJump]:
    """Return the noted jumps, the oldest first; none where nothing was noted or the file is damaged."""
    try:
        return [ClockJump(**each) for each in json.loads((home / FILE).read_bytes())]
    except (OSError, ValueError, TypeError):
        return []


def jumps_within(home: Path, now: datetime, time: timedelta) -> tuple[ClockJump, ...]:
    """Return the noted jumps to a moment within the time before now."""
    return tuple(each for each in clock_jumps(home) if now - time <= datetime.fromisoformat(each.shown) <= now)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
