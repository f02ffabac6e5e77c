"""What a kiosk promised its visitors, and the check that the ministry holds exactly that, by queries of its own."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Row, select

from kiosk.forum.tallies import Tally
from kiosk.store import Store
from kiosk.store import tables as kiosk_tables
from sync.central.results.tally import tally
from sync.central.store import tables as t
from sync.central.store.database import Database
from sync.protocol.receipts import SignedReceipt, read_receipt

# Every clock jump of the histories lies between these.
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2090, 12, 31)
_Rows = Sequence[Row[Any]]
Kind = Literal["lost", "doubled", "gap", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken promise."""

    kind: Kind
    sentence: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.sentence}"


@dataclass
class Promises:
    """What one kiosk's visitors were told; receipt ids and the bytes that were frozen for them.

    `unsure` are those whose keeping was cut off before thanks: each may be there or not, but never twice or changed.
    `set_aside` are those that a restored backup does not hold (the command that restored it said how many), and those
    that were kept or withdrawn after the moment to which a disk was set back.
    """

    thanked: dict[str, bytes] = field(default_factory=dict)
    unsure: dict[str, bytes] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    set_aside: set[str] = field(default_factory=set)
    restored: bool = False


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk's opened store, the connection under it, and its name at the ministry."""

    store: Store
    connection: Connection
    name: str


def broken_promises(kiosk: Kiosk, database: Database, promises: Promises) -> list[Finding]:
    """Return everything that is lost, doubled, missing without notice or otherwise wrong; empty where all is well."""
    with database.reading() as connection:
        device_no = connection.execute(select(t.device.c.no).where(t.device.c.name == kiosk.name)).scalar_one()
        rows = connection.execute(
            select(t.record).where(t.record.c.device_no == device_no).order_by(t.record.c.epoch, t.record.c.seq)
        ).all()
        heads = connection.execute(select(t.chain_head).where(t.chain_head.c.device_no == device_no)).all()
    return [
        *_records(rows, promises),
        *_chains(kiosk, rows, heads, promises),
        *_receipts(kiosk),
        *_tallies(kiosk, database, rows, promises),
        *(Finding("gap", each) for each in kiosk.store.verify()),
    ]


def _records(rows: _Rows, promises: Promises) -> Iterator[Finding]:
    here = Counter(json.loads(row.payload)["receipt_id"] for row in rows if row.payload is not None)
    bytes_of = {json.loads(row.payload)["receipt_id"]: row.payload for row in rows if row.payload is not None}
    for receipt_id, payload in promises.thanked.items():
        if receipt_id in promises.withdrawn:
            if receipt_id in here:
                yield Finding("wrong", f"{receipt_id} was withdrawn and its words are at the ministry")
        elif receipt_id not in here:
            if receipt_id not in promises.set_aside:
                yield Finding("lost", f"{receipt_id} was thanked for and is not at the ministry")
        elif bytes_of[receipt_id] != payload:
            yield Finding("wrong", f"{receipt_id} is at the ministry with other bytes")
    for receipt_id, count in here.items():
        if count > 1:
            yield Finding("doubled", f"{receipt_id} is at the ministry {count} times")
        if receipt_id in promises.refused or receipt_id not in promises.thanked.keys() | promises.unsure.keys():
            yield Finding("wrong", f"{receipt_id} is at the ministry, but no visitor was thanked for it")
    # A record that came a second time, at another place, keeps that place without its words.
    with_words = {row.commitment for row in rows if row.payload is not None}
    erased = {row.commitment for row in rows if row.payload is None} - with_words
    if len(erased) > len(promises.withdrawn | promises.set_aside):
        yield Finding("lost", f"{len(erased)} records are erased, but only {len(promises.withdrawn)} were withdrawn")
    held = [row.held for row in rows if row.held is not None]
    if held:
        yield Finding("wrong", f"{len(held)} records are held for review ({held[0]}), though nothing is odd about them")


def _chains(
    kiosk: Kiosk,
    rows: _Rows,
    heads: _Rows,
    promises: Promises,
) -> Iterator[Finding]:
    device = UUID(kiosk.store.device_id).bytes
    columns = kiosk_tables.submission.c
    ours = {
        (row.epoch, row.seq): row.chain
        for row in kiosk.connection.execute(select(columns.epoch, columns.seq, columns.chain))
    }
    last: dict[int, int] = {}
    chain = b""
    for row in rows:
        if row.epoch not in last:
            chain = sha256(b"open-forum-kiosk/chain/1" + device + row.epoch.to_bytes(8, "big")).digest()
        if row.seq != last.get(row.epoch, 0) + 1:
            yield Finding("gap", f"epoch {row.epoch}: record {row.seq} follows {last.get(row.epoch, 0)}")
        if row.payload is not None and sha256(row.salt + row.payload).digest() != row.commitment:
            yield Finding("wrong", f"epoch {row.epoch}, record {row.seq}: the bytes are not what was committed to")
        chain = sha256(chain + row.seq.to_bytes(8, "big") + row.commitment).digest()
        if ours.get((row.epoch, row.seq), chain if promises.restored else None) != chain:
            yield Finding("gap", f"epoch {row.epoch}, record {row.seq}: kiosk and ministry hold different chains")
        last[row.epoch] = row.seq
        head = next((each for each in heads if each.epoch == row.epoch), None)
        if head is None or head.seq < row.seq or (head.seq == row.seq and head.chain != chain):
            yield Finding("gap", f"epoch {row.epoch}: the ministry's head is not at record {row.seq}")
    for head in heads:
        if head.seq != last.get(head.epoch, 0):
            yield Finding("gap", f"epoch {head.epoch}: head at {head.seq}, but records up to {last.get(head.epoch, 0)}")
    for epoch, seq in ours:
        if seq > last.get(epoch, 0):
            yield Finding(
                "gap", f"epoch {epoch}, record {seq}: at the kiosk, not at the ministry, and nothing was said"
            )
            break


def _receipts(kiosk: Kiosk) -> Iterator[Finding]:
    enrolment = kiosk.store.enrolment()
    if enrolment is None:
        return
    key = Ed25519PublicKey.from_public_bytes(enrolment.server_key)
    through: dict[int, int] = {}
    for row in kiosk.connection.execute(select(kiosk_tables.receipt)):
        receipt = read_receipt(key, SignedReceipt.model_validate_json(row.body), kiosk.store.device_id, row.epoch)
        # An older backup may hold less than the receipt covers.
        if receipt.through_seq < row.through_seq:
            yield Finding("wrong", f"the receipt kept for {row.through_seq} is for {receipt.through_seq}")
        through[row.epoch] = max(through.get(row.epoch, 0), row.through_seq)
    left = kiosk.connection.execute(
        select(kiosk_tables.submission.c.epoch, kiosk_tables.submission.c.seq).where(
            ~select(kiosk_tables.outbox)
            .where(kiosk_tables.outbox.c.submission_id == kiosk_tables.submission.c.id)
            .exists()
        )
    )
    for row in left:
        if row.seq > through.get(row.epoch, 0):
            yield Finding("gap", f"epoch {row.epoch}, record {row.seq} left the outbox and no receipt covers it")


def _tallies(kiosk: Kiosk, database: Database, rows: _Rows, promises: Promises) -> Iterator[Finding]:
    there = tally(database, FIRST_DAY, LAST_DAY, kiosk.name)
    counted = Tally(kiosk.store.pack)
    for row in rows:
        if row.payload is not None:
            counted.add(kiosk.name, json.loads(row.payload))
    if sorted(counted.lines()) != there:
        yield Finding("wrong", "the ministry's tally is not the tally of its records")
    # A restored kiosk may hold less than the ministry.
    if not promises.restored and sorted(kiosk.store.tally(FIRST_DAY, LAST_DAY)) != there:
        yield Finding("wrong", "the tallies of kiosk and ministry differ")
