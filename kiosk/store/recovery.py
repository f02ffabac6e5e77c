"""The last good copy of a store, and putting it back when the store is found damaged at a start (FAILURES.md, 15).

The damaged files stay beside the store. What was kept after the copy is read out of them page by page and carried
over: at its old place as far as the chain reaches, and what comes after a missing piece in the new epoch (the ministry
knows a submission by its receipt). What is gone for good is named by its places.
"""

import logging
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from kiosk.forum.chain import first_link, next_link
from kiosk.forum.seoul import seoul_day, utc_text
from kiosk.store import recoveries, withdrawals
from kiosk.store import tables as t
from kiosk.store.copies import (
    BackupRefused,
    beside,
    examined,
    name_for_before,
    next_epoch,
    opened,
    put_in_place,
    sync,
    unfinished,
)
from kiosk.store.engine import LAST_GOOD_FILE, STORE_FILE, raw_key, store_key
from kiosk.store.errors import StoreError, StoreFull
from kiosk.store.pages import PAGE_BYTES, Row, log_is_broken, read_left
from kiosk.store.recoveries import Lost, Recovery
from kiosk.store.schema import bring_up_to_date
from kiosk.store.store import Store

# A copy leaves this much of the disk to visitors, in bytes.
_ROOM = 64 * 2**20
_LOG = logging.getLogger(__name__)
_C = t.submission.c
# SQLite gives the bare column of the row that has the maximum.
_ENDS = select(_C.epoch, func.max(_C.seq), _C.chain).group_by(_C.epoch)
_LAST_ID = select(func.coalesce(func.max(_C.id), 0))
# A row that was found, beside its id.
_Found = tuple[int, Row]


def keep_last_good(store: Store) -> None:
    """Copy a store, while visitors go on, in place of the copy before; raises StoreError, which leaves that one."""
    if shutil.disk_usage(store.home).free < (store.home / STORE_FILE).stat().st_size + _ROOM:
        raise StoreFull("The disk has no room for another copy of the store; the last good one stays. Make room.")
    key = raw_key(store_key(store.home))
    try:
        with unfinished(store.home / f".{LAST_GOOD_FILE}.part") as fresh:
            store.copy_to(fresh, key)
            sync(fresh)
            examined(fresh, key)
            fresh.replace(store.home / LAST_GOOD_FILE)
            sync(store.home)
    except OSError as error:
        raise StoreError(
            f"The store's last good copy could not be written ({error.strerror}); the one before stays. "
            "Check the disk and its free space."
        ) from None


def mend(home: Path) -> Recovery | None:
    """Verify a store that nobody has open, and put back its last good copy where it is damaged; None where it is whole.

    Raises StoreError, with everything as it was, where key and copy do not go together or the disk is full.
    """
    live, good, key = home / STORE_FILE, home / LAST_GOOD_FILE, store_key(home)
    if not _is_damaged(live, raw_key(key)):
        return None
    examined(good, raw_key(key))
    try:
        with unfinished(home / f"{STORE_FILE}.mending") as fresh:
            shutil.copyfile(good, fresh)
            with opened(fresh, raw_key(key), writable=True) as copy:
                copy.exec_driver_sql("BEGIN")
                bring_up_to_date(copy)
                recovery = _carry_over(copy, live, key)
                copy.exec_driver_sql("COMMIT")
            examined(fresh, raw_key(key))
            sync(fresh)
            put_in_place(fresh, live)
        _copy_file(live, good)  # should it be damaged again, this recovery is not forgotten
    except OSError as error:
        raise StoreError(
            f"손상된 저장소를 마지막 온전한 사본으로 되돌리지 못했습니다({error.strerror}). 둘 다 그대로입니다. "
            "디스크와 남은 공간을 확인하십시오.\n"
            f"The damaged store could not be put back to its last good copy ({error.strerror}); both are as they were. "
            "Check the disk and its free space."
        ) from None
    _LOG.warning("%s\n%s", recovery.korean, recovery)
    return recovery


def _copy_file(live: Path, good: Path) -> None:
    """Make a mended store that nobody has opened yet the last good copy, where the disk has room for it."""
    with suppress(OSError), unfinished(good.with_name(f".{good.name}.part")) as fresh:
        shutil.copyfile(live, fresh)
        sync(fresh)
        fresh.replace(good)
        sync(good.parent)


def _is_damaged(live: Path, key: str) -> bool:
    if not live.exists() or live.stat().st_size < PAGE_BYTES or log_is_broken(beside(live, "-wal")):
        return True
    try:
        with opened(live, key, writable=True) as store:
            # The check reads the file past its log: after a power cut, a page may be torn there and whole in the log.
            store.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").all()
            return store.exec_driver_sql("PRAGMA cipher_integrity_check").first() is not None
    except BackupRefused:
        return True


def _carry_over(copy: Connection, live: Path, key: str) -> Recovery:
    """Take what the copy lacks over into it, in a new epoch, and note there what was lost."""
    device, now = copy.execute(select(t.device)).one(), datetime.now(UTC)
    ends = {epoch: (seq, chain) for epoch, seq, chain in copy.execute(_ENDS)}
    left = read_left(live, key, {epoch: seq for epoch, (seq, _) in ends.items()})
    epochs = sorted({device.epoch, *(epoch for epoch, _ in left.places)})
    present = next_epoch(device.device_id, epochs[-1], None)
    copy.execute(update(t.device).values(epoch=present))
    chained: list[_Found] = []
    adrift: list[_Found] = []
    lost: list[Lost] = []
    for epoch in epochs:
        seq, chain = ends.get(epoch, (0, first_link(device.device_id, epoch)))
        while (found := left.rows.get((epoch, seq + 1))) and next_link(chain, seq + 1, found[1].commitment) == found[
            1
        ].chain:
            chained.append(found)
            seq, chain = seq + 1, found[1].chain
        last = max((each for of, each in left.places if of == epoch), default=seq)
        beyond = [(epoch, each) for each in range(seq + 1, last + 1)]
        adrift += [left.rows[place] for place in beyond if place in left.rows]
        lost += _ranges([place for place in beyond if place not in left.rows])
    if not left.whole:
        lost.append(Lost(epoch, last + 1, None))
    moved = _moved(adrift, present, first_link(device.device_id, present))
    for place, (rowid, row) in enumerate((*chained, *moved), copy.execute(_LAST_ID).scalar_one() + 1):
        copy.execute(insert(t.submission).values(id=place, **row._asdict()))
        copy.execute(insert(t.outbox).values(submission_id=place))
        if row.payload is None:
            left.withdrawn.setdefault(rowid, utc_text(now))
        if rowid in left.withdrawn:
            withdrawals.erase(copy, row.receipt_id, datetime.fromisoformat(left.withdrawn.pop(rowid)))
    for rowid, at in left.withdrawn.items():  # of what the copy holds: it has the same ids
        receipt_id = copy.execute(select(_C.receipt_id).where(_C.id == rowid)).scalar_one_or_none()
        if receipt_id is not None:
            withdrawals.erase(copy, receipt_id, datetime.fromisoformat(at))
    before = name_for_before(live)
    recovery = Recovery(
        at=utc_text(now),
        day=seoul_day(now).isoformat(),
        damaged=before.name if before else "none",
        carried=len(chained) + len(moved),
        lost=tuple(lost),
    )
    recoveries.add(copy, recovery)
    return recovery


def _moved(adrift: Sequence[_Found], epoch: int, chain: bytes) -> list[_Found]:
    """Give submissions places in another epoch, from its first link on."""
    moved = []
    for seq, (rowid, row) in enumerate(adrift, 1):
        chain = next_link(chain, seq, row.commitment)
        moved.append((rowid, row._replace(epoch=epoch, seq=seq, chain=chain)))
    return moved


def _ranges(places: Iterable[tuple[int, int]]) -> Iterator[Lost]:
    """Name places, in order, as few ranges as can be."""
    for _, group in groupby(enumerate(places), lambda each: each[1][1] - each[0]):
        run = [place for _, place in group]
        yield Lost(run[0][0], run[0][1], run[-1][1])
