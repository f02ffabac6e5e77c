"""Withdrawals: erasing a record's words where they lie, and the list that each kiosk reads on from."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.central.store import tables as t
from sync.central.store.proposals import erase_words

Source = Literal["kiosk", "receipt"]
# An erased record keeps its place, its commitment and its receipt's number, so that it can never come back.
_ERASED = {"payload": None, "salt": None, "activity_id": None, "day": None, "held": None}


@dataclass(frozen=True, slots=True)
class Place:
    """What lies at one place of a device's chain."""

    entry: int
    seq: int
    commitment: bytes
    receipt_id: str | None


def lock_device(connection: Connection, device_id: str) -> int | None:
    """Return a device's number, holding its row until the transaction ends; None where it is not enrolled."""
    return connection.execute(
        select(t.device.c.no).where(t.device.c.device_id == device_id).with_for_update()
    ).scalar_one_or_none()


def lock_device_no(connection: Connection, device_no: int) -> None:
    """Hold a device's row until the transaction ends."""
    connection.execute(select(t.device.c.no).where(t.device.c.no == device_no).with_for_update())


def places(connection: Connection, device_no: int, epoch: int, seqs: list[int]) -> dict[int, Place]:
    """Return what lies at these places, by seq."""
    columns = t.record.c
    rows = connection.execute(
        select(columns.entry, columns.seq, columns.commitment, columns.receipt_id).where(
            columns.device_no == device_no, columns.epoch == epoch, columns.seq.in_(seqs)
        )
    )
    return {row.seq: Place(*row) for row in rows}


def erase(connection: Connection, entry: int) -> None:
    """Erase a record's words and salt; its commitment stays."""
    statement = update(t.record).where(t.record.c.entry == entry).values(_ERASED).returning(t.record.c.receipt_id)
    receipt_id = connection.execute(statement).scalar_one_or_none()
    if receipt_id is not None:
        erase_words(connection, receipt_id)


def erase_by_receipt(connection: Connection, device_no: int, receipt_id: str) -> bool:
    """Erase a receipt's words and salt; False where its record is not here."""
    columns = t.record.c
    erased = connection.execute(
        update(t.record).where(columns.device_no == device_no, columns.receipt_id == receipt_id).values(_ERASED)
    )
    if erased.rowcount:
        erase_words(connection, receipt_id)
    return erased.rowcount > 0


def note(
    connection: Connection, device_no: int, receipt_id: str, source: Source, at: datetime, erased_at: datetime | None
) -> None:
    """Keep that a receipt was withdrawn; the first word of it stays, and when its words were erased is added."""
    insert = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = insert(t.withdrawal).values(
        device_no=device_no, receipt_id=receipt_id, source=source, asked_at=at, erased_at=erased_at
    )
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["device_no", "receipt_id"],
            set_={"erased_at": func.coalesce(t.withdrawal.c.erased_at, statement.excluded.erased_at)},
        )
    )


def is_withdrawn(connection: Connection, device_id: str, receipt_id: str) -> bool:
    """Tell whether a receipt of a device was withdrawn, here or at the kiosk."""
    query = (
        select(t.withdrawal.c.no)
        .join(t.device, t.device.c.no == t.withdrawal.c.device_no)
        .where(t.device.c.device_id == device_id, t.withdrawal.c.receipt_id == receipt_id)
    )
    return connection.execute(query).first() is not None


def erase_waiting(connection: Connection, device_no: int, at: datetime) -> int:
    """Erase what was withdrawn before it arrived; return how many records that were."""
    waiting = t.withdrawal.c
    arrived = (
        select(waiting.receipt_id)
        .join(t.record, t.record.c.receipt_id == waiting.receipt_id)
        .where(waiting.device_no == device_no, waiting.erased_at.is_(None), t.record.c.device_no == device_no)
    )
    receipts = list(connection.execute(arrived).scalars())
    for receipt_id in receipts:
        erase_by_receipt(connection, device_no, receipt_id)
        note(connection, device_no, receipt_id, "receipt", at, at)
    return len(receipts)


def withdrawn_after(connection: Connection, device_no: int, after: int, most: int) -> list[tuple[int, str]]:
    """Return (number, receipt id) of what was withdrawn, by a receipt or at the kiosk itself, in order.

    A kiosk that was put back to a backup has forgotten its own withdrawals, too.
    """
    columns = t.withdrawal.c
    rows = connection.execute(
        select(columns.no, columns.receipt_id)
        .where(columns.device_no == device_no, columns.no > after)
        .order_by(columns.no)
        .limit(most)
    )
    return [(row.no, row.receipt_id) for row in rows]
