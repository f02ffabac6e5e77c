"""The quarantine: records that the ministry's server will not read. They stay in the ledger, words and all.

On the line a record in quarantine goes as an erased one, so that the chain has no hole. Once staff have it tried again
and the ministry has it, it leaves the quarantine.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.forum.chain import ChainedRecord
from kiosk.forum.seoul import utc_text
from kiosk.store import tables as t
from kiosk.store.part import StorePart


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A record in quarantine with its words; `waiting` says that its place was not acknowledged yet."""

    record: ChainedRecord
    receipt_id: str
    at: str
    reason: str
    waiting: bool


class Quarantine(StorePart):
    """One store's quarantine."""

    def add(self, epoch: int, seq: int, reason: str, at: datetime) -> None:
        """Set a record aside, or note a newer reason; durable when this returns."""
        values = {"at": utc_text(at), "reason": reason}
        with self._writing() as connection:
            place = connection.execute(_id_of(epoch, seq)).scalar_one()
            statement = insert(t.quarantine).values(submission_id=place, **values)
            connection.execute(statement.on_conflict_do_update(index_elements=["submission_id"], set_=values))

    def release(self, epoch: int, seq: int) -> bool:
        """Let a record out again; False where it was not in."""
        with self._writing() as connection:
            place = _id_of(epoch, seq).scalar_subquery()
            return connection.execute(delete(t.quarantine).where(t.quarantine.c.submission_id == place)).rowcount > 0

    def records(self) -> list[Quarantined]:
        """Return what is in quarantine, oldest first; withdrawn words are in none."""
        with self._reading():
            return [Quarantined(ChainedRecord(*row[:5]), *row[5:]) for row in self._connection.execute(_RECORDS)]

    def count(self) -> int:
        """Return how many records are in quarantine."""
        with self._reading():
            return self._connection.execute(COUNT).scalar_one()


def _id_of(epoch: int, seq: int) -> Select[tuple[int]]:
    return select(t.submission.c.id).where(t.submission.c.epoch == epoch, t.submission.c.seq == seq)


_WAITING = select(t.outbox.c.submission_id).where(t.outbox.c.submission_id == t.submission.c.id).exists()
_RECORDS = (
    select(
        t.submission.c.epoch,
        t.submission.c.seq,
        t.submission.c.salt,
        t.submission.c.payload,
        t.submission.c.commitment,
        t.submission.c.receipt_id,
        t.quarantine.c.at,
        t.quarantine.c.reason,
        _WAITING,
    )
    .join(t.quarantine, t.quarantine.c.submission_id == t.submission.c.id)
    .where(t.submission.c.payload.is_not(None))
    .order_by(t.submission.c.id)
)
COUNT = (
    select(func.count())
    .select_from(t.quarantine)
    .join(t.submission, t.submission.c.id == t.quarantine.c.submission_id)
    .where(t.submission.c.payload.is_not(None))
)
