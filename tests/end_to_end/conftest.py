"""A touchscreen, a central store in a process of its own, and the way between them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.sync.conftest import central_home, database_url, enrolled, postgres, server
from tests.sync.server import CentralProcess
from tests.ui.conftest import lobby_home, qapp_cls
from tests.ui.visitor import Visitor, visiting

__all__ = ["central_home", "database_url", "enrolled", "lobby_home", "postgres", "qapp_cls", "server"]


@pytest.fixture
def visitor(qapp: QGuiApplication, enrolled: CentralProcess, lobby_home: Path) -> Iterator[Visitor]:
    """A visitor before a kiosk that knows the central store and has the sample pack."""
    with visiting(lobby_home) as someone:
        yield someone
