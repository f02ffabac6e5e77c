"""The line by USB stick: what waits goes into a sealed bundle, and the ministry's signed receipt comes back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.chain import ChainedRecord
from kiosk.forum.packs import Pack
from kiosk.reports.whole_files import whole_file
from kiosk.store import Store, Withdrawal
from sync.protocol.batches import AIM_BYTES, MOST_RECORDS, Batch, encode_batch
from sync.protocol.bundles import MOST_RECEIPT_BYTES, BundleRejected, read_bundle_receipt, write_bundle
from sync.protocol.receipts import Receipt, ReceiptRejected, SignedReceipt, read_receipt
from sync.protocol.reports import sign_day
from sync.protocol.withdrawals import MOST_WITHDRAWALS, Erased, StatementRejected, read_statement
from sync.uploader.outcomes import Conflict, UploadError
from sync.uploader.reports import changed_days
from sync.uploader.upload import check_chain, enrolment_of, is_beyond, pack_used
from sync.uploader.withdrawals import tombstones

_Request = tuple[str, str, bytes]
# Under this key the store notes through which place of each epoch the newest bundles went.
_BUNDLES = "bundles"
_MOST_NOTED = 20


@dataclass
class Exported:
    """How many records and withdrawals a bundle holds, and through which place of each epoch it goes."""

    records: int = 0
    withdrawals: int = 0
    through: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """How many records and withdrawals the ministry's receipt confirmed that waited until then."""

    records: int
    withdrawals: int


def export(store: Store, path: Path) -> Exported:
    """Write everything that waits, whole or not at all; what waits goes on waiting until its receipt comes back.

    Raises UploadError where this kiosk is not enrolled, or has no key to seal to.
    """
    enrolment = enrolment_of(store)
    if enrolment.handoff_key is None:
        raise UploadError(
            "The ministry has not given this kiosk a key to seal a bundle to, so nothing was written and every record "
            "is kept. Connect it once, or enrol it again: forum-sync enrol."
        )
    done = Exported()
    key = Ed25519PrivateKey.from_private_bytes(enrolment.device_key)
    with whole_file(path) as file:
        bundle = write_bundle(file, store.device_id, key, enrolment.handoff_key, _requests(store, key, done))
    noted = {**_noted(store), bundle: done.through}
    store.save_line_note(_BUNDLES, json.dumps(dict(list(noted.items())[-_MOST_NOTED:])))
    return done


def import_receipt(store: Store, path: Path) -> Confirmed:
    """Take the ministry's answer to a bundle; raises UploadError or BundleRejected with nothing changed.

    Every part is verified before any is believed.
    """
    enrolment = enrolment_of(store)
    server_key = Ed25519PublicKey.from_public_bytes(enrolment.server_key)
    document = read_bundle_receipt(_content(path))
    if document.device_id != store.device_id:
        raise BundleRejected("The receipt is for another kiosk's bundle; nothing was changed.")
    ours = _noted(store).get(document.bundle, {})
    try:
        receipts = [(*_verified(store, server_key, each, ours), each) for each in document.receipts]
        erased = [
            (read_statement(Erased, server_key, each, store.device_id), each.model_dump_json().encode())
            for each in document.erased
        ]
    except (ReceiptRejected, StatementRejected):
        raise BundleRejected(
            "The file holds something that the ministry did not sign for this kiosk; nothing was changed."
        ) from None
    records = sum(
        store.confirm(signed.envelope(), epoch, through, datetime.now(UTC)) for epoch, through, signed in receipts
    )
    return Confirmed(records, sum(_confirm_erased(store, *each) for each in erased))


def _requests(store: Store, key: Ed25519PrivateKey, done: Exported) -> Iterator[_Request]:
    at = f"/v1/devices/{store.device_id}"
    packs_written: set[tuple[str, int]] = set()
    for records in _runs(store):
        first = records[0]
        before = store.chain_before(first.epoch, first.seq)
        if before is None:
            raise Conflict(f"The store has lost what came before submission {first.seq}; run “forum-staff check”.")
        for pack in _packs(store, records, packs_written):
            yield "PUT", f"{at}/packs/{pack.id}/{pack.version}", pack.canonical()
            packs_written.add((pack.id, pack.version))
        yield "POST", f"{at}/batches", encode_batch(Batch(store.device_id, first.epoch, first.seq, before, records))
        done.records += len(records)
        done.through[first.epoch] = records[-1].seq
    for waiting in _withdrawn(store, done.through):
        yield "POST", f"{at}/withdrawals", tombstones(waiting).model_dump_json().encode()
        done.withdrawals += len(waiting)
    for tally, _ in changed_days(store, None):
        # Not noted as sent: whether the stick arrives is not known, and telling a day again changes nothing.
        yield "POST", f"{at}/days", sign_day(key, tally).model_dump_json().encode()


def _runs(store: Store) -> Iterator[list[ChainedRecord]]:
    """Yield what waits, oldest first; what the network confirms meanwhile moves the outbox, and is not missed."""
    last: ChainedRecord | None = None
    looked_again: ChainedRecord | None = None
    skip = 0
    while records := store.outbox(MOST_RECORDS, AIM_BYTES, skip):
        expected = last.seq + 1 if last is not None and last.epoch == records[0].epoch else 1
        if last is not None and records[0].seq > expected and looked_again is not last:
            looked_again, skip = last, 0
            continue
        fresh = [each for each in records if last is None or (each.epoch, each.seq) > (last.epoch, last.seq)]
        skip += len(records)
        if fresh:
            yield fresh
            last = fresh[-1]


def _withdrawn(store: Store, through: dict[int, int]) -> Iterator[list[Withdrawal]]:
    """Yield what the ministry is to erase, of one epoch at a time, of places that it holds or finds in this bundle."""
    here = [
        each for each in store.withdrawals_unconfirmed() if not each.waiting or each.seq <= through.get(each.epoch, 0)
    ]
    for _, group in groupby(here, key=attrgetter("epoch")):
        of_epoch = list(group)
        for start in range(0, len(of_epoch), MOST_WITHDRAWALS):
            yield of_epoch[start : start + MOST_WITHDRAWALS]


def _packs(store: Store, records: list[ChainedRecord], written: set[tuple[str, int]]) -> list[Pack]:
    used = {place for place in map(pack_used, records) if place is not None}
    found = [store.pack(*place) for place in sorted(used - written)]
    return [pack for pack in found if pack is not None]


def _verified(
    store: Store, server_key: Ed25519PublicKey, signed: SignedReceipt, ours: dict[int, int]
) -> tuple[int, int]:
    """Return the epoch and the place through which a receipt covers what this store holds.

    `ours` is what the bundle held. The ministry may hold more of an earlier epoch than a restored store: it has
    compared each record of the bundle with its own, so the bundle's last one is what it confirms.
    """
    try:
        epoch = Receipt.model_validate_json(signed.receipt).epoch
    except ValueError:
        raise ReceiptRejected("The file holds no receipt; nothing was changed.") from None
    receipt = read_receipt(server_key, signed, store.device_id, epoch)
    if epoch in ours and ours[epoch] <= receipt.through_seq and is_beyond(store, receipt):
        return epoch, ours[epoch]
    check_chain(store, receipt)
    return epoch, receipt.through_seq


def _noted(store: Store) -> dict[str, dict[int, int]]:
    noted: dict[str, dict[str, int]] = json.loads(store.line_note(_BUNDLES) or "{}")
    return {bundle: {int(epoch): seq for epoch, seq in through.items()} for bundle, through in noted.items()}


def _confirm_erased(store: Store, erased: Erased, envelope: bytes) -> int:
    seqs = set(erased.seqs)
    waiting = [each for each in store.withdrawals_unconfirmed() if each.epoch == erased.epoch and each.seq in seqs]
    store.confirm_withdrawals(envelope, waiting)
    return len(waiting)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_RECEIPT_BYTES)
    except OSError as error:
        raise BundleRejected(f"{path} cannot be read ({error.strerror}); nothing was changed.") from None
