"""Going on in a new epoch where the ministry holds other records at this store's places.

It comes to that where a disk was copied or set back beside our own restore (a clone, a snapshot): two stores took
submissions at the same places. Neither is wrong, and none of them may be lost: what waits here moves to an epoch that
nobody else has. The ministry knows a submission by its receipt, so that what it has already is not counted twice.
"""

from sqlalchemy import Connection, bindparam, select, update

from kiosk.forum.chain import first_link, next_link
from kiosk.store import tables as t
from kiosk.store.copies import next_epoch

_C = t.submission.c
_WAITING = select(_C.id, _C.commitment).join(t.outbox, t.outbox.c.submission_id == _C.id).order_by(_C.id)
_MOVE = (
    update(t.submission)
    .where(_C.id == bindparam("of"))
    .values(epoch=bindparam("in_epoch"), seq=bindparam("at"), chain=bindparam("link"))
)


def rejoin(connection: Connection) -> int:
    """Begin a new epoch and move every record that waits into it, in order; return how many."""
    device = connection.execute(select(t.device)).one()
    epoch = next_epoch(device.device_id, device.epoch, None)
    chain, moves = first_link(device.device_id, epoch), []
    for seq, (of, commitment) in enumerate(connection.execute(_WAITING).all(), 1):
        chain = next_link(chain, seq, commitment)
        moves.append({"of": of, "in_epoch": epoch, "at": seq, "link": chain})
    if moves:
        connection.execute(_MOVE, moves)
    connection.execute(update(t.device).values(epoch=epoch))
    return len(moves)
