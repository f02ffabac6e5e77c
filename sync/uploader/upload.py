"""Emptying the outbox: the head first, then contiguous batches, each confirmed by a signed receipt and nothing else."""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic_core import from_json

from kiosk.forum.chain import ChainedRecord
from kiosk.forum.packs import Pack
from kiosk.store import Enrolment, Store, StoreError
from kiosk.store.line_notes import STOPPED
from sync.protocol.batches import AIM_BYTES, MOST_RECORDS, Batch, encode_batch
from sync.protocol.receipts import Receipt, SignedReceipt
from sync.uploader.client import Line, checked_address
from sync.uploader.courier import Courier
from sync.uploader.outcomes import Conflict, Refused, Rejected, TooLarge, UploadError
from sync.uploader.reports import Reports
from sync.uploader.trust import authority_of
from sync.uploader.withdrawals import Withdrawals

# Under this key the store notes that the ministry lost records which it had acknowledged.
LOST_NOTE = "ministry-lost-records"
_PACK_TRIES = 3


class NotEnrolled(UploadError):
    """This kiosk has nobody to send to."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """How many records left the outbox, and through where the ministry holds this epoch."""

    sent: int
    epoch: int | None = None
    through_seq: int | None = None


@dataclass
class Retried:
    """How many records the ministry took after all, and how many it refused again."""

    released: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A batch ready to be sent, and the packs that go before it."""

    batch: Batch
    body: bytes
    packs: Sequence[Pack]

    @property
    def epoch(self) -> int:
        return self.batch.epoch

    def follows(self, other: "_Parcel") -> bool:
        return (self.epoch, self.batch.first_seq) == (other.epoch, other.batch.last_seq + 1)


class Upload:
    """One store's line to the ministry; knows which packs were sent since it was opened."""

    def __init__(self, store: Store, enrolment: Enrolment) -> None:
        self.enrolment = enrolment
        self._store = store
        self._server_key = Ed25519PublicKey.from_public_bytes(enrolment.server_key)
        key = Ed25519PrivateKey.from_private_bytes(enrolment.device_key)
        self._line = Line(enrolment.central_url, store.device_id, key, authority_of(store.home))
        self._courier: Courier[tuple[Receipt, SignedReceipt]] = Courier()
        self._packs_sent: set[tuple[str, int]] = set()
        self._epoch_asked: int | None = None
        self._refused: tuple[int, int] | None = None  # the record that was refused alone once
        self._left = 0  # records that left the outbox in this drain
        self._stopped = store.line_note(STOPPED) or ""
        self._withdrawals = Withdrawals(store, enrolment)
        self._reports = Reports(store, enrolment)

    def close(self) -> None:
        """Close the line; waits for nothing that is still under way."""
        self._courier.close()
        self._line.close()
        self._withdrawals.close()
        self._reports.close()

    def drain(self, go_on: Callable[[], bool] = lambda: True) -> Uploaded:
        """Send until the outbox is empty or `go_on` says no; raises UploadError with every unconfirmed record kept."""
        try:
            if self._withdrawals.hear():
                self._packs_sent |= self._withdrawals.offer_packs(self._packs_sent)
            try:
                done = self._drain(go_on)
            except Refused:
                # A retired kiosk may send nothing new; what visitors withdrew is erased there all the same.
                with suppress(UploadError):
                    self._withdrawals.send()
                raise
            except Conflict:
                self._reports.tell_of_conflict()
                raise
            self._withdrawals.send()
            self._reports.tell(done.sent)
            self._note_stopped("")
            return done
        except BaseException as error:
            self._epoch_asked = None  # whatever was under way may have arrived or not
            if why := "conflict" if isinstance(error, Conflict) else "refused" if isinstance(error, Refused) else "":
                with suppress(StoreError):
                    self._note_stopped(why)
            raise

    def _note_stopped(self, why: str) -> None:
        """Keep for the staff whether the line stands still until people do something."""
        if why != self._stopped:
            self._store.save_line_note(STOPPED, why)
            self._stopped = why

    def _drain(self, go_on: Callable[[], bool]) -> Uploaded:
        done, most, self._left = Uploaded(0), MOST_RECORDS, 0
        while go_on() and (parcel := self._parcel(most, 0)):
            if parcel.epoch != self._epoch_asked:
                done = self._ask_head(parcel.epoch, parcel.batch.first_seq, done)
                self._epoch_asked = parcel.epoch
                continue
            try:
                done = self._stream(parcel, most, go_on, done)
            except (TooLarge, Rejected) as error:
                if isinstance(error, Rejected) and not error.of_records:
                    raise
                most = self._narrowed(most, error)
                done = replace(done, sent=self._left)  # of the batches before it
        return done

    def _narrowed(self, most: int, error: TooLarge | Rejected) -> int:
        """Return how many records to send next, after the server would not take those at the front.

        Half of them; where there is only one and it is refused twice (the line may have bent it once), it is set aside,
        and the next time its place goes without its words.
        Where the server will not take that either, it is not the record's fault: `error` is raised.
        """
        front = self._store.outbox(most, AIM_BYTES)
        if len(front) != 1:
            return max(1, len(front) // 2)
        record = front[0]
        if record.payload is None:
            self._store.quarantine.release(record.epoch, record.seq)
            raise error
        if not error.of_records:
            raise error
        if self._refused != (record.epoch, record.seq):
            self._refused = (record.epoch, record.seq)
            return 1
        self._store.quarantine.add(record.epoch, record.seq, str(error), datetime.now(UTC))
        return MOST_RECORDS

    def retry_quarantined(self, places: Collection[int] = ()) -> Retried:
        """Send what is in quarantine (or only these places) once more, each alone.

        What the ministry takes leaves the quarantine. Raises UploadError for anything but a refusal of a record.
        """
        done = Retried()
        for each in self._store.quarantine.records():
            record = each.record
            if places and record.seq not in places:
                continue
            before = self._store.chain_before(record.epoch, record.seq)
            if not each.waiting and before is not None:
                batch = Batch(self._store.device_id, record.epoch, record.seq, before, [record])
                try:
                    self._send(_Parcel(batch, encode_batch(batch), self._packs_for([record]))).result()
                except (TooLarge, Rejected) as error:
                    self._store.quarantine.add(record.epoch, record.seq, str(error), datetime.now(UTC))
                    done.refused += 1
                    continue
            self._store.quarantine.release(record.epoch, record.seq)
            done.released += 1
        return done

    def _stream(self, parcel: "_Parcel | None", most: int, go_on: Callable[[], bool], done: Uploaded) -> Uploaded:
        """Send batch after batch; while one is under way, the next is made and the one before is confirmed.

        A batch goes out only once the receipt of the one before is verified: one at a time is unknown, at most.
        """
        under_way = self._send(parcel) if parcel else None
        while parcel is not None and under_way is not None:
            following = self._parcel(most, len(parcel.batch.records)) if go_on() else None
            if following is not None and not following.follows(parcel):
                following = None  # another epoch, or another uploader moved the outbox: begin again at its front
            receipt, signed = under_way.result()
            if receipt.through_seq < parcel.batch.last_seq:
                raise Conflict("The ministry's receipt does not cover what was sent; every record is kept.")
            through = receipt.through_seq
            if is_beyond(self._store, receipt):
                through = parcel.batch.last_seq  # the ministry has compared each of these records with its own
            else:
                check_chain(self._store, receipt)
            under_way = self._send(following) if following else None
            done = self._confirm(receipt, signed, through, done)
            parcel = following
        return done

    def _parcel(self, most: int, skip: int) -> "_Parcel | None":
        records = self._store.outbox(most, AIM_BYTES, skip)
        if not records:
            return None
        first = records[0]
        before = self._store.chain_before(first.epoch, first.seq)
        if before is None:
            raise Conflict(f"The store has lost what came before submission {first.seq}; run “forum-staff check”.")
        batch = Batch(self._store.device_id, first.epoch, first.seq, before, records)
        return _Parcel(batch, encode_batch(batch), self._packs_for(records))

    def _send(self, parcel: "_Parcel") -> "Future[tuple[Receipt, SignedReceipt]]":
        def deliver() -> tuple[Receipt, SignedReceipt]:
            for pack in parcel.packs:
                if (pack.id, pack.version) in self._packs_sent:
                    continue  # sent since the parcel was made
                self._offer_pack(pack)
                self._packs_sent.add((pack.id, pack.version))
            return self._line.send_batch(self._server_key, parcel.epoch, parcel.body)

        return self._courier.send(deliver)

    def _offer_pack(self, pack: Pack) -> None:
        """Send a pack. Where it is refused again and again, the ministry will hold the records for review.

        That is no reason to keep them back; but one refusal may come from something between that is soon gone.
        """
        for _ in range(_PACK_TRIES):
            with suppress(Rejected, TooLarge):
                return self._line.send_pack(pack.id, pack.version, pack.canonical())

    def _packs_for(self, records: Sequence[ChainedRecord]) -> list[Pack]:
        """Return the packs that these records use and the ministry may lack, so that it counts with the same words."""
        used = {place for place in map(pack_used, records) if place is not None}
        packs = [self._store.pack(*place) for place in sorted(used - self._packs_sent)]
        return [pack for pack in packs if pack is not None]

    def _ask_head(self, epoch: int, first_seq: int, done: Uploaded) -> Uploaded:
        receipt, signed = self._courier.send(lambda: self._line.head(self._server_key, epoch)).result()
        if receipt.through_seq < first_seq - 1:
            # The ministry lost records (a backup was restored there). The ledger has them all: go on where it stands.
            check_chain(self._store, receipt)
            self._store.resend(epoch, receipt.through_seq)
            gone = self._store.retention.deleted_after(epoch, receipt.through_seq)
            wordless = (
                f" {gone} of them go without their words, which were deleted here after their period." if gone else ""
            )
            self._store.save_line_note(
                LOST_NOTE,
                f"On {datetime.now(UTC):%Y-%m-%d} the ministry held this kiosk's records up to {receipt.through_seq} "
                f"only, though it had acknowledged {first_seq - 1}; the others are sent again.{wordless} "
                "Tell the ministry.",
            )
            self._packs_sent.clear()
            return done
        if is_beyond(self._store, receipt):
            return done
        check_chain(self._store, receipt)
        return self._confirm(receipt, signed, receipt.through_seq, done) if receipt.through_seq >= first_seq else done

    def _confirm(self, receipt: Receipt, signed: SignedReceipt, through: int, done: Uploaded) -> Uploaded:
        """Take what a verified receipt covers out of the outbox, through a place that this store holds."""
        left = self._store.confirm(signed.envelope(), receipt.epoch, through, datetime.now(UTC))
        self._left += left
        return Uploaded(self._left, receipt.epoch, through)


def check_chain(store: Store, receipt: Receipt) -> None:
    """Check that what a receipt covers is what this store holds; raises Conflict."""
    ours = store.chain_before(receipt.epoch, receipt.through_seq + 1)
    if ours is None or ours.hex() != receipt.chain:
        raise Conflict(
            "The ministry holds other records under this kiosk's name than this store does; nothing was sent and "
            "everything is kept. This kiosk was cloned or restored: tell the ministry, and once no copy of it is in "
            "use, run “forum-sync rejoin”."
        )


def enrolment_of(store: Store) -> Enrolment:
    """Return what enrolling gave this kiosk; raises NotEnrolled."""
    enrolment = store.enrolment()
    if enrolment is None:
        raise NotEnrolled(
            "This kiosk is not enrolled, so nothing was sent and everything is kept. "
            "Enrol it: forum-sync enrol --central URL --code CODE."
        )
    return enrolment


def open_upload(store: Store, allow_http: bool) -> Upload:
    """Open the line of an enrolled kiosk; raises NotEnrolled, or AddressRejected where it would not be encrypted."""
    enrolment = enrolment_of(store)
    checked_address(enrolment.central_url, allow_http)
    return Upload(store, enrolment)


def pack_used(record: ChainedRecord) -> tuple[str, int] | None:
    """Return the pack, and its version, that a record answers; None for an erased one."""
    if record.payload is None:
        return None
    content = from_json(record.payload)
    return content["pack"], content["pack_version"]


def is_beyond(store: Store, receipt: Receipt) -> bool:
    """Tell whether the ministry holds more of an earlier epoch than this store: a restored backup ends before it."""
    return receipt.epoch < store.epoch and store.chain_before(receipt.epoch, receipt.through_seq + 1) is None
