"""The short way for records that simply follow on what PostgreSQL holds: those of many kiosks by one statement."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from sync.central.store.records import NewRecord


class Following(NamedTuple):
    """A record of a kiosk with this key (raw Ed25519) that builds on the chain `before` and makes it `chain`."""

    device_id: str
    public_key: bytes
    epoch: int
    before: bytes
    chain: bytes
    record: NewRecord


# A head moves only from where its record builds on, and for the key that signed; a record goes in only where its head
# has moved. The devices' rows are held as everywhere else, and in one order; who had to wait for one sees what was
# committed meanwhile.
_FOLLOW = text(
    """
    WITH held AS (
        SELECT device.no, asked.*
        FROM unnest(
            CAST(:device_id AS uuid[]), CAST(:public_key AS bytea[]), CAST(:epoch AS bigint[]),
            CAST(:before AS bytea[]), CAST(:chain AS bytea[]), CAST(:seq AS bigint[]),
            CAST(:commitment AS bytea[]), CAST(:salt AS bytea[]), CAST(:payload AS bytea[]),
            CAST(:receipt_id AS uuid[]), CAST(:activity_id AS varchar[]), CAST(:day AS date[]),
            CAST(:held AS varchar[])
        ) AS asked (device_id, public_key, epoch, before, chain, seq,
            commitment, salt, payload, receipt_id, activity_id, day, held)
        JOIN device ON device.device_id = asked.device_id AND device.public_key = asked.public_key
        ORDER BY device.no
        FOR UPDATE OF device
    ), moved AS (
        UPDATE chain_head
        SET seq = held.seq, chain = held.chain, received_at = :at
        FROM held
        WHERE chain_head.device_no = held.no AND chain_head.epoch = held.epoch
            AND chain_head.seq = held.seq - 1 AND chain_head.chain = held.before
        RETURNING chain_head.device_no
    ), added AS (
        INSERT INTO record
            (device_no, epoch, seq, commitment, salt, payload, receipt_id, activity_id, day, held, received_at)
        SELECT no, epoch, seq, commitment, salt, payload, receipt_id, activity_id, day, held, :at
        FROM held JOIN moved ON device_no = no
    )
    SELECT device_id FROM held JOIN moved ON device_no = no
    """
)


def follow(connection: Connection, group: Sequence[Following], at: datetime) -> set[str]:
    """Append records of different kiosks, outside of any other transaction; return whose are stored now.

    Nothing changes for a kiosk whose epoch's head stands elsewhere or whose key is another by now, and nothing at all
    where the place or the receipt's number of any record is taken.
    """
    values = {
        "at": at,
        "device_id": [each.device_id for each in group],
        "public_key": [each.public_key for each in group],
        "epoch": [each.epoch for each in group],
        "before": [each.before for each in group],
        "chain": [each.chain for each in group],
        "seq": [each.record.seq for each in group],
        "commitment": [each.record.commitment for each in group],
        "salt": [each.record.salt for each in group],
        "payload": [each.record.payload for each in group],
        "receipt_id": [each.record.receipt_id for each in group],
        "activity_id": [each.record.activity_id for each in group],
        "day": [each.record.day for each in group],
        "held": [each.record.held for each in group],
    }
    try:
        return {str(device_id) for device_id in connection.execute(_FOLLOW, values).scalars()}
    except IntegrityError:
        return set()
