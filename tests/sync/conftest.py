"""A PostgreSQL for the session, and a central store on either database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store import Store
from sync.central.settings import Settings
from sync.central.store.database import Database
from tests.conftest import Run
from tests.postgres import Postgres, running_postgres
from tests.small_pack import small_pack
from tests.sync.server import CentralProcess, serving


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str | None:
    if request.param == "sqlite":
        return None
    server: Postgres = request.getfixturevalue("postgres")
    return server.fresh_database()


@pytest.fixture
def central_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database_url: str | None) -> Path:
    path = tmp_path / "central"
    monkeypatch.setenv("FORUM_CENTRAL_HOME", str(path))
    if database_url is None:
        monkeypatch.delenv("FORUM_DATABASE_URL", raising=False)
    else:
        monkeypatch.setenv("FORUM_DATABASE_URL", database_url)
    return path


@pytest.fixture
def settings(central_home: Path) -> Settings:
    return Settings()


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    from sync.central.central import opened_database

    with opened_database(settings) as opened:
        yield opened


@pytest.fixture
def server(central_home: Path, database_url: str | None) -> Iterator[CentralProcess]:
    with serving(central_home, database_url) as running:
        yield running


@pytest.fixture
def enrolled(server: CentralProcess, store: Store, run: Run) -> CentralProcess:
    """The server, with the store of this test enrolled as “lobby” and the small pack installed."""
    import json

    made = run("forum-central", "enrol", "lobby", "--json")
    assert made.code == 0, made.err
    done = run("forum-sync", "enrol", "--central", server.url, "--code", json.loads(made.out)["code"])
    assert (done.code, done.err) == (0, "")
    store.install_pack(small_pack())
    return server
