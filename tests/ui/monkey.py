"""A monkey at the glass: plays on a furnished kiosk, and says what broke.

Run `nice python -m tests.ui.monkey --events 20000`; it prints what it did as JSON, and exits 1 where something broke.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk.forum.answers import check_answers
from kiosk.forum.errors import ForumError
from kiosk.forum.submissions import submission_from_bytes
from kiosk.store import open_store
from tests.ui.monkey_hands import Monkey, Seen
from tests.ui.tour import furnish
from tests.ui.visitor import visiting
from ui.app import prepare_environment

# A quarter of the lobby screen's pixels, and the same millimetres: the monkey plays four times as fast.
_SCREEN = "540x960@32in"
# What the memory may grow by from the end of the warm-up to the end of a long game.
GROWTH_LIMIT_MB = 10


def stored(home: Path) -> dict[str, str | None]:
    """What the store holds: each receipt, and what is wrong with its answers, if anything."""
    found: dict[str, str | None] = {}
    with open_store(home) as store:
        for record in store.records(date(2000, 1, 1), date(2999, 1, 1)):
            submission = submission_from_bytes(record)
            answered = store.find_activity(submission.activity_id)
            wrong = None if answered is not None else "answers no known activity"
            if answered is not None:
                try:
                    check_answers(answered[1], submission.answers)
                except ForumError as error:
                    wrong = str(error)
            found[submission.receipt_id] = wrong
    return found


def play(home: Path, events: int, seed: int) -> Seen:
    """Let a monkey play on a furnished home, and return what came of it."""
    said: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            said.append(f"Qt: {text}")

    def catch(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        said.append(f"{kind.__name__}: {error}")

    already = stored(home)
    before, hook = qInstallMessageHandler(hear), sys.excepthook
    sys.excepthook = catch
    try:
        with visiting(home, screen=_SCREEN, idle_seconds=20, countdown_seconds=2) as visitor:
            seen = Monkey(visitor, seed).play(events)
            if visitor.journey.place.staff is not None:
                seen.faults.append("the monkey came into the staff panel")
            visitor.journey.end()
            visitor.wait_for(lambda: not visitor.journey.place.saving, "the store")
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(before)
    now = stored(home)
    seen.submissions = len(seen.kept)
    seen.faults += [*said, *(f"{receipt}: {wrong}" for receipt, wrong in now.items() if wrong)]
    if set(now) - set(already) != seen.kept - seen.withdrawn:
        seen.faults.append("what is stored is not what was thanked for")
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
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "kiosk"
        furnish(home)
        seen = play(home, asked.events, asked.seed)
    if seen.growth_mb >= GROWTH_LIMIT_MB:
        seen.faults.append(f"the memory grew by {seen.growth_mb:.1f} MB")
    if not seen.submissions:
        seen.faults.append("nothing was ever submitted")
    line = {
        "events": dict(seen.events),
        "screens": dict(seen.screens),
        "submissions": seen.submissions,
        "withdrawn": len(seen.withdrawn),
        "memory_mb": [round(each / 1024) for each in seen.memory_kb[:: max(1, len(seen.memory_kb) // 20)]],
        "growth_mb": round(seen.growth_mb, 1),
        "seconds": round(time.monotonic() - began),
        "load": [round(each, 1) for each in (load, os.getloadavg()[0])],
        "faults": seen.faults[:50],
    }
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    application.shutdown()
    return 1 if seen.faults else 0


if __name__ == "__main__":
    sys.exit(main())
