"""A kiosk with staff accounts, something to count, and somebody of the staff before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.staff.staffed import add_accounts, standing_by
from tests.ui.tour import furnish
from tests.ui.visitor import Visitor


@pytest.fixture
def staffed_home(home: Path) -> Path:
    furnish(home)
    add_accounts(home)
    return home


@pytest.fixture
def attendee(qapp: QGuiApplication, staffed_home: Path) -> Iterator[Visitor]:
    """Somebody before the attract screen of a kiosk with staff accounts."""
    with standing_by(staffed_home) as someone:
        yield someone
