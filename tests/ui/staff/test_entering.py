"""Into the staff panel and out of it again: the gesture, the PIN, the lock, the time that nobody touches anything."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.store import open_store
from kiosk.store.staff_accounts import Done
from tests.ui.staff.staffed import PIN, enter, hold_mark, make_gesture, standing_by, touch_corners, type_pin
from tests.ui.visitor import Visitor
from ui.staff import gesture
from ui.staff.desk import DOOR_IDLE_SECONDS, IDLE_SECONDS


def log(home: Path) -> list[Done]:
    """Return what was logged, the oldest first."""
    with open_store(home) as store:
        return store.staff.log(100)[::-1]


def deeds(visitor: Visitor) -> list[str]:
    """Return what was done at the panel."""
    return [each.deed for each in log(visitor.kiosk.settings.home) if each.account != "test"]


def idle_timer(visitor: Visitor) -> QTimer:
    """Return the timer after which nobody is here."""
    assert visitor.kiosk.session is not None
    timers = visitor.kiosk.session.desk.findChildren(QTimer)
    (idle,) = [each for each in timers if each.isActive() and each.interval() >= 30_000]
    return idle


def test_the_gesture_leads_from_the_attract_screen_to_the_door_and_out_again(attendee: Visitor) -> None:
    make_gesture(attendee)
    attendee.wait_for_screen("StaffEntry")
    assert not attendee.kiosk.kiosk.state.anyone_here  # no visitor: nobody is asked whether they are still there
    attendee.touch("staff.leave")
    attendee.wait_for_screen("Attract")


def test_the_gesture_works_from_home_and_ends_the_visit(attendee: Visitor) -> None:
    attendee.touch("start.en")
    attendee.wait_for_screen("Home")
    make_gesture(attendee)
    attendee.wait_for_screen("StaffEntry")
    assert attendee.kiosk.kiosk.state.language == "ko"


def test_the_gesture_is_deaf_while_a_visitor_answers(attendee: Visitor) -> None:
    attendee.touch("start")
    attendee.wait_for_screen("Home")
    attendee.touch("activity.priorities-2026")
    attendee.wait_for_screen("Choice")
    make_gesture(attendee)
    assert attendee.kiosk.gate is not None
    assert attendee.kiosk.gate._gesture == gesture.Gesture()
    assert attendee.screen in ("Choice", "Home")  # a corner may be a button of the visitor's
    assert attendee.journey.place.staff is None


def test_a_mark_that_is_held_for_three_seconds_begins_no_visit(attendee: Visitor) -> None:
    gesture.HOLD_SECONDS = 3.0  # as long as it is; `standing_by` gives it back
    hold_mark(attendee)
    assert attendee.screen == "Attract"
    touch_corners(attendee)
    attendee.wait_for_screen("StaffEntry")


def test_a_wrong_pin_is_said_and_leaves_no_digit_and_the_fifth_locks(attendee: Visitor) -> None:
    make_gesture(attendee)
    attendee.wait_for_screen("StaffEntry")
    attendee.touch("account.지수")
    for miss in range(1, 6):
        type_pin(attendee, "739215")
        attendee.wait_for(lambda miss=miss: deeds(attendee) == ["missed"] * miss, "the miss in the log")  # type: ignore[misc]
        attendee.wait_for(lambda: attendee.journey.place.staff.missed, "the word about it")  # type: ignore[union-attr]
        assert attendee.journey.place.staff is not None
        assert attendee.journey.place.staff.pin == ""
        locked = attendee.journey.place.staff.locked_seconds
    assert 5 <= locked <= 15
    for digit in PIN:
        attendee.touch(f"digit.{digit}")
    assert not attendee.find("primary").isEnabled()  # the right PIN waits too
    assert "739215" not in attendee.everything_written()


def test_every_entry_and_leaving_is_logged_and_nothing_of_the_pin_stays(attendee: Visitor) -> None:
    enter(attendee)
    attendee.touch("staff.leave")
    attendee.wait_for_screen("Attract")
    attendee.wait_for(lambda: deeds(attendee) == ["entered", "left"], "the log")
    assert attendee.journey.place.staff is None
    assert PIN not in attendee.everything_written()


def test_leaving_returns_to_korean_in_the_usual_size_and_colours(attendee: Visitor) -> None:
    enter(attendee)
    attendee.touch("staff.language")
    attendee.touch("staff.large")
    attendee.touch("staff.contrast")
    state = attendee.kiosk.kiosk.state
    assert (state.language, state.large_text, state.high_contrast) == ("en", True, True)
    attendee.touch("staff.leave")
    attendee.wait_for_screen("Attract")
    state = attendee.kiosk.kiosk.state
    assert (state.language, state.large_text, state.high_contrast) == ("ko", False, False)


def test_ten_minutes_without_a_touch_leave_the_panel_and_a_minute_the_door(attendee: Visitor) -> None:
    make_gesture(attendee)
    attendee.wait_for_screen("StaffEntry")
    assert idle_timer(attendee).interval() == DOOR_IDLE_SECONDS * 1000
    attendee.touch("account.지수")
    type_pin(attendee, PIN)
    attendee.wait_for_screen("StaffToday")
    idle = idle_timer(attendee)
    assert idle.interval() == IDLE_SECONDS * 1000 == 600_000
    idle.start(1000)
    attendee.touch("page.machine")  # a touch starts it over, as long as it is
    attendee.wait_for_screen("StaffMachine")
    idle.start(0)
    attendee.wait_for_screen("Attract")
    attendee.wait_for(lambda: deeds(attendee) == ["entered", "left-idle"], "the log")


def test_without_any_account_the_door_tells_how_to_make_one(attendee: Visitor) -> None:
    with open_store(attendee.kiosk.settings.home) as store:
        for each in store.staff.accounts():
            store.staff.remove(each.name, "test", datetime.now(UTC))
    make_gesture(attendee)
    attendee.wait_for_screen("StaffEntry")
    assert "forum-staff account add" in attendee.everything_written()
    assert not attendee.sees("digit.1")


def test_staff_come_in_while_nothing_can_be_kept_and_are_not_sent_away(attendee: Visitor) -> None:
    sentence = "The disk is nearly full, so no new visit begins."
    attendee.journey.could_not_open(sentence)
    attendee.wait_for_screen("OutOfOrder")
    enter(attendee)
    attendee.journey.could_not_open(sentence)  # it was tried again meanwhile
    attendee.wait_for_screen("StaffToday")
    assert attendee.journey.place.staff is not None
    attendee.touch("staff.leave")
    attendee.wait_for_screen("Attract")


def test_every_digit_of_the_pin_is_seen_without_scrolling_in_large_letters_on_a_small_screen(
    qapp: QGuiApplication, staffed_home: Path
) -> None:
    with standing_by(staffed_home, screen="1024x768@15in") as attendee:
        make_gesture(attendee)
        attendee.touch("staff.large")
        attendee.wait_for_screen("StaffEntry")
        above = attendee.find("primary").mapToScene(QPointF(0, 0)).y()
        attendee.wait_for(lambda: attendee.centre_of("account.지수").y() > 0, "the page at its start")
        for digit in "1234567890":
            key = attendee.find(f"digit.{digit}")
            assert key.mapToScene(QPointF(0, key.height())).y() < above
