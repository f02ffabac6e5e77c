"""Out of the opening hours the screen is dark; a touch lights it and does nothing else; no visit is ever cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from tests.ui.visitor import Visitor, visiting
from ui.night import Night


@pytest.fixture
def visitor(qapp: QGuiApplication, lobby_home: Path) -> Iterator[Visitor]:
    """A visitor before a kiosk whose lobby is never open, and whose screen stays lit for no time."""
    commands = "\n".join(f'{when} = ["touch", "{lobby_home / when}"]' for when in ("off", "on"))
    (lobby_home / "kiosk.toml").write_text(f"[hours]\n[screen]\n{commands}\n")
    with visiting(lobby_home, awake_seconds=0) as someone:
        yield someone


def night(visitor: Visitor) -> Night:
    assert visitor.kiosk.night is not None
    return visitor.kiosk.night


def test_the_screen_is_dark_out_of_hours_and_the_touch_that_wakes_it_starts_nothing(visitor: Visitor) -> None:
    assert night(visitor).is_dark
    assert visitor.window.grabWindow().pixelColor(10, 10).name() == "#000000"
    visitor.wait_for((visitor.kiosk.settings.home / "off").exists, "the screen's power to go off")
    visitor.touch_at(QPointF(500, 900))
    visitor.wait_for(lambda: not night(visitor).is_dark, "a lit screen")
    visitor.wait_for((visitor.kiosk.settings.home / "on").exists, "the screen's power to come on")
    assert visitor.screen == "Attract"


def test_a_visit_is_never_cut_off(visitor: Visitor) -> None:
    visitor.touch_at(QPointF(500, 900))
    visitor.wait_for(lambda: not night(visitor).is_dark, "a lit screen")
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    night(visitor).look()
    assert not night(visitor).is_dark
    visitor.touch("startOver")
    visitor.wait_for_screen("Attract")
    night(visitor).look()
    assert night(visitor).is_dark


def test_without_hours_the_screen_is_never_dark(qapp: QGuiApplication, lobby_home: Path) -> None:
    with visiting(lobby_home) as someone:
        assert someone.kiosk.night is None


def test_settings_that_are_wrong_are_told_and_leave_the_screen_on(
    qapp: QGuiApplication, lobby_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (lobby_home / "kiosk.toml").write_text('[hours]\nsomeday = "09:00-18:00"\n')
    with visiting(lobby_home) as someone:
        assert someone.kiosk.night is None
    assert "“someday” is no day" in capfd.readouterr().err
