"""What is there on every screen, also where nobody takes part: a call for staff, and stillness for who wants it."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent

from kiosk.staff_calls import staff_calls
from tests.ui.visitor import Visitor, visiting
from ui.app import read_arguments


def test_staff_can_be_called_from_the_attract_screen(visitor: Visitor) -> None:
    home, today = visitor.kiosk.settings.home, visitor.journey.today()
    visitor.touch("staff")
    visitor.find("staffSheet")
    visitor.wait_for(lambda: [call.screen for call in staff_calls(home, today)] == ["Attract"], "the note")
    visitor.touch("staffSheet.primary")
    visitor.wait_for(lambda: not visitor.sees("staffSheet"), "the sheet to close")
    assert visitor.screen == "Attract"


def test_the_word_about_a_call_goes_away_by_itself_where_nobody_takes_part(visitor: Visitor) -> None:
    visitor.touch("staff")
    visitor.find("staffSheet")
    assert visitor.kiosk.kiosk.state.staff_called
    (until,) = [each for each in visitor.kiosk.kiosk.findChildren(QTimer) if each.isActive()]
    assert until.isSingleShot()
    assert 10_000 <= until.interval() <= 60_000  # long enough to be read, and gone before the next person comes
    until.start(0)
    visitor.wait_for(lambda: not visitor.sees("staffSheet"), "the word to go away")
    assert not visitor.kiosk.kiosk.state.staff_called


def test_staff_can_be_called_when_the_kiosk_is_out_of_order(visitor: Visitor) -> None:
    home, today = visitor.kiosk.settings.home, visitor.journey.today()
    visitor.journey.could_not_open("The key does not open the store.")
    visitor.wait_for_screen("OutOfOrder")
    visitor.touch("staff")
    visitor.find("staffSheet")
    visitor.wait_for(lambda: [call.screen for call in staff_calls(home, today)] == ["OutOfOrder"], "the note")


def milliseconds(visitor: Visitor) -> object:
    """Read from the Theme how long a screen slides."""
    component = QQmlComponent(visitor.kiosk.engine)
    component.setData(b"import QtQuick; import Forum; QtObject { property int time: Theme.duration }", "")
    return component.create().property("time")


def test_a_visitor_switches_movement_off_until_the_visit_ends(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    assert milliseconds(visitor) == 200
    visitor.touch("accessibility")
    visitor.touch("calm")
    visitor.touch("display.close")
    assert milliseconds(visitor) == 0
    visitor.touch("startOver")
    visitor.wait_for_screen("Attract")
    assert milliseconds(visitor) == 200


def test_a_kiosk_started_without_movement_stays_so_after_each_visit(qapp: QGuiApplication, lobby_home: Path) -> None:
    settings = read_arguments(["--home", str(lobby_home), "--reduced-motion"])
    with visiting(lobby_home, reduced_motion=settings.reduced_motion) as visitor:
        assert milliseconds(visitor) == 0
        visitor.touch("start")
        visitor.wait_for_screen("Home")
        visitor.touch("startOver")
        visitor.wait_for_screen("Attract")
        assert milliseconds(visitor) == 0
