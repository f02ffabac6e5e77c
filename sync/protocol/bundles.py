"""The bundle for a USB stick: the very requests of the line, each signed as ever, sealed to the ministry's server.

    open-forum-kiosk/bundle/1
    {"bundle": UUID, "device_id": UUID}
    then frames: length (4 bytes, big-endian) ‖ sealed envelope

An envelope holds a JSON line {method, target, headers} and the request's body. HPKE binds it to its bundle and its
place, so that frames cannot be exchanged; the last one is the device's signed word on how many there are and on the
digest of everything before it.
"""

import json
import struct
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.forum.errors import ForumError
from kiosk.forum.sealing import OVERHEAD_BYTES, SealedToAnotherKey, SealRejected, seal_bytes, unseal_bytes
from sync.protocol.batches import DeviceId
from sync.protocol.messages import MOST_PACK_BYTES
from sync.protocol.receipts import SignedReceipt
from sync.protocol.signatures import SignatureRejected, signature_headers, verify_request
from sync.protocol.withdrawals import SignedStatement

_MAGIC = b"open-forum-kiosk/bundle/1\n"
_MOST_HEADER = 256
_MOST_FRAME = MOST_PACK_BYTES + 16_384 + OVERHEAD_BYTES
_LENGTH = struct.Struct(">I")
MOST_RECEIPT_BYTES = 4 * 1024 * 1024


class BundleRejected(ForumError):
    """The file is no whole bundle that this kiosk made for this ministry; nothing of it was taken."""


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A request as its signature covers it; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


class BundleHeader(BaseModel):
    """Which bundle this is, and whose."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    bundle: DeviceId
    device_id: DeviceId


class BundleReceipt(BaseModel):
    """What the ministry answers a bundle with; every part is signed by itself."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: str = Field(default="open-forum-kiosk/bundle-receipt/1", pattern="^open-forum-kiosk/bundle-receipt/1$")
    bundle: DeviceId
    device_id: DeviceId
    receipts: list[SignedReceipt] = Field(max_length=10_000)
    erased: list[SignedStatement] = Field(default_factory=list, max_length=10_000)


class _End(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    frames: int = Field(ge=0)
    digest: str = Field(pattern="^[0-9a-f]{64}$")


class _Start(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    method: str
    target: str
    headers: dict[str, str]


def write_bundle(
    file: BinaryIO,
    device_id: str,
    device_key: Ed25519PrivateKey,
    handoff_key: bytes,
    requests: Iterable[tuple[str, str, bytes]],
) -> str:
    """Sign, seal and write (method, target, body) as they come, one at a time in memory; return the bundle's id."""
    header = BundleHeader(bundle=str(uuid.uuid4()), device_id=device_id)
    digest = sha256()
    count = 0

    def put(raw: bytes) -> None:
        file.write(raw)
        digest.update(raw)

    def frame(method: str, target: str, body: bytes) -> bytes:
        signed = signature_headers(device_key, device_id, method, target, body)
        headers = {name.lower(): value for name, value in signed.items()}
        start = json.dumps({"method": method, "target": target, "headers": headers}).encode()
        sealed = seal_bytes(handoff_key, start + b"\n" + body, "bundle", f"{header.bundle}/{count}")
        return _LENGTH.pack(len(sealed)) + sealed

    put(_MAGIC + header.model_dump_json().encode() + b"\n")
    for method, target, body in requests:
        put(frame(method, target, body))
        count += 1
    end = _End(frames=count, digest=digest.hexdigest())
    put(frame("POST", _end_target(header), end.model_dump_json().encode()))
    return header.bundle


def read_header(file: BinaryIO) -> BundleHeader:
    """Read whose bundle this is; raises BundleRejected where the file is none."""
    magic, line = file.read(len(_MAGIC)), file.readline(_MOST_HEADER)
    try:
        if magic != _MAGIC:
            raise ValueError
        return BundleHeader.model_validate_json(line)
    except ValueError:
        raise BundleRejected("The file is no bundle of a kiosk; nothing of it was taken.") from None


def read_requests(
    file: BinaryIO, header: BundleHeader, device_key: Ed25519PublicKey, handoff_key: X25519PrivateKey
) -> Iterator[SignedRequest]:
    """Yield the requests of a bundle whose header was read, each one signed by the device; raises BundleRejected.

    Read it to its end before anything is taken: only the last frame shows that the bundle is whole.
    """
    digest = sha256(_MAGIC + header.model_dump_json().encode() + b"\n")
    count = 0
    while True:
        raw = _frame(file)
        request = _opened(raw[_LENGTH.size :], header, count, device_key, handoff_key)
        if request.target == _end_target(header):
            break
        digest.update(raw)
        count += 1
        yield request
    try:
        end = _End.model_validate_json(request.body)
    except ValidationError:
        raise _altered(count) from None
    if end != _End(frames=count, digest=digest.hexdigest()) or file.read(1):
        raise _altered(count)


def read_bundle_receipt(raw: bytes) -> BundleReceipt:
    """Read the ministry's answer to a bundle, whose parts are still to be verified; raises BundleRejected."""
    try:
        return BundleReceipt.model_validate_json(raw)
    except ValidationError:
        raise BundleRejected("The file is no receipt for a bundle; nothing was changed.") from None


def _end_target(header: BundleHeader) -> str:
    return f"/v1/devices/{header.device_id}/bundles/{header.bundle}"


def _frame(file: BinaryIO) -> bytes:
    start = file.read(_LENGTH.size)
    length = _LENGTH.unpack(start)[0] if len(start) == _LENGTH.size else 0
    if length > _MOST_FRAME:
        raise BundleRejected("The bundle was altered; nothing of it was taken. Export it again.")
    sealed = file.read(length)
    if not length or len(sealed) != length:
        raise BundleRejected("The bundle is cut short; nothing of it was taken. Copy the file again, or export again.")
    return start + sealed


def _opened(
    sealed: bytes, header: BundleHeader, place: int, device_key: Ed25519PublicKey, handoff_key: X25519PrivateKey
) -> SignedRequest:
    try:
        plain = unseal_bytes(handoff_key, sealed, "bundle", f"{header.bundle}/{place}")
        line, _, body = plain.partition(b"\n")
        start = _Start.model_validate_json(line)
        verify_request(device_key, header.device_id, start.method, start.target, start.headers, body)
    except SealedToAnotherKey:
        raise BundleRejected(
            "The bundle is sealed to another ministry server's key; nothing of it was taken. Bring it to that server."
        ) from None
    except SignatureRejected:
        raise BundleRejected(
            "The bundle is not signed by the kiosk that it names; nothing of it was taken. If the kiosk was enrolled "
            "anew since, export again."
        ) from None
    except (SealRejected, ValidationError):
        raise _altered(place) from None
    return SignedRequest(start.method, start.target, start.headers, body)


def _altered(place: int) -> BundleRejected:
    return BundleRejected(f"The bundle was altered at its part {place + 1}; nothing of it was taken. Export it again.")
