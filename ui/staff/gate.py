"""The hidden way in at the glass: turns the window's touches into those of the gesture, and says when it was made."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.staff.gesture import CLOCKWISE, Gesture, Kind, Spot, Spots, Touch, followed

# How far a corner reaches, in millimetres: a thumb, and no button of a visitor's.
CORNER_MM = 22.0
_TOUCHES = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
_STATES = {
    QEventPoint.State.Pressed: Kind.DOWN,
    QEventPoint.State.Updated: Kind.MOVE,
    QEventPoint.State.Released: Kind.UP,
}
_MOUSE = {
    QEvent.Type.MouseButtonPress: Kind.DOWN,
    QEvent.Type.MouseMove: Kind.MOVE,
    QEvent.Type.MouseButtonRelease: Kind.UP,
}


class StaffGate(QObject):
    """Watches one window while `may_open` says so; touches of the corners that are due reach nothing else."""

    opened = Signal()

    def __init__(self, window: QQuickWindow, pixels_per_mm: float, may_open: Callable[[], bool]) -> None:
        super().__init__()
        self._window, self._corner, self._may_open = window, CORNER_MM * pixels_per_mm, may_open
        self._gesture = Gesture()
        self._swallowing = False
        window.installEventFilter(self)

    def close(self) -> None:
        """Watch no more."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's)
        """Follow the touches; swallow those that are a part of the gesture's end."""
        if not isinstance(event, QTouchEvent | QMouseEvent):
            return False
        if not self._may_open():
            self._gesture, self._swallowing = Gesture(), False
            return False
        swallow = self._swallowing
        for touch in self._touches(event):
            due = self._gesture.next_corner
            if touch.kind is Kind.DOWN:
                self._swallowing = swallow = due is not None and due in touch.spots
            self._gesture = followed(self._gesture, touch)
            if touch.kind in (Kind.UP, Kind.CANCEL):
                self._swallowing = False
            if self._gesture.done:
                self.opened.emit()
        return swallow

    def _touches(self, event: QTouchEvent | QMouseEvent) -> Iterator[Touch]:
        now = time.monotonic()
        if isinstance(event, QMouseEvent):
            kind = _MOUSE.get(event.type())
            pressed = event.button() == Qt.MouseButton.LeftButton or event.buttons() == Qt.MouseButton.LeftButton
            if kind is not None and pressed and event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
                yield Touch(now, -1, kind, self._spots(event.scenePosition()))
        elif event.type() == QEvent.Type.TouchCancel:
            yield from (Touch(now, finger, Kind.CANCEL) for finger in self._gesture.down or {0})
        elif event.type() in _TOUCHES:
            for point in event.points():
                if point.state() in _STATES:
                    yield Touch(now, point.id(), _STATES[point.state()], self._spots(point.scenePosition()))

    def _spots(self, at: QPointF) -> Spots:
        width, height, corner = self._window.width(), self._window.height(), self._corner
        left, right, top, bottom = at.x() < corner, at.x() > width - corner, at.y() < corner, at.y() > height - corner
        here = dict(zip(CLOCKWISE, (left and top, right and top, right and bottom, left and bottom), strict=True))
        found = {spot for spot, is_here in here.items() if is_here}
        return frozenset(found | {Spot.MARK} if self._is_on_mark(at) else found)

    def _is_on_mark(self, at: QPointF) -> bool:
        marks = self._window.findChildren(QQuickItem, "mark")
        return any(mark.isVisible() and _rectangle(mark).contains(at) for mark in marks)


def _rectangle(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
