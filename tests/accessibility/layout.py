"""Looks at every screen in every combination of size, language, text size and theme for cut or covered text.

Run `python -m tests.accessibility.layout --all`; without `--all` a pairwise choice of combinations is looked at. There
is one kiosk for each size of screen; its screens are reached by touch, language and display are changed in place.
"""

import argparse
import itertools
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from tests.accessibility.rules import faults
from tests.accessibility.sight import look
from tests.ui.tour import LANGUAGES, furnish, tour
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


EVERY = tuple(itertools.starmap(Display, itertools.product(SIZES, LANGUAGES, (False, True), (False, True))))
FIRST = Display(PORTRAIT, "ko", large=False, high_contrast=False)


def pairwise() -> tuple[Display, ...]:
    """Every size with every language, and each text size and theme with each of both."""
    return tuple(
        Display(size, language, large=(row + column) % 2 == 1, high_contrast=(row // 2 + column) % 2 == 1)
        for row, size in enumerate(SIZES)
        for column, language in enumerate(LANGUAGES)
    )


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


def show(visitor: Visitor, display: Display) -> None:
    """Show the screen that stands open in another way, and wait until it is drawn."""
    kiosk = visitor.kiosk.kiosk
    while visitor.screen == "Attract" and kiosk.state.language != display.language:
        visitor.kiosk.attract.next()
    if kiosk.state.language != display.language:
        visitor.journey.choose_language(display.language)
    if kiosk.state.large_text != display.large:
        kiosk.toggleLargeText()
    if kiosk.state.high_contrast != display.high_contrast:
        kiosk.toggleHighContrast()
    wait_for_frames(visitor)


def wait_for_frames(visitor: Visitor) -> None:
    """Wait until everything stands where it belongs: a layout is polished on the way to a frame, some by the next."""
    frames = FrameCount(visitor.window)
    for which in ("a frame", "a second frame"):
        frames.swapped = 0
        visitor.window.update()
        visitor.wait_for(lambda: frames.swapped, which)
    frames.stop()


def faults_now(visitor: Visitor, screen: str, display: Display) -> list[Fault]:
    """What is wrong with the screen that stands open."""
    seen = faults(look(visitor.window), parse_screen_size(display.size).pixels_per_mm)
    return [Fault(screen, display, sentence) for sentence in seen]


def inspect(
    visitor: Visitor, displays: Sequence[Display], note: Callable[[Fault], None] = lambda fault: None
) -> list[Fault]:
    """Walk through every screen and look at it in each display of this size; `note` hears of each fault at once."""
    found: list[Fault] = []
    first = replace(FIRST, size=displays[0].size)

    def take(screen: str) -> None:
        for display in displays:
            if screen == "attract" and (display.large or display.high_contrast):
                continue  # nobody is here to have asked for it: every visit ends with the first display
            show(visitor, display)
            for fault in faults_now(visitor, screen, display):
                found.append(fault)
                note(fault)
        show(visitor, first)

    tour(visitor, first.language, "standard", take)
    return found


def main() -> int:
    """Look at the screens that were asked for; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help=f"all {len(EVERY)} combinations")
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
    found: list[Fault] = []
    chosen = [each for each in (EVERY if asked.all else pairwise()) if all(word in str(each) for word in asked.only)]
    for size in SIZES:
        displays = [each for each in chosen if each.size == size]
        if displays:
            with tempfile.TemporaryDirectory() as home:
                furnish(Path(home))
                with visiting(Path(home), screen=size) as visitor:

                    def note(fault: Fault, visitor: Visitor = visitor) -> None:
                        line = {"screen": fault.screen, "display": str(fault.display), "fault": fault.sentence}
                        text = json.dumps(line, ensure_ascii=False) if asked.json else " | ".join(line.values())
                        sys.stdout.write(f"{text}\n")
                        sys.stdout.flush()
                        if asked.pictures is not None:
                            name = f"{fault.screen} {fault.display}.png".replace(" ", "_")
                            visitor.window.grabWindow().save(str(asked.pictures / name))

                    found += inspect(visitor, displays, note)
    sys.stdout.write("" if found else "Nothing is cut, covered, too small or too close.\n")
    application.shutdown()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
