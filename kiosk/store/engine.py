"""Opening the encrypted file: the key, the start-up gate and the settings that make a commit durable."""

import os
import secrets
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Connection, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from kiosk.store.errors import StoreKeyWrong, StoreUnsafe, store_error
from kiosk.store.presence import home_unusable, make_home

STORE_FILE = "forum.db"
LAST_GOOD_FILE = "last-good.db"
KEY_FILE = "store.key"
BUSY_SECONDS = 5.0
# 3.7.0 to 3.51.2 can corrupt a WAL database when two connections write and checkpoint at once (sqlite.org/wal.html).
SAFE_FOR_WAL = (3, 51, 3)


def open_connection(home: Path) -> Connection:
    """Open (or make) the store of a home; raises StoreError with what to do."""
    check_sqlite(sqlcipher.sqlite_version_info)
    make_home(home)
    try:
        key = store_key(home)
    except OSError as error:
        raise home_unusable(home, error) from None
    # A raw key (SQLCipher: x'…' in quotes) skips the slow derivation that a password would need.
    url = URL.create("sqlite+pysqlcipher", password=raw_key(key), database=str(home / STORE_FILE))
    engine = create_engine(
        url, module=sqlcipher, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": True}
    )
    event.listen(engine, "connect", _settle)
    try:
        connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        _check_settings(connection)
    except DBAPIError as error:
        raise store_error(error) from None
    return connection


def open_copy(path: Path, key: str, writable: bool = False) -> Connection:
    """Open a copy of a store as the one file that it is; `key` as for `export_copy`. Raises StoreError."""
    check_sqlite(sqlcipher.sqlite_version_info)

    def connect() -> Any:
        uri = f"{path.absolute().as_uri()}?mode={'rw' if writable else 'ro'}"
        driver_connection = sqlcipher.connect(uri, uri=True, timeout=BUSY_SECONDS)
        driver_connection.execute("PRAGMA cipher_log_level = NONE")  # what goes wrong is said in our own sentence
        driver_connection.execute("PRAGMA key = '" + key.replace("'", "''") + "'")
        driver_connection.execute("PRAGMA synchronous = FULL")
        driver_connection.execute("PRAGMA secure_delete = ON")
        return driver_connection

    engine = create_engine("sqlite://", module=sqlcipher, poolclass=NullPool, creator=connect)
    try:
        connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except DBAPIError as error:
        raise store_error(error) from None
    return connection


def export_copy(connection: Connection, path: Path, key: str) -> None:
    """Copy what a connection sees into a new encrypted file; `key` is a passphrase, or x'…' with 64 hex digits."""
    connection.exec_driver_sql("ATTACH DATABASE ? AS copy KEY ?", (str(path), key))
    try:
        # One transaction, so that the copy is of one moment although others write (WAL).
        connection.exec_driver_sql("BEGIN")
        try:
            connection.exec_driver_sql("SELECT sqlcipher_export('copy')").all()
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            if connection.connection.in_transaction:
                connection.exec_driver_sql("ROLLBACK")
            raise
    finally:
        connection.exec_driver_sql("DETACH DATABASE copy")


def raw_key(digits: str) -> str:
    """Return 64 hex digits as SQLCipher takes a raw key."""
    return f"x'{digits}'"


def check_sqlite(version: tuple[int, ...]) -> None:
    """Refuse a SQLite that can corrupt a WAL database."""
    if version < SAFE_FOR_WAL:
        raise StoreUnsafe(
            f"SQLite {'.'.join(map(str, version))} can damage a store that two programs use; the store stays shut. "
            f"Install the locked requirements, which bring {'.'.join(map(str, SAFE_FOR_WAL))} or later."
        )


def _settle(driver_connection: Any, _record: Any) -> None:
    cursor = driver_connection.cursor()
    for pragma in (
        "cipher_log_level = NONE",  # what goes wrong is said in our own sentence
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _check_settings(connection: Connection) -> None:
    mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    level = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
    if (str(mode).lower(), str(level)) != ("wal", "2"):
        raise StoreUnsafe(
            f"The disk of the store does not allow safe writing (journal {mode}, sync {level}); the store stays shut. "
            "Put the kiosk's home on a local disk."
        )


def store_key(home: Path, replacing: bool = False) -> str:
    """Read the store's key, 32 bytes as hex, from FORUM_STORE_KEY_FILE or the home; made only for a new store.

    `replacing` tells that the store that is there is about to give way, so that its lost key may be made anew.
    """
    elsewhere = os.environ.get("FORUM_STORE_KEY_FILE")
    path = Path(elsewhere) if elsewhere else home / KEY_FILE
    if not path.exists():
        if elsewhere or (not replacing and any((home / name).exists() for name in (STORE_FILE, LAST_GOOD_FILE))):
            raise StoreKeyWrong(
                f"The store's key {path} is missing; nothing was changed. Put back the key that belongs to the store."
            )
        # Written whole under another name and then linked: two programs that start at once agree on one key.
        fresh = home / f"{KEY_FILE}.{os.getpid()}"
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
        folder = os.open(home, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
    return read_key(path)


def read_key(path: Path) -> str:
    """Read a key file: 64 hex digits."""
    key = path.read_text(encoding="ascii", errors="replace").strip().lower()
    if len(key) != 64 or any(digit not in "0123456789abcdef" for digit in key):
        raise StoreKeyWrong(f"The store's key {path} is not a key (64 hex digits); nothing was changed. Put it back.")
    return key
