"""“휴대전화로 이어서”: an unfinished visit, packed into a QR code that only the ministry can read.

The link is `<central>/h/#<digits>`. A fragment never leaves the phone by itself, so no log along the way holds it. The
digits are, as in `kiosk.forum.codes`, of

    version (1 byte) ‖ device id (16) ‖ envelope of `kiosk.forum.sealing` ‖ Ed25519 signature of the device (64)

over everything before the signature. Inside the envelope are the receipt id that the visit will have (16), the start of
the pack's SHA-256 (8), and deflated JSON of the rest. Making the receipt id here makes finishing twice one submission.
"""

import json
import uuid
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.forum.answers import Answers, without_skipped
from kiosk.forum.codes import from_digits, qr_bits, to_digits
from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Pack
from kiosk.forum.sealing import SealRejected, seal_bytes, unseal_bytes
from kiosk.forum.submissions import about_problem, new_receipt_id
from kiosk.forum.visits import Visit

_VERSION = 1
_CONTEXT = b"open-forum-kiosk/handoff/1\n"
_DIGEST_BYTES = 8
_SIGNATURE_BYTES = 64
# The data bits of QR version 25 at error level M (ISO/IEC 18004): 1,000 codewords.
_QR_BITS = 8 * 1000
_MOST_UNPACKED = 64 * 1024
# More digits than any code of ours holds are not worth reading.
LONGEST_TOKEN = 2400


class HandoffTooLong(ForumError):
    """The visit holds more than a QR code that phones read well; it can be finished at the kiosk."""

    def __init__(self) -> None:
        super().__init__(
            "So much is written already that it does not fit into a code that phones can read. "
            "Nothing is lost: finish here at the kiosk."
        )


class HandoffRejected(ForumError):
    """A link is no unfinished visit of one of our kiosks."""


@dataclass(frozen=True, slots=True)
class Handoff:
    """An unfinished visit on its way to a phone; `pack_digest` is the start of the SHA-256 of the pack's bytes."""

    receipt_id: str
    pack_id: str
    pack_version: int
    pack_digest: bytes
    activity_id: str
    language: str
    at: str | None
    answers: Answers
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SealedHandoff:
    """A token taken apart; nothing in it is to be believed before `verify`."""

    device_id: str
    body: bytes
    envelope: bytes
    signature: bytes

    def verify(self, device_key: Ed25519PublicKey) -> bool:
        """Tell whether the device with this key really made the link."""
        try:
            device_key.verify(self.signature, _CONTEXT + self.body)
        except InvalidSignature:
            return False
        return True


def handoff_of(visit: Visit, about: Mapping[str, str] | None = None) -> Handoff:
    """Return what the phone needs to go on with a visit; never a contact, which is sealed to another key."""
    return Handoff(
        receipt_id=new_receipt_id(),
        pack_id=visit.pack.id,
        pack_version=visit.pack.version,
        pack_digest=pack_digest(visit.pack),
        activity_id=visit.activity.id,
        language=visit.language,
        at=visit.at,
        answers=without_skipped(visit.activity, visit.answers),
        about=dict(about or {}),
    )


def pack_digest(pack: Pack) -> bytes:
    """Return the eight bytes that name a pack's very words."""
    return sha256(pack.canonical()).digest()[:_DIGEST_BYTES]


def handoff_url(
    public_url: str, handoff: Handoff, device_id: str, device_key: Ed25519PrivateKey, handoff_key: bytes
) -> str:
    """Return what the QR code holds; raises HandoffTooLong where that needs more than version 25 at level M."""
    body = bytes([_VERSION]) + uuid.UUID(device_id).bytes
    body += seal_bytes(handoff_key, _packed(handoff), "handoff", device_id)
    prefix = f"{public_url.rstrip('/')}/h/#"
    digits = to_digits(body + device_key.sign(_CONTEXT + body))
    if qr_bits((prefix, digits)) > _QR_BITS:
        raise HandoffTooLong
    return prefix + digits


def read_handoff_token(digits: str) -> SealedHandoff:
    """Take a link's fragment apart; raises HandoffRejected where it is none."""
    raw = from_digits(digits) if len(digits) <= LONGEST_TOKEN else None
    if raw is None or len(raw) < 17 + _SIGNATURE_BYTES or raw[0] != _VERSION:
        raise HandoffRejected("This link holds no visit of the forum; scan the code at the kiosk again.")
    body = raw[:-_SIGNATURE_BYTES]
    return SealedHandoff(str(uuid.UUID(bytes=raw[1:17])), body, body[17:], raw[-_SIGNATURE_BYTES:])


def open_handoff(key: X25519PrivateKey, sealed: SealedHandoff) -> Handoff:
    """Open a verified link; raises HandoffRejected."""
    try:
        return _unpacked(unseal_bytes(key, sealed.envelope, "handoff", sealed.device_id))
    except SealRejected as error:
        raise HandoffRejected(str(error)) from None
    except (ValueError, KeyError, TypeError, RecursionError, zlib.error):
        raise HandoffRejected("The link holds no visit that this program knows; finish at the kiosk.") from None


def _packed(handoff: Handoff) -> bytes:
    parts = [
        handoff.pack_id,
        handoff.pack_version,
        handoff.activity_id,
        handoff.language,
        handoff.at,
        handoff.answers,
        dict(handoff.about),
    ]
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    return uuid.UUID(handoff.receipt_id).bytes + handoff.pack_digest + packer.compress(text) + packer.flush()


def _unpacked(plain: bytes) -> Handoff:
    start = 16 + _DIGEST_BYTES
    unpacker = zlib.decompressobj(-15)
    text = unpacker.decompress(plain[start:], _MOST_UNPACKED)
    if not unpacker.eof:
        raise ValueError
    parts: list[Any] = json.loads(text)
    pack_id, version, activity_id, language, at, answers, about = parts
    strings = (pack_id, activity_id, language, "" if at is None else at)
    if not all(isinstance(each, str) for each in strings) or type(version) is not int or not isinstance(answers, dict):
        raise ValueError
    if about_problem(about):
        raise ValueError
    receipt_id = uuid.UUID(bytes=plain[:16])
    if receipt_id.version != 4:
        raise ValueError
    return Handoff(str(receipt_id), pack_id, version, plain[16:start], activity_id, language, at, answers, about)
