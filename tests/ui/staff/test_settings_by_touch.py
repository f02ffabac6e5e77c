"""A manager changes the kiosk's settings by touch: they hold at once, can be taken back, and a broken file is told."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.settings import FILE, read_settings
from kiosk.store import open_store
from tests.ui.staff.staffed import enter, staff_of, standing_by
from tests.ui.visitor import Visitor

TEXT = """# written by the ministry
[hours]
monday-friday = "09:00-18:00"  # as on the door
"""


@pytest.fixture
def manager(qapp: QGuiApplication, staffed_home: Path) -> Iterator[Visitor]:
    (staffed_home / FILE).write_text(TEXT, encoding="utf-8")
    with standing_by(staffed_home) as someone:
        enter(someone)
        someone.touch("page.settings")
        someone.wait_for_screen("StaffSettings")
        someone.wait_for(lambda: staff_of(someone).settings.kept, "the settings")
        yield someone


def file_of(visitor: Visitor) -> Path:
    return visitor.kiosk.settings.home / FILE


def deeds(visitor: Visitor) -> list[tuple[str, str, str]]:
    with open_store(visitor.kiosk.settings.home) as store:
        log = [(each.account, each.deed, each.detail) for each in reversed(store.staff.log(100))]
    return [each for each in log if each[1].startswith("settings")]


def wait_until(visitor: Visitor, done: str) -> None:
    visitor.wait_for(lambda: staff_of(visitor).settings.done == done, done)
    visitor.picture()  # what was done pushed the rest about


def test_hours_and_backups_are_changed_hold_at_once_and_are_taken_back_whole(manager: Visitor) -> None:
    before = manager.kiosk.night
    manager.touch("opens.less")
    manager.touch("closes.more")
    manager.touch("spread.5")
    manager.touch("day.saturday")
    manager.touch("settings.day")
    manager.touch("backups.less")
    manager.touch("format.xlsx")
    assert file_of(manager).read_text(encoding="utf-8") == TEXT
    manager.touch("primary")
    wait_until(manager, "saved")

    settings = read_settings(manager.kiosk.settings.home)
    usual, longer = (time(9), time(18)), (time(8, 45), time(18, 15))
    assert settings.hours == (*[longer] * 5, usual, None)
    assert (settings.daily.keep_backups, settings.daily.formats) == (13, ("csv", "xlsx", "pdf"))
    assert "# as on the door" in file_of(manager).read_text(encoding="utf-8")
    assert manager.kiosk.night is not before
    ((who, _, what),) = deeds(manager)
    assert who == "지수"
    assert "monday-friday 08:45-18:15, saturday 09:00-18:00" in what

    manager.touch("undo")
    wait_until(manager, "undone")
    assert file_of(manager).read_text(encoding="utf-8") == TEXT
    assert [deed for _, deed, _ in deeds(manager)] == ["settings", "settings-undone"]

    manager.touch("settings.hours")
    manager.touch("primary")
    wait_until(manager, "saved")
    assert manager.kiosk.night is None


def test_what_is_not_saved_is_given_up_and_a_broken_file_is_told_and_left(manager: Visitor) -> None:
    manager.touch("opens.less")
    assert manager.find("primary").isEnabled()
    manager.touch("page.people")
    manager.wait_for_screen("StaffPeople")
    manager.touch("page.settings")
    manager.wait_for(lambda: staff_of(manager).settings.kept, "the settings")
    assert not manager.find("primary").isEnabled()

    manager.touch("opens.less")
    broken = TEXT + "[daily\n"
    file_of(manager).write_text(broken, encoding="utf-8")
    manager.touch("primary")
    manager.wait_for(lambda: staff_of(manager).settings.trouble, "the trouble")
    said = manager.find("settings.trouble").property("text")
    assert "파일은 그대로예요" in said
    assert "is not TOML" in said
    assert file_of(manager).read_text(encoding="utf-8") == broken
    assert manager.find("primary").isEnabled()
    assert deeds(manager) == []
