"""Nothing is cut or covered, and all can be pressed; `python -m tests.accessibility.layout --all` sees all displays."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.accessibility.layout import FIRST, SIZES, Display, Fault, faults_now, show, wait_for_frames
from tests.accessibility.places import Remembered, open_again, remember
from tests.ui.tour import furnish
from tests.ui.visitor import Visitor, visiting

# With the first display: every size, language, text size and theme, the largest words on the smallest screen.
OTHERS = (
    Display(SIZES[2], "en", large=True, high_contrast=True),
    Display(SIZES[1], "ja", large=True, high_contrast=False),
    Display(SIZES[3], "zh", large=False, high_contrast=True),
    Display(SIZES[0], "en", large=True, high_contrast=False),
    Display(SIZES[2], "ko", large=False, high_contrast=False),
)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk's home with something to show on every screen."""
    home = tmp_path_factory.mktemp("layout") / "kiosk"
    furnish(home)
    return home


@pytest.fixture(scope="module")
def walked(qapp: QGuiApplication, furnished: Path) -> tuple[list[Remembered], list[Fault]]:
    """Every screen, come to by touch, and what is wrong with it in the first display."""
    found: list[Fault] = []
    with visiting(furnished, reduced_motion=True) as visitor:

        def look(name: str) -> None:
            wait_for_frames(visitor)
            found.extend(faults_now(visitor, name, FIRST))

        return remember(visitor, look), found


def test_no_screen_of_a_visit_cuts_or_covers_text_or_offers_too_small_a_target(
    walked: tuple[list[Remembered], list[Fault]],
) -> None:
    assert not walked[1], "\n".join(map(str, walked[1]))


@pytest.mark.parametrize("display", OTHERS, ids=str)
def test_no_screen_cuts_or_covers_text_in_another_display(
    furnished: Path, walked: tuple[list[Remembered], list[Fault]], display: Display
) -> None:
    found: list[Fault] = []
    with visiting(furnished, screen=display.size, reduced_motion=True) as visitor:
        show(visitor, Display(display.size, display.language, large=False, high_contrast=False))
        found += faults_now(visitor, "attract", display)
        begin(visitor, display)

        def look(name: str) -> None:
            wait_for_frames(visitor)
            found.extend(faults_now(visitor, name, display))

        open_again(visitor, [each for each in walked[0] if each.name != "attract"], look)
    assert not found, "\n".join(map(str, found))


def begin(visitor: Visitor, display: Display) -> None:
    """Come to home in this display."""
    visitor.journey.start(display.language)
    visitor.wait_for_screen("Home")
    show(visitor, display)
