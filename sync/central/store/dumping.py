"""Writing the whole database to one file and reading it back: by PostgreSQL's own tools, or SQLite's own copying."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import inspect

from sync.central.store.database import DATABASE_FILE, Database
from sync.central.store.errors import CentralError


def dump(database: Database, path: Path) -> None:
    """Write one moment of the database to a file that is not there; serving goes on. Raises CentralError."""
    if database.is_postgresql:
        _run(database, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")
    else:
        file = database.engine.url.database or ""
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)


def load(database: Database, path: Path) -> None:
    """Read a file that `dump` wrote into a database that holds nothing; all of it or nothing. Raises CentralError."""
    if database.is_postgresql:
        options = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges")
        _run(database, "pg_restore", *options, f"--dbname={database.engine.url.database}", str(path))
    else:
        database.close()
        file = Path(database.engine.url.database or DATABASE_FILE)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(file)) as target:
            source.backup(target)


def is_empty(database: Database) -> bool:
    """Tell whether the database has no table yet."""
    with database.reading() as connection:
        return not inspect(connection).get_table_names()


def kind_of(database: Database) -> str:
    """Return what reads this database's dumps: postgresql or sqlite."""
    return database.engine.dialect.name


def _run(database: Database, program: str, *options: str) -> None:
    url = database.engine.url
    told = {"PGHOST": url.host or url.query.get("host"), "PGPORT": url.port, "PGUSER": url.username}
    # By the environment: a command line is there for everybody on the machine to read.
    told |= {"PGPASSWORD": url.password, "PGDATABASE": url.database, "PGSSLMODE": url.query.get("sslmode")}
    told |= {"PGSSLROOTCERT": url.query.get("sslrootcert")}
    environment = os.environ | {name: str(value) for name, value in told.items() if value}
    try:
        run = subprocess.run([program, *options], env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise CentralError(
            f"PostgreSQL's program {program} is not on this machine; nothing was changed. "
            "Install the client programs of the server's version (Debian: postgresql-client)."
        ) from None
    if run.returncode:
        why = run.stderr.strip().splitlines()[-1:] or [f"status {run.returncode}"]
        raise CentralError(f"{program} could not do it ({why[0]}); nothing was changed in the database.")
