"""Accepting a batch: contiguity and chain checked, records stored, the head moved, all in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from kiosk.forum.chain import ChainedRecord, chain_over, first_link
from sync.central.ingest.examine import RECEIPT_REPEATED, examine
from sync.central.store import records as store
from sync.central.store.database import Database
from sync.central.store.packs import PackOf, PackShelf
from sync.protocol.batches import Batch
from sync.protocol.messages import Outcome
from sync.protocol.problems import CONFLICT, GAP, UNKNOWN_DEVICE, Problem


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of each record, in order, and where the epoch's head now stands."""

    outcomes: list[Outcome]
    epoch: int
    through_seq: int
    chain: bytes


def accept(database: Database, shelf: PackShelf, batch: Batch, at: datetime) -> Accepted:
    """Store a batch whose signature was checked; durable when this returns.

    Raises Problem GAP or CONFLICT, with nothing changed, where the batch does not follow on what is stored.
    """
    try:
        return _accept(database, shelf, batch, at, _add_all)
    except store.ReceiptRepeated:
        return _accept(database, shelf, batch, at, _add_each)  # rare: find which one it is


def _accept(database: Database, shelf: PackShelf, batch: Batch, at: datetime, add: "_Add") -> Accepted:
    with database.writing() as connection:
        head = store.lock_head(connection, batch.device_id, batch.epoch)
        if head is None:
            raise Problem(UNKNOWN_DEVICE)
        chain = head.chain or first_link(batch.device_id, batch.epoch)
        if batch.first_seq > head.seq + 1:
            raise Problem(GAP, f"The server holds records up to {head.seq}; this batch begins at {batch.first_seq}.")
        known = min(head.seq, batch.last_seq) - batch.first_seq + 1
        if known > 0:
            stored = store.commitments(
                connection, head.device_no, batch.epoch, batch.first_seq, batch.first_seq + known - 1
            )
            if stored != [record.commitment for record in batch.records[:known]]:
                raise Problem(CONFLICT)
        known_as = _returned(connection, shelf, head.device_no, batch, known)
        fresh = batch.records[known:]
        if not fresh:
            return Accepted(known_as, batch.epoch, head.seq, chain)
        ours = [record.commitment for record in batch.records[:known]]
        if chain_over(batch.prev_chain, batch.first_seq, ours) != chain:
            raise Problem(CONFLICT, "The chain before this batch is another one than the server's.")
        came = add(connection, head.device_no, batch.epoch, fresh, shelf.packs_of(connection, head.device_no), at)
        chain = chain_over(chain, head.seq + 1, [record.commitment for record in fresh])
        store.advance_head(connection, head.device_no, batch.epoch, batch.last_seq, chain, at)
    return Accepted(known_as + came, batch.epoch, batch.last_seq, chain)


def _returned(connection: Connection, shelf: PackShelf, device_no: int, batch: Batch, known: int) -> list[Outcome]:
    """Tell what became of records whose places are known: words that come back out of a kiosk's quarantine are kept.

    What was withdrawn stays erased, whoever sends it again.
    """
    outcomes: list[Outcome] = ["duplicate"] * known
    with_words = [record.seq for record in batch.records[:known] if record.payload is not None]
    empty = store.places_without_words(connection, device_no, batch.epoch, with_words)
    for place, record in enumerate(batch.records[:known]):
        if record.seq in empty:
            back = examine(record, shelf.packs_asked_for(connection, device_no))
            if back.receipt_id and store.fill_place(connection, device_no, batch.epoch, back):
                outcomes[place] = outcome_of(back)
    return outcomes


_Add = Callable[[Connection, int, int, Sequence[ChainedRecord], PackOf, datetime], list[Outcome]]


def _add_all(
    connection: Connection,
    device_no: int,
    epoch: int,
    records: Sequence[ChainedRecord],
    pack_of: PackOf,
    at: datetime,
) -> list[Outcome]:
    examined = [examine(record, pack_of) for record in records]
    store.add_records(connection, device_no, epoch, examined, at)
    return [outcome_of(each) for each in examined]


def _add_each(
    connection: Connection,
    device_no: int,
    epoch: int,
    records: Sequence[ChainedRecord],
    pack_of: PackOf,
    at: datetime,
) -> list[Outcome]:
    return [_add_one(connection, device_no, epoch, examine(record, pack_of), at) for record in records]


def _add_one(connection: Connection, device_no: int, epoch: int, record: store.NewRecord, at: datetime) -> Outcome:
    if store.add_record(connection, device_no, epoch, record, at):
        return outcome_of(record)
    if carried := store.commitments(connection, device_no, epoch, record.seq, record.seq):
        # The visitor's phone brought it before its turn.
        if carried != [record.commitment]:
            raise Problem(CONFLICT)
        if record.payload is not None:
            store.settle_place(connection, device_no, epoch, record)
        return "duplicate"
    if store.take_from_ahead(connection, device_no, epoch, record):
        store.add_record(connection, device_no, epoch, record, at)
        return "duplicate"
    if store.is_here_already(connection, device_no, record):
        # A kiosk that recovered from damage sends it at a new place: its words stay where they are.
        store.add_record(connection, device_no, epoch, _without_words(record), at)
        return "duplicate"
    # Another record has this receipt's number: the later one keeps its place in the chain without it.
    held = record._replace(receipt_id=None, held=RECEIPT_REPEATED)
    store.add_record(connection, device_no, epoch, held, at)
    return outcome_of(held)


def _without_words(record: store.NewRecord) -> store.NewRecord:
    return store.NewRecord(record.seq, record.commitment, None, None, None, None, None, None)


def outcome_of(record: store.NewRecord) -> Outcome:
    """Return what becomes of a record that is stored."""
    return "created" if record.held is None else "held_for_review"
