"""Whether the wall clock can be trusted: the kernel knows if anything keeps it in step."""

import ctypes
import sys
from datetime import UTC, datetime

from kiosk.forum.submissions import Clock

_TIME_ERROR = 5  # what adjtimex(2) returns where the clock is not synchronised
_FIRST_YEAR = 2026  # this program did not exist before


def clock_quality() -> Clock:
    """Return `good` where the system's clock is synchronised, else `unsure`."""
    if datetime.now(UTC).year < _FIRST_YEAR or not sys.platform.startswith("linux"):
        return "unsure"
    timex = ctypes.create_string_buffer(1024)  # modes 0: only asks; larger than any struct timex
    return "unsure" if ctypes.CDLL(None).adjtimex(timex) in (-1, _TIME_ERROR) else "good"
