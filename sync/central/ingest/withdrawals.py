"""Erasing what a visitor withdrew, at the kiosk or by the link of the receipt; asking again changes nothing."""

from datetime import datetime

from sqlalchemy import Connection

from kiosk.forum.seoul import utc_text
from sync.central.store import withdrawals as store
from sync.central.store.database import Database
from sync.protocol.encoding import to_text
from sync.protocol.problems import CONFLICT, GAP, UNKNOWN_DEVICE, Problem
from sync.protocol.withdrawals import MOST_WITHDRAWALS, Erased, News, TombstonesRequest


def erase_places(database: Database, device_id: str, request: TombstonesRequest, at: datetime) -> Erased:
    """Erase the words at these places, durable when this returns; raises Problem with nothing changed.

    A tombstone must name the commitment that is stored: a kiosk that lost its memory erases nothing that it does not
    know.
    """
    with database.writing() as connection:
        device_no = store.lock_device(connection, device_id)
        if device_no is None:
            raise Problem(UNKNOWN_DEVICE)
        found = store.places(connection, device_no, request.epoch, [each.seq for each in request.withdrawn])
        for each in request.withdrawn:
            place = found.get(each.seq)
            if place is None:
                raise Problem(GAP, f"There is no record {each.seq} yet.")
            if place.commitment.hex() != each.commitment or place.receipt_id not in (None, each.receipt_id):
                raise Problem(CONFLICT, f"Record {each.seq} is another one.")
            store.erase(connection, place.entry)
            if (
                place.receipt_id is None
            ):  # its words may be at another place: a kiosk that recovered sends it at a new one
                store.erase_by_receipt(connection, device_no, each.receipt_id)
            store.note(connection, device_no, each.receipt_id, "kiosk", at, at)
    seqs = [each.seq for each in request.withdrawn]
    return Erased(device_id=device_id, epoch=request.epoch, seqs=seqs, erased_at=utc_text(at))


def withdraw_receipt(database: Database, device_id: str, receipt_id: str, at: datetime) -> bool:
    """Erase a receipt's words, or note that they are to be erased when they arrive; tell whether they were here.

    The caller has checked that the receipt's link is real. The kiosk hears of it by `news`.
    """
    with database.writing() as connection:
        device_no = store.lock_device(connection, device_id)
        if device_no is None:
            raise Problem(UNKNOWN_DEVICE)
        return withdraw_in(connection, device_no, receipt_id, at)


def withdraw_in(connection: Connection, device_no: int, receipt_id: str, at: datetime) -> bool:
    """Do this inside the caller's transaction, which holds the device's row."""
    here = store.erase_by_receipt(connection, device_no, receipt_id)
    store.note(connection, device_no, receipt_id, "receipt", at, at if here else None)
    return here


def news(
    database: Database, device_id: str, after: int, sealing_key: bytes | None, handoff_key: bytes, at: datetime
) -> News:
    """Return what a kiosk has not heard yet; what arrived although it was withdrawn before is erased now."""
    with database.writing() as connection:
        device_no = store.lock_device(connection, device_id)
        if device_no is None:
            raise Problem(UNKNOWN_DEVICE)
        store.erase_waiting(connection, device_no, at)
        rows = store.withdrawn_after(connection, device_no, after, MOST_WITHDRAWALS)
    return News(
        device_id=device_id,
        after=after,
        through=rows[-1][0] if rows else after,
        more=len(rows) == MOST_WITHDRAWALS,
        withdrawn=[receipt_id for _, receipt_id in rows],
        sealing_key=None if sealing_key is None else to_text(sealing_key),
        handoff_key=to_text(handoff_key),
    )
