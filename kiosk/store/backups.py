"""Encrypted backups of the store, verified when they are written, and restoring from one into a new epoch.

A backup is one SQLCipher file. Its key is the kiosk's own store.key, or a passphrase that people keep (SQLCipher
derives a key from it, PBKDF2-HMAC-SHA512, 256,000 rounds, with a salt in the file). A backup under store.key opens on
this kiosk with nothing more, and nowhere once that key is lost; one under a passphrase opens on any machine.

A restored store begins a new epoch: records that were kept after the backup may have reached the ministry under the old
one, and no place in a chain is ever used twice.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, tuple_, update

from kiosk.forum.seoul import SEOUL
from kiosk.store import tables as t
from kiosk.store import withdrawals
from kiosk.store.copies import Backup, BackupRefused, examined, next_epoch, opened, put_in_place, sync, unfinished
from kiosk.store.engine import LAST_GOOD_FILE, STORE_FILE, export_copy, raw_key, read_key, store_key
from kiosk.store.errors import StoreError
from kiosk.store.presence import Presence
from kiosk.store.store import Store

SHORTEST_PASSPHRASE = 12


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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with unfinished(path.with_name(f".{path.name}.{os.getpid()}.part")) as fresh:
            store.copy_to(fresh, key)
            sync(fresh)
            done = examined(fresh, key)
            path.hardlink_to(fresh)
            sync(folder)
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
    with _alone(home):
        own = store_key(home, replacing=True)
        key = passphrase if passphrase is not None else raw_key(read_key(key_file) if key_file else own)
        found = examined(backup, key)
        with unfinished(home / f"{STORE_FILE}.restoring") as fresh:
            with opened(backup, key) as source:
                export_copy(source, fresh, raw_key(own))
            present = _present(live, raw_key(own))
            with opened(fresh, raw_key(own), writable=True) as copy:
                device = copy.execute(select(t.device)).one()
                epoch = next_epoch(device.device_id, device.epoch, present)
                copy.execute(update(t.device).values(epoch=epoch))
                # What was withdrawn since the backup stays withdrawn, where the store before can still tell.
                for receipt_id, at in _withdrawn(live, raw_key(own)) if present else ():
                    withdrawals.erase(copy, receipt_id, datetime.fromisoformat(at))
            beyond = _beyond(live, raw_key(own), found) if present else None
            sync(fresh)
            before = put_in_place(fresh, live)
        (home / LAST_GOOD_FILE).unlink(missing_ok=True)  # the copy of the store before
    return Restored(found.submissions, epoch, beyond, before)


def _present(live: Path, key: str) -> tuple[str, int] | None:
    """Return the device and epoch of the store that is there, brought into its one file; None where unreadable."""
    if not live.exists():
        return None
    try:
        with opened(live, key, writable=True) as store:
            store.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
            device = store.execute(select(t.device)).one()
            return str(device.device_id), int(device.epoch)
    except StoreError:
        return None


def _beyond(live: Path, key: str, found: Backup) -> int | None:
    """Count what the store that is there holds and the backup does not; None where it is damaged."""
    place = tuple_(t.submission.c.epoch, t.submission.c.seq)
    try:
        with opened(live, key, writable=True) as store:
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
        with opened(live, key, writable=True) as store:
            return [(receipt_id, at) for receipt_id, at in store.execute(query)]
    except StoreError:
        return []


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold a home while no program has its store open; raises where one has."""
    with closing(Presence(home, patient=False)) as presence:
        if not presence.alone:
            raise BackupRefused(
                "다른 프로그램이 저장소를 쓰고 있어 복원하지 않았습니다. 키오스크 앱과 업로더를 끄고 다시 하십시오.",
                "Another program has the store open, so nothing was restored; stop the kiosk and its uploader, "
                "then try again.",
            )
        yield
