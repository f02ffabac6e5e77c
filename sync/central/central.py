"""The running central store: what every route needs, built once and handed down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.central.keys import sealing_key, server_key
from sync.central.settings import Settings
from sync.central.store.database import Database, open_database
from sync.central.store.errors import CentralError
from sync.central.store.packs import PackShelf
from sync.central.store.schema import migrate


@dataclass(frozen=True)
class Central:
    """Database, keys and settings of one process."""

    database: Database
    server_key: Ed25519PrivateKey
    sealing_key: bytes | None
    public_url: str | None
    shelf: PackShelf = field(default_factory=PackShelf)


@contextmanager
def opened_database(settings: Settings) -> Iterator[Database]:
    """Open the home and the database, its schema brought up to date; raises CentralError."""
    home = settings.home.expanduser()
    _make_home(home)
    database = open_database(home, settings.database_url)
    try:
        migrate(database)
        yield database
    finally:
        database.close()


@contextmanager
def opened_central(settings: Settings) -> Iterator[Central]:
    """Open everything that serving needs; raises CentralError."""
    home = settings.home.expanduser()
    with opened_database(settings) as database:
        yield Central(database, server_key(home, database), sealing_key(home), settings.public_url)


def _make_home(home: Path) -> None:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CentralError(
            f"The central home {home} cannot be used ({error.strerror}); nothing was changed. "
            "Give this user the right to write there, or name another home with --home."
        ) from None
