"""The stage: builds the screens, keeps those that hold nothing of a visitor, and shows one at a time."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlIncubator
from PySide6.QtQuick import QQuickItem
from shiboken6 import delete

SCREENS = Path(__file__).parent / "qml" / "Forum" / "Screens"
# Their field is made anew each time, and thrown away after: it keeps what was typed in its undo stack.
_WITH_FIELD = frozenset({"Text", "Contact", "StaffName", "StaffMessage"})
# Where every sheet may lead.
_NEVER_FAR = frozenset({"Home", "Attract"})
# Nothing is built ahead before a shown screen has slid in.
_QUIET_MS = 300

# It takes the focus without asking for the keyboard or for guesses of words.
_EMPTY_FIELD = b"""import QtQuick
TextInput {
    opacity: 0; activeFocusOnPress: false; Accessible.ignored: true
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
}"""


Properties = Callable[[], dict[str, Any]]


class _Incubator(QQmlIncubator):
    """Builds one screen in the pauses between frames."""

    def __init__(self, done: Callable[[], None]) -> None:
        super().__init__(QQmlIncubator.IncubationMode.Asynchronous)
        self._done = done

    def statusChanged(self, status: QQmlIncubator.Status) -> None:  # noqa: N802 (Qt's)
        """Say when it is built."""
        if status in (QQmlIncubator.Status.Ready, QQmlIncubator.Status.Error):
            self._done()


@dataclass(frozen=True)
class _Ahead:
    """A screen that is being built before anybody asked for it."""

    name: str
    incubator: _Incubator


class Stage(QObject):
    """Holds the screens of one window; a screen that was built ahead, or shown before, is shown at once."""

    def __init__(self, engine: QQmlApplicationEngine, floor: QQuickItem) -> None:
        super().__init__()
        self._engine, self._floor = engine, floor
        self._components: dict[str, QQmlComponent] = {}
        self._kept: dict[str, QQuickItem] = {}
        self._shown: QQuickItem | None = None
        self._left: QQuickItem | None = None
        self._empty: QQuickItem | None = None
        self._written = False
        self._orders: Sequence[tuple[str, Properties]] = ()
        self._ahead: _Ahead | None = None
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._build_ahead)
        floor.enabledChanged.connect(self._covered_or_not)

    def show(self, name: str, properties: dict[str, Any]) -> None:
        """Show a screen in place of the one before."""
        before = self._shown
        item = self._kept.get(name) or self._built_ahead(name) or self._build(name, properties)
        self._shown = item
        item.setVisible(True)
        if name in _WITH_FIELD:
            QMetaObject.invokeMethod(item, "begin")
        else:
            item.forceActiveFocus()
        if before is not None and before is not item:
            self._left = before
            QTimer.singleShot(0, self, self._forget_left)
            before.setVisible(False)
            if before.property("field") is not None:
                QMetaObject.invokeMethod(before, "end")

    def prepare(self, screens: Sequence[tuple[str, Properties]]) -> None:
        """Have these screens ready, the first first, and no others; done bit by bit when nothing else is to be done."""
        self._orders = screens
        if self._floor.isEnabled():
            self._quiet.start(_QUIET_MS)

    def forget_hidden(self) -> None:
        """Destroy at once what is not shown: everything is about to look different, and it would have to follow.

        The screen left last may still be in the middle of telling of the touch that led away from it: it stays.
        """
        self._stop_building()
        for name, item in list(self._kept.items()):
            if item is not self._shown and item is not self._left:
                _destroy(self._kept.pop(name))
        if self._floor.isEnabled():
            self._quiet.start(_QUIET_MS)

    def leave(self) -> None:
        """Empty a text that is left, before it could be taken for the next one."""
        field = None if self._shown is None else self._shown.property("field")
        if field is not None:
            field.blockSignals(True)  # nobody takes the empty text for an answer
            field.setProperty("text", "")
            self._written = True

    def forget_writing(self) -> None:
        """Let the keyboard hear of an empty field: it keeps a copy of what was written until another has the focus."""
        if not self._written:
            return
        if self._empty is None:
            component = self._components["an empty field"] = QQmlComponent(self._engine, self)
            component.setData(_EMPTY_FIELD, QUrl())
            self._empty = cast(QQuickItem, component.create())
            self._empty.setParent(self._floor)
            self._empty.setParentItem(self._floor.parentItem())
        QGuiApplication.inputMethod().hide()  # a field that takes the focus would show it again
        self._empty.forceActiveFocus()
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryAll)
        if self._shown is not None:
            self._shown.forceActiveFocus()
        self._written = False

    def _forget_left(self) -> None:
        self._left = None

    def _covered_or_not(self) -> None:
        """While a sheet lies over the stage everything may come to look different: less is kept that has to follow."""
        if self._floor.isEnabled():
            self._quiet.start(_QUIET_MS)
            return
        self._stop_building()
        self._quiet.stop()
        self._throw_away({name for name in self._kept if name not in _NEVER_FAR})

    def _throw_away(self, names: Set[str]) -> None:
        for name in names:
            if self._kept[name] is not self._shown:
                self._kept.pop(name).deleteLater()

    def close(self) -> None:
        """Let go of every screen; the window destroys them."""
        self._stop_building()
        self._quiet.stop()
        for component in self._components.values():
            delete(component)
        self._kept, self._components = {}, {}
        self._shown = self._left = self._empty = None

    def _build_ahead(self) -> None:
        """Take one step: throw away what is not wanted any more, or build on the first screen that is not there yet."""
        if self._ahead is not None:
            if not self._ahead.incubator.isLoading():
                self._take(self._ahead)
                self._quiet.start(0)
            return
        self._throw_away(self._kept.keys() - {name for name, _ in self._orders})
        for name, properties in self._orders:
            if name not in self._components:
                self._component(name)
                self._quiet.start(0)
                return
            if name not in self._kept:
                incubator = _Incubator(lambda: self._quiet.start(0))
                incubator.setInitialProperties({**properties(), "parent": self._floor, "visible": False})
                self._ahead = _Ahead(name, incubator)
                self._component(name).create(incubator)
                return

    def _built_ahead(self, name: str) -> QQuickItem | None:
        """Return the screen that is being built, if it is this one."""
        if self._ahead is None or self._ahead.name != name:
            return None
        self._ahead.incubator.forceCompletion()
        return self._take(self._ahead)

    def _take(self, ahead: _Ahead) -> QQuickItem:
        self._ahead = None
        made = ahead.incubator.object()
        if made is None:
            raise RuntimeError("\n".join(error.toString() for error in ahead.incubator.errors()))
        return self._keep(ahead.name, cast(QQuickItem, made))

    def _stop_building(self) -> None:
        """Finish what is half built and destroy it: dropped half-way, its lists follow the models into freed memory."""
        if self._ahead is not None:
            ahead, self._ahead = self._ahead, None
            ahead.incubator.forceCompletion()
            made = ahead.incubator.object()
            if made is not None:
                _destroy(made)
            self._quiet.stop()

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
        return self._keep(name, cast(QQuickItem, made))

    def _keep(self, name: str, item: QQuickItem) -> QQuickItem:
        item.setParent(self._floor)  # the window owns it, not Python
        self._kept[name] = item
        return item


def _destroy(item: QObject) -> None:
    """Destroy an item at once."""
    item.deleteLater()
    QCoreApplication.sendPostedEvents(item, QEvent.Type.DeferredDelete)
