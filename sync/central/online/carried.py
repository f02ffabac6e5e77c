"""A submission that a visitor's phone delivers: taken at its place in the kiosk's chain, before the kiosk sends it.

The kiosk's later upload of the same place finds the same commitment, and confirms it. The chain's head, the public log
and the review wait for that upload; tallies count the record at once.
"""

from datetime import datetime

from kiosk.forum.carrying import CarriedRejected, open_carried
from kiosk.forum.receipts import ReceiptLink
from sync.central.central import Central
from sync.central.ingest.examine import examine
from sync.central.ingest.retiring import refuse_new_epoch
from sync.central.online.receipt import real_link
from sync.central.store import records
from sync.central.store.devices import find_device
from sync.central.store.withdrawals import is_withdrawn
from sync.protocol.batches import LARGEST_SEQ


def deliver_carried(central: Central, token: str, digits: str, now: datetime) -> ReceiptLink:
    """Store what a receipt's link carries, durable when this returns; delivering again changes nothing.

    What was withdrawn stays erased. Raises CarriedRejected where the link is not ours or was altered, or where another
    record lies at the place, and Problem where the kiosk is retired and had not begun the epoch.
    """
    link = real_link(central, token)
    if link is None:
        raise CarriedRejected("No kiosk of ours made this link; nothing was taken.")
    record = open_carried(central.handoff_key, link, digits)
    if not (1 <= record.epoch <= LARGEST_SEQ and 1 <= record.seq <= LARGEST_SEQ):
        raise CarriedRejected("The link names no place of the kiosk; nothing was taken.")
    with central.database.reading() as connection:
        device = find_device(connection, link.device_id)
    if device is None:
        raise CarriedRejected("No kiosk of ours made this link; nothing was taken.")
    refuse_new_epoch(central.database, device, record.epoch)
    with central.database.writing() as connection:
        head = records.lock_head(connection, link.device_id, record.epoch)
        if head is None:
            raise CarriedRejected("No kiosk of ours made this link; nothing was taken.")
        if is_withdrawn(connection, link.device_id, link.receipt_id):
            return link
        examined = examine(record, central.shelf.packs_asked_for(connection, head.device_no))
        there = records.commitments(connection, head.device_no, record.epoch, record.seq, record.seq)
        if there == [record.commitment]:
            records.fill_place(connection, head.device_no, record.epoch, examined)
        elif records.is_here_already(connection, head.device_no, examined):
            return link  # the kiosk was mended or found back to us since, and sent it at another place
        elif there:
            raise CarriedRejected("Another record lies at this place; the kiosk was cloned or restored.")
        elif not records.add_record(connection, head.device_no, record.epoch, examined, now):
            raise CarriedRejected("A record with this receipt lies at another place; nothing was taken.")
    return link
