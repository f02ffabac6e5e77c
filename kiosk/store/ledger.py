"""The ledger: every submission at its place in the chain, appended and never changed, and how far imports got."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kiosk.forum.chain import commitment, first_link, new_salt, next_link
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Channel, Submission, canonical_bytes
from kiosk.store import tables as t


@dataclass(frozen=True, slots=True)
class Kept:
    """A submission that is durably kept, and its place in the chain."""

    epoch: int
    seq: int
    receipt_id: str


@dataclass(frozen=True, slots=True)
class Intake:
    """How far a file of submissions is recorded: `lines_done` of its lines, counted from its start."""

    digest: str
    activity_id: str
    channel: Channel
    lines_done: int
    finished_at: str | None


Frozen = tuple[Submission, bytes, bytes]


def freeze(submission: Submission) -> Frozen:
    """Make the bytes and the salt of a submission, once."""
    return submission, canonical_bytes(submission), new_salt()


def append(connection: Connection, device_id: str, epoch: int, frozen: Sequence[Frozen]) -> list[Kept]:
    """Append submissions to the chain and the outbox."""
    last = connection.execute(_LAST_LINK, {"epoch": epoch}).one_or_none()
    last_seq, chain = (last.seq, last.chain) if last else (0, first_link(device_id, epoch))
    next_id = (connection.execute(_LAST_ID).scalar_one() or 0) + 1
    rows: list[dict[str, Any]] = []
    for seq, (submission, payload, salt) in enumerate(frozen, last_seq + 1):
        bound = commitment(salt, payload)
        chain = next_link(chain, seq, bound)
        rows.append(
            {
                "id": next_id + len(rows),
                "epoch": epoch,
                "seq": seq,
                "receipt_id": submission.receipt_id,
                "pack_id": submission.pack_id,
                "pack_version": submission.pack_version,
                "activity_id": submission.activity_id,
                "day": seoul_day(submission.recorded_at).isoformat(),
                "salt": salt,
                "payload": payload,
                "commitment": bound,
                "chain": chain,
            }
        )
    if rows:
        connection.execute(_INSERT_SUBMISSION, rows)
        connection.execute(_INSERT_OUTBOX, [{"submission_id": row["id"]} for row in rows])
    return [Kept(epoch, row["seq"], row["receipt_id"]) for row in rows]


def already_kept(connection: Connection, submission: Submission) -> Kept | None:
    """Return the place of this very submission, where an earlier try kept it and its answer was lost."""
    row = connection.execute(_KEPT_BEFORE, {"receipt_id": submission.receipt_id}).one_or_none()
    if row is None or row.payload != canonical_bytes(submission):
        return None
    return Kept(row.epoch, row.seq, submission.receipt_id)


def read_intake(connection: Connection, digest: str, activity_id: str, channel: Channel) -> Intake | None:
    """Return how far a file was recorded before."""
    c = t.intake.c
    query = select(t.intake).where(c.digest == digest, c.activity_id == activity_id, c.channel == channel)
    row = connection.execute(query).one_or_none()
    return None if row is None else Intake(**row._mapping)


def save_intake(connection: Connection, intake: Intake) -> None:
    """Keep how far a file is recorded."""
    values = {"lines_done": intake.lines_done, "finished_at": intake.finished_at}
    connection.execute(
        sqlite_insert(t.intake)
        .values(digest=intake.digest, activity_id=intake.activity_id, channel=intake.channel, **values)
        .on_conflict_do_update(index_elements=["digest", "activity_id", "channel"], set_=values)
    )


def standing(first: date, last: date) -> Select[Any]:
    """Select the bytes of the submissions of these Seoul days, both included, that were not withdrawn."""
    days = t.submission.c.day.between(first.isoformat(), last.isoformat())
    return select(t.submission.c.payload).where(days, t.submission.c.payload.is_not(None))


def by_day(connection: Connection, first: date, last: date) -> Iterator[tuple[date, Iterator[bytes]]]:
    """Yield each Seoul day that has standing submissions, with their bytes in the order in which they were kept."""
    query = standing(first, last).add_columns(t.submission.c.day).order_by(t.submission.c.day, t.submission.c.id)
    rows = connection.execution_options(yield_per=1000).execute(query)
    for day, its_rows in groupby(rows, key=itemgetter(1)):
        yield date.fromisoformat(day), (payload for payload, _ in its_rows)


def count_standing(day: date) -> Select[Any]:
    """Count the submissions of a day in Seoul that stand."""
    return standing(day, day).with_only_columns(func.count())


def of_activity(activity_id: str, after: int) -> Select[Any]:
    """Select the submissions of an activity that came after one id, withdrawn ones included, in order."""
    c = t.submission.c
    return select(c.id, c.payload).where(c.activity_id == activity_id, c.id > after).order_by(c.id)


_LAST_LINK = (
    select(t.submission.c.seq, t.submission.c.chain)
    .where(t.submission.c.epoch == bindparam("epoch"))
    .order_by(t.submission.c.seq.desc())
    .limit(1)
)
_LAST_ID = select(func.max(t.submission.c.id))
_KEPT_BEFORE = select(t.submission.c.epoch, t.submission.c.seq, t.submission.c.payload).where(
    t.submission.c.receipt_id == bindparam("receipt_id")
)
ID = t.submission.c.id
PLACE_OF = select(
    t.submission.c.epoch,
    t.submission.c.seq,
    t.submission.c.salt,
    t.submission.c.payload,
    t.submission.c.commitment,
).where(t.submission.c.receipt_id == bindparam("receipt_id"))
_INSERT_SUBMISSION = insert(t.submission)
_INSERT_OUTBOX = insert(t.outbox)
