"""What may not be: cut or covered text, and targets too small or too close (the ministry's notice, KS X 9211)."""

import itertools
import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from tests.accessibility.sight import SeenTarget, SeenText, Sight, content_of, rectangle

TARGET_MM = 12.0
TARGET_MM2 = 150.0
APART_MM = 2.5
_SLACK = 1.5  # pixels: rounding


def faults(sight: Sight, pixels_per_mm: float) -> list[str]:
    """Return what is wrong with a sight, one sentence each."""
    return [
        *(fault for text in sight.texts for fault in _cut(text, sight.window)),
        *_covered(sight),
        *_small(sight.targets, pixels_per_mm),
        *_close(sight.targets, pixels_per_mm),
    ]


def _cut(text: SeenText, window: QRectF) -> Iterator[str]:
    words = _short(text.words)
    if text.shortened:
        yield f"“{words}” is shortened"
    if text.painted.width() > text.box.width() + _SLACK or text.painted.height() > text.box.height() + _SLACK:
        yield f"“{words}” is larger than its box: {_size(text.painted)} in {_size(text.box)}"
    reach = window if text.view is None else content_of(text.view)
    if not _holds(reach, text.painted):
        where = "the window" if text.view is None else "what can be scrolled to"
        yield f"“{words}” leaves {where}: {_place(text.painted)}"
    if text.button is not None and not _holds(rectangle(text.button), text.painted):
        yield f"“{words}” leaves its button: {_place(text.painted)} in {_place(rectangle(text.button))}"
    if text.plate is not None and not _fits_plate(text):
        yield f"“{words}” leaves the shape around it: {_size(text.painted)} in {_size(rectangle(text.plate))}"


def _fits_plate(text: SeenText) -> bool:
    """A text whose middle lies on a shape lies on it wholly; on a circle, by its corners."""
    plate = text.plate
    assert plate is not None
    painted = plate.mapRectFromScene(text.painted) if not plate.rotation() else None
    if painted is None:
        painted = plate.mapRectFromItem(text.item, QRectF(0, 0, text.item.width(), text.item.height()))
    own = QRectF(0, 0, plate.width(), plate.height())
    if not own.contains(painted.center()) or (text.view is not None and _contains(plate, text.view)):
        return True
    # The ink of a line is at most two thirds as high as the line.
    ink = painted.adjusted(0, painted.height() / 6, 0, -painted.height() / 6)
    radius = float(plate.property("radius") or 0)
    if radius >= min(own.width(), own.height()) / 2 - 1 and abs(own.width() - own.height()) < 2:
        corners = (ink.topLeft(), ink.topRight(), ink.bottomLeft(), ink.bottomRight())
        return all(_distance(corner, own.center()) <= own.width() / 2 + _SLACK for corner in corners)
    return _holds(own, ink)


def _contains(outer: object, inner: object) -> bool:
    parent = inner
    while parent is not None:
        if parent is outer:
            return True
        parent = parent.parentItem()  # type: ignore[attr-defined]
    return False


def _covered(sight: Sight) -> Iterator[str]:
    shown = [text for text in sight.texts if not text.seen.isEmpty()]
    for one, other in itertools.combinations(shown, 2):
        if _overlap(one.seen, other.seen):
            yield f"“{_short(one.words)}” and “{_short(other.words)}” overlap: {_place(one.seen)}, {_place(other.seen)}"
    for text in shown:
        for target in sight.targets:
            own = target.item is text.button or _contains(target.item, text.item)
            if not own and not target.seen.isEmpty() and _overlap(text.seen, target.seen):
                yield f"“{_short(text.words)}” and the button {target.name} overlap"


def _small(targets: tuple[SeenTarget, ...], pixels_per_mm: float) -> Iterator[str]:
    for target in targets:
        width, height = target.whole.width() / pixels_per_mm, target.whole.height() / pixels_per_mm
        if min(width, height) < TARGET_MM - 0.05 or width * height < TARGET_MM2:
            yield f"{target.name} is too small to press: {width:.1f} × {height:.1f} mm"


def _close(targets: tuple[SeenTarget, ...], pixels_per_mm: float) -> Iterator[str]:
    """Keys of the keyboard adjoin, as on every keyboard: a touch between two of them goes to the nearer."""
    least = APART_MM * pixels_per_mm
    shown = [target for target in targets if not target.is_key and not target.seen.isEmpty()]
    for one, other in itertools.combinations(shown, 2):
        if _contains(one.item, other.item) or _contains(other.item, one.item):
            continue
        across = max(one.seen.left(), other.seen.left()) - min(one.seen.right(), other.seen.right())
        down = max(one.seen.top(), other.seen.top()) - min(one.seen.bottom(), other.seen.bottom())
        if max(across, down) < least - 1:
            yield f"{one.name} and {other.name} are {max(across, down) / pixels_per_mm:.1f} mm apart"


def _holds(outer: QRectF, inner: QRectF) -> bool:
    return outer.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(inner)


def _overlap(one: QRectF, other: QRectF) -> bool:
    common = one.intersected(other)
    return common.width() > _SLACK and common.height() > _SLACK


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())


def _short(words: str) -> str:
    return words if len(words) <= 24 else words[:23] + "…"


def _size(of: QRectF) -> str:
    return f"{of.width():.0f} × {of.height():.0f}"


def _place(of: QRectF) -> str:
    return f"{of.x():.0f},{of.y():.0f} {_size(of)}"
