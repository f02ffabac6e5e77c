"""The monkey's hands: seeded random touches, drags, many fingers, cancelled touches and keys over the real kiosk."""

import gc
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.accessibility.sight import drawn, rectangle
from tests.ui.fingers import Fingers
from tests.ui.visitor import Visitor

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_KEYS = (
    (Qt.Key.Key_F4, _ALT),
    (Qt.Key.Key_Escape, _NONE),
    (Qt.Key.Key_Q, _CONTROL),
    (Qt.Key.Key_W, _CONTROL),
    (Qt.Key.Key_V, _CONTROL),
    (Qt.Key.Key_Tab, _NONE),
    (Qt.Key.Key_Backtab, _SHIFT),
    (Qt.Key.Key_Up, _NONE),
    (Qt.Key.Key_Down, _NONE),
    (Qt.Key.Key_Left, _NONE),
    (Qt.Key.Key_Right, _NONE),
    (Qt.Key.Key_Return, _NONE),
    (Qt.Key.Key_Space, _NONE),
    (Qt.Key.Key_Backspace, _NONE),
    (Qt.Key.Key_A, _NONE),
    (Qt.Key.Key_F11, _NONE),
)
_WAYS_OUT = frozenset({"home", "back", "startOver"})
_OUT_OF_A_SHEET = (".close", ".primary", ".secondary")
_WITHOUT_VISITOR = frozenset({"Attract", "OutOfOrder"})
_ANSWERS = ("option.", "step.", "star.", "digit.", "vote.")
# Somebody in earnest gives up after so many steps; the longest activity has fewer.
_STEPS_IN_EARNEST = 25
_LOOK_EVERY = 100
# Looking for what can be pressed takes longer than pressing: so many places are found at once.
_PLACES_AT_ONCE = 6


@dataclass
class Seen:
    """What the monkey did and what came of it."""

    events: Counter[str] = field(default_factory=Counter)
    screens: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    submissions: int = 0
    kept: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    memory_kb: list[int] = field(default_factory=list)

    @property
    def growth_mb(self) -> float:
        """How much the memory grew after the first fifth, taken as the warm-up: last tenth against the one after it."""
        share = max(1, len(self.memory_kb) // 10)
        settled = self.memory_kb[len(self.memory_kb) // 5 :]
        return (min(settled[-share:]) - min(settled[:share])) / 1024 if len(settled) > share else 0.0


class Monkey:
    """Plays on one kiosk; half of what it touches are things that can be pressed, so that it gets everywhere."""

    def __init__(self, visitor: Visitor, seed: int) -> None:
        self._visitor, self._window = visitor, visitor.window
        self._dice = random.Random(seed)
        self._fingers = Fingers(visitor.window)
        self._places: list[QPoint] = []
        self._looked_at: object = None
        self.seen = Seen()
        visitor.kiosk.recorder.kept.connect(lambda receipt: self.seen.kept.add(receipt.receipt_id))
        visitor.kiosk.recorder.withdrawn.connect(self.seen.withdrawn.add)

    def play(self, events: int) -> Seen:
        """Do that many things, looking now and then whether all is well."""
        ways: list[tuple[Callable[[], None], int]] = [
            (self.tap, 140),
            (self.drag, 16),
            (self.many_fingers, 12),
            (self.cancelled, 10),
            (self.double_tap, 8),
            (self.key, 12),
            (self.held_key, 2),
            (self.in_earnest, 1),
        ]
        for place in range(events):
            way = self._dice.choices([each for each, _ in ways], [weight for _, weight in ways])[0]
            way()
            self.seen.events[way.__name__] += 1
            self._live()
            self._look_for_a_way_out()
            if place % _LOOK_EVERY == _LOOK_EVERY - 1:
                self._look()
        return self.seen

    def tap(self) -> None:
        """One finger, down and up."""
        at = self._somewhere()
        self._fingers.press(at)
        self._live()
        self._fingers.lift(at)

    def double_tap(self) -> None:
        """Twice at the same place, faster than a person."""
        at = self._somewhere()
        self._fingers.tap(at)
        self._fingers.tap(at)

    def drag(self) -> None:
        """One finger from here to there."""
        start, end = self._somewhere(), self._anywhere()
        self._fingers.press(start)
        for step in (0.1, 0.4, 1.0):
            self._fingers.move(start + (end - start) * step)
            self._live()
        self._fingers.lift(end)

    def many_fingers(self) -> None:
        """Up to ten fingers come, move, and go."""
        places = [self._somewhere() for _ in range(self._dice.randint(2, 10))]
        self._fingers.press(*places)
        self._live()
        places = [each + QPoint(self._dice.randint(-40, 40), self._dice.randint(-40, 40)) for each in places]
        self._fingers.move(*places)
        self._live()
        self._fingers.lift(*places)

    def cancelled(self) -> None:
        """A touch that the system takes away half-way."""
        at = self._somewhere()
        self._fingers.press(at)
        self._live()
        self._fingers.cancel(at)

    def key(self) -> None:
        """A key of a keyboard or keypad."""
        key, held = self._dice.choice(_KEYS)
        QTest.keyClick(self._window, key, held)

    def held_key(self) -> None:
        """A key that stays down and repeats."""
        key, held = self._dice.choice(_KEYS)
        self._fingers.hold_key(key, held)

    def in_earnest(self) -> None:
        """Somebody who wants to take part: from wherever it is to a receipt, answering anything, or giving up."""
        visitor = self._visitor
        for _ in range(_STEPS_IN_EARNEST):
            visitor.wait_for(lambda: self._is_ready(), "the kiosk")
            if visitor.screen in ("Thanks", "OutOfOrder"):
                return
            names = self._can_be_touched()
            if visitor.screen in ("Choice", "Scale", "Rating", "Ranking", "Number", "Statements", "Closing"):
                self._touch_one([name for name in names if name.startswith(_ANSWERS)])
            elif visitor.screen == "Text":
                for _ in range(3):
                    self.tap_key()
            self._touch_one(
                [name for name in names if name.endswith(".primary")]
                or [name for name in names if name.endswith(".close")]
                or [name for name in names if name == "primary"]
                or [name for name in names if name.startswith("activity.") or name == "start"]
            )

    def tap_key(self) -> None:
        """A key of the on-screen keyboard, where there is one."""
        keys = [item for item in drawn(self._window.contentItem()) if item.metaObject().className().startswith("Key_")]
        if keys:
            self._fingers.tap(rectangle(self._dice.choice(keys)).center().toPoint())
            self._live()

    def _is_ready(self) -> bool:
        place = self._visitor.journey.place
        return self._visitor.journey.has_settled() and not place.saving and place.screen == self._visitor.screen

    def _can_be_touched(self) -> list[str]:
        """The names of what can be pressed now: only what the layer on top leaves open."""
        return [item.objectName() for item in drawn(self._window.contentItem()) if _can_be_pressed(item)]

    def _touch_one(self, names: list[str]) -> None:
        if names:
            item = self._visitor.find(self._dice.choice(names))
            self._fingers.tap(rectangle(item).center().toPoint())
            self._live()

    # Looking

    def _look_for_a_way_out(self) -> None:
        """Whenever something else is shown than before: can it be left?"""
        visitor = self._visitor
        if visitor.place_name() == self._looked_at or visitor.journey.place.saving:
            return
        self._looked_at = visitor.place_name()
        if visitor.screen not in _WITHOUT_VISITOR and not any(
            name in _WAYS_OUT or name.endswith(_OUT_OF_A_SHEET) for name in self._can_be_touched()
        ):
            self.seen.faults.append(f"no way out of {visitor.screen}")

    def _look(self) -> None:
        visitor, seen = self._visitor, self.seen
        seen.screens[visitor.screen] += 1
        if not self._window.isVisible():
            seen.faults.append("the window is gone")
        gc.collect()
        seen.memory_kb.append(_private_kb())
        if sum(seen.events.values()) % 1000 >= 1000 - _LOOK_EVERY:
            sys.stderr.write(f"{sum(seen.events.values())} {seen.memory_kb[-1] // 1024} MB {len(seen.faults)} faults\n")

    def _live(self) -> None:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def _somewhere(self) -> QPoint:
        if self._dice.random() < 0.25:
            return self._anywhere()
        if not self._places:
            seen = [item for item in drawn(self._window.contentItem()) if _can_be_pressed(item)]
            places = [rectangle(item).center().toPoint() for item in seen]
            self._places = self._dice.sample(places, min(len(places), _PLACES_AT_ONCE))
        return self._places.pop() if self._places else self._anywhere()

    def _anywhere(self) -> QPoint:
        return QPoint(self._dice.randrange(self._window.width()), self._dice.randrange(self._window.height()))


def _private_kb() -> int:
    """Return the memory, in KiB, that is this process's alone: what is shared changes when others come and go."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


def _can_be_pressed(item: QQuickItem) -> bool:
    return (item.inherits("QQuickAbstractButton") and item.isEnabled()) or item.metaObject().className().startswith(
        "Key_"
    )
