"""What the window lets through: every touch and key counts as activity, and nothing a visitor does closes it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_ACTIVITY = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
    QEvent.Type.TabletPress,
}

_LIFTED = {QEvent.Type.TouchEnd, QEvent.Type.MouseButtonRelease, QEvent.Type.KeyRelease}
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class TouchGuard(QObject):
    """Filters the events of the kiosk's window; `locked` is off only where a developer opened it in a window."""

    activity = Signal()
    by_keys = Signal(bool)
    lifted = Signal()

    def __init__(self, *, locked: bool) -> None:
        super().__init__()
        self._locked = locked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's)
        """Note activity; swallow what would close the window."""
        kind = event.type()
        if kind in _ACTIVITY:
            self.activity.emit()
            self.by_keys.emit(kind == QEvent.Type.KeyPress)
        elif kind in _LIFTED:
            self.lifted.emit()
        if self._locked and kind == QEvent.Type.Close:
            event.ignore()
            return True
        return self._locked and kind in _KEYS and isinstance(event, QKeyEvent) and _leaves(event)


def _leaves(event: QKeyEvent) -> bool:
    alone = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return event.key() == Qt.Key.Key_Escape or bool(event.modifiers() & alone)
