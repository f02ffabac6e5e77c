"""What can be seen and touched on a window now: every text and every target, where it stands and what cuts it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QPointF, QRectF, QUrl
from PySide6.QtQml import QQmlComponent, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

_BUTTON = "QQuickAbstractButton"
_FLICKABLE = "QQuickFlickable"
_PLATE = "QQuickRectangle"
_TEXT = "QQuickText"
_CENTRE, _RIGHT = 4, 2
_MIDDLE, _BOTTOM = 128, 64


@dataclass(frozen=True)
class SeenText:
    """A text: its words, what is painted, the box it was given, and what of it is not cut away (scene pixels)."""

    words: str
    item: QQuickItem
    painted: QRectF
    box: QRectF
    seen: QRectF
    shortened: bool
    view: QQuickItem | None
    button: QQuickItem | None
    plate: QQuickItem | None


@dataclass(frozen=True)
class SeenTarget:
    """Something to press: its name, its whole rectangle, and what of it is not cut away (scene pixels)."""

    name: str
    item: QQuickItem
    whole: QRectF
    seen: QRectF
    is_key: bool


@dataclass(frozen=True)
class Sight:
    """Everything on one window, of the topmost layer."""

    window: QRectF
    texts: tuple[SeenText, ...]
    targets: tuple[SeenTarget, ...]


@dataclass(frozen=True)
class _Around:
    """What surrounds an item on the way down the tree."""

    alignment: "_Alignment"
    cut: QRectF
    view: QQuickItem | None = None
    button: QQuickItem | None = None
    plate: QQuickItem | None = None
    in_keyboard: bool = False


def look(window: QQuickWindow) -> Sight:
    """Return the texts and targets that a person can see; under an open sheet nothing counts."""
    whole = QRectF(0, 0, window.width(), window.height())
    top = _topmost_sheet(window.contentItem()) or window.contentItem()
    texts: list[SeenText] = []
    targets: list[SeenTarget] = []
    _walk(top, _Around(_Alignment(window), whole), texts, targets)
    return Sight(whole, tuple(texts), tuple(targets))


def drawn(item: QQuickItem) -> Iterator[QQuickItem]:
    """Walk what is drawn, from an item down."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from drawn(child)


def rectangle(item: QQuickItem) -> QRectF:
    """The rectangle of an item in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _walk(item: QQuickItem, around: _Around, texts: list[SeenText], targets: list[SeenTarget]) -> None:
    if not item.isVisible() or item.opacity() <= 0:
        return
    kind = item.metaObject().className()
    if item.inherits(_TEXT):
        seen = _text(item, around)
        if seen is not None:
            texts.append(seen)
    around = _around(item, kind, around)
    is_key = around.in_keyboard and _is_key(item)
    if (item.inherits(_BUTTON) and item.isEnabled()) or is_key:
        whole = rectangle(item)
        targets.append(SeenTarget(_name(item), item, whole, whole.intersected(around.cut), is_key))
    for child in item.childItems():
        _walk(child, around, texts, targets)


def _around(item: QQuickItem, kind: str, around: _Around) -> _Around:
    cut, view, button, plate = around.cut, around.view, around.button, around.plate
    if item.clip():
        cut = cut.intersected(rectangle(item))
    if item.inherits(_FLICKABLE):
        view = item
    if item.inherits(_BUTTON):
        button, plate = item, None
    elif item.inherits(_PLATE) and item.width() > 0:
        plate = item
    return _Around(around.alignment, cut, view, button, plate, around.in_keyboard or item.objectName() == "keyboard")


def _text(item: QQuickItem, around: _Around) -> SeenText | None:
    words = str(item.property("text")).replace("\u2060", "")
    if not words.strip():
        return None
    width, height = _real(item, "contentWidth"), _real(item, "contentHeight")
    across, down = around.alignment.of(item)
    spare_x, spare_y = item.width() - width, item.height() - height
    x = spare_x if across == _RIGHT else spare_x / 2 if across == _CENTRE else 0
    y = spare_y if down == _BOTTOM else spare_y / 2 if down == _MIDDLE else 0
    painted = item.mapRectToScene(QRectF(x, y, width, height))
    return SeenText(
        words,
        item,
        painted,
        rectangle(item),
        painted.intersected(around.cut),
        bool(item.property("truncated")),
        around.view,
        around.button,
        around.plate,
    )


def _topmost_sheet(root: QQuickItem) -> QQuickItem | None:
    sheets = [item for item in drawn(root) if item.metaObject().className().split("_QMLTYPE")[0].endswith("Sheet")]
    return sheets[-1] if sheets else None


def _is_key(item: QQuickItem) -> bool:
    kind = item.metaObject().className().split("_QMLTYPE")[0]
    return kind.endswith("Key") and kind != "FillerKey"  # which only fills a row


def _name(item: QQuickItem) -> str:
    return item.objectName() or str(
        item.property("text") or item.property("displayText") or item.metaObject().className()
    )


def _real(item: QQuickItem, name: str) -> float:
    return float(item.property(name) or 0)


class _Alignment:
    """Reads how a text is aligned: enumerations that Python has no type for. (Expressions of QML crash PySide 6.11.)"""

    def __init__(self, window: QQuickWindow) -> None:
        engine = qmlEngine(window)
        assert engine is not None
        self._component = QQmlComponent(engine)
        self._component.setData(
            b"""import QtQuick
            QtObject {
                property Text item
                readonly property int across: item ? item.effectiveHorizontalAlignment : 0
                readonly property int down: item ? item.verticalAlignment : 0
            }""",
            QUrl(),
        )
        self._probe: QObject = self._component.create()

    def of(self, item: QQuickItem) -> tuple[int, int]:
        """Return the alignment across and down."""
        self._probe.setProperty("item", item)
        return int(self._probe.property("across")), int(self._probe.property("down"))


def content_of(view: QQuickItem) -> QRectF:
    """The rectangle of all that a view can be scrolled to, in the window; a list knows the length of one direction."""
    holder = cast(QQuickItem, view.property("contentItem"))
    origin = holder.mapToScene(QPointF(0, 0))
    return QRectF(
        origin.x(),
        origin.y(),
        max(view.width(), _real(view, "contentWidth")),
        max(view.height(), _real(view, "contentHeight")),
    )
