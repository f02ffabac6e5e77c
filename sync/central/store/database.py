"""Opening the central database: PostgreSQL by its address, or SQLite in the central home, both durable at COMMIT."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from sync.central.store.errors import CentralError, DatabaseDamaged, DatabaseUnavailable

CONNECTIONS = 8
_WAIT_SECONDS = 10
DATABASE_FILE = "central.db"
# 3.7.0 to 3.51.2 can corrupt a WAL database when two connections write and checkpoint at once (sqlite.org/wal.html).
SAFE_FOR_WAL = (3, 51, 3)
# What SQLite says of a file that it cannot read (SQLITE_CORRUPT, SQLITE_NOTADB).
_DAMAGED = ("malformed", "file is not a database")


class Database:
    """The central database and its bounded pool of connections; usable from many threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_postgresql = engine.dialect.name == "postgresql"
        # On PostgreSQL a read needs no BEGIN and ROLLBACK of its own: two round trips less. SQLite has no trips.
        self._reading_engine = engine.execution_options(isolation_level="AUTOCOMMIT") if self.is_postgresql else engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read; each statement sees what is committed by then. Raises DatabaseUnavailable."""
        with _translated(), self._reading_engine.connect() as connection:
            yield connection

    @contextmanager
    def at_once(self) -> Iterator[Connection]:
        """Let each statement be a transaction of its own, durable when it returns; PostgreSQL only."""
        if not self.is_postgresql:
            raise RuntimeError("on SQLite a statement is a transaction of its own only where nothing was begun")
        with self.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction, durable when this returns; nothing is kept where anything fails."""
        with (
            _translated(),
            self.engine.connect().execution_options(forum_writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(home: Path, url: str | None) -> Database:
    """Open PostgreSQL by its address, or SQLite in the home where there is none; raises CentralError."""
    if url is None:
        return Database(_sqlite(home))
    try:
        address = make_url(url)
    except ArgumentError:
        raise CentralError(
            "FORUM_DATABASE_URL is no database address; nothing was changed. "
            "Write postgresql://USER:PASSWORD@HOST/DATABASE."
        ) from None
    if address.get_backend_name() not in ("postgresql", "postgres"):
        raise CentralError(
            f"FORUM_DATABASE_URL names {address.get_backend_name()}, but the central store runs on PostgreSQL "
            "(or, without an address, on SQLite in its home); nothing was changed."
        )
    return Database(_postgresql(address))


def _postgresql(address: URL) -> Engine:
    # On a replica set, `on` waits for the local disk and the synchronous replicas; never less than that.
    options = "-c synchronous_commit=on -c timezone=UTC"
    return create_engine(
        address.set(drivername="postgresql+psycopg"),
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=_WAIT_SECONDS,
        connect_args={"options": options, "connect_timeout": _WAIT_SECONDS, "application_name": "forum-central"},
    )


def _sqlite(home: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(home / DATABASE_FILE)),
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=_WAIT_SECONDS,
        connect_args={"timeout": _WAIT_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def sqlite_settings(version: tuple[int, ...]) -> tuple[str, str]:
    """Return the journal mode and sync level that are safe and durable on this SQLite.

    A rollback journal needs EXTRA: with FULL, a power cut just after COMMIT may bring the journal back and undo it.
    """
    return ("WAL", "FULL") if version >= SAFE_FOR_WAL else ("TRUNCATE", "EXTRA")


def _settle_sqlite(driver_connection: Any, _record: Any) -> None:
    driver_connection.isolation_level = None  # transactions begin where we say
    journal, level = sqlite_settings(sqlite3.sqlite_version_info)
    cursor = driver_connection.cursor()
    for pragma in (f"journal_mode = {journal}", f"synchronous = {level}", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("forum_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except PoolTimeout as error:
        raise _unavailable(error) from error
    except (DBAPIError, sqlite3.DatabaseError) as error:
        if any(sign in str(error) for sign in _DAMAGED):
            raise DatabaseDamaged(
                "The central database is damaged or is no database; its file was left as it is. Put back the last "
                "backup: the kiosks send again what it lacks."
            ) from error
        if isinstance(error, OperationalError):
            raise _unavailable(error) from error
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise DatabaseUnavailable(
                "The connection to the central database was lost; what was stored is safe. Try again."
            ) from error
        raise


def _unavailable(error: Exception) -> DatabaseUnavailable:
    return DatabaseUnavailable(
        f"The central database cannot be used just now ({_reason(error)}); what was stored is safe. "
        "Check that it runs, and try again."
    )


def _reason(error: Exception) -> str:
    text = str(getattr(error, "orig", None) or error).strip()
    return text.splitlines()[0] if text else type(error).__name__
