"""The short way for a record that simply follows on what PostgreSQL holds: one statement, durable when it returns."""

from datetime import datetime

from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from sync.central.store.records import NewRecord

# The head moves only from where this record builds on, and the record goes in only where the head has moved. The
# device's row is held as everywhere else; who had to wait for it sees what was committed meanwhile.
_FOLLOW = text(
    """
    WITH held AS (
        SELECT no FROM device WHERE device_id = CAST(:device_id AS uuid) FOR UPDATE
    ), moved AS (
        UPDATE chain_head
        SET seq = CAST(:seq AS bigint), chain = :chain, received_at = :at
        WHERE device_no = (SELECT no FROM held) AND epoch = CAST(:epoch AS bigint)
            AND seq = CAST(:seq AS bigint) - 1 AND chain = :before
        RETURNING device_no
    )
    INSERT INTO record
        (device_no, epoch, seq, commitment, salt, payload, receipt_id, activity_id, day, held, received_at)
    SELECT device_no, CAST(:epoch AS bigint), CAST(:seq AS bigint), :commitment, CAST(:salt AS bytea),
        CAST(:payload AS bytea), CAST(:receipt_id AS uuid), CAST(:activity_id AS varchar), CAST(:day AS date),
        CAST(:held AS varchar), :at
    FROM moved
    RETURNING entry
    """
)


def follow(
    connection: Connection, device_id: str, epoch: int, record: NewRecord, before: bytes, chain: bytes, at: datetime
) -> bool:
    """Append a record that builds on the chain `before` and makes it `chain`, outside of any other transaction.

    False, with nothing changed, where the epoch's head stands elsewhere, or the place or the receipt's number is taken.
    """
    values = {
        "device_id": device_id,
        "epoch": epoch,
        "before": before,
        "chain": chain,
        "at": at,
        "seq": record.seq,
        "commitment": record.commitment,
        "salt": record.salt,
        "payload": record.payload,
        "receipt_id": record.receipt_id,
        "activity_id": record.activity_id,
        "day": record.day,
        "held": record.held,
    }
    try:
        return connection.execute(_FOLLOW, values).first() is not None
    except IntegrityError:
        return False
