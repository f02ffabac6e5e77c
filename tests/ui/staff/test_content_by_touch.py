"""A manager changes what visitors are asked, by touch: a pack from a stick, rolled back; an activity closed, opened."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from kiosk.store import open_store
from tests.kiosk.sticks import PluggedIn, plugged_in
from tests.ui.staff.staffed import PIN, enter, make_gesture, staff_of, standing_by, type_pin
from tests.ui.staff.sticks_with_packs import put_pack
from tests.ui.visitor import Visitor
from ui.staff.roots import Roots
from ui.staff.state import Page

POLL = "priorities-2026"


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[PluggedIn]:
    with plugged_in(tmp_path) as stick:
        yield stick


@pytest.fixture
def manager(qapp: QGuiApplication, staffed_home: Path, plugged: PluggedIn) -> Iterator[Visitor]:
    with standing_by(staffed_home, Roots(mounts=plugged.mounts, devices=plugged.devices)) as someone:
        yield someone


def without_poll(pack: dict[str, Any]) -> None:
    pack["activities"] = [each for each in pack["activities"] if each["id"] != POLL]


def log(visitor: Visitor) -> list[tuple[str, str, str]]:
    with open_store(visitor.kiosk.settings.home) as store:
        return [(each.account, each.deed, each.detail) for each in reversed(store.staff.log(100))]


def home_has(visitor: Visitor, activity: str) -> bool:
    """Tell whether a visitor who comes now can enter an activity, and leave."""
    visitor.touch("staff.leave")
    visitor.wait_for_screen("Attract")
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    can = {each.id for _, each in visitor.journey.activities() if each.is_open(visitor.journey.today())}
    visitor.touch("startOver")
    visitor.wait_for_screen("Attract")
    return activity in can


def to_content(visitor: Visitor) -> None:
    enter(visitor)
    visitor.touch("page.content")
    visitor.wait_for_screen("StaffContent")


def test_a_pack_comes_from_the_stick_in_four_taps_and_goes_back_in_one(manager: Visitor, plugged: PluggedIn) -> None:
    put_pack(plugged.folder, "next.yaml", 4, without_poll)
    to_content(manager)
    manager.touch("primary")
    manager.wait_for_screen("StaffInstall")
    manager.wait_for(lambda: staff_of(manager).content.found, "the pack")
    assert "없어지는 활동" in written(manager, f"change.{POLL}")  # the only pack is looked at already
    (before,) = manager.journey.packs
    manager.touch("primary")
    manager.wait_for_screen("StaffContent")
    assert "4판을 설치했어요" in manager.find("done").property("text")
    assert manager.journey.packs == (before,)  # nobody's screen changes while somebody stands there
    assert not home_has(manager, POLL)

    to_content(manager)
    (version,) = [each.pack.version for each in staff_of(manager).content.in_force]
    assert version == 4
    manager.touch("rollBack.lobby")
    manager.wait_for(lambda: staff_of(manager).content.done, "the roll-back")
    assert home_has(manager, POLL)
    installed, back = [each[1:] for each in log(manager) if each[1].startswith("content-")]
    assert installed == ("content-installed", "lobby 4")
    assert back == ("content-rolled-back", f"lobby 4 -> {before.version}")


def test_an_activity_is_closed_by_its_switch_undone_at_once_and_logged_with_who_did_it(manager: Visitor) -> None:
    to_content(manager)
    manager.touch(f"switch.{POLL}")
    assert "닫았어요" in manager.find("done").property("text")
    assert staff_of(manager).content.closed == {POLL}
    manager.picture()  # what was done pushed the rest down
    manager.touch("undo")
    manager.wait_for(lambda: not staff_of(manager).content.closed, "the undoing")
    manager.touch(f"switch.{POLL}")
    manager.wait_for(lambda: staff_of(manager).content.closed, "the closing")
    assert not home_has(manager, POLL)
    done = [each for each in log(manager) if each[1].startswith("content-")]
    assert done == [("지수", f"content-{deed}", POLL) for deed in ("closed", "opened", "closed")]


def test_what_came_of_a_touch_far_down_the_page_is_brought_into_view(qapp: QGuiApplication, staffed_home: Path) -> None:
    with standing_by(staffed_home, screen="1024x768@15in") as manager:
        make_gesture(manager)
        manager.wait_for_screen("StaffEntry")
        manager.touch("staff.large")
        manager.touch("account.지수")
        type_pin(manager, PIN)
        manager.wait_for_screen("StaffToday")
        manager.touch("page.content")
        manager.wait_for_screen("StaffContent")
        manager.touch("switch.neighborhood-diplomats")
        done = manager.find("done")
        manager.wait_for(lambda: 0 <= done.mapToScene(QPointF()).y() < manager.window.height() / 2, "the words in view")


def test_a_file_that_cannot_be_taken_says_why_and_a_broken_one_where(manager: Visitor, plugged: PluggedIn) -> None:
    put_pack(plugged.folder, "a-old.yaml", 1)
    (plugged.folder / "b-broken.yaml").write_text("id: lobby\nversion: two\n")
    to_content(manager)
    manager.touch("primary")
    manager.wait_for_screen("StaffInstall")
    manager.find("found.0")
    manager.picture()  # what was found has its place
    manager.touch("found.0")
    assert "더 새로운 3판" in manager.find("install.refusal").property("text")
    assert not manager.find("primary").isEnabled()
    manager.touch("staff.back")
    manager.picture()  # the list has its place again
    manager.touch("found.1")
    assert "2번째 줄 · version · 정수여야 하는데 “two”" in manager.find("install.faults").property("text")
    assert not manager.find("primary").isEnabled()
    with open_store(manager.kiosk.settings.home) as store:
        assert [each.version for each in store.packs()] == [3]


def test_an_attendant_has_no_way_to_the_content(manager: Visitor) -> None:
    enter(manager, "민호")
    assert not manager.sees("page.content")
    assert manager.kiosk.session is not None
    desk = manager.kiosk.session.desk
    desk.turn_to(Page.CONTENT)
    desk.content.switch(POLL)
    assert staff_of(manager).page is Page.TODAY
    closed: list[frozenset[str]] = []
    desk.do(lambda store: store.content.closed(), closed.append)  # one thing after another: it comes last
    manager.wait_for(lambda: closed, "what is closed")
    assert closed == [frozenset()]


def written(visitor: Visitor, name: str) -> str:
    """Return the words in an item, once they are there."""
    item = visitor.find(name)
    return "\n".join(str(each.property("text")) for each in item.findChildren(type(item)) if each.property("text"))
