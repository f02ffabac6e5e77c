"""The places of a tour, remembered, so that another kiosk opens each of them without walking there."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kiosk.forum.tallies import TallyLine
from tests.ui.tour import Take, tour
from tests.ui.visitor import Visitor
from ui.navigation import Place, Screen, in_language

# Sheets that lie over the place where the tour opens them.
_SHEETS: dict[str, Callable[[Visitor], None]] = {
    "display": lambda visitor: visitor.touch("accessibility"),
    "sheet-display": lambda visitor: visitor.touch("accessibility"),
    "sheet-languages": lambda visitor: visitor.touch("language"),
    "sheet-staffSheet": lambda visitor: visitor.kiosk.kiosk.callTold.emit(),
    "sheet-undo": lambda visitor: visitor.kiosk.kiosk.undoOffered.emit(),
    "sheet-leave": lambda visitor: visitor.kiosk.kiosk.leaveAsked.emit(),
    "sheet-idle": lambda visitor: visitor.kiosk.kiosk.ask_whether_anyone_is_here(),
}


@dataclass(frozen=True)
class Remembered:
    """One screen of the tour: its name there, its place, and what had been counted by then."""

    name: str
    place: Place
    counts: dict[str, tuple[TallyLine, ...]]


def remember(visitor: Visitor, look: Take) -> list[Remembered]:
    """Walk through every screen by touch in Korean, look at each, and return their places."""
    found: list[Remembered] = []

    def take(name: str) -> None:
        look(name)
        found.append(Remembered(name, visitor.journey.place, dict(visitor.journey.counts)))

    tour(visitor, "ko", "standard", take)
    return found


def open_again(visitor: Visitor, places: Iterable[Remembered], look: Take) -> None:
    """Open one place after another as the visitor's language and display have it, and look at each."""
    journey, kiosk = visitor.journey, visitor.kiosk.kiosk
    for each in places:
        journey.counts, journey.kept_at = each.counts, time.monotonic()
        unproblematic = replace(each.place, closing=replace(each.place.closing, problems=()))
        for place in (unproblematic, each.place):  # a field stands open before anything is found wrong with it
            journey.place = in_language(place, journey.language)
            journey.moved.emit()
        if each.name in _SHEETS:
            _SHEETS[each.name](visitor)
        if each.place.screen is Screen.HANDOFF:
            visitor.find("handoffCode")
        look(each.name)
        kiosk.cleared.emit()
        kiosk.stay()
