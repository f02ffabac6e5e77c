"""The public log as it is stored: its entries, the nodes kept of its tree, its checkpoints, and what is to be added."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from struct import Struct
from typing import cast

import psycopg
from sqlalchemy import Connection, and_, delete, func, insert, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.central.store import log_tables as l
from sync.central.store import tables as t
from sync.central.store.copying import FILE_END, FILE_START
from sync.protocol.merkle import Frontier, HashAt, LogDamaged, NodeRun, Place, append, frontier_from

# Nodes below this level are not stored: at most 2**8 entries are hashed anew for one of them.
LOWEST_LEVEL = 8
# A leaf as a row of COPY: two fields, of which each has its length before it.
_leaf = Struct("!hiqi").pack


@dataclass(frozen=True, slots=True)
class LogState:
    """The log's name, its key (raw Ed25519) and its frontier."""

    origin: str
    public_key: bytes
    frontier: Frontier


@dataclass(frozen=True, slots=True)
class Unlogged:
    """Records of one epoch of a device that are stored and not in the log: those after `after`, through `through`."""

    device_no: int
    epoch: int
    after: int
    through: int


@dataclass(frozen=True, slots=True)
class ReceiptEntry:
    """A receipt's record as the log names it; salt and payload are None where it was withdrawn."""

    commitment: bytes
    salt: bytes | None
    payload: bytes | None


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A note that was signed at this size."""

    size: int
    note: str
    signed_at: datetime


def log_state(connection: Connection, *, lock: bool = False) -> LogState | None:
    """Return the log's state, or None before its first start; `lock` keeps every other appender out meanwhile."""
    query = select(l.public_log)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else LogState(row.origin, row.public_key, frontier_from(row.size, row.frontier))


def begin_log(connection: Connection, origin: str, public_key: bytes) -> None:
    """Keep the name and the key of a new, empty log."""
    connection.execute(insert(l.public_log).values(id=1, origin=origin, public_key=public_key, size=0, frontier=b""))


def unlogged(connection: Connection) -> list[Unlogged]:
    """Return what is stored and not in the log yet; every record is under its chain's head."""
    head, through = t.chain_head.c, l.log_through.c
    done = func.coalesce(through.seq, 0)
    rows = connection.execute(
        select(head.device_no, head.epoch, done, head.seq)
        .outerjoin(l.log_through, and_(through.device_no == head.device_no, through.epoch == head.epoch))
        .where(head.seq > done)
        .order_by(head.device_no, head.epoch)
    )
    return [Unlogged(*row) for row in rows]


def extend(connection: Connection, state: LogState, entries: Sequence[bytes]) -> LogState:
    """Append entries to the log that `lock` holds."""
    first = state.frontier.size
    frontier, runs = append(state.frontier, entries)
    _add_leaves(connection, first, entries)
    _add_nodes(connection, runs)
    connection.execute(update(l.public_log).values(size=frontier.size, frontier=frontier.packed()))
    return LogState(state.origin, state.public_key, frontier)


def note_through(connection: Connection, reached: Sequence[tuple[int, int, int]]) -> None:
    """Remember how far epochs are in the log: device, epoch and sequence of each."""
    kind = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    new = kind(l.log_through)
    moved = new.on_conflict_do_update(index_elements=["device_no", "epoch"], set_={"seq": new.excluded.seq})
    connection.execute(moved, [dict(zip(("device_no", "epoch", "seq"), each, strict=True)) for each in reached])


def entry_at(connection: Connection, log_index: int) -> bytes | None:
    """Return an entry of the log, which is a commitment."""
    return connection.execute(
        select(l.log_leaf.c.commitment).where(l.log_leaf.c.log_index == log_index)
    ).scalar_one_or_none()


def entry_of(connection: Connection, device_id: str, receipt_id: str) -> ReceiptEntry | None:
    """Return what a device's receipt stands for, or None while it is on its way."""
    record = t.record.c
    row = connection.execute(
        select(record.commitment, record.salt, record.payload)
        .join(t.device, t.device.c.no == record.device_no)
        .where(record.receipt_id == receipt_id, t.device.c.device_id == device_id)
    ).one_or_none()
    return None if row is None else ReceiptEntry(*row)


def index_of(connection: Connection, commitment: bytes) -> int | None:
    """Return where a commitment first stands in the log, or None where it does not."""
    query = select(func.min(l.log_leaf.c.log_index)).where(l.log_leaf.c.commitment == commitment)
    found: int | None = connection.execute(query).scalar_one()
    return found


def hashes_at(connection: Connection, places: Sequence[Place]) -> HashAt:
    """Return the look-up of these complete nodes, for the functions that make proofs and roots."""
    found: dict[Place, bytes] = {}
    higher = [place for place in places if place[0] >= LOWEST_LEVEL]
    if higher:
        node = l.log_node.c
        rows = connection.execute(
            select(node.level, node.node_index, node.hash).where(tuple_(node.level, node.node_index).in_(higher))
        )
        found.update({(row.level, row.node_index): row.hash for row in rows})
    lower = [place for place in places if place[0] < LOWEST_LEVEL]
    if lower:
        leaf = l.log_leaf.c
        spans = [leaf.log_index.between(index << level, ((index + 1) << level) - 1) for level, index in lower]
        rows = connection.execute(select(leaf.log_index, leaf.commitment).where(or_(*spans)))
        leaves = {row.log_index: row.commitment for row in rows}
        for level, index in lower:
            entries = [leaves.get(each) for each in range(index << level, (index + 1) << level)]
            present = [each for each in entries if each is not None]
            if len(present) == len(entries):
                found[level, index] = append(Frontier(), present)[0].root()

    def hash_at(level: int, index: int) -> bytes:
        try:
            return found[level, index]
        except KeyError:
            raise LogDamaged(f"The log lacks its node {index} of level {level}; restore the central store.") from None

    return hash_at


def keep_checkpoint(connection: Connection, checkpoint: SignedCheckpoint) -> None:
    """Keep a signed note; the log is held."""
    values = {"size": checkpoint.size, "note": checkpoint.note, "signed_at": checkpoint.signed_at}
    connection.execute(insert(l.log_checkpoint).values(values))


def checkpoint_at(connection: Connection, size: int) -> SignedCheckpoint | None:
    """Return the note that was signed at a size."""
    row = connection.execute(select(l.log_checkpoint).where(l.log_checkpoint.c.size == size)).one_or_none()
    return None if row is None else SignedCheckpoint(*row)


def latest_checkpoint(connection: Connection) -> SignedCheckpoint | None:
    """Return the newest note."""
    row = connection.execute(select(l.log_checkpoint).order_by(l.log_checkpoint.c.size.desc()).limit(1)).one_or_none()
    return None if row is None else SignedCheckpoint(*row)


def checkpoint_of_day(connection: Connection, day: date) -> SignedCheckpoint | None:
    """Return the note that closes a day in Seoul, or None while it is not closed."""
    row = connection.execute(
        select(l.log_checkpoint)
        .join(l.log_day, l.log_day.c.size == l.log_checkpoint.c.size)
        .where(l.log_day.c.day == day)
    ).one_or_none()
    return None if row is None else SignedCheckpoint(*row)


def last_closed_day(connection: Connection) -> date | None:
    """Return the newest day that has its checkpoint."""
    newest: date | None = connection.execute(select(func.max(l.log_day.c.day))).scalar_one()
    return newest


def close_days(connection: Connection, days: Sequence[date], size: int) -> None:
    """Give days the checkpoint of this size."""
    if days:
        connection.execute(insert(l.log_day), [{"day": day, "size": size} for day in days])


def every_note(connection: Connection) -> list[str]:
    """Return every note that was ever signed, the smallest log's first."""
    return list(connection.execute(select(l.log_checkpoint.c.note).order_by(l.log_checkpoint.c.size)).scalars())


def entries(connection: Connection, first: int, end: int) -> list[bytes]:
    """Return the entries from `first` up to, and without, `end`."""
    leaf = l.log_leaf.c
    query = select(leaf.commitment).where(leaf.log_index >= first, leaf.log_index < end).order_by(leaf.log_index)
    return list(connection.execute(query).scalars())


def forget_log(connection: Connection) -> None:
    """Take the log out of a restored database, so that another one begins over the same records."""
    for table in (l.log_day, l.log_checkpoint, l.log_node, l.log_leaf, l.log_through, l.public_log):
        connection.execute(delete(table))


def _add_leaves(connection: Connection, first: int, entries: Sequence[bytes]) -> None:
    if connection.dialect.name == "postgresql":
        driver = cast("psycopg.Connection[object]", connection.connection.driver_connection)
        with (
            driver.cursor() as cursor,
            cursor.copy("COPY log_leaf (log_index, commitment) FROM STDIN (FORMAT BINARY)") as copy,
        ):
            rows = (_leaf(2, 8, index, len(each)) + each for index, each in enumerate(entries, first))
            copy.write(b"".join((FILE_START, *rows, FILE_END)))
        return
    values = [{"log_index": index, "commitment": each} for index, each in enumerate(entries, first)]
    connection.execute(insert(l.log_leaf), values)


def _add_nodes(connection: Connection, runs: Sequence[NodeRun]) -> None:
    rows = [
        {"level": run.level, "node_index": index, "hash": each}
        for run in islice(runs, LOWEST_LEVEL, None)
        for index, each in enumerate(run.hashes, run.first_index)
    ]
    if rows:
        connection.execute(insert(l.log_node), rows)
