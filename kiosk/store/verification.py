"""Verifying a store, or a copy of one: its file, every submission, the whole chain, and the ministry's receipts."""

from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, select

from kiosk.forum.acknowledgements import read_acknowledgement
from kiosk.forum.chain import commitment, first_link, next_link
from kiosk.store import tables as t

_EVERY_LINK = select(
    t.submission.c.epoch,
    t.submission.c.seq,
    t.submission.c.salt,
    t.submission.c.payload,
    t.submission.c.commitment,
    t.submission.c.chain,
).order_by(t.submission.c.epoch, t.submission.c.seq)


def problems(connection: Connection, device_id: str) -> Iterator[str]:
    """Yield one sentence for each thing that is wrong with the file or the chain; nothing where all is well."""
    # The check reads the file past its log: after a power cut, a page may be torn there and whole in the log.
    connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").all()
    for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
        yield f"The store's file is damaged: {row[0]}."
    for row in connection.exec_driver_sql("PRAGMA quick_check"):
        if row[0] != "ok":
            yield f"The store's file is damaged: {row[0]}."
    place, chain = (0, 0), b""
    for row in connection.execution_options(yield_per=1000).execute(_EVERY_LINK):
        expected = (row.epoch, place[1] + 1) if row.epoch == place[0] else (row.epoch, 1)
        if expected[1] == 1:
            chain = first_link(device_id, row.epoch)
        if (row.epoch, row.seq) != expected:
            yield f"Submissions {expected[1]} to {row.seq - 1} of epoch {row.epoch} are missing."
        elif next_link(chain, row.seq, row.commitment) != row.chain:
            yield f"The chain breaks at submission {row.seq} of epoch {row.epoch}."
        if row.payload is not None and commitment(row.salt, row.payload) != row.commitment:
            yield f"Submission {row.seq} of epoch {row.epoch} was changed after it was kept."
        place, chain = (row.epoch, row.seq), row.chain


def receipt_problems(connection: Connection, device_id: str, server_key: bytes) -> Iterator[str]:
    """Yield one sentence for each kept receipt that the ministry did not sign, or that says another chain than ours."""
    key, s = Ed25519PublicKey.from_public_bytes(server_key), t.submission.c
    for row in connection.execute(select(t.receipt).order_by(t.receipt.c.epoch, t.receipt.c.through_seq)).all():
        which = f"The receipt for the submissions through {row.through_seq} of epoch {row.epoch}"
        said = read_acknowledgement(key, row.body)
        if said is None:
            yield f"{which} is not signed by the ministry."
        elif (said.device_id, said.epoch) != (device_id, row.epoch) or said.through_seq < row.through_seq:
            yield f"{which} is signed for something else."
        else:
            query = select(s.chain).where(s.epoch == said.epoch, s.seq == said.through_seq)
            chain = connection.execute(query).scalar_one_or_none()
            if chain is not None and chain != said.chain:
                yield f"{which} says another chain than the one here."
