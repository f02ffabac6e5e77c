"""The log itself: one appender at a time puts stored commitments into it, signs checkpoints and closes days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from kiosk.forum.seoul import seoul_day
from sync.central.keys import load_key, make_key
from sync.central.store import public_log as store
from sync.central.store.database import Database
from sync.central.store.errors import CentralError
from sync.central.store.public_log import LogState, SignedCheckpoint
from sync.central.store.records import commitments
from sync.protocol.checkpoints import Checkpoint, sign_checkpoint
from sync.protocol.merkle import Frontier
from sync.protocol.notes import VerifierKey, verifier_key

KEY_FILE = "log.key"
# Entries in one transaction: some megabytes, and well below a second.
_MOST_AT_ONCE = 20_000
# A day without a checkpoint is closed late, but no farther back than this.
_MOST_DAYS = 400


@dataclass(slots=True)
class PublicLog:
    """The log of one database, and the key that signs for it.

    `standing` is the log as this process last saw it: receipts name it, and need not ask the database.
    """

    database: Database
    origin: str
    key: Ed25519PrivateKey
    standing: LogState

    @property
    def verifier(self) -> VerifierKey:
        """What others check its checkpoints with."""
        return verifier_key(self.origin, self.key)

    def append(self) -> int:
        """Put everything that is stored by now into the log; return how many entries were added.

        What arrives meanwhile waits for the next time: else this would not end while kiosks are sending.
        """
        with self.database.reading() as connection:
            if not store.unlogged(connection):
                return 0
        added, more = 0, True
        while more:
            with self.database.writing() as connection:
                some = _append_some(connection, _held(connection))
            added += some
            more = some == _MOST_AT_ONCE
        return added

    def sign(self, now: datetime) -> SignedCheckpoint:
        """Return the checkpoint of the log as it stands, signed now unless it was before; closes days that ended."""
        with self.database.writing() as connection:
            state = _held(connection)
            checkpoint = store.checkpoint_at(connection, state.frontier.size)
            if checkpoint is None:
                note = sign_checkpoint(Checkpoint(self.origin, state.frontier.size, state.frontier.root()), self.key)
                checkpoint = SignedCheckpoint(state.frontier.size, note, now)
                store.keep_checkpoint(connection, checkpoint)
            ended = days_to_close(store.last_closed_day(connection), seoul_day(now))
            store.close_days(connection, ended, checkpoint.size)
        return checkpoint

    def publish(self, now: datetime) -> SignedCheckpoint:
        """Append what waits, and return the checkpoint over it."""
        self.append()
        return self.sign(now)

    def keep_up(self, now: datetime, longest: timedelta) -> None:
        """Append; sign where a day ended, or where the newest checkpoint is old and the log has grown."""
        self.append()
        with self.database.reading() as connection:
            state, latest = _present(connection), store.latest_checkpoint(connection)
            closed = store.last_closed_day(connection)
        grown = latest is None or (latest.size < state.frontier.size and now - latest.signed_at >= longest)
        if grown or days_to_close(closed, seoul_day(now)):
            self.sign(now)
        self.standing = state


def open_log(home: Path, database: Database, name: str | None, public_url: str | None) -> PublicLog:
    """Open the database's log, begun here where there is none; raises CentralError where the key is not its own.

    The name stays what it was at the first start: others know the log by it.
    """
    path = home / KEY_FILE
    with database.writing() as connection:
        state = store.log_state(connection)
        if state is not None and not path.exists():
            raise CentralError(
                f"The key that signs the public log, {path}, is missing; nothing was changed. "
                "Put back the log.key that belongs to this database."
            )
        key = load_key(path) if path.exists() else make_key(path)
        public = key.public_key().public_bytes_raw()
        if state is None:
            state = LogState(verifier_key(log_name(name, public_url, public), key).name, public, Frontier())
            store.begin_log(connection, state.origin, public)
        elif state.public_key != public:
            raise CentralError(
                f"{path} is not the key that signs this database's public log; nothing was changed. "
                "Put back the log.key that belongs to it."
            )
    return PublicLog(database, state.origin, key, state)


def log_name(name: str | None, public_url: str | None, public_key: bytes) -> str:
    """Return what a new log is called: as told, or after the server's address, or after its key."""
    host = urlsplit(public_url).hostname if public_url else None
    return name or (f"{host}/log" if host else f"open-forum-kiosk/log-{public_key[:4].hex()}")


def days_to_close(last_closed: date | None, today: date) -> list[date]:
    """Return the days in Seoul that ended without a checkpoint; for a new log that is yesterday."""
    first = today - timedelta(days=1) if last_closed is None else last_closed + timedelta(days=1)
    first = max(first, today - timedelta(days=_MOST_DAYS))
    return [first + timedelta(days=count) for count in range((today - first).days)]


def _append_some(connection: Connection, state: LogState) -> int:
    entries: list[bytes] = []
    reached: list[tuple[int, int, int]] = []
    for each in store.unlogged(connection):
        through = min(each.through, each.after + _MOST_AT_ONCE - len(entries))
        found = commitments(connection, each.device_no, each.epoch, each.after + 1, through)
        if len(found) != through - each.after:
            raise CentralError(
                f"Records {each.after + 1} to {through} of device {each.device_no} are not all stored, though its "
                "head says so; the public log stays as it is. Restore the central store."
            )
        entries.extend(found)
        reached.append((each.device_no, each.epoch, through))
        if len(entries) >= _MOST_AT_ONCE:
            break
    if entries:
        store.note_through(connection, reached)
        store.extend(connection, state, entries)
    return len(entries)


def _held(connection: Connection) -> LogState:
    return cast("LogState", store.log_state(connection, lock=True))


def _present(connection: Connection) -> LogState:
    return cast("LogState", store.log_state(connection))
