"""Withdrawing: a submission's words and salt are erased, its commitment stays, and the ministry is told.

Whether the record was uploaded before, is on its way, or goes as an erased line, a withdrawal is always sent on its own
as well, once the record's place is confirmed: an answer that got lost may hide that the words had arrived.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.forum.seoul import utc_text
from kiosk.store import tables as t


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A withdrawn submission and its place in the chain; `waiting` says that its place was not acknowledged yet."""

    epoch: int
    seq: int
    commitment: bytes
    receipt_id: str
    waiting: bool = False


_COLUMNS = t.submission.c
_HELD = select(_COLUMNS.id).where(_COLUMNS.receipt_id == bindparam("receipt_id"))
_ERASE = update(t.submission).where(_COLUMNS.id == bindparam("erased")).values(salt=None, payload=None)
_WAITING = select(t.outbox.c.submission_id).where(t.outbox.c.submission_id == _COLUMNS.id).exists()
_UNCONFIRMED = (
    select(_COLUMNS.epoch, _COLUMNS.seq, _COLUMNS.commitment, _COLUMNS.receipt_id, _WAITING)
    .join(t.withdrawal, t.withdrawal.c.submission_id == _COLUMNS.id)
    .where(t.withdrawal.c.receipt.is_(None))
    .order_by(_COLUMNS.epoch, _COLUMNS.seq)
)
_TO_SEND = _UNCONFIRMED.where(~_WAITING).limit(bindparam("most"))
COUNT = select(func.count()).select_from(t.withdrawal)


def erase(connection: Connection, receipt_id: str, at: datetime) -> bool:
    """Erase a submission's bytes and salt; False where the store never held it. Erasing again changes nothing."""
    place = connection.execute(_HELD, {"receipt_id": receipt_id}).scalar_one_or_none()
    if place is None:
        return False
    connection.execute(_ERASE, {"erased": place})
    connection.execute(insert(t.withdrawal).values(submission_id=place, at=utc_text(at)).on_conflict_do_nothing())
    return True


def to_send(connection: Connection, most: int) -> list[Withdrawal]:
    """Return withdrawals that the ministry has not confirmed, of one epoch, whose place it holds already."""
    found = [Withdrawal(*row) for row in connection.execute(_TO_SEND, {"most": most})]
    return [each for each in found if each.epoch == found[0].epoch]


def unconfirmed(connection: Connection) -> list[Withdrawal]:
    """Return every withdrawal that the ministry has not confirmed, in the order of their places."""
    return [Withdrawal(*row) for row in connection.execute(_UNCONFIRMED)]


def confirm(connection: Connection, receipt: bytes, sent: Iterable[Withdrawal]) -> None:
    """Keep the ministry's signed word that it erased these."""
    for each in sent:
        place = select(_COLUMNS.id).where(_COLUMNS.epoch == each.epoch, _COLUMNS.seq == each.seq).scalar_subquery()
        connection.execute(update(t.withdrawal).where(t.withdrawal.c.submission_id == place).values(receipt=receipt))
