"""A real touchscreen on an offscreen platform, and a visitor who touches it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.store import open_store
from tests.ui.tour import pack_of_today
from tests.ui.visitor import Visitor, visiting
from ui.app import prepare_environment

LOBBY = Path(__file__).parents[2] / "assets" / "packs" / "lobby.yaml"


@pytest.fixture(scope="session")
def qapp_cls() -> type[QCoreApplication]:
    """Qt Quick needs no widgets; the environment is prepared before the application is made."""
    prepare_environment()
    return QGuiApplication


@pytest.fixture
def lobby_home(home: Path) -> Path:
    """A kiosk's home with the sample pack installed."""
    with open_store(home) as store:
        store.install_pack(pack_of_today())
    return home


@pytest.fixture
def visitor(qapp: QGuiApplication, lobby_home: Path) -> Iterator[Visitor]:
    """A visitor before the attract screen of a kiosk whose store is open."""
    with visiting(lobby_home) as someone:
        yield someone
