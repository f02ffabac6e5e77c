"""The way into the staff panel: hold the ministry's mark for three seconds, then touch the four corners clockwise.

Pure, over touches with their time, finger and place. Anything else in between (a second finger, another place, a finger
that slides off) starts it over: a visitor does not come here by accident.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

HOLD_SECONDS = 3.0
# From letting go of the mark to letting go of the last corner.
CORNERS_SECONDS = 6.0


class Spot(StrEnum):
    """The places that matter; a touch may be on two of them, or on none."""

    MARK = "mark"
    TOP_LEFT = "top left"
    TOP_RIGHT = "top right"
    BOTTOM_RIGHT = "bottom right"
    BOTTOM_LEFT = "bottom left"


CLOCKWISE = (Spot.TOP_LEFT, Spot.TOP_RIGHT, Spot.BOTTOM_RIGHT, Spot.BOTTOM_LEFT)
Spots = frozenset[Spot]


class Kind(StrEnum):
    """What a finger does."""

    DOWN = "down"
    MOVE = "move"
    UP = "up"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Touch:
    """What one finger did, when (seconds of a clock that only goes on), and where."""

    at: float
    finger: int
    kind: Kind
    spots: Spots = frozenset()


@dataclass(frozen=True, slots=True)
class Gesture:
    """How far it is: which fingers are down, since when the mark is held, when it was let go, and the corners since.

    `spoiled` lasts until every finger is up. `done` says that the whole gesture was made.
    """

    down: frozenset[int] = field(default_factory=frozenset)
    held_since: float | None = None
    armed_at: float | None = None
    corners: int = 0
    spoiled: bool = False
    done: bool = False

    @property
    def next_corner(self) -> Spot | None:
        """The corner that has to be touched next; None while the mark was not held."""
        return None if self.armed_at is None else CLOCKWISE[self.corners]


def followed(gesture: Gesture, touch: Touch) -> Gesture:
    """Follow one touch."""
    if gesture.done:
        gesture = Gesture()
    match touch.kind:
        case Kind.DOWN:
            return _pressed(gesture, touch)
        case Kind.MOVE:
            slid_off = gesture.held_since is not None and Spot.MARK not in touch.spots
            return _spoiled(gesture.down) if slid_off else gesture
        case Kind.UP:
            return _lifted(gesture, touch)
    return _spoiled(gesture.down - {touch.finger})


def _pressed(gesture: Gesture, touch: Touch) -> Gesture:
    down = gesture.down | {touch.finger}
    if len(down) > 1 or gesture.spoiled:
        return _spoiled(down)
    if _awaits(gesture, touch):
        return replace(gesture, down=down)
    return Gesture(down=down, held_since=touch.at if Spot.MARK in touch.spots else None)


def _lifted(gesture: Gesture, touch: Touch) -> Gesture:
    down = gesture.down - {touch.finger}
    if gesture.spoiled or down:
        return _spoiled(down)
    if gesture.held_since is not None:
        held = Spot.MARK in touch.spots and touch.at - gesture.held_since >= HOLD_SECONDS
        return Gesture(armed_at=touch.at) if held else Gesture()
    if not _awaits(gesture, touch):
        return Gesture()
    if gesture.corners + 1 == len(CLOCKWISE):
        return Gesture(done=True)
    return replace(gesture, down=down, corners=gesture.corners + 1)


def _awaits(gesture: Gesture, touch: Touch) -> bool:
    """Tell whether this touch is at the corner that is due, and in time."""
    in_time = gesture.armed_at is not None and touch.at - gesture.armed_at <= CORNERS_SECONDS
    return in_time and gesture.next_corner in touch.spots


def _spoiled(down: frozenset[int]) -> Gesture:
    return Gesture(down=down, spoiled=bool(down))
