"""Records: chain heads, append-only insertion that the database's own uniqueness guards, and reading back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Executable, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError

from sync.central.store import tables as t
from sync.central.store.copying import copy_records

_PAGE = 2000


@dataclass(frozen=True, slots=True)
class Head:
    """How far one epoch of a device has arrived; seq is 0 and received_at None before its first record."""

    device_no: int
    seq: int
    chain: bytes | None
    received_at: datetime | None


class NewRecord(NamedTuple):
    """One record to be stored, with what was read out of its payload; `held` is None where nothing is odd.

    A tuple takes a quarter of the time that a frozen dataclass does, and one is made for each record that arrives.
    """

    seq: int
    commitment: bytes
    salt: bytes | None
    payload: bytes | None
    receipt_id: str | None
    activity_id: str | None
    day: date | None
    held: str | None


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as it is read back; withdrawn ones have no payload and are never returned."""

    entry: int
    device_no: int
    epoch: int
    seq: int
    payload: bytes
    held: str | None
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """That a receipt's submission is here: the bytes that were written, and when they came.

    `confirmed` tells that the kiosk itself has sent it since; until then it came by the visitor's phone.
    """

    device_no: int
    payload: bytes | None
    received_at: datetime
    confirmed: bool


class ReceiptRepeated(Exception):
    """A receipt id or a place of these records is taken already; nothing of this transaction can be kept."""


def head(connection: Connection, device_id: str, epoch: int) -> Head | None:
    """Return an epoch's head, or None where the device is not enrolled."""
    return _head(connection, device_id, epoch, lock=False)


def lock_head(connection: Connection, device_id: str, epoch: int) -> Head | None:
    """Return an epoch's head, holding the device's row until the transaction ends."""
    return _head(connection, device_id, epoch, lock=True)


def commitments(connection: Connection, device_no: int, epoch: int, first_seq: int, last_seq: int) -> list[bytes]:
    """Return the commitments that are stored for a range of places, in order."""
    place = {"device_no": device_no, "epoch": epoch, "first": first_seq, "last": last_seq}
    return list(connection.execute(_COMMITMENTS, place).scalars())


def add_records(connection: Connection, device_no: int, epoch: int, records: Iterable[NewRecord], at: datetime) -> None:
    """Append records; raises ReceiptRepeated where one is taken: the transaction is then to be undone."""
    try:
        if connection.dialect.name == "postgresql":
            copy_records(connection, device_no, epoch, records, at)
        else:
            connection.execute(_INSERT, [_values(device_no, epoch, each, at) for each in records])
    except IntegrityError:
        raise ReceiptRepeated from None


def add_record(connection: Connection, device_no: int, epoch: int, record: NewRecord, at: datetime) -> bool:
    """Append one record; False where its receipt id or its place is taken, and nothing was kept."""
    statement = _ADD[connection.dialect.name]
    return connection.execute(statement, _values(device_no, epoch, record, at)).first() is not None


def is_here_already(connection: Connection, device_no: int, record: NewRecord) -> bool:
    """Tell whether this very submission of a device is here at another place, or was withdrawn there."""
    c = t.record.c
    if record.receipt_id is None:
        return False
    query = select(c.payload).where(c.device_no == device_no, c.receipt_id == record.receipt_id)
    found = connection.execute(query).one_or_none()
    return found is not None and found.payload in (None, record.payload)


def take_from_ahead(connection: Connection, device_no: int, epoch: int, record: NewRecord) -> bool:
    """Take this very submission away from where a phone brought it and its kiosk never got; tell whether it was there.

    Its kiosk sends it in another epoch now, where it is confirmed: it must not wait for ever at the old one.
    """
    c, head = t.record.c, t.chain_head.c
    reached = select(head.seq).where(head.device_no == device_no, head.epoch == c.epoch).scalar_subquery()
    ahead = delete(t.record).where(c.device_no == device_no, c.receipt_id == record.receipt_id)
    ahead = ahead.where(c.epoch != epoch, c.payload == record.payload, c.seq > func.coalesce(reached, 0))
    return connection.execute(ahead).rowcount > 0


def settle_place(connection: Connection, device_no: int, epoch: int, record: NewRecord) -> None:
    """Take anew what is odd about a record that came before its turn: its pack may have come since."""
    c = t.record.c
    connection.execute(
        update(t.record)
        .where(c.device_no == device_no, c.epoch == epoch, c.seq == record.seq, c.payload.is_not(None))
        .values(activity_id=record.activity_id, day=record.day, held=record.held)
    )


def places_without_words(connection: Connection, device_no: int, epoch: int, seqs: list[int]) -> set[int]:
    """Return which of these places arrived erased, so that nothing is known of them but the commitment."""
    if not seqs:
        return set()
    c = t.record.c
    query = select(c.seq).where(
        c.device_no == device_no,
        c.epoch == epoch,
        c.seq.between(min(seqs), max(seqs)),
        c.payload.is_(None),
        c.receipt_id.is_(None),
    )
    return set(connection.execute(query).scalars()) & set(seqs)


def fill_place(connection: Connection, device_no: int, epoch: int, record: NewRecord) -> bool:
    """Keep the words of a record that arrived erased; False where it was withdrawn or its receipt id is taken."""
    c, gone = t.record.c, t.withdrawal.c
    withdrawn = select(gone.no).where(gone.device_no == device_no, gone.receipt_id == record.receipt_id)
    taken = select(c.entry).where(c.receipt_id == record.receipt_id)
    if connection.execute(withdrawn).first() or connection.execute(taken).first():
        return False
    statement = (
        update(t.record)
        .where(c.device_no == device_no, c.epoch == epoch, c.seq == record.seq, c.payload.is_(None))
        .values(
            salt=record.salt,
            payload=record.payload,
            receipt_id=record.receipt_id,
            activity_id=record.activity_id,
            day=record.day,
            held=record.held,
        )
    )
    try:
        with connection.begin_nested():
            return connection.execute(statement).rowcount > 0
    except IntegrityError:
        return False


def advance_head(connection: Connection, device_no: int, epoch: int, seq: int, chain: bytes, at: datetime) -> None:
    """Move an epoch's head; the device's row is held by `lock_head`."""
    values = {"device_no": device_no, "epoch": epoch, "seq": seq, "chain": chain, "received_at": at}
    connection.execute(_ADVANCE[connection.dialect.name], values)


def arrival(connection: Connection, device_id: str, receipt_id: str) -> Arrival | None:
    """Return the arrival of a device's receipt, or None while it is on its way."""
    columns = t.record.c
    row = connection.execute(
        select(
            columns.device_no,
            columns.payload,
            columns.received_at,
            func.coalesce(t.chain_head.c.seq, 0) >= columns.seq,
        )
        .join(t.device, t.device.c.no == columns.device_no)
        .outerjoin(
            t.chain_head,
            and_(t.chain_head.c.device_no == columns.device_no, t.chain_head.c.epoch == columns.epoch),
        )
        .where(columns.receipt_id == receipt_id, t.device.c.device_id == device_id)
    ).one_or_none()
    return None if row is None else Arrival(row[0], row[1], row[2], bool(row[3]))


def stored_records(
    connection: Connection, device_no: int | None = None, first: date | None = None, last: date | None = None
) -> Iterator[StoredRecord]:
    """Yield records in the order of arrival, page by page, narrowed to a device and to days in Seoul."""
    columns = t.record.c
    query = (
        select(
            columns.entry,
            columns.device_no,
            columns.epoch,
            columns.seq,
            columns.payload,
            columns.held,
            columns.received_at,
        )
        .where(columns.payload.is_not(None), columns.entry > bindparam("after"))
        .order_by(columns.entry)
        .limit(_PAGE)
    )
    if device_no is not None:
        query = query.where(columns.device_no == device_no)
    if first is not None and last is not None:
        query = query.where(columns.day.between(first, last))
    after = 0
    while rows := connection.execute(query, {"after": after}).all():
        for row in rows:
            yield StoredRecord(*row)
        after = rows[-1].entry


# Statements are built once: building one costs as much as executing it.
_INSERT = insert(t.record)
_ADD: dict[str, Executable] = {
    "postgresql": postgresql_insert(t.record).on_conflict_do_nothing().returning(t.record.c.entry),
    "sqlite": sqlite_insert(t.record).on_conflict_do_nothing().returning(t.record.c.entry),
}
_POSTGRESQL_MOVE, _SQLITE_MOVE = postgresql_insert(t.chain_head), sqlite_insert(t.chain_head)
_PLACE, _MOVED = ["device_no", "epoch"], ("seq", "chain", "received_at")
_ADVANCE: dict[str, Executable] = {
    "postgresql": _POSTGRESQL_MOVE.on_conflict_do_update(
        index_elements=_PLACE, set_={name: _POSTGRESQL_MOVE.excluded[name] for name in _MOVED}
    ),
    "sqlite": _SQLITE_MOVE.on_conflict_do_update(
        index_elements=_PLACE, set_={name: _SQLITE_MOVE.excluded[name] for name in _MOVED}
    ),
}
_COMMITMENTS = (
    select(t.record.c.commitment)
    .where(
        t.record.c.device_no == bindparam("device_no"),
        t.record.c.epoch == bindparam("epoch"),
        t.record.c.seq.between(bindparam("first"), bindparam("last")),
    )
    .order_by(t.record.c.seq)
)
_HEAD = (
    select(t.device.c.no, t.chain_head.c.seq, t.chain_head.c.chain, t.chain_head.c.received_at)
    .outerjoin(
        t.chain_head, and_(t.chain_head.c.device_no == t.device.c.no, t.chain_head.c.epoch == bindparam("epoch"))
    )
    .where(t.device.c.device_id == bindparam("device_id"))
)
_LOCKED_HEAD = _HEAD.with_for_update(of=t.device)


def _head(connection: Connection, device_id: str, epoch: int, *, lock: bool) -> Head | None:
    query = _LOCKED_HEAD if lock else _HEAD
    row = connection.execute(query, {"device_id": device_id, "epoch": epoch}).one_or_none()
    return None if row is None else Head(row.no, row.seq or 0, row.chain, row.received_at)


def _values(device_no: int, epoch: int, record: NewRecord, at: datetime) -> dict[str, Any]:
    return {
        "device_no": device_no,
        "epoch": epoch,
        "seq": record.seq,
        "commitment": record.commitment,
        "salt": record.salt,
        "payload": record.payload,
        "receipt_id": record.receipt_id,
        "activity_id": record.activity_id,
        "day": record.day,
        "held": record.held,
        "received_at": at,
    }
