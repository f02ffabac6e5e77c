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
