"""Backups of the central store: database and keys in one file that only the backup's own private key opens.

A backup is an age file (age-encryption.org) around a tar of the database's dump, the keys of the central home and a
manifest. The server holds only the public half, `backup.pub`: it makes backups unattended and can read none of them.

A log must never sign two histories. Records that came after the backup come again from the kiosks, in another order;
so whoever restores says how the public log goes on: under its name, where the restored log reaches the newest
checkpoint that was published, or under a new one.
"""

import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pyrage

from kiosk.forum.seoul import SEOUL
from sync.central.key_files import sync, write_once
from sync.central.keys import KEY_FILE, SEALING_FILE
from sync.central.public_log.continuing import Continuation, check_reach, checked_log
from sync.central.public_log.log import KEY_FILE as LOG_KEY_FILE
from sync.central.public_log.log import open_log
from sync.central.sealing_keys import HANDOFF_FILE
from sync.central.store.database import Database
from sync.central.store.dumping import dump, is_empty, kind_of, load
from sync.central.store.errors import CentralError
from sync.central.store.public_log import forget_log, log_state
from sync.central.store.schema import migrate

BACKUP_KEY_FILE = "backup.pub"
_FORMAT = "open-forum-central/backup/1"
_KEYS = (KEY_FILE, LOG_KEY_FILE, HANDOFF_FILE, SEALING_FILE, BACKUP_KEY_FILE)
_MANIFEST, _DUMP = "manifest.json", "database"
_MOST_MANIFEST = 65_536


class BackupRefused(CentralError):
    """A backup could not be made or put back; the message says what was kept."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: when the backup was made, and how many entries its public log has."""

    made_at: str
    log_size: int


def make_backup_key(home: Path, out: Path) -> str:
    """Make the backup's key pair: the public half into the home, the private one into `out`; return the public one.

    Raises BackupRefused with nothing changed where either is there already: a private key is never overwritten.
    """
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        write_once(
            out, f"# Opens the central store's backups; keep it where neither the server nor they are.\n{identity}\n"
        )
        write_once(home / BACKUP_KEY_FILE, public + "\n")
    except FileExistsError as error:
        raise BackupRefused(f"{error.filename} is there already; it was left as it is. Name another file.") from None
    except OSError as error:
        raise BackupRefused(f"{error.filename} could not be written ({error.strerror}); no key is in use.") from None
    return public


def write_backup(database: Database, home: Path, folder: Path, at: datetime) -> Path:
    """Write an encrypted backup of this moment; serving goes on. Raises BackupRefused, leaving nothing behind."""
    path = folder / f"forum-central_{at.astimezone(SEOUL):%Y-%m-%d_%H%M%S}.age"
    manifest = {"format": _FORMAT, "made_at": at.isoformat(), "database": kind_of(database)}
    part = folder / f".{path.name}.{os.getpid()}"
    try:
        recipient = _recipient(home)
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=home, prefix=".backup-") as made:
            dump(database, Path(made) / _DUMP)
            (Path(made) / _MANIFEST).write_text(json.dumps(manifest | _log_of(database)), encoding="utf-8")
            with tarfile.open(Path(made) / "all", "w") as tar:
                for name in (_MANIFEST, _DUMP):
                    tar.add(Path(made) / name, name)
                for name in _KEYS:
                    if (home / name).exists():
                        tar.add(home / name, f"keys/{name}")
            pyrage.encrypt_file(str(Path(made) / "all"), str(part), [recipient])
        sync(part)
        path.hardlink_to(part)
        sync(folder)
    except OSError as error:
        raise BackupRefused(
            f"The backup could not be written ({error.strerror}: {error.filename}); the store is untouched. "
            "Check the folder, its rights and its free space."
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return path


def restore_backup(database: Database, home: Path, file: Path, key_file: Path, goes_on: Continuation) -> Restored:
    """Put a backup into an empty database and a home without keys; raises BackupRefused.

    The keys come last: until the log was found whole, no server starts over what was read.
    """
    if not is_empty(database):
        raise BackupRefused("The database is not empty; nothing was changed. Name an empty one to restore into.")
    if there := [name for name in _KEYS if (home / name).exists()]:
        raise BackupRefused(f"{home} holds keys already ({', '.join(there)}); nothing was changed. Name an empty home.")
    with _opened(home, file, key_file) as found:
        manifest = json.loads((found / _MANIFEST).read_bytes())
        if manifest.get("database") != kind_of(database):
            raise BackupRefused(
                f"The backup is of {manifest.get('database')} and the database is {kind_of(database)}; nothing was "
                "changed. Set FORUM_DATABASE_URL to a database of that kind."
            )
        check_reach(goes_on, manifest.get("log"), manifest.get("log_key"), manifest.get("log_size", 0))
        load(database, found / _DUMP)
        migrate(database)
        size = checked_log(database, goes_on)
        keys = {name: found / "keys" / name for name in _KEYS}
        if goes_on.new_name is not None:
            del keys[LOG_KEY_FILE]
            with database.writing() as connection:
                forget_log(connection)
        for name, source in keys.items():
            if source.exists():
                write_once(home / name, source.read_text(encoding="utf-8"))
    if goes_on.new_name is not None:
        open_log(home, database, goes_on.new_name, None)
    return Restored(str(manifest.get("made_at")), size)


def _log_of(database: Database) -> dict[str, str | int]:
    with database.reading() as connection:
        state = log_state(connection)
    if state is None:
        return {}
    return {"log": state.origin, "log_key": state.public_key.hex(), "log_size": state.frontier.size}


@contextmanager
def _opened(home: Path, file: Path, key_file: Path) -> Iterator[Path]:
    """Open a backup into a folder of the home that is gone afterwards; raises BackupRefused."""
    with TemporaryDirectory(dir=home, prefix=".restore-") as made:
        folder = Path(made)
        try:
            lines = key_file.read_text(encoding="ascii").splitlines()
            (text,) = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
            pyrage.decrypt_file(str(file), str(folder / "all"), [pyrage.x25519.Identity.from_str(text)])
            with tarfile.open(folder / "all") as tar:
                tar.extractall(folder, _wanted(tar), filter="data")
            if json.loads((folder / _MANIFEST).read_bytes())["format"] != _FORMAT:
                raise ValueError
        except OSError as error:
            raise BackupRefused(
                f"{error.filename or file} cannot be read ({error.strerror or error}); nothing was changed."
            ) from None
        except (ValueError, KeyError, UnicodeError, pyrage.IdentityError):
            raise BackupRefused(
                f"{file} is no backup of a central store, or {key_file} no key of one; nothing was changed."
            ) from None
        except (pyrage.DecryptError, tarfile.TarError):
            raise BackupRefused(
                f"{file} does not open with {key_file}: it was altered, cut short, or made for another key; "
                "nothing was changed."
            ) from None
        yield folder


def _wanted(tar: tarfile.TarFile) -> list[tarfile.TarInfo]:
    names = {_MANIFEST, _DUMP, *(f"keys/{name}" for name in _KEYS)}
    found = [member for member in tar if member.isfile() and member.name in names]
    if any(member.name == _MANIFEST and member.size > _MOST_MANIFEST for member in found):
        raise ValueError
    return found


def _recipient(home: Path) -> pyrage.x25519.Recipient:
    path = home / BACKUP_KEY_FILE
    if not path.exists():
        raise BackupRefused(
            "This store has no key for backups yet; nothing was written. Make one with: forum-central backup-key FILE"
        )
    try:
        return pyrage.x25519.Recipient.from_str(path.read_text(encoding="ascii").strip())
    except (pyrage.RecipientError, UnicodeError):
        raise BackupRefused(f"{path} is no backup key (age1…); nothing was written. Put it right.") from None
