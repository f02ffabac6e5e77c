"""A short game of the monkey; `python -m tests.ui.monkey` plays the long one."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.monkey import play
from tests.ui.tour import furnish


@pytest.mark.timeout(240)
def test_a_monkey_breaks_nothing_and_leaves_no_half_written_submission(qapp: QGuiApplication, home: Path) -> None:
    furnish(home)
    seen = play(home, events=300, seed=20261122)
    assert seen.faults == []
    assert sum(seen.events.values()) == 300
