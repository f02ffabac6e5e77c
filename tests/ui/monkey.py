"""A monkey at the glass: seeded random touches, drags, many fingers, cancelled touches and keys over the real kiosk.

Run `nice python -m tests.ui.monkey --events 20000`; it prints what it did as JSON, and exits 1 where something broke.
"""

import argparse
import gc
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QMessageLogContext,
    QPoint,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.forum.answers import check_answers
from kiosk.forum.errors import ForumError
from kiosk.forum.submissions import submission_from_bytes
from kiosk.store import open_store
from tests.accessibility.sight import drawn, rectangle
from tests.ui.fingers import Fingers
from tests.ui.tour import furnish
from tests.ui.visitor import Visitor, visiting
from ui.app import prepare_environment
from ui.process import proportional_set_size

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
_WAYS_OUT = ("home", "back", "startOver", "idleSheet.secondary")
_WITHOUT_VISITOR = frozenset({"Attract", "OutOfOrder"})
_LOOK_EVERY = 100
# Looking for what can be pressed takes longer than pressing: so many places are found at once.
_PLACES_AT_ONCE = 6
# A quarter of the lobby screen's pixels, and the same millimetres: the monkey plays four times as fast.
_SCREEN = "540x960@32in"


@dataclass
class Seen:
    """What the monkey did and what came of it."""

    events: Counter[str] = field(default_factory=Counter)
    screens: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    submissions: int = 0
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
        self.seen = Seen()

    def play(self, events: int) -> Seen:
        """Do that many things, looking now and then whether all is well."""
        ways: list[tuple[Callable[[], None], int]] = [
            (self.tap, 70),
            (self.drag, 8),
            (self.many_fingers, 6),
            (self.cancelled, 5),
            (self.double_tap, 4),
            (self.key, 6),
            (self.held_key, 1),
        ]
        for place in range(events):
            way = self._dice.choices([each for each, _ in ways], [weight for _, weight in ways])[0]
            way()
            self.seen.events[way.__name__] += 1
            self._live()
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

    # Looking

    def _look(self) -> None:
        visitor, seen = self._visitor, self.seen
        seen.screens[visitor.screen] += 1
        if not self._window.isVisible():
            seen.faults.append("the window is gone")
        if visitor.screen not in _WITHOUT_VISITOR and not any(visitor.sees(each) for each in _WAYS_OUT):
            seen.faults.append(f"no way out of {visitor.screen}")
        gc.collect()
        seen.memory_kb.append(proportional_set_size())
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


def _can_be_pressed(item: QQuickItem) -> bool:
    return (item.inherits("QQuickAbstractButton") and item.isEnabled()) or item.metaObject().className().startswith(
        "Key_"
    )


def stored_faults(home: Path) -> tuple[int, list[str]]:
    """How many submissions the store holds, and what is wrong with any."""
    faults: list[str] = []
    count = 0
    with open_store(home) as store:
        for record in store.records(date(2000, 1, 1), date(2999, 1, 1)):
            count += 1
            submission = submission_from_bytes(record)
            found = store.find_activity(submission.activity_id)
            if found is None:
                faults.append(f"{submission.receipt_id} answers no known activity")
                continue
            try:
                check_answers(found[1], submission.answers)
            except ForumError as error:
                faults.append(f"{submission.receipt_id}: {error}")
    return count, faults


def play(home: Path, events: int, seed: int) -> Seen:
    """Let a monkey play on a furnished home, and return what came of it."""
    said: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            said.append(f"Qt: {text}")

    def catch(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        said.append(f"{kind.__name__}: {error}")

    before, hook = qInstallMessageHandler(hear), sys.excepthook
    sys.excepthook = catch
    try:
        with visiting(home, screen=_SCREEN, idle_seconds=20, countdown_seconds=2) as visitor:
            seen = Monkey(visitor, seed).play(events)
            visitor.journey.end()
            visitor.wait_for(lambda: not visitor.journey.place.saving, "the store")
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(before)
    seen.submissions, wrong = stored_faults(home)
    seen.faults += [*said, *wrong]
    return seen


def main() -> int:
    """Play, and print what came of it; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    prepare_environment()
    application = QGuiApplication(sys.argv[:1])
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "kiosk"
        furnish(home)
        seen = play(home, asked.events, asked.seed)
    line = {
        "events": dict(seen.events),
        "screens": dict(seen.screens),
        "submissions": seen.submissions,
        "memory_mb": [round(each / 1024) for each in seen.memory_kb[:: max(1, len(seen.memory_kb) // 20)]],
        "growth_mb": round(seen.growth_mb, 1),
        "seconds": round(time.monotonic() - began),
        "faults": seen.faults[:50],
    }
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    application.shutdown()
    return 1 if seen.faults else 0


if __name__ == "__main__":
    sys.exit(main())
