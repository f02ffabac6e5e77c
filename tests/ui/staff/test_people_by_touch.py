"""A manager adds an account by touch, changes a PIN, and removes one after a question; nothing of a PIN stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.store import open_store
from tests.ui.staff.staffed import enter, make_gesture, staff_of, standing_by, type_pin
from tests.ui.visitor import Visitor

FRESH = "730528"


@pytest.fixture
def manager(qapp: QGuiApplication, staffed_home: Path) -> Iterator[Visitor]:
    with standing_by(staffed_home) as someone:
        enter(someone)
        someone.touch("page.people")
        someone.wait_for_screen("StaffPeople")
        someone.wait_for(lambda: staff_of(someone).people.accounts, "the accounts")
        yield someone


def accounts(visitor: Visitor) -> dict[str, str]:
    with open_store(visitor.kiosk.settings.home) as store:
        return {each.name: each.role for each in store.staff.accounts()}


def deeds(visitor: Visitor) -> list[tuple[str, str, str]]:
    with open_store(visitor.kiosk.settings.home) as store:
        log = [(each.account, each.deed, each.detail) for each in reversed(store.staff.log(100))]
    return [each for each in log if each[1].startswith("account-") and each[0] != "test"]


def done(visitor: Visitor, what: str) -> None:
    visitor.wait_for_screen("StaffPeople")
    visitor.wait_for(lambda: staff_of(visitor).people.done == what, what)


def test_somebody_new_gets_a_name_a_role_and_a_pin_typed_twice_and_can_enter(manager: Visitor) -> None:
    manager.touch("primary")
    manager.wait_for_screen("StaffName")
    manager.type("수민")
    manager.touch("role.manager")
    manager.touch("primary")
    manager.wait_for_screen("StaffPin")
    type_pin(manager, "123456")
    assert "누구나 먼저" in manager.find("people.trouble").property("text")
    type_pin(manager, FRESH)
    manager.wait_for(lambda: staff_of(manager).people.first, "the second time")
    type_pin(manager, "905274")
    assert "달라요" in manager.find("people.trouble").property("text")
    for _ in range(2):
        type_pin(manager, FRESH)
    done(manager, "added")
    assert accounts(manager) == {"민호": "attendant", "수민": "manager", "지수": "manager"}
    assert deeds(manager) == [("지수", "account-added", "수민: manager")]
    assert FRESH not in manager.everything_written()
    assert FRESH not in repr(manager.journey.place)

    manager.touch("staff.leave")
    manager.wait_for_screen("Attract")
    enter(manager, "수민", FRESH)


def test_another_pin_replaces_the_one_before_and_giving_up_changes_nothing(manager: Visitor) -> None:
    manager.touch("changePin.민호")
    manager.wait_for_screen("StaffPin")
    type_pin(manager, FRESH)
    manager.touch("staff.back")
    manager.wait_for_screen("StaffPeople")
    assert FRESH not in repr(manager.journey.place)
    assert deeds(manager) == []
    manager.touch("changePin.민호")
    manager.wait_for_screen("StaffPin")
    for _ in range(2):
        type_pin(manager, FRESH)
    done(manager, "pin")
    manager.touch("staff.leave")
    manager.wait_for_screen("Attract")
    make_gesture(manager)
    manager.wait_for_screen("StaffEntry")
    manager.touch("account.민호")
    type_pin(manager, FRESH)
    manager.wait_for_screen("StaffToday")


def test_an_account_is_removed_after_a_question_and_never_ones_own(manager: Visitor) -> None:
    assert not manager.sees("remove.지수")
    manager.touch("remove.민호")
    manager.touch("removeSheet.primary")
    manager.wait_for(lambda: not staff_of(manager).people.asked, "the answer")
    assert "민호" in accounts(manager)
    manager.touch("remove.민호")
    manager.touch("removeSheet.secondary")
    done(manager, "removed")
    assert accounts(manager) == {"지수": "manager"}
    assert deeds(manager) == [("지수", "account-removed", "민호")]


def test_a_name_that_is_there_already_is_said_at_once(manager: Visitor) -> None:
    manager.touch("primary")
    manager.wait_for_screen("StaffName")
    manager.type("지수")
    manager.touch("primary")
    assert "이미 있어요" in manager.find("people.trouble").property("text")
    assert manager.screen == "StaffName"
