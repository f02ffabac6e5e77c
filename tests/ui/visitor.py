"""A visitor: touches the glass where a person would, scrolls with the buttons, and types on the screen's keys."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QPoint, QPointF, QRectF, QTimer
from PySide6.QtGui import QImage, QInputDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from tests.ui.hangul import strokes
from ui.app import Kiosk, Settings
from ui.journey import Journey
from ui.screen_size import ScreenSize, parse_screen_size

PORTRAIT = "1080x1920@32in"
LANDSCAPE = "1920x1080@32in"
_PATIENCE_SECONDS = 20.0
_UNTIL_SOMETHING_HAPPENS = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Visitor:
    """Stands before one kiosk; everything goes through touch events at the place of what is seen."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self.window: QQuickWindow = kiosk.window
        self._finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
        # What is waited for may come from a clock or from another thread: it is looked for at each beat.
        self._heart = QTimer(self.window, interval=4)
        self._heart.timeout.connect(lambda: None)
        self._heart.start()

    @property
    def journey(self) -> Journey:
        """Where the visitor stands, for looking behind the glass."""
        assert self.kiosk.session is not None
        return self.kiosk.session.journey

    def place_name(self) -> tuple[str, str | None, str | None]:
        """The screen, and the question or the step after the questions that stands open on it."""
        place = self.journey.place
        return self.screen, None if place.visit is None else place.visit.at, place.closing.at

    # Seeing

    @property
    def screen(self) -> str:
        """The name of the screen that is shown."""
        return self.kiosk.kiosk.state.screen

    def wait_for(self, condition: Callable[[], object], what: str = "") -> None:
        """Let the kiosk live until something is true."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(
                    f"Waited {_PATIENCE_SECONDS:g} s in vain for {what or 'a condition'} on {self.screen}"
                )
            QCoreApplication.processEvents(_UNTIL_SOMETHING_HAPPENS)

    def wait_for_screen(self, name: str) -> None:
        """Wait until a screen stands still."""
        self.wait_for(lambda: self.screen == name and self._is_still(), f"the screen {name}")

    def sees(self, name: str) -> bool:
        """Tell whether an item is on the screen."""
        return self._seen(name) is not None

    def find(self, name: str) -> QQuickItem:
        """Return the visible item of a name, waiting until it is there."""
        self.wait_for(lambda: self._seen(name), f"“{name}”")
        item = self._seen(name)
        assert item is not None
        return item

    def picture(self) -> QImage:
        """Return what the screen shows, once it stands still."""
        self.wait_for(self._is_still, "a still screen")
        return self.window.grabWindow()

    # Touching

    def touch(self, name: str) -> None:
        """Touch an item: scroll to it by the buttons, wait until it can be touched, press and lift."""
        item = self.find(name)
        self.wait_for(lambda: self._is_still() and item.isEnabled(), f"“{name}” to be touchable")
        self._bring_into_view(item)
        self._touch_with_patience(item)

    def touch_at(self, place: QPointF) -> None:
        """Press and lift one finger at a place of the window."""
        at = place.toPoint()
        self._press(at)
        self._lift(at)

    def centre_of(self, name: str) -> QPointF:
        """Return where an item would be touched, once it can be."""
        item = self.find(name)
        self.wait_for(lambda: self._is_still() and item.isEnabled(), f"“{name}” to be touchable")
        return self.centre(item)

    def everything_written(self) -> str:
        """Return every text that any item of the window still holds, seen or not."""
        texts: list[str] = []
        for item in [*_all_items(self.window.contentItem()), *self.window.findChildren(QObject)]:
            for name in ("text", "preeditText", "displayText", "initial", "surroundingText"):
                value = item.property(name)
                if isinstance(value, str):
                    texts.append(value)
        return "\n".join(texts)

    def type(self, text: str) -> None:
        """Type on the on-screen keyboard, key by key; the text field has to be open."""
        self.wait_for(lambda: self._keyboard() is not None and self._is_still(), "the keyboard")
        for key, shifted in strokes(text):
            if shifted:
                self._touch_key(lambda item: class_of(item) == "ShiftKey")
            self._touch_key(lambda item, key=key: _key_text(item) == key)  # type: ignore[misc]

    def touch_candidate(self, word: str) -> None:
        """Choose a word from those that the keyboard offers for what is composed, once they have slid into place."""
        offers = self.find("wordCandidateView")
        self.wait_for(lambda: offers.y() == -offers.height(), "the words that are offered")
        self._touch_key(lambda item: item.objectName().startswith("candidate.") and item.property("display") == word)

    def backspace(self) -> None:
        """Take back the last jamo or character."""
        self._touch_key(lambda item: class_of(item) == "BackspaceKey")

    # How

    def _touch_with_patience(self, item: QQuickItem) -> None:
        self.wait_for(lambda: not item.property("guarded"), "the guard against a second touch")
        self.touch_at(self.centre(item))

    def _press(self, at: QPoint) -> None:
        QTest.touchEvent(self.window, self._finger).press(0, at, self.window).commit()

    def _lift(self, at: QPoint) -> None:
        QTest.touchEvent(self.window, self._finger).release(0, at, self.window).commit()

    def _is_still(self) -> bool:
        session = self.kiosk.session
        return (session is None or session.journey.has_settled()) and not self._sliding()

    def _sliding(self) -> bool:
        stage = self.window.findChild(QQuickItem, "stage")
        card = self._seen("statement")
        return (stage is not None and stage.x() != 0) or (card is not None and card.x() != 0)

    def _seen(self, name: str) -> QQuickItem | None:
        found = [item for item in visible_items(self.window.contentItem()) if item.objectName() == name]
        return found[-1] if found else None

    def centre(self, item: QQuickItem) -> QPointF:
        """Return the middle of an item in the window."""
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))

    def _bring_into_view(self, item: QQuickItem) -> None:
        view = _ancestor(item, "QQuickFlickable")
        if view is None or view.parentItem() is None:
            return
        for _ in range(40):
            window = view.mapRectToScene(QRectF(0, 0, view.width(), view.height()))
            at = self.centre(item)
            if window.contains(at):
                return
            way = "down" if at.y() > window.center().y() else "up"
            button = next(each for each in visible_items(view.parentItem()) if each.objectName() == way)
            before = view.property("contentY")
            self._touch_with_patience(button)
            self.wait_for(lambda before=before: view.property("contentY") != before, "scrolling")  # type: ignore[misc]
            self.wait_for(_Still(view, "contentY"), "the scrolled view")

    def _keyboard(self) -> QQuickItem | None:
        keyboard = self._seen("keyboard")
        return keyboard if keyboard is not None and keyboard.height() > 0 else None

    def _touch_key(self, is_it: Callable[[QQuickItem], bool]) -> None:
        def found() -> QQuickItem | None:
            keyboard = self._keyboard()
            return None if keyboard is None else next((key for key in visible_items(keyboard) if is_it(key)), None)

        self.wait_for(found, "a key")
        key = found()
        assert key is not None
        self.touch_at(self.centre(key))
        QCoreApplication.processEvents()


class _Still:
    """True once a property has had the same value for two looks in a row."""

    def __init__(self, item: QObject, name: str) -> None:
        self._item, self._name = item, name
        self._last: object = None
        self._since = 0.0

    def __call__(self) -> bool:
        value = self._item.property(self._name)
        if value != self._last:
            self._last, self._since = value, time.monotonic()
        return time.monotonic() - self._since > 0.05


@contextmanager
def visiting(
    home: Path, *, screen: str | ScreenSize = PORTRAIT, language: str = "ko", **changes: object
) -> Iterator[Visitor]:
    """Open a kiosk on a home and stand before it, once its store is open; `changes` are fields of Settings."""
    size = parse_screen_size(screen) if isinstance(screen, str) else screen
    kiosk = Kiosk(replace(Settings(home, size, language=language), **changes))  # type: ignore[arg-type]
    try:
        visitor = Visitor(kiosk)
        visitor.wait_for(lambda: kiosk.session is not None, "the store")
        yield visitor
    finally:
        kiosk.close()


def visible_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """Walk what is drawn, from back to front."""
    waiting = [item]
    while waiting:
        each = waiting.pop()
        if each.isVisible() and each.opacity() > 0:
            yield each
            waiting += reversed(sorted(each.childItems(), key=QQuickItem.z))


def _all_items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _all_items(child)


def _ancestor(item: QQuickItem, class_name: str) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None and not parent.inherits(class_name):
        parent = parent.parentItem()
    return parent


def class_of(item: QObject) -> str:
    """Return the name of an item's QML type."""
    return item.metaObject().className().split("_QMLTYPE")[0]


def _key_text(item: QQuickItem) -> str | None:
    text = item.property("displayText") if class_of(item) in ("Key", "SpaceKey") else None
    if class_of(item) == "SpaceKey":
        return " "
    return text if isinstance(text, str) else None
