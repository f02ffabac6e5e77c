"""A whole visit with the keys of an accessible keypad alone: arrows, enter, back and home; the focus is always seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.forum.submissions import submission_from_bytes
from kiosk.store import open_store
from tests.ui.tour import furnish
from tests.ui.visitor import Visitor, class_of, visible_items, visiting


class Keypad:
    """Presses keys; looks at the ring of the focus to know where it stands."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._keyboard: QQuickItem | None = None

    def press(self, key: Qt.Key) -> None:
        """Press and release one key."""
        QTest.keyClick(self._visitor.window, key)

    def focus(self) -> str:
        """Name what has the focus."""
        item = self._visitor.window.activeFocusItem()
        return "" if item is None else item.objectName()

    def go_to(self, name: str) -> None:
        """Press the arrow that goes on until something has the focus, and see that this is shown."""
        visitor = self._visitor
        visitor.wait_for(visitor._is_still, "a still screen")
        visitor.find(name)
        for _ in range(60):
            if self.focus() == name:
                break
            self.press(Qt.Key.Key_Down)
        assert self.focus() == name
        item = visitor.window.activeFocusItem()
        assert item is not None
        assert any(class_of(each) == "FocusRing" for each in visible_items(item)), f"no focus is seen on {name}"

    def choose(self, name: str) -> None:
        """Go to something and press enter; a second press of the same key within half a second would be ignored."""
        self.go_to(name)
        self._visitor.wait_for(lambda: not self._guarded(), "the guard")
        self.press(Qt.Key.Key_Return)

    def write(self, letter: str) -> None:
        """Go to a key of the on-screen keyboard, down to its row, then along the row, and press it."""
        for _ in range(60):
            if self._key() == letter:
                self.press(Qt.Key.Key_Return)
                return
            self.press(self._way_to(letter))
        raise AssertionError(f"the arrows do not reach {letter}")

    def _guarded(self) -> bool:
        item = self._visitor.window.activeFocusItem()
        return item is not None and bool(item.property("guarded"))

    def _area(self) -> QQuickItem:
        if self._keyboard is None:
            self._keyboard = self._visitor.find("keyboard")  # what is found in it lives as long as this
        area = self._keyboard.findChild(QQuickItem, "keyboardInputArea")  # Qt's name
        assert area is not None
        return area

    def _key(self) -> str:
        key = self._area().property("initialKey")
        if key is None:
            return ""
        return str(key.property("displayText")) or class_of(key)

    def _way_to(self, letter: str) -> Qt.Key:
        here = self._area().property("initialKey")
        keys = [item for item in visible_items(self._visitor.find("keyboard")) if class_of(item).endswith("Key")]
        goal = next(key for key in keys if letter in (key.property("displayText"), class_of(key)))
        if here is None or abs(self._visitor.centre(here).y() - self._visitor.centre(goal).y()) > goal.height() / 2:
            return Qt.Key.Key_Down
        to_the_right = self._visitor.centre(goal).x() > self._visitor.centre(here).x()
        return Qt.Key.Key_Right if to_the_right else Qt.Key.Key_Left


def test_an_opinion_is_left_with_the_keypad_alone(qapp: QGuiApplication, home: Path) -> None:
    furnish(home)
    with visiting(home, screen="540x960@32in") as visitor:
        keypad = Keypad(visitor)
        visitor.wait_for_screen("Attract")
        visitor.find("start")
        keypad.choose("start")
        visitor.wait_for_screen("Home")
        keypad.choose("activity.open-opinion")
        visitor.wait_for_screen("Choice")
        keypad.choose("option.peninsula")
        keypad.choose("primary")
        visitor.wait_for_screen("Text")
        visitor.wait_for(lambda: QGuiApplication.inputMethod().isVisible(), "the keyboard")
        for letter in ("ㄴ", "ㅔ"):
            keypad.write(letter)
        visitor.wait_for(lambda: answer(visitor) == "네", "what was written")
        keypad.write("HideKeyboardKey")
        visitor.wait_for(lambda: not QGuiApplication.inputMethod().isVisible(), "the keyboard to go")
        keypad.choose("primary")
        for step in ("age_band", "region", "gender", "offer"):
            visitor.wait_for(lambda step=step: visitor.journey.place.closing.at == step, step)  # type: ignore[misc]
            keypad.choose("primary")
        visitor.wait_for_screen("Review")
        keypad.press(Qt.Key.Key_Back)
        visitor.wait_for_screen("Closing")
        keypad.choose("primary")
        visitor.wait_for_screen("Review")
        keypad.choose("primary")
        visitor.wait_for_screen("Thanks")
        today = visitor.journey.today()
        with open_store(home) as store:
            kept = [submission_from_bytes(record) for record in store.records(today, today)]
        assert {"topic": "peninsula", "opinion": "네"} in [dict(each.answers) for each in kept]
        keypad.choose("primary")
        visitor.wait_for_screen("Attract")


def answer(visitor: Visitor) -> object:
    visit = visitor.journey.place.visit
    return None if visit is None else visit.answers.get("opinion")


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """A visitor at home who came by keys."""
    visitor.find("start")
    Keypad(visitor).choose("start")
    visitor.wait_for_screen("Home")
    return visitor


def test_a_keyboard_left_open_takes_no_key_from_the_next_kiosk_of_a_process(qapp: QGuiApplication, home: Path) -> None:
    furnish(home)
    with visiting(home) as visitor:
        for name in ("start", "activity.open-opinion", "option.peninsula", "primary"):
            visitor.touch(name)
        visitor.wait_for(QGuiApplication.inputMethod().isVisible, "the keyboard")
    with visiting(home) as visitor:
        Keypad(visitor).choose("start")
        visitor.wait_for_screen("Home")
        Keypad(visitor).go_to("activity.open-opinion")


def goes_to(visitor: Visitor, name: str) -> Callable[[], bool]:
    return lambda: Keypad(visitor).focus() == name


def test_a_sheet_takes_the_focus_and_gives_it_back(at_home: Visitor) -> None:
    keypad = Keypad(at_home)
    keypad.choose("accessibility")
    at_home.wait_for(goes_to(at_home, "display.close"), "the focus on the sheet")
    for _ in range(12):
        keypad.press(Qt.Key.Key_Down)
        assert keypad.focus() in ("largeText", "highContrast", "calm", "display.close", "up", "down")
    keypad.choose("display.close")
    at_home.wait_for(lambda: not at_home.sees("display"), "the sheet to close")
    keypad.go_to("activity.open-opinion")


def test_a_focus_that_was_moved_by_keys_is_not_shown_to_fingers(at_home: Visitor) -> None:
    Keypad(at_home).go_to("activity.open-opinion")
    at_home.touch("language")
    at_home.find("languages")
    rings = [each for each in visible_items(at_home.window.contentItem()) if class_of(each) == "FocusRing"]
    assert rings == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_HomePage])
def test_the_home_key_leads_home_and_asks_first_where_answers_would_go(at_home: Visitor, key: Qt.Key) -> None:
    keypad = Keypad(at_home)
    keypad.choose("activity.open-opinion")
    at_home.wait_for_screen("Choice")
    at_home.wait_for(at_home.journey.has_settled, "the question")
    keypad.press(key)
    at_home.wait_for_screen("Home")
    keypad.choose("activity.open-opinion")
    at_home.wait_for_screen("Choice")
    keypad.choose("option.peninsula")
    keypad.press(key)
    at_home.find("leaveSheet.secondary")
    assert at_home.screen == "Choice"
