"""Visitors' calls for staff: one line each in the kiosk's home, a moment and a screen, nothing of the visitor."""

import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kiosk.forum.seoul import seoul_day, utc_text

_FILE = "staff-calls.txt"
_MOST_LINES = 1000


@dataclass(frozen=True, slots=True)
class StaffCall:
    """One call: when, and on which screen."""

    at: datetime
    screen: str


def note_staff_call(home: Path, at: datetime, screen: str) -> None:
    """Note a call, durably; only the newest thousand are kept. Raises OSError."""
    path = home / _FILE
    lines = path.read_text(encoding="utf-8").splitlines()[1 - _MOST_LINES :] if path.exists() else []
    whole = path.with_suffix(".new")
    with os.fdopen(os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write("\n".join([*lines, f"{utc_text(at)} {screen}"]) + "\n")
        file.flush()
        os.fsync(file.fileno())
    whole.replace(path)


def staff_calls(home: Path, day: date) -> list[StaffCall]:
    """Return the calls of a Seoul day, oldest first; a line that is none is passed over."""
    path = home / _FILE
    calls = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        moment, _, screen = line.partition(" ")
        try:
            calls.append(StaffCall(datetime.fromisoformat(moment), screen))
        except ValueError:
            continue
    return [call for call in calls if seoul_day(call.at) == day]
