"""A kiosk with staff accounts and a stick, and somebody who makes the gesture and enters by touch."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPointF

from kiosk.forum.staffing import Role
from kiosk.staff_entry import hashed_pin
from kiosk.store import open_store
from tests.ui.visitor import Visitor, visiting
from ui.staff import gate, gesture
from ui.staff.roots import Roots

PIN = "482913"


def add_accounts(home: Path) -> None:
    """Add a manager and an attendant with the same PIN."""
    pin_hash, now = hashed_pin(PIN), datetime.now(UTC)
    with open_store(home) as store:
        store.staff.add("지수", Role.MANAGER, pin_hash, "test", now)
        store.staff.add("민호", Role.ATTENDANT, pin_hash, "test", now)


@contextmanager
def standing_by(home: Path, roots: Roots | None = None, **changes: object) -> Iterator[Visitor]:
    """Open a kiosk whose gesture need not be waited for three seconds."""
    held = gesture.HOLD_SECONDS
    gesture.HOLD_SECONDS = 0.2
    try:
        with visiting(home, roots=roots or Roots(), **changes) as visitor:  # type: ignore[arg-type]
            yield visitor
    finally:
        gesture.HOLD_SECONDS = held


def make_gesture(visitor: Visitor) -> None:
    """Hold the ministry's mark, then touch the four corners clockwise."""
    hold_mark(visitor)
    touch_corners(visitor)


def hold_mark(visitor: Visitor) -> None:
    """Hold the ministry's mark for as long as it takes."""
    visitor.wait_for(visitor._is_still, "a still screen")
    at = visitor.centre_of("mark").toPoint()
    visitor._press(at)
    end = time.monotonic() + gesture.HOLD_SECONDS
    visitor.wait_for(lambda: time.monotonic() > end, "the mark to be held for long")
    visitor._lift(at)


def touch_corners(visitor: Visitor) -> None:
    """Touch the four corners clockwise."""
    width, height, inset = visitor.window.width(), visitor.window.height(), gate.CORNER_MM
    for x, y in ((inset, inset), (width - inset, inset), (width - inset, height - inset), (inset, height - inset)):
        visitor.touch_at(QPointF(x, y))


def enter(visitor: Visitor, account: str = "지수", pin: str = PIN) -> None:
    """Make the gesture, choose the account and enter its PIN."""
    make_gesture(visitor)
    visitor.wait_for_screen("StaffEntry")
    visitor.touch(f"account.{account}")
    type_pin(visitor, pin)
    visitor.wait_for_screen("StaffToday")


def type_pin(visitor: Visitor, pin: str) -> None:
    """Type a PIN on the pad and send it."""
    for digit in pin:
        visitor.touch(f"digit.{digit}")
    visitor.touch("primary")
