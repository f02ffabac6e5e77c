"""Nothing is cut or covered, and all can be pressed; `python -m tests.accessibility.layout` looks at all displays."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.accessibility.layout import SIZES, Display, Fault, inspect, walk
from tests.accessibility.places import Remembered
from tests.ui.tour import furnish

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
    return walk(furnished)


def test_no_screen_of_a_visit_cuts_or_covers_text_or_offers_too_small_a_target(
    walked: tuple[list[Remembered], list[Fault]],
) -> None:
    places, found = walked
    assert len(places) > 40
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("display", OTHERS, ids=str)
def test_no_screen_cuts_or_covers_text_in_another_display(
    furnished: Path, walked: tuple[list[Remembered], list[Fault]], display: Display
) -> None:
    found = inspect(furnished, walked[0], display)
    assert not found, "\n".join(map(str, found))
