"""Encrypted backups of the store, verified when they are written, and restoring from one into a new epoch.

A backup is one SQLCipher file. Its key is the kiosk's own store.key, or a passphrase that people keep (SQLCipher
derives a key from it, PBKDF2-HMAC-SHA512, 256,000 rounds, with a salt in the file). A backup under store.key opens on
this kiosk with nothing more, and nowhere once that key is lost; one under a passphrase opens on any machine.

A restored store begins a new epoch: records that were kept after the backup may have reached the ministry under the old
one, and no place in a chain is ever used twice.
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select, tuple_, update
from sqlalchemy.exc import DBAPIError

from kiosk.forum.seoul import SEOUL
from kiosk.store import tables as t
from kiosk.store import withdrawals
from kiosk.store.engine import STORE_FILE, export_copy, open_copy, raw_key, read_key, store_key
from kiosk.store.errors import StoreDamaged, StoreError, StoreKeyWrong, store_error
from kiosk.store.store import Store
from kiosk.store.verification import problems

SHORTEST_PASSPHRASE = 12
# os_unix.c of SQLite: whoever has a WAL store open holds a shared lock on this byte of its -shm file.
_DEAD_MAN_SWITCH = 128
# Where the epochs that were used are not known, a jump keeps two restores of one backup apart.
_EPOCH_JUMP = 1_000_000


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


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    `beyond` counts the submissions that the store before had kept after the backup, None where it could not be read;
    they are in `before`, the files of that store, if there was one.
    """

    submissions: int
    epoch: int
    beyond: int | None
    before: Path | None


def write_backup(store: Store, folder: Path, at: datetime, passphrase: str | None = None) -> Backup:
    """Write an encrypted backup of this moment to a folder and verify it; raises StoreError, leaving nothing behind."""
    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise BackupRefused(
            f"암호문이 {SHORTEST_PASSPHRASE}자보다 짧아 백업을 만들지 않았습니다. 더 긴 암호문을 정하십시오.",
            f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters, so no backup was made; choose another.",
        )
    key = passphrase if passphrase is not None else raw_key(store_key(store.home))
    moment = at.astimezone(SEOUL)
    path = folder / f"forum-backup_{moment:%Y-%m-%d_%H%M%S}.db"
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished.touch(mode=0o600, exist_ok=False)
        try:
            store.copy_to(unfinished, key)
            _sync(unfinished)
            done = _examined(unfinished, key)
            path.hardlink_to(unfinished)
            _sync(folder)
        finally:
            unfinished.unlink(missing_ok=True)
            unfinished.with_name(unfinished.name + "-journal").unlink(missing_ok=True)
    except OSError as error:
        raise BackupRefused(
            f"{path} 백업을 쓰지 못했습니다({error.strerror}). 원본은 그대로입니다. "
            "폴더의 권한과 남은 공간을 확인하십시오.",
            f"The backup {path} could not be written ({error.strerror}); the store is untouched. "
            "Check the folder, its rights and its free space.",
        ) from None
    return Backup(path, done.submissions, done.epoch, done.seq)


def restore_backup(
    backup: Path, home: Path, passphrase: str | None = None, key_file: Path | None = None, replace: bool = False
) -> Restored:
    """Put a backup in the place of a home's store, in a new epoch; raises StoreError, having changed nothing.

    Its key is the passphrase, the key file, or the home's own store.key. A store that is there already is replaced only
    where `replace` says so, and is kept beside the new one.
    """
    if not backup.is_file():
        raise BackupRefused(
            f"백업 파일 {backup}이(가) 없습니다. 아무것도 바꾸지 않았습니다. 경로를 확인하십시오.",
            f"There is no backup {backup}; nothing was changed. Check the path.",
        )
    live = home / STORE_FILE
    if live.exists() and not replace:
        raise BackupRefused(
            f"{home}에 저장소가 이미 있어 복원하지 않았습니다. 바꾸려면 --replace를 붙이십시오. "
            "지금 저장소는 따로 보관됩니다.",
            f"{home} has a store already, so nothing was restored. Add --replace to put the backup in its place; "
            "the present store is kept beside it.",
        )
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(live):
        own = store_key(home, replacing=True)
        key = passphrase if passphrase is not None else raw_key(read_key(key_file) if key_file else own)
        found = _examined(backup, key)
        fresh = home / f"{STORE_FILE}.restoring"
        fresh.unlink(missing_ok=True)
        try:
            fresh.touch(mode=0o600)
            with _opened(backup, key) as source:
                export_copy(source, fresh, raw_key(own))
            present = _present(live, raw_key(own))
            with _opened(fresh, raw_key(own), writable=True) as copy:
                device = copy.execute(select(t.device)).one()
                epoch = _next_epoch(device.device_id, device.epoch, present)
                copy.execute(update(t.device).values(epoch=epoch))
                # What was withdrawn since the backup stays withdrawn, where the store before can still tell.
                for receipt_id, at in _withdrawn(live, raw_key(own)) if present else ():
                    withdrawals.erase(copy, receipt_id, datetime.fromisoformat(at))
            beyond = _beyond(live, raw_key(own), found) if present else None
            _sync(fresh)
            before = _put_in_place(fresh, live)
        finally:
            fresh.unlink(missing_ok=True)
            fresh.with_name(fresh.name + "-journal").unlink(missing_ok=True)
    return Restored(found.submissions, epoch, beyond, before)


def _present(live: Path, key: str) -> tuple[str, int] | None:
    """Return the device and epoch of the store that is there, brought into its one file; None where unreadable."""
    if not live.exists():
        return None
    try:
        with _opened(live, key, writable=True) as store:
            store.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
            device = store.execute(select(t.device)).one()
            return str(device.device_id), int(device.epoch)
    except StoreError:
        return None


def _next_epoch(device_id: str, epoch: int, present: tuple[str, int] | None) -> int:
    if present is not None and present[0] == device_id:
        return max(epoch, present[1]) + 1
    return epoch + 1 + secrets.randbelow(_EPOCH_JUMP)


def _beyond(live: Path, key: str, found: Backup) -> int | None:
    """Count what the store that is there holds and the backup does not; None where it is damaged."""
    place = tuple_(t.submission.c.epoch, t.submission.c.seq)
    try:
        with _opened(live, key, writable=True) as store:
            after = select(func.count()).select_from(t.submission).where(place > (found.epoch, found.seq))
            return int(store.execute(after).scalar_one())
    except StoreError:
        return None


def _withdrawn(live: Path, key: str) -> list[tuple[str, str]]:
    """Return the receipts that were withdrawn in the store that is there, and when; none where it is damaged."""
    query = select(t.submission.c.receipt_id, t.withdrawal.c.at).join(
        t.withdrawal, t.withdrawal.c.submission_id == t.submission.c.id
    )
    try:
        with _opened(live, key, writable=True) as store:
            return [(receipt_id, at) for receipt_id, at in store.execute(query)]
    except StoreError:
        return []


def _put_in_place(fresh: Path, live: Path) -> Path | None:
    """Give the restored store its name; what was there is kept under another. Return that name, or None."""
    leftover = [live.with_name(live.name + ending) for ending in ("", "-wal", "-shm")]
    if not any(path.exists() for path in leftover):
        fresh.replace(live)
        _sync(live.parent)
        return None
    number = 1
    while any(path.name.startswith(f"{live.name}.before-{number}") for path in live.parent.iterdir()):
        number += 1
    before = live.with_name(f"{live.name}.before-{number}")
    if live.exists():
        before.hardlink_to(live)
    # A write-ahead log that is left beside the restored store would be played into it.
    for path, ending in zip(leftover[1:], ("-wal", "-shm"), strict=True):
        if path.exists():
            path.replace(before.with_name(before.name + ending))
    fresh.replace(live)
    _sync(live.parent)
    return before


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _examined(path: Path, key: str) -> Backup:
    """Verify a whole copy and return what it holds; raises StoreError where anything is wrong."""
    with _opened(path, key) as copy:
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
def _opened(path: Path, key: str, writable: bool = False) -> Iterator[Connection]:
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


@contextmanager
def _alone(live: Path) -> Iterator[None]:
    """Hold the store's place while no program has the store open; raises where one has."""
    shared = live.with_name(live.name + "-shm")
    if not shared.exists():
        yield
        return
    with shared.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _DEAD_MAN_SWITCH)
        except OSError:
            raise BackupRefused(
                "다른 프로그램이 저장소를 쓰고 있어 복원하지 않았습니다. 키오스크 앱과 업로더를 끄고 다시 하십시오.",
                "Another program has the store open, so nothing was restored; stop the kiosk and its uploader, "
                "then try again.",
            ) from None
        fcntl.lockf(file, fcntl.LOCK_UN, 1, _DEAD_MAN_SWITCH)
        yield
