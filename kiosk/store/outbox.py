"""The outbox: what the ministry has not acknowledged yet, and what came of trying."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, case, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.forum.chain import ChainedRecord
from kiosk.forum.seoul import utc_text
from kiosk.store import tables as t


def oldest(connection: Connection, most: int, most_bytes: int, skip: int) -> list[ChainedRecord]:
    """Return the oldest contiguous records of one epoch that wait: at least one where any waits."""
    batch: list[ChainedRecord] = []
    size = 0
    for row in connection.execute(_OLDEST, {"most": most, "skip": skip}):
        size += len(row.payload or b"") + 64
        if batch and (row.epoch != batch[-1].epoch or row.seq != batch[-1].seq + 1 or size > most_bytes):
            break
        batch.append(ChainedRecord(*row))
    return batch


def confirm(connection: Connection, receipt: bytes, epoch: int, through_seq: int, at: datetime) -> int:
    """Keep a verified signed receipt and take out what it covers; return how many left."""
    # Ids grow with the sequence, so that an epoch's records through a place are one range of ids.
    first, last = (
        select(t.submission.c.id).where(t.submission.c.epoch == epoch, t.submission.c.seq == seq).scalar_subquery()
        for seq in (1, through_seq)
    )
    connection.execute(
        insert(t.receipt)
        .values(epoch=epoch, through_seq=through_seq, body=receipt, received_at=utc_text(at))
        .on_conflict_do_nothing()
    )
    return connection.execute(delete(t.outbox).where(t.outbox.c.submission_id.between(first, last))).rowcount


def note_attempt(connection: Connection, at: datetime, outcome: str, next_at: datetime | None) -> None:
    """Keep what the last try to upload came to."""
    values = {"at": utc_text(at), "outcome": outcome, "next_at": next_at and utc_text(next_at)}
    connection.execute(
        insert(t.attempt).values(id=1, **values).on_conflict_do_update(index_elements=["id"], set_=values)
    )


def resend(connection: Connection, epoch: int, after_seq: int) -> int:
    """Let an epoch's records after a place wait again, out of the ledger; return how many came back."""
    c = t.submission.c
    lost = select(c.id).where(c.epoch == epoch, c.seq > after_seq)
    statement = insert(t.outbox).prefix_with("OR IGNORE").from_select(["submission_id"], lost)
    return connection.execute(statement).rowcount


COUNT = select(func.count()).select_from(t.outbox)
LAST_ATTEMPT = select(t.attempt)
# The day of the first that waits: places grow with time.
OLDEST_DAY = select(t.submission.c.day).join(t.outbox).order_by(t.outbox.c.submission_id).limit(1)
LAST_RECEIPT = select(t.receipt).order_by(t.receipt.c.received_at.desc(), t.receipt.c.through_seq.desc()).limit(1)
_SET_ASIDE = t.quarantine.c.submission_id.is_not(None)
_OLDEST = (
    select(
        t.submission.c.epoch,
        t.submission.c.seq,
        case((_SET_ASIDE, None), else_=t.submission.c.salt).label("salt"),
        case((_SET_ASIDE, None), else_=t.submission.c.payload).label("payload"),
        t.submission.c.commitment,
    )
    .join(t.outbox, t.outbox.c.submission_id == t.submission.c.id)
    .outerjoin(t.quarantine, t.quarantine.c.submission_id == t.submission.c.id)
    .order_by(t.outbox.c.submission_id)
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
