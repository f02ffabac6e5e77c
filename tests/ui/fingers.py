"""Real touch and key events for one window: any number of fingers, touches taken away half-way, keys held down."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

_NONE = Qt.KeyboardModifier.NoModifier


class Fingers:
    """Touches the glass of one window; finger n is the place n of what it is given."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)

    def press(self, *places: QPoint) -> None:
        """Put fingers down."""
        touch = QTest.touchEvent(self._window, self._device)
        for finger, at in enumerate(places):
            touch.press(finger, at, self._window)
        touch.commit()

    def move(self, *places: QPoint) -> None:
        """Move the fingers that are down."""
        touch = QTest.touchEvent(self._window, self._device)
        for finger, at in enumerate(places):
            touch.move(finger, at, self._window)
        touch.commit()

    def lift(self, *places: QPoint) -> None:
        """Take the fingers up."""
        touch = QTest.touchEvent(self._window, self._device)
        for finger, at in enumerate(places):
            touch.release(finger, at, self._window)
        touch.commit()

    def cancel(self, *places: QPoint) -> None:
        """The system takes the touch away (a palm, a gesture of its own); then the glass reports the fingers up."""
        QCoreApplication.sendEvent(self._window, QTouchEvent(QEvent.Type.TouchCancel, self._device, _NONE, []))
        self.lift(*places)

    def tap(self, at: QPoint) -> None:
        """Press and lift one finger."""
        self.press(at)
        self.lift(at)

    def hold_key(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE, *, times: int = 10) -> None:
        """Hold a key down until it has repeated so many times."""
        text = "\r" if key == Qt.Key.Key_Return else ""
        QTest.keyPress(self._window, key, held)
        for _ in range(times):
            for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
                QCoreApplication.sendEvent(self._window, QKeyEvent(kind, key.value, held, text, True, 1))
        QTest.keyRelease(self._window, key, held)

    def press_keys(self, keys: Sequence[Qt.Key]) -> None:
        """Press keys one after another."""
        for key in keys:
            QTest.keyClick(self._window, key)
