"""The store: one object, on one thread, through which everything on the kiosk is kept and read."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic_core import from_json
from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DBAPIError

from kiosk.forum.chain import (
    ChainedRecord,
    commitment,
    first_link,
    new_salt,
    next_link,
)
from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, Pack, pack_from_bytes
from kiosk.forum.seoul import seoul_day, utc_text
from kiosk.forum.submissions import Channel, Submission, canonical_bytes
from kiosk.forum.tallies import Tally, TallyLine
from kiosk.store import tables as t
from kiosk.store import withdrawals
from kiosk.store.engine import export_copy, open_connection
from kiosk.store.errors import StoreError, store_error
from kiosk.store.schema import bring_up_to_date
from kiosk.store.verification import problems
from kiosk.store.withdrawals import Withdrawal


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What enrolling gave this kiosk: its name, where to send, and the keys, raw (32 bytes each)."""

    name: str
    central_url: str
    public_url: str
    device_key: bytes
    server_key: bytes
    sealing_key: bytes | None = None
    handoff_key: bytes | None = None


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


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """Where the store stands; moments are RFC 3339 in UTC."""

    device_id: str
    epoch: int
    name: str | None
    central_url: str | None
    submissions: int
    pending: int
    last_receipt_at: str | None
    last_receipt_through: int | None
    last_attempt_at: str | None
    last_attempt_outcome: str | None
    next_attempt_at: str | None


def open_store(home: Path) -> "Store":
    """Open the store of a home, making what is missing; raises StoreError with what to do."""
    return Store(home, open_connection(home))


class Store:
    """The kiosk's memory. It belongs to the thread that opened it; other processes may have it open too."""

    def __init__(self, home: Path, connection: Connection) -> None:
        self.home = home
        self._connection = connection
        self._packs: dict[tuple[str, int], Pack] = {}
        self._tallies: dict[str, tuple[Tally, int]] = {}
        self._withdrawn = 0
        try:
            with self._writing():
                bring_up_to_date(connection)
                self.device_id, self.epoch = self._identity()
        except StoreError:
            connection.close()
            raise

    def close(self) -> None:
        """Close the store; what was kept is on disk already."""
        self._connection.close()
        self._connection.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # Who this kiosk is

    def enrolment(self) -> Enrolment | None:
        """Return what enrolling gave, or None before it."""
        row = self._read(select(t.device)).one()
        if row.device_key is None:
            return None
        return Enrolment(
            row.name,
            row.central_url,
            row.public_url,
            row.device_key,
            row.server_key,
            row.sealing_key,
            row.handoff_key,
        )

    def save_enrolment(self, enrolment: Enrolment) -> None:
        """Keep an enrolment in place of the one before."""
        with self._writing() as connection:
            connection.execute(
                update(t.device).values(
                    name=enrolment.name,
                    central_url=enrolment.central_url,
                    public_url=enrolment.public_url,
                    device_key=enrolment.device_key,
                    server_key=enrolment.server_key,
                    sealing_key=enrolment.sealing_key,
                    handoff_key=enrolment.handoff_key,
                    withdrawals_seen=0,
                )
            )

    def keep_ministry_keys(self, sealing_key: bytes | None, handoff_key: bytes | None) -> None:
        """Keep the keys that the ministry says to seal to from now on, where they are new."""
        known = self._read(select(t.device.c.sealing_key, t.device.c.handoff_key)).one()
        if tuple(known) != (sealing_key, handoff_key):
            with self._writing() as connection:
                connection.execute(update(t.device).values(sealing_key=sealing_key, handoff_key=handoff_key))

    def kiosk_id(self) -> str:
        """Return the name that tallies carry: the enrolled one, or the start of the device's id before that."""
        name = self._read(select(t.device.c.name)).scalar_one()
        return name or self.device_id[:8]

    # Content packs

    def install_pack(self, pack: Pack) -> bool:
        """Install a pack; False where this very version is there. Raises ForumError where it may not replace."""
        canonical = pack.canonical()
        for other in self.packs():
            if other.id == pack.id:
                if other.version == pack.version and other.canonical() == canonical:
                    return False
                if pack.version <= other.version:
                    raise ForumError(
                        f"The pack “{pack.id}” is installed as version {other.version}; version {pack.version} does "
                        f"not replace it, and nothing was changed. Give the changed pack version {other.version + 1}."
                    )
            elif clash := {a.id for a in other.activities} & {a.id for a in pack.activities}:
                raise ForumError(
                    f"The activity “{min(clash)}” is in the installed pack “{other.id}” already; nothing was changed. "
                    "Give the activity another id."
                )
        with self._writing() as connection:
            connection.execute(
                insert(t.pack).values(
                    pack_id=pack.id, version=pack.version, canonical=canonical, installed_at=utc_text(datetime.now(UTC))
                )
            )
        return True

    def packs(self) -> list[Pack]:
        """Return the newest version of each pack, in the order in which the packs first came."""
        rows = self._read(
            select(t.pack.c.pack_id, func.max(t.pack.c.version))
            .group_by(t.pack.c.pack_id)
            .order_by(func.min(t.pack.c.installed_at), t.pack.c.pack_id)
        ).all()
        newest = [self.pack(pack_id, version) for pack_id, version in rows]
        return [each for each in newest if each is not None]

    def pack(self, pack_id: str, version: int) -> Pack | None:
        """Return one version of a pack."""
        if (pack_id, version) not in self._packs:
            canonical = self._read(
                select(t.pack.c.canonical).where(t.pack.c.pack_id == pack_id, t.pack.c.version == version)
            ).scalar_one_or_none()
            if canonical is None:
                return None
            self._packs[pack_id, version] = pack_from_bytes(canonical)
        return self._packs[pack_id, version]

    def find_activity(self, activity_id: str) -> tuple[Pack, Activity] | None:
        """Return an activity of the installed packs, and its pack."""
        for pack in self.packs():
            if activity := pack.activity(activity_id):
                return pack, activity
        return None

    # Submissions

    def keep(self, submission: Submission) -> Kept:
        """Keep one submission: record, chain and outbox in one transaction, on disk when this returns."""
        return self.keep_all([submission])[0]

    def keep_all(self, submissions: Sequence[Submission], intake: Intake | None = None) -> list[Kept]:
        """Keep submissions in one transaction, all or none, with the progress of the file that they come from."""
        frozen = [(each, canonical_bytes(each), new_salt()) for each in submissions]
        with self._writing() as connection:
            last = connection.execute(_LAST_LINK, {"epoch": self.epoch}).one_or_none()
            last_seq, chain = (last.seq, last.chain) if last else (0, first_link(self.device_id, self.epoch))
            next_id = (connection.execute(_LAST_ID).scalar_one() or 0) + 1
            rows: list[dict[str, Any]] = []
            for seq, (submission, payload, salt) in enumerate(frozen, last_seq + 1):
                bound = commitment(salt, payload)
                chain = next_link(chain, seq, bound)
                rows.append(
                    {
                        "id": next_id + len(rows),
                        "epoch": self.epoch,
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
            if intake is not None:
                _save_intake(connection, intake)
        return [Kept(self.epoch, row["seq"], row["receipt_id"]) for row in rows]

    def intake(self, digest: str, activity_id: str, channel: Channel) -> Intake | None:
        """Return how far a file was recorded before."""
        row = self._read(
            select(t.intake).where(
                t.intake.c.digest == digest, t.intake.c.activity_id == activity_id, t.intake.c.channel == channel
            )
        ).one_or_none()
        return None if row is None else Intake(**row._mapping)

    def records(self, first: date, last: date) -> Iterator[bytes]:
        """Yield the bytes of every submission of these Seoul days, both included, that was not withdrawn."""
        days = t.submission.c.day.between(first.isoformat(), last.isoformat())
        query = select(t.submission.c.payload).where(days, t.submission.c.payload.is_not(None))
        with self._translated():
            yield from self._connection.execution_options(yield_per=1000).execute(query).scalars()

    def days(self, first: date, last: date) -> Iterator[tuple[date, Iterator[bytes]]]:
        """Yield each Seoul day that has submissions, with their bytes in the order in which they were kept.

        A day's bytes are to be read before the next day is asked for.
        """
        days = t.submission.c.day.between(first.isoformat(), last.isoformat())
        query = (
            select(t.submission.c.day, t.submission.c.payload)
            .where(days, t.submission.c.payload.is_not(None))
            .order_by(t.submission.c.day, t.submission.c.id)
        )
        with self._translated():
            rows = self._connection.execution_options(yield_per=1000).execute(query)
            for day, its_rows in groupby(rows, key=itemgetter(0)):
                yield date.fromisoformat(day), (payload for _, payload in its_rows)

    def participants(self, day: date) -> int:
        """Return how many submissions of a day in Seoul stand."""
        standing = (t.submission.c.day == day.isoformat(), t.submission.c.payload.is_not(None))
        return self._count(select(func.count()).select_from(t.submission).where(*standing))

    def tally(self, first: date, last: date) -> list[TallyLine]:
        """Count the submissions of these Seoul days, both included."""
        tally, kiosk_id = Tally(self.pack), self.kiosk_id()
        for payload in self.records(first, last):
            tally.add(kiosk_id, from_json(payload))
        return tally.lines()

    def results(self, activity_id: str) -> list[TallyLine]:
        """Count everything said so far in one activity; each call reads only what came since the last.

        After a withdrawal everything is counted anew.
        """
        withdrawn = self._count(withdrawals.COUNT)
        if withdrawn != self._withdrawn:
            self._withdrawn = withdrawn
            self._tallies.clear()
        tally, through = self._tallies.get(activity_id, (Tally(self.pack), 0))
        rows = self._read(
            select(t.submission.c.id, t.submission.c.payload)
            .where(t.submission.c.activity_id == activity_id, t.submission.c.id > through)
            .order_by(t.submission.c.id)
        )
        for row in rows:
            through = row.id
            if row.payload is not None:
                tally.add("", from_json(row.payload))
        self._tallies[activity_id] = tally, through
        return tally.lines()

    # Withdrawing

    def withdraw(self, receipt_id: str, at: datetime) -> bool:
        """Erase a submission's words, durable when this returns; False where this store never held it.

        Its commitment stays, so that the chain still verifies. The ministry is told by the uploader.
        """
        with self._writing() as connection:
            return withdrawals.erase(connection, receipt_id, at)

    def withdrawals_to_send(self, most: int = 500) -> list[Withdrawal]:
        """Return withdrawals of one epoch that the ministry has not confirmed, though it holds their places."""
        with self._translated():
            return withdrawals.to_send(self._connection, most)

    def confirm_withdrawals(self, receipt: bytes, sent: Sequence[Withdrawal]) -> None:
        """Keep the ministry's verified, signed word that it erased these."""
        with self._writing() as connection:
            withdrawals.confirm(connection, receipt, sent)

    def withdrawals_seen(self) -> int:
        """Return how far the ministry's list of withdrawals was read."""
        return self._count(select(t.device.c.withdrawals_seen))

    def follow_withdrawals(self, receipt_ids: Sequence[str], through: int, at: datetime) -> int:
        """Erase what visitors withdrew at the ministry, and remember how far its list was read; return how many."""
        with self._writing() as connection:
            erased = sum(withdrawals.erase(connection, each, at) for each in receipt_ids)
            connection.execute(update(t.device).values(withdrawals_seen=through))
        return erased

    # The line to the ministry

    def pending(self) -> int:
        """Return how many submissions the ministry has not acknowledged yet."""
        return self._count(select(func.count()).select_from(t.outbox))

    def outbox(self, most: int = 500, most_bytes: int = 1_000_000, skip: int = 0) -> list[ChainedRecord]:
        """Return the oldest contiguous records of one epoch that wait to be sent: at least one where any waits.

        `skip` passes over that many of the oldest, which are on their way already.
        """
        batch: list[ChainedRecord] = []
        size = 0
        for row in self._read(_OUTBOX, {"most": most, "skip": skip}):
            size += len(row.payload or b"") + 64
            if batch and (row.epoch != batch[-1].epoch or row.seq != batch[-1].seq + 1 or size > most_bytes):
                break
            batch.append(_chained(row))
        return batch

    def chain_before(self, epoch: int, seq: int) -> bytes | None:
        """Return the chain that the record at this place builds on, or None where this store holds none before it."""
        if seq == 1:
            return first_link(self.device_id, epoch)
        chain: bytes | None = self._read(
            select(t.submission.c.chain).where(t.submission.c.epoch == epoch, t.submission.c.seq == seq - 1)
        ).scalar_one_or_none()
        return chain

    def confirm(self, receipt: bytes, epoch: int, through_seq: int, at: datetime) -> int:
        """Keep a verified signed receipt and take what it covers out of the outbox; return how many left."""
        # Ids grow with the sequence, so that an epoch's records through a place are one range of ids.
        first, last = (
            select(t.submission.c.id).where(t.submission.c.epoch == epoch, t.submission.c.seq == seq).scalar_subquery()
            for seq in (1, through_seq)
        )
        with self._writing() as connection:
            connection.execute(
                sqlite_insert(t.receipt)
                .values(epoch=epoch, through_seq=through_seq, body=receipt, received_at=utc_text(at))
                .on_conflict_do_nothing()
            )
            return connection.execute(delete(t.outbox).where(t.outbox.c.submission_id.between(first, last))).rowcount

    def note_attempt(self, at: datetime, outcome: str, next_at: datetime | None) -> None:
        """Keep what the last try to upload came to."""
        values = {"at": utc_text(at), "outcome": outcome, "next_at": next_at and utc_text(next_at)}
        with self._writing() as connection:
            connection.execute(
                sqlite_insert(t.attempt)
                .values(id=1, **values)
                .on_conflict_do_update(index_elements=["id"], set_=values)
            )

    def status(self) -> StoreStatus:
        """Return where the store stands."""
        device = self._read(select(t.device)).one()
        attempt = self._read(select(t.attempt)).one_or_none()
        receipt = self._read(
            select(t.receipt).order_by(t.receipt.c.received_at.desc(), t.receipt.c.through_seq.desc()).limit(1)
        ).one_or_none()
        return StoreStatus(
            device_id=device.device_id,
            epoch=device.epoch,
            name=device.name,
            central_url=device.central_url,
            submissions=self._count(select(func.count()).select_from(t.submission)),
            pending=self.pending(),
            last_receipt_at=receipt.received_at if receipt else None,
            last_receipt_through=receipt.through_seq if receipt else None,
            last_attempt_at=attempt.at if attempt else None,
            last_attempt_outcome=attempt.outcome if attempt else None,
            next_attempt_at=attempt.next_at if attempt else None,
        )

    def verify(self) -> Iterator[str]:
        """Yield one sentence for each thing that is wrong with the file or the chain; nothing where all is well."""
        with self._translated():
            yield from problems(self._connection, self.device_id)

    def copy_to(self, path: Path, key: str) -> None:
        """Write a consistent copy under another key to a new file, while visitors and the uploader go on.

        `key` is a passphrase or x'…' with 64 hex digits. The copy has the records of one moment: it is read in one
        transaction.
        """
        with self._translated():
            export_copy(self._connection, path, key)

    # Inside

    def _identity(self) -> tuple[str, int]:
        row = self._connection.execute(select(t.device)).one_or_none()
        if row is None:
            fresh = {"id": 1, "device_id": str(uuid.uuid4()), "epoch": 1}
            self._connection.execute(insert(t.device).values(fresh))
            return str(fresh["device_id"]), 1
        return row.device_id, row.epoch

    def _read(self, query: Any, values: dict[str, Any] | None = None) -> Any:
        with self._translated():
            return self._connection.execute(query, values or {})

    def _count(self, query: Select[int]) -> int:
        return int(self._read(query).scalar_one())

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise store_error(error) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Hold the write lock from the first statement to COMMIT; nothing is kept where anything fails."""
        with self._translated():
            self._connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.exec_driver_sql("COMMIT")
            except BaseException:
                if self._connection.connection.in_transaction:  # a full disk may have rolled it back already
                    self._connection.exec_driver_sql("ROLLBACK")
                raise


_LAST_LINK = (
    select(t.submission.c.seq, t.submission.c.chain)
    .where(t.submission.c.epoch == bindparam("epoch"))
    .order_by(t.submission.c.seq.desc())
    .limit(1)
)
_LAST_ID = select(func.max(t.submission.c.id))
_INSERT_SUBMISSION = insert(t.submission)
_INSERT_OUTBOX = insert(t.outbox)
_RECORD = (
    t.submission.c.epoch,
    t.submission.c.seq,
    t.submission.c.salt,
    t.submission.c.payload,
    t.submission.c.commitment,
)
_OUTBOX = (
    select(*_RECORD)
    .join(t.outbox, t.outbox.c.submission_id == t.submission.c.id)
    .order_by(t.outbox.c.submission_id)
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)


def _chained(row: Row[Any]) -> ChainedRecord:
    return ChainedRecord(row.epoch, row.seq, row.salt, row.payload, row.commitment)


def _save_intake(connection: Connection, intake: Intake) -> None:
    values = {"lines_done": intake.lines_done, "finished_at": intake.finished_at}
    connection.execute(
        sqlite_insert(t.intake)
        .values(digest=intake.digest, activity_id=intake.activity_id, channel=intake.channel, **values)
        .on_conflict_do_update(index_elements=["digest", "activity_id", "channel"], set_=values)
    )
