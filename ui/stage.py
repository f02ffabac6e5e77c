"""The stage: builds the screens, keeps those that hold nothing of a visitor, and shows one at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtQuick import QQuickItem
from shiboken6 import delete

SCREENS = Path(__file__).parent / "qml" / "Forum" / "Screens"
# A text field keeps what was typed in its undo stack: its screen is made anew each time, and thrown away after.
_NEVER_KEPT = frozenset({"Text", "Contact"})

_EMPTY_FIELD = b"import QtQuick; TextInput { width: 1; height: 1; opacity: 0; Accessible.ignored: true }"


class Stage(QObject):
    """Holds the screens of one window; building one takes a tenth of a second, showing it again takes none."""

    def __init__(self, engine: QQmlApplicationEngine, floor: QQuickItem) -> None:
        super().__init__()
        self._engine, self._floor = engine, floor
        self._components: dict[str, QQmlComponent] = {}
        self._kept: dict[str, QQuickItem] = {}
        self._shown: QQuickItem | None = None
        self._empty: QQuickItem | None = None
        self._wanted: list[tuple[str, Callable[[], dict[str, Any]]]] = []
        self._quiet = QTimer(self, singleShot=True, interval=0)
        self._quiet.timeout.connect(self._prepare_next)

    def show(self, name: str, properties: dict[str, Any]) -> None:
        """Show a screen in place of the one before."""
        before = self._shown
        if before is not None and before not in self._kept.values():
            self._forget_texts(before)
        item = self._kept.get(name) or self._build(name, properties)
        self._shown = item
        if before is not None and before is not item:
            before.setVisible(False)
            if before not in self._kept.values():
                before.deleteLater()
        item.setVisible(True)
        if name not in _NEVER_KEPT:
            item.forceActiveFocus()

    def prepare(self, screens: list[tuple[str, Callable[[], dict[str, Any]]]]) -> None:
        """Build screens ahead, one after another, while nothing else is to be done."""
        self._wanted += screens
        self._quiet.start()

    def close(self) -> None:
        """Let go of every screen; the window destroys them."""
        self._quiet.stop()
        for component in self._components.values():
            delete(component)
        self._kept, self._components, self._shown, self._empty = {}, {}, None, None

    def _prepare_next(self) -> None:
        if not self._wanted:
            return
        name, properties = self._wanted.pop(0)
        if name in _NEVER_KEPT:
            self._component(name)
        elif name not in self._kept:
            self._build(name, properties()).setVisible(False)
        self._quiet.start()

    def _forget_texts(self, screen: QQuickItem) -> None:
        """Empty every text of a screen that is thrown away, and let the keyboard hear of an empty field.

        The keyboard keeps a copy of the text around the cursor until another field has the focus.
        """
        for field in screen.findChildren(QQuickItem):
            if field.inherits("QQuickTextEdit") or field.inherits("QQuickTextInput"):
                field.blockSignals(True)  # nobody takes the empty text for an answer
                field.setProperty("text", "")
        if self._empty is None:
            component = self._components["an empty field"] = QQmlComponent(self._engine, self)
            component.setData(_EMPTY_FIELD, QUrl())
            self._empty = cast(QQuickItem, component.create())
            self._empty.setParent(self._floor)
            self._empty.setParentItem(self._floor.parentItem())
        self._empty.forceActiveFocus()
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryAll)

    def _component(self, name: str) -> QQmlComponent:
        if name not in self._components:
            url = QUrl.fromLocalFile(str(SCREENS / f"{name}Screen.qml"))
            self._components[name] = QQmlComponent(self._engine, url, self)
        return self._components[name]

    def _build(self, name: str, properties: dict[str, Any]) -> QQuickItem:
        component = self._component(name)
        made = component.createWithInitialProperties({**properties, "parent": self._floor})
        if made is None:
            raise RuntimeError(component.errorString())
        item = cast(QQuickItem, made)
        item.setParent(self._floor)  # the window owns it, not Python
        if name not in _NEVER_KEPT:
            self._kept[name] = item
        return item
