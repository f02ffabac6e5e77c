"""Taking a bundle from a USB stick in: the same requests through the same functions as from the network."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.central.central import Central
from sync.central.ingest.reports import take_day
from sync.central.ingest.routes import take_batch, take_pack, take_withdrawals
from sync.central.store import devices
from sync.protocol.bundles import (
    BundleHeader,
    BundleReceipt,
    BundleRejected,
    SignedRequest,
    read_header,
    read_requests,
)
from sync.protocol.messages import BatchAnswer
from sync.protocol.problems import Problem
from sync.protocol.receipts import Receipt, SignedReceipt
from sync.protocol.withdrawals import SignedStatement


@dataclass
class Imported:
    """What became of a bundle's records, and what the kiosk is to hear of it."""

    kiosk: str
    bundle: str
    device_id: str
    outcomes: dict[str, int] = field(default_factory=lambda: {"created": 0, "duplicate": 0, "held_for_review": 0})
    receipts: dict[int, SignedReceipt] = field(default_factory=dict)
    erased: list[SignedStatement] = field(default_factory=list)

    def receipt(self) -> BundleReceipt:
        """Return the answer that goes back to the kiosk."""
        receipts = [SignedReceipt(receipt=each.receipt, signature=each.signature) for each in self.receipts.values()]
        return BundleReceipt(bundle=self.bundle, device_id=self.device_id, receipts=receipts, erased=self.erased)


def import_bundle(central: Central, path: Path) -> Imported:
    """Take a bundle; raises BundleRejected with nothing taken, or Problem with every request before it kept.

    It is read once to see that it is whole and genuine, then again to be taken. Taking it again changes nothing, so
    what was interrupted goes on by taking it again.
    """
    with _opened(path) as file:
        header = read_header(file)
        device = _device(central, header)
        key = Ed25519PublicKey.from_public_bytes(device.public_key)
        begin = file.tell()
        for _ in read_requests(file, header, key, central.handoff_key):
            pass
        file.seek(begin)
        done = Imported(device.name, header.bundle, header.device_id)
        for request in read_requests(file, header, key, central.handoff_key):
            _take(central, request, done)
    return done


def _take(central: Central, request: SignedRequest, done: Imported) -> None:
    place = _TARGET.fullmatch(request.target)
    if place is None or place["device"] != done.device_id:
        raise BundleRejected(f"The bundle asks for {request.target[:80]}, which this server does not take from one.")
    if place["pack"]:
        # Refused or not: records with words that are not known here are held for review.
        with suppress(Problem):
            take_pack(central, done.device_id, place["pack"], int(place["version"]), request)
    elif place["what"] == "batches":
        answer = BatchAnswer.model_validate_json(bytes(take_batch(central, done.device_id, request).body))
        for outcome in answer.outcomes:
            done.outcomes[outcome] += 1
        done.receipts[Receipt.model_validate_json(answer.receipt).epoch] = answer
    elif place["what"] == "days":
        take_day(central, done.device_id, request)
    else:
        body = bytes(take_withdrawals(central, done.device_id, request).body)
        done.erased.append(SignedStatement.model_validate_json(body))


def _device(central: Central, header: BundleHeader) -> devices.Device:
    with central.database.reading() as connection:
        device = devices.find_device(connection, header.device_id)
    if device is None:
        raise BundleRejected("The bundle is of a kiosk that is not enrolled here; nothing of it was taken.")
    return device


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise BundleRejected(
            f"{path} cannot be read ({error.strerror}); what was taken before is kept. Import it again."
        ) from None


_TARGET = re.compile(
    r"/v1/devices/(?P<device>[0-9a-f-]{36})/"
    r"(?:packs/(?P<pack>[a-z0-9_-]{1,64})/(?P<version>[1-9][0-9]{0,8})|(?P<what>batches|days|withdrawals))"
)
