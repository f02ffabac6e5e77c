"""The day to a USB stick, by touch, by somebody who has never seen the panel."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.reports.signatures import verify_file
from kiosk.reports.tally_export import signing_key
from kiosk.store import open_store
from tests.conftest import Run
from tests.kiosk.sticks import PluggedIn, plugged_in
from tests.ui.staff.staffed import enter, standing_by
from tests.ui.visitor import Visitor
from ui.staff.roots import Roots


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[PluggedIn]:
    with plugged_in(tmp_path) as stick:
        yield stick


@pytest.fixture
def visitor(qapp: QGuiApplication, staffed_home: Path, plugged: PluggedIn) -> Iterator[Visitor]:
    with standing_by(staffed_home, Roots(mounts=plugged.mounts, devices=plugged.devices)) as someone:
        yield someone


def test_the_day_is_on_the_stick_two_taps_after_the_pin(visitor: Visitor, plugged: PluggedIn, run: Run) -> None:
    enter(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("StaffExport")
    visitor.wait_for(lambda: visitor.find("primary").isEnabled(), "the stick")
    visitor.touch("primary")
    visitor.find("export.done")

    (folder,) = plugged.folder.iterdir()
    files = sorted(path.name for path in folder.iterdir())
    assert [Path(each).suffix for each in files if not each.endswith(".sig")] == [".csv", ".json", ".pdf", ".xlsx"]
    with open_store(visitor.kiosk.settings.home) as store:
        signing = signing_key(store)
        assert signing is not None
        for each in files:
            if not each.endswith(".sig"):
                verify_file(folder / each, signing.key.public_key())
        assert [each.deed for each in store.staff.log(2)] == ["exported", "entered"]
    assert run("forum-staff", "verify", folder / files[0]).code == 0
    assert folder.name in visitor.find("export.done").property("text")
    plugged.pull()
    visitor.wait_for(lambda: not visitor.find("primary").isEnabled(), "the stick to be missed")
    assert "“LOBBY”의" in visitor.find("export.done").property("text")


def to_export(visitor: Visitor) -> None:
    """Come to the export page, with a stick that is seen."""
    enter(visitor, "민호")
    visitor.touch("page.export")
    visitor.wait_for_screen("StaffExport")
    visitor.wait_for(lambda: visitor.find("primary").isEnabled(), "the stick")


def stage(visitor: Visitor) -> str:
    """Return what the export is doing."""
    assert visitor.journey.place.staff is not None
    return visitor.journey.place.staff.export.stage


def left_at_the_kiosk(visitor: Visitor) -> list[Path]:
    """Return what an export left beside the store."""
    return list(visitor.kiosk.settings.home.glob(".export-*"))


def test_a_stick_that_is_pulled_out_half_way_is_told_so_and_nothing_is_left(
    visitor: Visitor, plugged: PluggedIn
) -> None:
    to_export(visitor)
    visitor.touch("primary")
    visitor.wait_for(lambda: stage(visitor) == "pdf", "the longest part")
    plugged.pull()
    said = visitor.find("export.trouble").property("text")
    assert "USB가 빠졌거나" in said
    assert list(plugged.folder.iterdir()) == []  # the kiosk's own disk, which the stick lay over
    assert left_at_the_kiosk(visitor) == []
    visitor.wait_for(lambda: not visitor.find("primary").isEnabled(), "the stick to be missed")


def test_a_stick_that_is_too_small_is_told_so_with_figures(
    qapp: QGuiApplication, staffed_home: Path, tmp_path: Path
) -> None:
    with (
        plugged_in(tmp_path, size="128k") as plugged,
        standing_by(staffed_home, Roots(mounts=plugged.mounts, devices=plugged.devices)) as visitor,
    ):
        to_export(visitor)
        visitor.touch("primary")
        assert "0.1 MB 남음" in visitor.find("export.trouble").property("text")
        assert list(plugged.folder.iterdir()) == []


def test_an_export_can_be_stopped_and_leaves_nothing(visitor: Visitor, plugged: PluggedIn) -> None:
    to_export(visitor)
    visitor.touch("primary")
    visitor.wait_for(lambda: stage(visitor) == "pdf", "the longest part")
    assert visitor.kiosk.session is not None
    visitor.kiosk.session.desk.exporting.stop()  # the button is guarded for half a second, in which a small day is done
    assert "그만두었어요" in visitor.find("export.trouble").property("text")
    assert list(plugged.folder.iterdir()) == []
    assert left_at_the_kiosk(visitor) == []


def test_the_panel_answers_while_an_export_is_on_its_way_and_leaving_stops_it(
    visitor: Visitor, plugged: PluggedIn
) -> None:
    to_export(visitor)
    visitor.touch("primary")
    visitor.wait_for(lambda: stage(visitor), "the export")
    visitor.touch("staff.leave")
    visitor.wait_for_screen("Attract")
    assert visitor.journey.place.staff is None


def test_without_a_stick_the_panel_asks_for_one_and_sees_it_when_it_comes(
    qapp: QGuiApplication, staffed_home: Path, tmp_path: Path
) -> None:
    with plugged_in(tmp_path) as plugged:
        away = plugged.devices.rename(tmp_path / "away")
        with standing_by(staffed_home, Roots(mounts=plugged.mounts, devices=plugged.devices)) as visitor:
            enter(visitor)
            visitor.touch("page.export")
            visitor.wait_for_screen("StaffExport")
            visitor.wait_for(lambda: "USB를 꽂아" in visitor.everything_written(), "the request")
            assert not visitor.find("primary").isEnabled()
            away.rename(plugged.devices)
            visitor.wait_for(lambda: visitor.find("primary").isEnabled(), "the stick")
