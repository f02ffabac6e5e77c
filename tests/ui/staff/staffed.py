"""A kiosk with staff accounts and a stick, and somebody who makes the gesture and enters by touch."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPointF

from kiosk.forum.staffing import OWN, Closure, Role
from kiosk.staff_entry import hashed_pin
from kiosk.store import open_store
from tests.ui.visitor import Visitor, visiting
from ui.staff import gate, gesture
from ui.staff.roots import Roots
from ui.staff.state import Staff

PIN = "482913"


def add_accounts(home: Path) -> None:
    """Add a manager and an attendant with the same PIN."""
    pin_hash, now = hashed_pin(PIN), datetime.now(UTC)
    with open_store(home) as store:
        store.staff.add("지수", Role.MANAGER, pin_hash, "test", now)
        store.staff.add("민호", Role.ATTENDANT, pin_hash, "test", now)


@contextmanager
def held_briefly() -> Iterator[None]:
    """The mark need not be held for three seconds."""
    held = gesture.HOLD_SECONDS
    gesture.HOLD_SECONDS = 0.2
    try:
        yield
    finally:
        gesture.HOLD_SECONDS = held


@contextmanager
def standing_by(home: Path, roots: Roots | None = None, **changes: object) -> Iterator[Visitor]:
    """Open a kiosk whose gesture need not be waited for."""
    with held_briefly(), visiting(home, roots=roots or Roots(), **changes) as visitor:  # type: ignore[arg-type]
        yield visitor


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


def staff_pages(visitor: Visitor, language: str, theme: str, take: Callable[[str], None]) -> None:
    """Walk through every page of the panel by touch, and the screen that visitors see while it is out of service."""
    home = visitor.kiosk.settings.home
    add_accounts(home)
    with held_briefly():
        make_gesture(visitor)
    visitor.wait_for_screen("StaffEntry")
    for wanted, button in ((language == "en", "language"), ("large" in theme, "large"), ("high" in theme, "contrast")):
        if wanted:
            visitor.touch(f"staff.{button}")
    visitor.touch("account.지수")
    take("staff-entry")
    type_pin(visitor, PIN)
    visitor.wait_for_screen("StaffToday")
    visitor.wait_for(lambda: staff_of(visitor).day, "the day")
    take("staff-today")
    visitor.touch("page.export")
    visitor.wait_for_screen("StaffExport")
    take("staff-export")
    _pages_of_a_manager(visitor, take)
    visitor.touch("page.tests")
    visitor.wait_for_screen("StaffTests")
    take("staff-tests")
    visitor.touch("page.machine")
    visitor.wait_for_screen("StaffMachine")
    visitor.wait_for(lambda: staff_of(visitor).machine.status, "the machine")
    visitor.touch("closure.elsewhere")
    visitor.find("machine.outcome")
    take("staff-machine")
    visitor.touch("closure.own")
    visitor.wait_for_screen("StaffMessage")
    visitor.type("곧 다시 열게요" if language == "ko" else "back soon")
    take("staff-message")
    visitor.touch("primary")
    visitor.wait_for(lambda: (staff_of(visitor).machine.closure or Closure("")).reason == OWN, "the message")
    visitor.touch("staff.leave")
    visitor.wait_for_screen("Closed")
    take("closed")
    with open_store(home) as store:
        store.staff.open("test", datetime.now(UTC))
    visitor.journey.look_again()
    visitor.wait_for_screen("Attract")


def _pages_of_a_manager(visitor: Visitor, take: Callable[[str], None]) -> None:
    """Walk through the pages where what visitors are asked, accounts and settings are changed."""
    for page in ("cards", "content"):
        visitor.touch(f"page.{page}")
        visitor.wait_for_screen(f"Staff{page.title()}")
        take(f"staff-{page}")
    visitor.touch("primary")
    visitor.wait_for_screen("StaffInstall")
    visitor.wait_for(lambda: staff_of(visitor).content.sticks is not None, "the sticks")
    take("staff-install")
    visitor.touch("staff.back")
    visitor.wait_for_screen("StaffContent")
    visitor.touch("page.people")
    visitor.wait_for_screen("StaffPeople")
    visitor.wait_for(lambda: staff_of(visitor).people.accounts, "the accounts")
    take("staff-people")
    visitor.touch("primary")
    visitor.wait_for_screen("StaffName")
    take("staff-name")
    visitor.touch("staff.back")
    visitor.wait_for_screen("StaffPeople")
    visitor.touch("changePin.민호")
    visitor.wait_for_screen("StaffPin")
    take("staff-pin")
    visitor.touch("staff.back")
    visitor.wait_for_screen("StaffPeople")
    visitor.touch("page.settings")
    visitor.wait_for_screen("StaffSettings")
    visitor.wait_for(lambda: staff_of(visitor).settings.kept, "the settings")
    take("staff-settings")
    visitor.touch("settings.hours")
    take("staff-settings-hours")


def staff_of(visitor: Visitor) -> Staff:
    """Return where staff stand."""
    found = visitor.journey.place.staff
    assert found is not None
    return found
