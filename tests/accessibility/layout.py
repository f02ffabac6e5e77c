"""Looks at every screen in every combination of size, language, text size and theme for cut or covered text.

Run `python -m tests.accessibility.layout`; `--only 1024x768 200 en` looks at some displays. The screens are reached by
touch once; in each display a kiosk of that size then opens their places again.
"""

import argparse
import itertools
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from tests.accessibility.places import Remembered, open_again, remember
from tests.accessibility.rules import faults
from tests.accessibility.sight import look
from tests.ui.tour import LANGUAGES, furnish
from tests.ui.visitor import PORTRAIT, Visitor, visiting
from ui.app import prepare_environment
from ui.screen_size import parse_screen_size

SIZES = (PORTRAIT, "1920x1080@32in", "1024x768@15in", "2160x3840@43in")


@dataclass(frozen=True)
class Display:
    """One way in which a screen may be shown."""

    size: str
    language: str
    large: bool
    high_contrast: bool

    def __str__(self) -> str:
        scale, theme = "200 %" if self.large else "100 %", "high contrast" if self.high_contrast else "standard"
        return f"{self.size} {self.language} {scale} {theme}"


@dataclass(frozen=True)
class Fault:
    """Something wrong on one screen in one display."""

    screen: str
    display: Display
    sentence: str

    def __str__(self) -> str:
        return f"{self.screen} | {self.display} | {self.sentence}"


Note = Callable[[Visitor, Fault], None]
EVERY = tuple(itertools.starmap(Display, itertools.product(SIZES, LANGUAGES, (False, True), (False, True))))
FIRST = Display(PORTRAIT, "ko", large=False, high_contrast=False)


class FrameCount:
    """Counts the frames that a window shows, until it is stopped."""

    def __init__(self, window: QQuickWindow) -> None:
        self.swapped = 0
        self._connection = window.frameSwapped.connect(self._count)
        self._window = window

    def stop(self) -> None:
        """Count no more."""
        self._window.frameSwapped.disconnect(self._connection)

    def _count(self) -> None:
        self.swapped += 1


def wait_for_frames(visitor: Visitor) -> None:
    """Wait until everything stands where it belongs: a layout is polished on the way to a frame, some by the next."""
    frames = FrameCount(visitor.window)
    for which in ("a frame", "a second frame"):
        frames.swapped = 0
        visitor.window.update()
        visitor.wait_for(lambda: frames.swapped, which)
    frames.stop()


def walk(home: Path) -> tuple[list[Remembered], list[Fault]]:
    """Come to every screen by touch in the first display; return their places and what is wrong with them."""
    found: list[Fault] = []
    with visiting(home, screen=FIRST.size, reduced_motion=True) as visitor:
        places = remember(visitor, lambda screen: found.extend(_faults_now(visitor, screen, FIRST)))
    return places, found


def inspect(
    home: Path, places: Sequence[Remembered], display: Display, note: Note = lambda visitor, fault: None
) -> list[Fault]:
    """Open every place in a display and return what is wrong; `note` hears of each fault while it is seen."""
    found: list[Fault] = []
    with visiting(home, screen=display.size, reduced_motion=True) as visitor:

        def take(screen: str) -> None:
            for fault in _faults_now(visitor, screen, display):
                found.append(fault)
                note(visitor, fault)

        kiosk = visitor.kiosk.kiosk
        while kiosk.state.language != display.language:
            visitor.kiosk.attract.next()
        # Always in letters of the first size: nobody is here to have asked for others. Any question may be today's.
        for _, activity in visitor.journey.activities():
            visitor.kiosk.attract.show(dict(activity.questions[0].label) if activity.questions else {}, 1234)
            take(f"attract with {activity.id}")
        visitor.journey.start(display.language)
        visitor.wait_for_screen("Home")
        if display.large:
            kiosk.toggleLargeText()
        if display.high_contrast:
            kiosk.toggleHighContrast()
        open_again(visitor, [each for each in places if each.name != "attract"], take)
        kiosk.show_language(FIRST.language)  # its words would stay in the application, for the next kiosk too
    return found


def _faults_now(visitor: Visitor, screen: str, display: Display) -> list[Fault]:
    wait_for_frames(visitor)
    seen = faults(look(visitor.window), parse_screen_size(display.size).pixels_per_mm)
    return [Fault(screen, display, sentence) for sentence in seen]


def main() -> int:
    """Look at the screens that were asked for; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", default=[], help="words that a combination's name holds: 1024x768 200 en")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each fault")
    parser.add_argument("--pictures", type=Path, help="where to write pictures of what is wrong")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    prepare_environment()
    application = QGuiApplication(sys.argv[:1])
    if asked.pictures is not None:
        asked.pictures.mkdir(parents=True, exist_ok=True)

    def note(visitor: Visitor, fault: Fault) -> None:
        line = {"screen": fault.screen, "display": str(fault.display), "fault": fault.sentence}
        sys.stdout.write(f"{json.dumps(line, ensure_ascii=False) if asked.json else fault}\n")
        sys.stdout.flush()
        if asked.pictures is not None:
            name = f"{fault.screen} {fault.display}.png".replace(" ", "_")
            visitor.window.grabWindow().save(str(asked.pictures / name))

    found: list[Fault] = []
    with tempfile.TemporaryDirectory() as home:
        furnish(Path(home))
        places, _ = walk(Path(home))
        for display in EVERY:
            if all(word in str(display) for word in asked.only):
                found += inspect(Path(home), places, display, note)
    sys.stdout.write("" if found else "Nothing is cut, covered, too small or too close.\n")
    application.shutdown()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
