"""Copies of a store: one encrypted file each, verified whole, opened alone, and put in the place of the live one."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from kiosk.store import tables as t
from kiosk.store.engine import open_copy
from kiosk.store.errors import StoreDamaged, StoreError, StoreKeyWrong, store_error
from kiosk.store.verification import problems

# Where the epochs that were used are not known, a jump keeps two restores of one backup apart.
_EPOCH_JUMP = 1_000_000
# What SQLite keeps beside a database in WAL mode.
_BESIDE = ("-wal", "-shm")


class BackupRefused(StoreError):
    """A backup or a restore could not be done; said in Korean and in English, one line each."""

    def __init__(self, korean: str, english: str) -> None:
        super().__init__(f"{korean}\n{english}")


@dataclass(frozen=True, slots=True)
class Backup:
    """What a copy holds: how many submissions, and the place of its last one (0, 0 where there is none)."""

    path: Path
    submissions: int
    epoch: int
    seq: int


def next_epoch(device_id: str, epoch: int, present: tuple[str, int] | None) -> int:
    """Return an epoch that was never used; `present` is the device and epoch of the store that gives way, if known."""
    if present is not None and present[0] == device_id:
        return max(epoch, present[1]) + 1
    return epoch + 1 + secrets.randbelow(_EPOCH_JUMP)


def name_for_before(live: Path) -> Path | None:
    """Return the name under which the store that gives way is kept, or None where there is none."""
    if not any(beside(live, ending).exists() for ending in ("", *_BESIDE)):
        return None
    number = 1
    while any(path.name.startswith(f"{live.name}.before-{number}") for path in live.parent.iterdir()):
        number += 1
    return live.with_name(f"{live.name}.before-{number}")


def put_in_place(fresh: Path, live: Path) -> Path | None:
    """Give the restored store its name; what was there is kept under another. Return that name, or None."""
    before = name_for_before(live)
    if before is not None:
        if live.exists():
            before.hardlink_to(live)
        # A write-ahead log that is left beside the restored store would be played into it.
        for ending in _BESIDE:
            if beside(live, ending).exists():
                beside(live, ending).replace(beside(before, ending))
    fresh.replace(live)
    sync(live.parent)
    return before


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Hold the place of a file that is being made, for its owner only; what is left of it at the end is removed."""
    try:
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        yield path
    finally:
        path.unlink(missing_ok=True)
        beside(path, "-journal").unlink(missing_ok=True)


def beside(path: Path, ending: str) -> Path:
    """Return the file that SQLite keeps beside a database."""
    return path.with_name(path.name + ending)


def sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def examined(path: Path, key: str) -> Backup:
    """Verify a whole copy and return what it holds; raises StoreError where anything is wrong."""
    with opened(path, key) as copy:
        device = copy.execute(select(t.device)).one()
        if wrong := next(problems(copy, device.device_id), None):
            raise BackupRefused(
                f"백업 {path.name}이(가) 손상되어 쓰지 않았습니다({wrong}). 다른 백업을 쓰십시오.",
                f"The backup {path.name} is damaged and was not used ({wrong}) Take another backup.",
            )
        count = copy.execute(select(func.count()).select_from(t.submission)).scalar_one()
        last = copy.execute(_LAST).one_or_none()
        return Backup(path, count, last.epoch if last else device.epoch, last.seq if last else 0)


_LAST = (
    select(t.submission.c.epoch, t.submission.c.seq)
    .order_by(t.submission.c.epoch.desc(), t.submission.c.seq.desc())
    .limit(1)
)


@contextmanager
def opened(path: Path, key: str, writable: bool = False) -> Iterator[Connection]:
    """Open a copy; raises BackupRefused where it is damaged or the key is another one."""
    try:
        connection = open_copy(path, key, writable)
        try:
            yield connection
        finally:
            connection.close()
            connection.engine.dispose()
    except DBAPIError as error:
        raise _of_backup(path, store_error(error)) from None
    except StoreError as error:
        raise _of_backup(path, error) from None


def _of_backup(path: Path, error: StoreError) -> StoreError:
    if not isinstance(error, StoreKeyWrong | StoreDamaged):
        return error
    return BackupRefused(
        f"백업 {path.name}을(를) 열 수 없습니다. 암호문이나 키가 다르거나 파일이 손상되었습니다. "
        "지금 저장소는 그대로입니다. 만들 때의 암호문(--passphrase-file)이나 store.key(--key-file)를 지정하십시오.",
        f"The backup {path.name} cannot be read: the passphrase or key is another one, or the file is damaged. The "
        "present store was not changed. Name the passphrase (--passphrase-file) or store.key (--key-file) that it was "
        "made with.",
    )
