"""Touches as they come: many at once, taken away half-way, twice in a moment, and keys that stay down."""

import time

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtQuick import QQuickItem

from tests.accessibility.sight import drawn
from tests.ui.fingers import Fingers
from tests.ui.visitor import Visitor


def at_home(visitor: Visitor) -> Fingers:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    return Fingers(visitor.window)


def pressed(visitor: Visitor) -> list[QQuickItem]:
    return [
        item
        for item in drawn(visitor.window.contentItem())
        if item.inherits("QQuickAbstractButton") and item.property("pressed")
    ]


def at(visitor: Visitor, name: str) -> QPoint:
    return visitor.centre_of(name).toPoint()


def test_a_touch_that_is_cancelled_presses_nothing_and_leaves_nothing_pressed(visitor: Visitor) -> None:
    fingers = at_home(visitor)
    place = at(visitor, "accessibility")
    fingers.press(place)
    QCoreApplication.processEvents()
    assert [item.objectName() for item in pressed(visitor)] == ["accessibility"]
    fingers.cancel(place)
    QCoreApplication.processEvents()
    assert not pressed(visitor)
    assert not visitor.sees("display")
    visitor.touch("accessibility")
    visitor.find("display")


def test_a_second_finger_leaves_no_button_pressed(visitor: Visitor) -> None:
    fingers = at_home(visitor)
    one, other = at(visitor, "language"), at(visitor, "accessibility")
    fingers.press(one, other)
    QCoreApplication.processEvents()
    fingers.lift(one, other)
    QCoreApplication.processEvents()
    assert not pressed(visitor)
    assert not (visitor.sees("languages") and visitor.sees("display"))


def test_ten_fingers_at_once_leave_the_screen_usable(visitor: Visitor) -> None:
    fingers = at_home(visitor)
    width, height = visitor.window.width(), visitor.window.height()
    places = [QPoint(width * (1 + each % 5) // 6, height * (1 + each // 5) // 3) for each in range(10)]
    for _ in range(3):
        fingers.press(*places)
        QCoreApplication.processEvents()
        fingers.move(*(each + QPoint(15, 15) for each in places))
        QCoreApplication.processEvents()
        fingers.lift(*places)
        QCoreApplication.processEvents()
    assert visitor.window.isVisible()
    assert not pressed(visitor)
    visitor.touch("startOver")
    visitor.wait_for_screen("Attract")


def test_a_second_tap_of_the_same_control_within_half_a_second_is_ignored(visitor: Visitor) -> None:
    fingers = at_home(visitor)
    visitor.touch("accessibility")
    place = at(visitor, "highContrast")
    began = time.monotonic()
    fingers.tap(place)
    fingers.tap(place)
    assert time.monotonic() - began < 0.5
    assert visitor.kiosk.kiosk.state.high_contrast


def test_a_key_that_is_held_down_presses_once(visitor: Visitor) -> None:
    fingers = at_home(visitor)
    visitor.touch("accessibility")
    visitor.find("highContrast").forceActiveFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        before = visitor.kiosk.kiosk.state.high_contrast
        began = time.monotonic()
        visitor.wait_for(lambda began=began: time.monotonic() - began > 0.55, "the guard")  # type: ignore[misc]
        fingers.hold_key(key, times=11)
        QCoreApplication.processEvents()
        assert visitor.kiosk.kiosk.state.high_contrast is not before


def test_a_long_press_does_what_a_press_does_and_nothing_else(visitor: Visitor) -> None:
    fingers = at_home(visitor)
    place = at(visitor, "language")
    began = time.monotonic()
    fingers.press(place)
    visitor.wait_for(lambda: time.monotonic() - began > 1.2, "a long press")
    assert visitor.screen == "Home"
    fingers.lift(place)
    visitor.find("languages")


def test_next_is_taken_by_a_finger_that_trembles_while_the_keyboard_is_up(visitor: Visitor) -> None:
    fingers = at_home(visitor)
    visitor.touch("activity.open-opinion")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    visitor.type("평화")
    place = at(visitor, "primary")
    frames: list[None] = []
    visitor.window.frameSwapped.connect(lambda: frames.append(None))
    fingers.press(place)
    visitor.wait_for(lambda: frames, "the frame of the pressed button")
    fingers.move(place + QPoint(1, 1))
    assert [item.objectName() for item in pressed(visitor)] == ["primary"]
    fingers.lift(place + QPoint(1, 1))
    visitor.wait_for(lambda: visitor.screen != "Text", "what follows the text")
