"""Emptying the outbox: the head first, then contiguous batches, each confirmed by a signed receipt and nothing else."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic_core import from_json

from kiosk.forum.chain import ChainedRecord
from kiosk.store import Enrolment, Store
from sync.protocol.batches import AIM_BYTES, MOST_RECORDS, Batch
from sync.protocol.receipts import Receipt, SignedReceipt
from sync.uploader.client import Line, checked_address
from sync.uploader.outcomes import Conflict, Gap, Rejected, TooLarge, UploadError


class NotEnrolled(UploadError):
    """This kiosk has nobody to send to."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """How many records left the outbox, and through where the ministry holds this epoch."""

    sent: int
    epoch: int | None = None
    through_seq: int | None = None


class Upload:
    """One store's line to the ministry; knows which packs were sent since it was opened."""

    def __init__(self, store: Store, enrolment: Enrolment) -> None:
        self.enrolment = enrolment
        self._store = store
        self._server_key = Ed25519PublicKey.from_public_bytes(enrolment.server_key)
        key = Ed25519PrivateKey.from_private_bytes(enrolment.device_key)
        self._line = Line(enrolment.central_url, store.device_id, key)
        self._packs_sent: set[tuple[str, int]] = set()
        self._epoch_asked: int | None = None

    def close(self) -> None:
        """Close the line."""
        self._line.close()

    def drain(self, go_on: Callable[[], bool] = lambda: True) -> Uploaded:
        """Send until the outbox is empty or `go_on` says no; raises UploadError with every unconfirmed record kept."""
        try:
            return self._drain(go_on)
        except BaseException:
            self._epoch_asked = None  # whatever was under way may have arrived or not
            raise

    def _drain(self, go_on: Callable[[], bool]) -> Uploaded:
        done, most = Uploaded(0), MOST_RECORDS
        while go_on() and (records := self._store.outbox(most, AIM_BYTES)):
            if records[0].epoch != self._epoch_asked:
                done = self._ask_head(records[0].epoch, records[0].seq, done)
                self._epoch_asked = records[0].epoch
                continue
            self._send_packs(records)
            try:
                receipt, signed = self._line.send_batch(self._server_key, self._batch(records))
            except TooLarge:
                if len(records) == 1:
                    raise
                most = len(records) // 2
                continue
            if receipt.through_seq < records[-1].seq:
                raise Conflict("The ministry's receipt does not cover what was sent; every record is kept.")
            done = self._confirm(receipt, signed, done)
        return done

    def _batch(self, records: Sequence[ChainedRecord]) -> Batch:
        first = records[0]
        before = self._store.chain_before(first.epoch, first.seq)
        if before is None:
            raise Conflict(f"The store has lost what came before submission {first.seq}; run “forum-staff check”.")
        return Batch(self._store.device_id, first.epoch, first.seq, before, records)

    def _ask_head(self, epoch: int, first_seq: int, done: Uploaded) -> Uploaded:
        receipt, signed = self._line.head(self._server_key, epoch)
        if receipt.through_seq < first_seq - 1:
            raise Gap(
                f"The ministry holds this kiosk's records up to {receipt.through_seq} only, though it acknowledged "
                f"them up to {first_seq - 1}; every record is kept. Tell the ministry."
            )
        if receipt.through_seq >= first_seq:
            return self._confirm(receipt, signed, done)
        self._check_chain(receipt)
        return done

    def _confirm(self, receipt: Receipt, signed: SignedReceipt, done: Uploaded) -> Uploaded:
        self._check_chain(receipt)
        left = self._store.confirm(signed.envelope(), receipt.epoch, receipt.through_seq, datetime.now(UTC))
        return Uploaded(done.sent + left, receipt.epoch, receipt.through_seq)

    def _check_chain(self, receipt: Receipt) -> None:
        ours = self._store.chain_before(receipt.epoch, receipt.through_seq + 1)
        if ours is None or ours.hex() != receipt.chain:
            raise Conflict(
                "The ministry holds other records under this kiosk's name than this store does; nothing was sent and "
                "everything is kept. This kiosk was cloned or restored: tell the ministry."
            )

    def _send_packs(self, records: Sequence[ChainedRecord]) -> None:
        """Send the packs that these records use, so that the ministry counts with the same words."""
        used = set(map(_pack_of, records)) - self._packs_sent
        for pack_id, version in sorted(each for each in used if each is not None):
            pack = self._store.pack(pack_id, version)
            if pack is not None:
                # Refused or not: the ministry would hold the records for review, which is no reason to keep them back.
                with suppress(Rejected):
                    self._line.send_pack(pack_id, version, pack.canonical())
            self._packs_sent.add((pack_id, version))


def open_upload(store: Store, allow_http: bool) -> Upload:
    """Open the line of an enrolled kiosk; raises NotEnrolled, or AddressRejected where it would not be encrypted."""
    enrolment = store.enrolment()
    if enrolment is None:
        raise NotEnrolled(
            "This kiosk is not enrolled, so nothing was sent and everything is kept. "
            "Enrol it: forum-sync enrol --central URL --code CODE."
        )
    checked_address(enrolment.central_url, allow_http)
    return Upload(store, enrolment)


def _pack_of(record: ChainedRecord) -> tuple[str, int] | None:
    if record.payload is None:
        return None
    content = from_json(record.payload)
    return content["pack"], content["pack_version"]
