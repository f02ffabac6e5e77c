"""How far records were read for proposals, device by device, and what is still to be read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.central.store import review_tables as r
from sync.central.store import tables as t


@dataclass(frozen=True, slots=True)
class Unread:
    """An epoch of a device in which more has arrived than was read; `wanted` tells whether any of it is looked for."""

    device_no: int
    epoch: int
    after: int
    through_seq: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class Arrived:
    """One record to be read."""

    seq: int
    payload: bytes
    received_at: datetime


def unread(connection: Connection, activities: Collection[str]) -> list[Unread]:
    """Return the epochs in which something is still to be read, and whether any of it is of these activities."""
    head, done = t.chain_head.c, r.intake.c
    after = func.coalesce(done.seq, 0)
    # One row at most for each epoch, found among what is new in it: however many kiosks there are, it is one query.
    wanted = (
        select(t.record.c.seq)
        .where(
            t.record.c.device_no == head.device_no,
            t.record.c.epoch == head.epoch,
            t.record.c.seq > after,
            t.record.c.seq <= head.seq,
            *_readable_of(activities),
        )
        .order_by(t.record.c.seq)
        .limit(1)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(head.device_no, head.epoch, after, head.seq, wanted.is_not(None))
        .outerjoin(r.intake, and_(done.device_no == head.device_no, done.epoch == head.epoch))
        .where(or_(done.seq.is_(None), done.seq < head.seq))
    )
    return [Unread(*row) for row in rows]


def _readable_of(activities: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    c = t.record.c
    return c.payload.is_not(None), c.receipt_id.is_not(None), c.activity_id.in_(activities)


def lock_cursor(connection: Connection, place: Unread) -> int:
    """Return how far an epoch was read, held until the transaction ends."""
    kind = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    new = kind(r.intake).values(device_no=place.device_no, epoch=place.epoch, seq=0)
    connection.execute(new.on_conflict_do_nothing())
    query = select(r.intake.c.seq).where(_at(place))
    return int(connection.execute(query.with_for_update()).scalar_one())


def move_cursor(connection: Connection, place: Unread, seq: int) -> None:
    """Note how far an epoch was read."""
    connection.execute(update(r.intake).where(_at(place)).values(seq=seq))


def pass_over(connection: Connection, places: Sequence[Unread]) -> None:
    """Note that nothing is left to be taken in of these; a cursor that another process moved farther stays."""
    kind = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    new = kind(r.intake)
    moved = new.on_conflict_do_update(
        index_elements=["device_no", "epoch"],
        set_={"seq": new.excluded.seq},
        where=r.intake.c.seq < new.excluded.seq,
    )
    rows = [{"device_no": each.device_no, "epoch": each.epoch, "seq": each.through_seq} for each in places]
    # In one order everywhere, so that two processes never wait for each other.
    connection.execute(moved, sorted(rows, key=lambda row: (row["device_no"], row["epoch"])))


def arrived(connection: Connection, place: Unread, after: int, activities: Collection[str], most: int) -> list[Arrived]:
    """Return the next readable records of these activities after a place, in order."""
    c = t.record.c
    rows = connection.execute(
        select(c.seq, c.payload, c.received_at)
        .where(
            c.device_no == place.device_no,
            c.epoch == place.epoch,
            c.seq > after,
            c.seq <= place.through_seq,
            *_readable_of(activities),
        )
        .order_by(c.seq)
        .limit(most)
    )
    return [Arrived(*row) for row in rows]


def withdrawn_proposals(connection: Connection, withdrawn_stage: str) -> list[str]:
    """Return proposals whose receipt was withdrawn, and whose events do not say so yet."""
    query = (
        select(r.proposal.c.proposal_id)
        .join(t.withdrawal, t.withdrawal.c.receipt_id == r.proposal.c.proposal_id)
        .where(r.proposal.c.stage != withdrawn_stage)
    )
    return list(connection.execute(query).scalars())


def add_addition(connection: Connection, **values: Any) -> None:
    """Keep a visitor's addition for moderation; once only."""
    kind = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = kind(r.addition).values(state="waiting", **values)
    connection.execute(statement.on_conflict_do_nothing(index_elements=["receipt_id", "question_id"]))


@dataclass(frozen=True, slots=True)
class Addition:
    """A visitor's addition and what was decided about it."""

    no: int
    receipt_id: str
    device_no: int
    activity_id: str
    question_id: str
    kind: str
    language: str
    text: str
    received_on: date
    state: str
    decided_by: str | None


def additions(connection: Connection, state: str, kind: str | None, after: int, most: int) -> list[Addition]:
    """Return additions in a state, oldest first, narrowed to a kind, after a number."""
    query = select(*_ADDITION).where(r.addition.c.state == state, r.addition.c.no > after)
    if kind:
        query = query.where(r.addition.c.kind == kind)
    rows = connection.execute(query.order_by(r.addition.c.no).limit(most))
    return [Addition(**row._mapping) for row in rows]


def find_addition(connection: Connection, no: int, *, lock: bool = False) -> Addition | None:
    """Return one addition."""
    query = select(*_ADDITION).where(r.addition.c.no == no)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else Addition(**row._mapping)


def decide_addition(connection: Connection, no: int, state: str, staff: str, at: datetime) -> None:
    """Note a decision about an addition."""
    connection.execute(
        update(r.addition).where(r.addition.c.no == no).values(state=state, decided_by=staff, decided_at=at)
    )


def addition_counts(connection: Connection) -> dict[tuple[str, str], int]:
    """Return how many additions there are by state and kind."""
    c = r.addition.c
    rows = connection.execute(select(c.state, c.kind, func.count()).group_by(c.state, c.kind))
    return {(state, kind): count for state, kind, count in rows}


_ADDITION = tuple(r.addition.c[name] for name in Addition.__slots__)


def _at(place: Unread) -> Any:
    return and_(r.intake.c.device_no == place.device_no, r.intake.c.epoch == place.epoch)
