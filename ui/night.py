"""The screen goes dark while the lobby is closed and nobody stands there; a visit that has begun is never cut off."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

if TYPE_CHECKING:
    from kiosk.settings import KioskSettings

# How long the screen stays lit after a touch out of hours, in seconds.
AWAKE_SECONDS = 120
_LOOK_MS = 20_000
# It lies over everything, and takes the touch that wakes the screen.
_DARK = b"""import QtQuick
Rectangle {
    objectName: "night"
    width: parent ? parent.width : 0; height: parent ? parent.height : 0
    z: 1000; color: "black"; visible: false; Accessible.ignored: true
    MouseArea { anchors.fill: parent }
}"""


class Night(QObject):
    """Watches the hours of one window; `is_resting` tells whether nobody is in a visit."""

    def __init__(
        self,
        engine: QQmlEngine,
        window: QQuickWindow,
        settings: KioskSettings,
        is_resting: Callable[[], bool],
        awake_seconds: float = AWAKE_SECONDS,
    ) -> None:
        super().__init__()
        self._settings, self._is_resting, self._awake_seconds = settings, is_resting, awake_seconds
        self._touched = -math.inf
        component = QQmlComponent(engine)
        component.setData(_DARK, "")
        self._sheet = cast(QQuickItem, component.create())
        self._sheet.setParent(window)
        self._sheet.setParentItem(window.contentItem())
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    @property
    def is_dark(self) -> bool:
        """Whether the screen is dark now."""
        return self._sheet.isVisible()

    def close(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._sheet.deleteLater()

    def touched(self) -> None:
        """Somebody touched the screen and lifted the finger: it is lit for a while."""
        self._touched = time.monotonic()
        self._show(dark=False)

    def look(self) -> None:
        """Look at the clock, and whether anybody is there."""
        awake = time.monotonic() - self._touched < self._awake_seconds
        self._show(dark=not (awake or self._settings.is_open(datetime.now(UTC))) and self._is_resting())

    def _show(self, *, dark: bool) -> None:
        if dark == self.is_dark:
            return
        self._sheet.setVisible(dark)
        command = self._settings.screen.off if dark else self._settings.screen.on
        if command and not QProcess.startDetached(command[0], list(command[1:])):
            sys.stderr.write(f"The screen's command “{command[0]}” could not be started; mend it in kiosk.toml.\n")


def night_of(
    home: Path, engine: QQmlEngine, window: QQuickWindow, is_resting: Callable[[], bool], awake_seconds: float
) -> Night | None:
    """Return what watches the hours, where the settings have any; settings that are wrong are told, and never dark."""
    from kiosk.forum.errors import ForumError
    from kiosk.settings import read_settings

    try:
        settings = read_settings(home)
    except ForumError as error:
        sys.stderr.write(f"{error} Until then the screen stays on.\n")
        return None
    return None if settings.hours is None else Night(engine, window, settings, is_resting, awake_seconds)
