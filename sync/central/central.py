"""The running central store: what every route needs, built once and handed down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.central.keys import sealing_key, server_key
from sync.central.proposals.overviews import Overviews
from sync.central.provider_settings import Provider, provider_of
from sync.central.public_log.log import PublicLog, open_log
from sync.central.sealing_keys import handoff_key
from sync.central.settings import Settings
from sync.central.store.database import Database, open_database
from sync.central.store.devices import Device
from sync.central.store.errors import CentralError
from sync.central.store.packs import PackShelf
from sync.central.store.schema import migrate


@dataclass(frozen=True)
class Central:
    """Database, keys and settings of one process."""

    database: Database
    server_key: Ed25519PrivateKey
    handoff_key: X25519PrivateKey
    home: Path
    public_url: str | None
    log: PublicLog
    shelf: PackShelf = field(default_factory=PackShelf)
    # Kiosks as this process last met them, by id: what they sign is still held against the database.
    met: dict[str, Device] = field(default_factory=dict)
    # Held while proposals are taken in: two threads at it would do the same work twice.
    intake_lock: Lock = field(default_factory=Lock)
    overviews: Overviews = field(default_factory=Overviews)
    # Where staff may sign in beside their passwords.
    provider: Provider | None = None

    @property
    def sealing_key(self) -> bytes | None:
        """The raw public key that contacts are sealed to now, or None without one."""
        return sealing_key(self.home)


@contextmanager
def opened_database(settings: Settings) -> Iterator[Database]:
    """Open the home and the database, its schema brought up to date; raises CentralError."""
    home = made_home(settings.home)
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
    provider = provider_of(settings)
    with opened_database(settings) as database:
        log = open_log(home, database, settings.log_name, settings.public_url)
        key, url = server_key(home, database), settings.public_url
        yield Central(database, key, handoff_key(home), home, url, log, provider=provider)


def made_home(home: Path) -> Path:
    """Return the home, made where it is missing; raises CentralError."""
    home = home.expanduser()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CentralError(
            f"The central home {home} cannot be used ({error.strerror}); nothing was changed. "
            "Give this user the right to write there, or name another home with --home."
        ) from None
    return home
