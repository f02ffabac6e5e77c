"""Storing what a phone or a browser submits: one record at the end of the server's own chain, once for each receipt."""

from contextlib import suppress
from datetime import datetime

from kiosk.forum.chain import ChainedRecord, commitment, first_link, new_salt, next_link
from kiosk.forum.packs import Pack
from kiosk.forum.receipts import receipt_token
from kiosk.forum.submissions import Submission, canonical_bytes
from sync.central.central import Central
from sync.central.ingest.examine import examine
from sync.central.store import records
from sync.central.store.online import OWN_EPOCH, is_stored, own_device
from sync.central.store.packs import PackClash, keep_pack


def store_submission(central: Central, submission: Submission, pack: Pack, language: str, now: datetime) -> str:
    """Store a submission by its channel, durable when this returns, and return its receipt's token, in a language.

    However often the same receipt comes, there is one record: the first, for good, withdrawn or not.
    """
    payload, salt = canonical_bytes(submission), new_salt()
    with central.database.writing() as connection:
        public_key = central.server_key.public_key().public_bytes_raw()
        device_no, device_id = own_device(connection, submission.channel, public_key, now)
        head = records.lock_head(connection, device_id, OWN_EPOCH)
        if head is not None and not is_stored(connection, submission.receipt_id):
            with suppress(PackClash):  # then the record is held for review: its words are another kiosk's
                keep_pack(connection, device_no, pack.id, pack.version, pack.canonical())
            record = ChainedRecord(OWN_EPOCH, head.seq + 1, salt, payload, commitment(salt, payload))
            examined = examine(record, central.shelf.packs_asked_for(connection, device_no))
            if records.add_record(connection, device_no, OWN_EPOCH, examined, now):
                before = head.chain or first_link(device_id, OWN_EPOCH)
                chain = next_link(before, record.seq, record.commitment)
                records.advance_head(connection, device_no, OWN_EPOCH, record.seq, chain, now)
    return receipt_token(central.server_key, device_id, submission.receipt_id, language)
