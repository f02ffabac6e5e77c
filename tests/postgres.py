"""A real PostgreSQL of the tests' own: made in a temporary folder, reached over a unix socket, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

# initdb refuses root; Debian's package makes this user.
_USER = "postgres"


@dataclass(frozen=True)
class Postgres:
    """A running server; `socket` is the folder of its unix socket."""

    socket: Path
    role: str

    def address(self, database: str) -> str:
        """Return a database's address as FORUM_DATABASE_URL takes it."""
        return f"postgresql://{self.role}@/{database}?host={self.socket}"

    def fresh_database(self) -> str:
        """Make an empty database and return its address."""
        name = f"forum_{uuid.uuid4().hex}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.address(name)


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL programs on this machine, or None without any."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).parent if elsewhere else None


@contextmanager
def running_postgres(durable: bool = False) -> Iterator[Postgres]:
    """Run a server; `durable` writes through to the disk as in production, which a test seldom needs."""
    bin_folder = programs()
    if bin_folder is None:
        raise RuntimeError("PostgreSQL is not installed; install it (Debian: postgresql), then run the tests again.")
    # A unix socket's path is at most 107 bytes, so the folder is not pytest's.
    folder = Path(tempfile.mkdtemp(prefix="forum-pg-"))
    run_as: str | None = None
    if os.geteuid() == 0:
        run_as = _USER
        user = pwd.getpwnam(_USER)
        os.chown(folder, user.pw_uid, user.pw_gid)
    data, log = folder / "data", folder / "log"
    fsync = "on" if durable else "off"
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync={fsync} -c max_connections=200"
    initdb: list[str | Path] = [
        bin_folder / "initdb",
        "-D",
        data,
        "-U",
        "forum",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    control: list[str | Path] = [bin_folder / "pg_ctl", "-D", data, "-w", "-t", "60"]
    try:
        _run(initdb, run_as, folder)
        _run([*control, "-l", log, "-o", settings, "start"], run_as, folder)
        try:
            yield Postgres(folder, "forum")
        finally:
            _run([*control, "-m", "immediate", "stop"], run_as, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str | Path], user: str | None, folder: Path) -> None:
    # The server outlives pg_ctl: its output goes to the log, or the pipe would never end.
    done = subprocess.run(
        [str(each) for each in command],
        user=user,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.decode(errors='replace')}")
