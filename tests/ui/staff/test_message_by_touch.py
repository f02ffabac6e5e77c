"""Staff write a message of their own for visitors: seen before, kept over a restart, and left with one touch."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.forum.staffing import LONGEST_MESSAGE, OWN, Closure
from kiosk.store import open_store
from tests.ui.staff.staffed import enter, staff_of, standing_by
from tests.ui.visitor import Visitor


def begin_message(visitor: Visitor) -> None:
    visitor.touch("page.machine")
    visitor.wait_for_screen("StaffMachine")
    visitor.wait_for(lambda: staff_of(visitor).machine.status, "the machine")
    visitor.touch(f"closure.{OWN}")
    visitor.wait_for_screen("StaffMessage")


def shown(visitor: Visitor) -> Closure | None:
    return staff_of(visitor).machine.closure


def test_a_message_of_ones_own_is_seen_before_stands_over_a_restart_and_gives_way_to_a_set_one(
    qapp: QGuiApplication, staffed_home: Path
) -> None:
    with standing_by(staffed_home) as attendant:
        enter(attendant, "민호")
        begin_message(attendant)
        assert not attendant.find("primary").isEnabled()
        attendant.type("곧 다시 열게요")
        assert attendant.find("preview").property("title") == "곧 다시 열게요"
        attendant.touch("primary")
        attendant.wait_for(lambda: shown(attendant) == Closure(OWN, "곧 다시 열게요"), "the closure")
        attendant.touch("staff.leave")
        attendant.wait_for_screen("Closed")
    with standing_by(staffed_home) as attendant:
        attendant.wait_for_screen("Closed")
        assert {"곧 다시 열게요", "지금은 이 화면을 쓸 수 없어요."} <= spoken(attendant)
        attendant.kiosk.attract.next()
        assert {"곧 다시 열게요", "This screen is closed for now."} <= spoken(attendant)
        enter(attendant, "민호")
        begin_message(attendant)
        assert attendant.find("text").property("text") == "곧 다시 열게요"
        attendant.touch("staff.back")
        attendant.wait_for_screen("StaffMachine")
        attendant.touch("closure.finished")
        attendant.wait_for(lambda: shown(attendant) == Closure("finished"), "the set message")
        with open_store(staffed_home) as store:
            closed = [each.detail for each in store.staff.log(9) if each.deed == "closed"]
        assert closed == ["finished", "own 곧 다시 열게요"]


def spoken(visitor: Visitor) -> set[str]:
    """The sentences that are read on the screen."""
    return {part for line in visitor.everything_written().splitlines() for part in (line, line.split(". ")[0] + ".")}


def test_a_message_is_plain_text_and_ends_where_it_is_too_long(qapp: QGuiApplication, staffed_home: Path) -> None:
    with standing_by(staffed_home) as attendant:
        enter(attendant, "민호")
        begin_message(attendant)
        field = attendant.window.activeFocusItem()
        assert field is not None
        almost = "<b>x</b> " + "가" * (LONGEST_MESSAGE - 10)
        field.setProperty("text", almost)
        field.setProperty("cursorPosition", len(almost))
        attendant.type("말 다")
        attendant.touch("primary")
        attendant.wait_for(lambda: shown(attendant) == Closure(OWN, almost + "말"), "the closure")
        attendant.touch("staff.leave")
        attendant.wait_for_screen("Closed")
        assert "<b>x</b>" in attendant.everything_written()
