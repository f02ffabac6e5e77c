"""The store: one object, on one thread, through which everything on the kiosk is kept and read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Select, select, update
from sqlalchemy.exc import DBAPIError

from kiosk.forum.chain import ChainedRecord, first_link
from kiosk.forum.packs import Activity, Pack
from kiosk.forum.submissions import Channel, Submission
from kiosk.forum.tallies import TallyLine
from kiosk.store import device, ledger, line_notes, outbox, recoveries, withdrawals
from kiosk.store import tables as t
from kiosk.store.ballast import write_by_ballast
from kiosk.store.content import Content
from kiosk.store.counts import Counts
from kiosk.store.device import Enrolment
from kiosk.store.engine import LAST_GOOD_FILE, export_copy
from kiosk.store.errors import StoreDamaged, StoreError, store_error
from kiosk.store.ledger import Intake, Kept
from kiosk.store.line_notes import DaySpan
from kiosk.store.ministry import Ministry
from kiosk.store.presence import Presence, note_damage
from kiosk.store.quarantine import Quarantine
from kiosk.store.recoveries import Recovery
from kiosk.store.rejoining import rejoin
from kiosk.store.retention import Retention
from kiosk.store.schema import bring_up_to_date
from kiosk.store.staff_accounts import StaffAccounts, log_card, log_card_undone
from kiosk.store.standing import StoreStatus, read_status
from kiosk.store.verification import problems, receipt_problems
from kiosk.store.visit_ends import VisitEndCounts
from kiosk.store.withdrawals import Withdrawal


class Store:
    """The kiosk's memory. It belongs to the thread that opened it; other processes may have it open too."""

    def __init__(self, home: Path, connection: Connection, presence: Presence | None = None) -> None:
        self.home = home
        self._connection = connection
        self._presence = presence
        self.content = Content(connection, self._translated, self._writing)
        self.quarantine = Quarantine(connection, self._translated, self._writing)
        self.retention = Retention(connection, self._translated, self._writing, self.kiosk_id)
        self.ministry = Ministry(connection, self._translated, self._writing)
        self.staff = StaffAccounts(connection, self._translated, self._writing)
        self.visit_ends = VisitEndCounts(connection, self._translated, self._writing)
        self._counts = Counts(connection, self._translated, self.retention, self.pack, self.kiosk_id)
        try:
            with self._writing():
                bring_up_to_date(connection)
                self.device_id = device.identity(connection)
        except StoreError:
            connection.close()
            raise

    def close(self) -> None:
        """Close the store; what was kept is on disk already."""
        self._connection.close()
        self._connection.engine.dispose()
        if self._presence is not None:
            self._presence.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # Who this kiosk is

    @property
    def epoch(self) -> int:
        """The epoch in which submissions are kept now; another program may begin a new one (`rejoin`)."""
        return self._count(device.EPOCH)

    def enrolment(self) -> Enrolment | None:
        """Return what enrolling gave, or None before it."""
        with self._translated():
            return device.read_enrolment(self._connection)

    def save_enrolment(self, enrolment: Enrolment) -> None:
        """Keep an enrolment in place of the one before."""
        with self._writing() as connection:
            device.save_enrolment(connection, enrolment)

    def keep_ministry_keys(self, sealing_key: bytes | None, handoff_key: bytes | None) -> None:
        """Keep the keys that the ministry says to seal to from now on, where they are new."""
        known = self._read(select(t.device.c.sealing_key, t.device.c.handoff_key)).one()
        if tuple(known) != (sealing_key, handoff_key):
            with self._writing() as connection:
                device.save_ministry_keys(connection, sealing_key, handoff_key)

    def kiosk_id(self) -> str:
        """Return the name that tallies carry: the enrolled one, or the start of the device's id before that."""
        name = self._read(select(t.device.c.name)).scalar_one()
        return name or self.device_id[:8]

    # Content packs

    def install_pack(self, pack: Pack) -> bool:
        """Install a pack, as in `Content.install`."""
        return self.content.install(pack)

    def packs(self) -> list[Pack]:
        """Return the version of each pack that visitors see, in the order in which the packs first came."""
        return self.content.shown()

    def pack(self, pack_id: str, version: int) -> Pack | None:
        """Return one version of a pack."""
        return self.content.pack(pack_id, version)

    def find_activity(self, activity_id: str) -> tuple[Pack, Activity] | None:
        """Return an activity of the packs that are shown, and its pack."""
        return self.content.activity(activity_id)

    # Submissions

    def keep(self, submission: Submission, entered_by: str = "") -> Kept:
        """Keep one submission: record, chain and outbox in one transaction, on disk when this returns.

        `entered_by` is the account of the staff who typed it in from a paper card: logged in the same transaction.
        Keeping the very same submission again (the first answer was lost) changes nothing and tells its place.
        """
        try:
            return self.keep_all([submission], entered_by=entered_by)[0]
        except StoreError:
            with self._translated():
                if kept := ledger.already_kept(self._connection, submission):
                    return kept
            raise

    def keep_all(
        self, submissions: Sequence[Submission], intake: Intake | None = None, entered_by: str = ""
    ) -> list[Kept]:
        """Keep submissions in one transaction, all or none, with the progress of the file that they come from."""
        frozen = [ledger.freeze(each) for each in submissions]
        return write_by_ballast(self.home, lambda: self._append(frozen, intake, entered_by))

    def kept_record(self, receipt_id: str) -> ChainedRecord | None:
        """Return a submission at its place in the chain, or None where this store never held it."""
        row = self._read(ledger.PLACE_OF, {"receipt_id": receipt_id}).one_or_none()
        return None if row is None else ChainedRecord(*row)

    def intake(self, digest: str, activity_id: str, channel: Channel) -> Intake | None:
        """Return how far a file was recorded before."""
        with self._translated():
            return ledger.read_intake(self._connection, digest, activity_id, channel)

    def records(self, first: date, last: date) -> Iterator[bytes]:
        """Yield the bytes of every submission of these Seoul days, both included, whose words are still here."""
        with self._translated():
            query = ledger.standing(first, last)
            yield from self._connection.execution_options(yield_per=1000).execute(query).scalars()

    def days(self, first: date, last: date) -> Iterator[tuple[date, Iterator[bytes]]]:
        """Yield each Seoul day whose words are still here, with their bytes in the order in which they were kept.

        A day's bytes are to be read before the next day is asked for.
        """
        with self._translated():
            yield from ledger.by_day(self._connection, first, last)

    def participants(self, day: date) -> int:
        """Return how many submissions of a day in Seoul stand."""
        return self._counts.participants(day)

    def tally(self, first: date, last: date) -> list[TallyLine]:
        """Count the submissions of these Seoul days, both included."""
        return self._counts.tally(first, last)

    def results(self, activity_id: str) -> list[TallyLine]:
        """Count everything said so far in one activity; each call reads only what came since the last."""
        return self._counts.results(activity_id)

    def delete_words(self, before: date) -> tuple[int, int]:
        """Delete the words of delivered days before this one, as in `Retention.delete_words`."""
        return self.retention.delete_words(before, self._counts.day)

    # Withdrawing

    def withdraw(self, receipt_id: str, at: datetime, card_of: str = "") -> bool:
        """Erase a submission's words, durable when this returns; False where this store never held it.

        Its commitment stays, so that the chain still verifies. The ministry is told by the uploader. `card_of` is the
        account of the staff who take back a paper card that they have just entered.
        """
        with self._writing() as connection:
            if card_of:
                log_card_undone(connection, card_of, receipt_id, at)
            return withdrawals.erase(connection, receipt_id, at)

    def withdrawals_to_send(self, most: int = 500) -> list[Withdrawal]:
        """Return withdrawals of one epoch that the ministry has not confirmed, though it holds their places."""
        with self._translated():
            return withdrawals.to_send(self._connection, most)

    def withdrawals_unconfirmed(self) -> list[Withdrawal]:
        """Return every withdrawal that the ministry has not confirmed, also those whose place it does not hold yet."""
        with self._translated():
            return withdrawals.unconfirmed(self._connection)

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
        return self._count(outbox.COUNT)

    def outbox(self, most: int = 500, most_bytes: int = 1_000_000, skip: int = 0) -> list[ChainedRecord]:
        """Return the oldest contiguous records of one epoch that wait, at least one, after `skip` on their way."""
        with self._translated():
            return outbox.oldest(self._connection, most, most_bytes, skip)

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
        with self._writing() as connection:
            return outbox.confirm(connection, receipt, epoch, through_seq, at)

    def resend(self, epoch: int, after_seq: int) -> int:
        """Let an epoch's records after a place wait again: the ministry lost them. Return how many came back."""
        with self._writing() as connection:
            return outbox.resend(connection, epoch, after_seq)

    def rejoin(self) -> int:
        """Begin a new epoch with everything that waits, as in `kiosk.store.rejoining`; return how many move into it."""
        (self.home / LAST_GOOD_FILE).unlink(missing_ok=True)  # put back, it would bring the old places back
        with self._writing() as connection:
            return rejoin(connection)

    def note_attempt(self, at: datetime, outcome: str, next_at: datetime | None) -> None:
        """Keep what the last try to upload came to."""
        with self._writing() as connection:
            outbox.note_attempt(connection, at, outcome, next_at)

    def line_note(self, key: str) -> str | None:
        """Return what the line noted under a key, or None."""
        with self._translated():
            return line_notes.read(self._connection, key)

    def save_line_note(self, key: str, value: str) -> None:
        """Note something for the line's next run."""
        with self._writing() as connection:
            line_notes.write(connection, key, value)

    def day_spans(self, since: date | None = None) -> list[DaySpan]:
        """Return the places that each day's submissions have in the chain, from one Seoul day on or of all.

        Places that were lost are named on the day on which it was found out, with no records.
        """
        with self._translated():
            spans = line_notes.day_spans(self._connection, since)
            lost = recoveries.lost_spans(recoveries.read(self._connection), since)
        return sorted((*spans, *lost), key=attrgetter("day", "epoch", "first_seq"))

    def last_seq(self) -> int:
        """Return the place of the newest submission of this epoch; 0 without one."""
        return self._count(line_notes.last_seq(self.epoch))

    def confirmed_seq(self) -> int:
        """Return the place of this epoch through which the ministry has acknowledged everything; 0 without one."""
        return self._count(line_notes.confirmed_seq(self.epoch))

    def withdrawn_count(self) -> int:
        """Return how many submissions were ever withdrawn."""
        return self._count(withdrawals.COUNT)

    def status(self) -> StoreStatus:
        """Return where the store stands."""
        with self._translated():
            return read_status(self._connection)

    def recoveries(self) -> tuple[Recovery, ...]:
        """Return when the store was found damaged and put back to its last good copy, and what was lost."""
        with self._translated():
            return recoveries.read(self._connection)

    def verify(self) -> Iterator[str]:
        """Yield one sentence for each thing that is wrong with the file or the chain; nothing where all is well."""
        with self._translated():
            yield from problems(self._connection, self.device_id)

    def verify_receipts(self) -> Iterator[str]:
        """Yield one sentence for each of the ministry's receipts that does not hold; nothing before the enrolment."""
        enrolment = self.enrolment()
        if enrolment is not None:
            with self._translated():
                yield from receipt_problems(self._connection, self.device_id, enrolment.server_key)

    def copy_to(self, path: Path, key: str) -> None:
        """Write a consistent copy under another key to a new file, while visitors and the uploader go on.

        `key` is a passphrase or x'…' with 64 hex digits. The copy has the records of one moment: it is read in one
        transaction.
        """
        with self._translated():
            export_copy(self._connection, path, key)

    # Inside

    def _append(self, frozen: Sequence[ledger.Frozen], intake: Intake | None, entered_by: str) -> list[Kept]:
        with self._writing() as connection:
            kept = ledger.append(connection, self.device_id, connection.execute(device.EPOCH).scalar_one(), frozen)
            if intake is not None:
                ledger.save_intake(connection, intake)
            for submission, _, _ in frozen if entered_by else ():
                log_card(connection, entered_by, submission, datetime.now(UTC))
        return kept

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
            told = store_error(error)
            if isinstance(told, StoreDamaged):
                note_damage(self.home)
            raise told from error

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
