"""From a tap to the changed frame, over 200 taps of a tour, beside a bare page with one text that changes at each tap.

Both run at 1080 × 1920 on the software renderer in this process. The time runs from before the finger's press reaches
the window until the first frame after the lift that differs from the picture before: the press, the lift, all that the
kiosk does about them, and the drawing. What the tap led to is done before that frame, so it shows more than a pressed
button.
"""

import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF
from PySide6.QtGui import QGuiApplication, QImage, QInputDevice
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from shiboken6 import delete

from tests.benchmarks.figures import Figure
from tests.ui.test_every_activity import enrolled_home
from tests.ui.visitor import Visitor, visiting
from tests.ui.walking import answer_something
from ui.app import Kiosk, prepare_environment

_TAPS = 200
_SLOWEST = 12
_PATIENCE_SECONDS = 10.0
_PAGE = b"""
import QtQuick
Window {
    id: page
    property int taps: 0
    width: 1080; height: 1920; visible: true
    Text { anchors.centerIn: parent; text: "\xed\x83\xad " + page.taps; font.pixelSize: 60 }
    TapHandler { onTapped: page.taps += 1 }
}
"""


@dataclass(frozen=True)
class Tap:
    """What was touched, where, how long the changed frame took, and whether it showed another place of the visit."""

    name: str
    screen: str
    milliseconds: float
    moved: bool


class Enough(Exception):
    """The tour has as many taps as were asked for."""


class TimedVisitor(Visitor):
    """A visitor whose every touch is timed, the on-screen keyboard's keys too."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self.taps: list[Tap] = []
        self._stopwatch = Stopwatch(self.window)
        self._name = "key"

    def touch_at(self, place: QPointF) -> None:
        """Time one tap."""
        name, self._name = self._name, "key"
        screen, before = self.screen, self.place_name()
        try:
            taken = self._stopwatch.tap(place.toPoint())
        except TimeoutError:
            raise AssertionError(
                f"After {len(self.taps)} taps, “{name}” on {screen} changed nothing to be seen."
            ) from None
        self.taps.append(Tap(name, screen, taken, self.place_name() != before))
        if len(self.taps) == _TAPS:
            raise Enough

    def _touch_with_patience(self, item: QQuickItem) -> None:
        self._name = item.objectName()
        super()._touch_with_patience(item)


def figures() -> list[Figure]:
    """Measure the floor, then the kiosk."""
    prepare_environment()
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    floor = bare_taps()
    taps = kiosk_taps()
    _tell(taps)
    ours = [each.milliseconds for each in taps]
    page = "bare QML page, one text changes"
    assert application is not None
    return [
        Figure(f"tap to changed frame, {name}", share_of(ours, share), "ms", share_of(floor, share), page)
        for name, share in (("median", 50), ("p95", 95), ("p99", 99))
    ]


def share_of(milliseconds: list[float], share: int) -> float:
    """The time that so many of a hundred taps do not exceed."""
    return statistics.quantiles(milliseconds, n=100, method="inclusive")[share - 1]


class Stopwatch(QObject):
    """Times taps on one window; only frames that come after the lifted finger reached the window count."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self._window = window
        self._finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
        self._before = QImage()
        self._lifted = self._looking = False
        self._changed_at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's)
        """Note the lifted finger."""
        self._lifted = self._lifted or event.type() == QEvent.Type.TouchEnd
        return False

    def tap(self, at: QPoint) -> float:
        """Press and lift one finger; return the milliseconds to the first frame that differs from the one before."""
        window = self._window
        self._before, self._lifted, self._changed_at = window.grabWindow(), False, 0.0
        window.installEventFilter(self)
        window.frameSwapped.connect(self._look)
        began = time.perf_counter()
        QTest.touchEvent(window, self._finger).press(0, at, window).commit(processEvents=False)
        QTest.touchEvent(window, self._finger).release(0, at, window).commit(processEvents=False)
        while not self._changed_at:
            if time.perf_counter() - began > _PATIENCE_SECONDS:
                raise TimeoutError
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        window.frameSwapped.disconnect(self._look)
        window.removeEventFilter(self)
        return (self._changed_at - began) * 1000

    def _look(self) -> None:
        now = time.perf_counter()
        if self._lifted and not self._looking and not self._changed_at:
            self._looking = True  # taking the picture may show the next frame of a movement
            if self._window.grabWindow() != self._before:
                self._changed_at = now
            self._looking = False


def bare_taps() -> list[float]:
    """Tap on the bare page."""
    engine = QQmlApplicationEngine()
    engine.loadData(QByteArray(_PAGE))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    QTest.qWaitForWindowExposed(window)
    stopwatch = Stopwatch(window)
    taken = [stopwatch.tap(QPoint(540, 960)) for _ in range(_TAPS)]
    window.close()
    delete(engine)
    return taken


def kiosk_taps() -> list[Tap]:
    """Tap through the tour, again and again until there are enough."""
    with tempfile.TemporaryDirectory() as folder:
        home = enrolled_home(Path(folder) / "kiosk", X25519PrivateKey.generate())
        with visiting(home) as bystander:
            visitor = TimedVisitor(bystander.kiosk)
            try:
                while True:
                    tour(visitor)
            except Enough:
                return visitor.taps


def tour(visitor: TimedVisitor) -> None:
    """What visitors do, from coming to leaving: in Korean, then in English."""
    visitor.wait_for_screen("Attract")
    visitor.touch("start")
    _poll(visitor)
    _opinion_with_contact(visitor)
    visitor.wait_for_screen("Attract")
    visitor.touch("start.en")
    _statements(visitor)
    _sheets(visitor)
    _survey(visitor)
    visitor.touch("startOver")


def _poll(visitor: TimedVisitor) -> None:
    _touch(visitor, "activity.priorities-2026", "option.peace", "option.supply", "primary", "option.future", "back")
    _touch(visitor, "primary", "primary")
    visitor.wait_for_screen("Review")
    _touch(visitor, "change.first", "option.peace", "primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    visitor.touch("back")
    visitor.wait_for_screen("Home")


def _opinion_with_contact(visitor: TimedVisitor) -> None:
    _touch(visitor, "activity.open-opinion", "option.peninsula", "primary")
    visitor.wait_for_screen("Text")
    visitor.type("평화와 외교")
    visitor.backspace()
    _touch(visitor, "language", "language.en", "language", "language.ko", "primary")
    for choice in ("option.30-39", "option.seoul", None, "option.yes", "option.yes", "option.yes"):
        if choice is not None:
            visitor.touch(choice)
        visitor.touch("primary")
    for text in ("김", "010", ""):
        visitor.wait_for_screen("Contact")
        visitor.type(text)
        visitor.touch("primary")
        if text == "010":
            visitor.find("problem")
            visitor.type("12345678")
            visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    visitor.touch("primary")


def _statements(visitor: TimedVisitor) -> None:
    _touch(visitor, "activity.thoughts-on-diplomacy", "vote.agree", "vote.disagree", "vote.pass")
    _touch(visitor, "home", "leaveSheet.secondary")


def _sheets(visitor: TimedVisitor) -> None:
    _touch(visitor, "accessibility", "largeText", "highContrast", "largeText", "highContrast", "display.close")
    _touch(visitor, "staff", "staffSheet.primary", "showResults", "back", "showOutcomes", "back")


def _survey(visitor: TimedVisitor) -> None:
    _touch(visitor, "activity.diplomacy-and-you-2026", "primary")
    while visitor.screen != "Review":
        before = visitor.place_name()
        answer_something(visitor)
        visitor.touch("primary")
        visitor.wait_for(lambda before=before: visitor.place_name() != before, "the next question")  # type: ignore[misc]
        if visitor.screen == "Closing":
            visitor.touch("skipAll")
    _touch(visitor, "home", "leaveSheet.secondary")
    visitor.wait_for_screen("Home")


def _touch(visitor: TimedVisitor, *names: str) -> None:
    for name in names:
        visitor.touch(name)


def _tell(taps: list[Tap]) -> None:
    """Say on standard error what the tour was made of, and what was slow."""
    keys, moves = sum(each.name == "key" for each in taps), sum(each.moved for each in taps)
    sys.stderr.write(
        f"{len(taps)} taps: {moves} led to another place, {keys} were keys of the keyboard; the slowest:\n"
    )
    for each in sorted(taps, key=lambda tap: -tap.milliseconds)[:_SLOWEST]:
        sys.stderr.write(f"  {each.milliseconds:6.1f} ms  {each.name} on {each.screen}\n")
