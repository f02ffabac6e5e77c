"""The documents that the log hands out: for a receipt, for a commitment, and of its growth."""

from datetime import datetime

from sqlalchemy import Connection

from sync.central.public_log.log import PublicLog
from sync.central.store import public_log as store
from sync.central.store.public_log import ReceiptEntry, SignedCheckpoint
from sync.protocol.merkle import consistency_places, consistency_proof, inclusion_places, inclusion_proof
from sync.protocol.problems import NOT_FOUND, Problem
from sync.protocol.receipt_proofs import ConsistencyProof, ReceiptProof, make_receipt_proof


def holders_proof(log: PublicLog, entry: ReceiptEntry, receipt_id: str, now: datetime) -> ReceiptProof:
    """Return the proof for a receipt's entry, without the record's words and salt.

    Whoever has the link can ask for it: it may be read over a visitor's shoulder, and the salt alone would let a poll's
    few possible answers be tried out.
    """
    return _proof(log, entry.commitment, now, receipt_id)


def commitments_proof(log: PublicLog, commitment: bytes, now: datetime) -> ReceiptProof:
    """Return the proof that a commitment is in the log, without words; raises Problem where it is not."""
    with log.database.reading() as connection:
        if store.index_of(connection, commitment) is None:
            raise Problem(NOT_FOUND, "The log holds no such commitment.")
    return _proof(log, commitment, now, None)


def growth_proof(log: PublicLog, old: int, new: int) -> ConsistencyProof:
    """Return what joins the checkpoints of two sizes; raises Problem where one of them was never signed."""
    with log.database.reading() as connection:
        for size in (old, new):
            if store.checkpoint_at(connection, size) is None:
                raise Problem(NOT_FOUND, f"No checkpoint was signed over {size} entries.")
        if old > new:
            raise Problem(NOT_FOUND, "Name the smaller size first.")
        path = consistency_proof(old, new, store.hashes_at(connection, consistency_places(old, new)))
    return ConsistencyProof(old_size=old, new_size=new, path=[each.hex() for each in path])


def _proof(log: PublicLog, commitment: bytes, now: datetime, receipt_id: str | None) -> ReceiptProof:
    index, checkpoint = _covered(log, commitment, now)
    with log.database.reading() as connection:
        places = inclusion_places(index, checkpoint.size)
        path = inclusion_proof(index, checkpoint.size, store.hashes_at(connection, places))
    return make_receipt_proof(
        record_commitment=commitment,
        leaf_index=index,
        path=path,
        note=checkpoint.note,
        key=log.verifier,
        receipt_id=receipt_id,
    )


def _covered(log: PublicLog, commitment: bytes, now: datetime) -> tuple[int, SignedCheckpoint]:
    """Return where a stored commitment stands, and a checkpoint over it: a new one where the newest is too small."""
    with log.database.reading() as connection:
        found = _place(connection, commitment)
    if found is None:
        log.publish(now)
        with log.database.reading() as connection:
            found = _place(connection, commitment)
    if found is None:
        raise Problem(NOT_FOUND, "The log holds no such commitment.")
    return found


def _place(connection: Connection, commitment: bytes) -> tuple[int, SignedCheckpoint] | None:
    index, latest = store.index_of(connection, commitment), store.latest_checkpoint(connection)
    return (index, latest) if index is not None and latest is not None and index < latest.size else None
