"""What a visitor takes home: the receipt's number, and the link in the QR code that proves it real.

The link is `<central>/r/<token>`. The token is base64url, without padding, of

    version (1 byte) ‖ device id (16) ‖ receipt id (16) ‖ language (5, padded with zero bytes) ‖ Ed25519 signature (64)

over everything before the signature. It carries no time, no sequence and no answer.

Where a visitor's phone carries the submission itself (`kiosk.forum.carrying`), the token is of version 2: between
language and signature stand the first 16 bytes of the SHA-256 of what the link's fragment holds, and it is written in
digits (`kiosk.forum.codes`).
"""

import base64
import binascii
import uuid
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.codes import from_digits, to_digits
from kiosk.forum.errors import ForumError

_VERSION, _CARRYING = 1, 2
_LANGUAGE_BYTES = 5
_BODY_BYTES = 1 + 16 + 16 + _LANGUAGE_BYTES
CARRIED_BYTES = 16
_CONTEXTS = {_VERSION: b"open-forum-kiosk/receipt-link/1\n", _CARRYING: b"open-forum-kiosk/receipt-link/2\n"}
# A token of version 2; one of version 1 has 137 letters.
LONGEST_TOKEN = 287
# Crockford's base 32: no I, L, O or U, so that a number read aloud or copied by hand stays itself.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class ReceiptLink:
    """A token taken apart; nothing in it is to be believed before `verify`.

    `carried` is the start of the SHA-256 of what the link's fragment holds, None where it holds nothing.
    """

    device_id: str
    receipt_id: str
    language: str
    body: bytes
    signature: bytes
    carried: bytes | None = None

    def verify(self, device_key: Ed25519PublicKey) -> bool:
        """Tell whether the device with this key really issued the link."""
        try:
            device_key.verify(self.signature, _CONTEXTS[self.body[0]] + self.body)
        except InvalidSignature:
            return False
        return True


def receipt_number(receipt_id: str) -> str:
    """Return the number that people read and say, from the first 50 bits of the receipt id: XXXXX-XXXXX."""
    bits = int.from_bytes(uuid.UUID(receipt_id).bytes[:7], "big") >> 6
    letters = "".join(_LETTERS[(bits >> shift) & 31] for shift in range(45, -1, -5))
    return f"{letters[:5]}-{letters[5:]}"


def receipt_token(device_key: Ed25519PrivateKey, device_id: str, receipt_id: str, language: str) -> str:
    """Return a signed token for a receipt's link."""
    body = _body(_VERSION, device_id, receipt_id, language)
    return base64.urlsafe_b64encode(_signed(device_key, body)).rstrip(b"=").decode("ascii")


def carrying_token(
    device_key: Ed25519PrivateKey, device_id: str, receipt_id: str, language: str, carried: bytes
) -> str:
    """Return a signed token for a receipt's link whose fragment holds these bytes."""
    return to_digits(_signed(device_key, _body(_CARRYING, device_id, receipt_id, language) + digest_of(carried)))


def digest_of(carried: bytes) -> bytes:
    """Return what a token says of the bytes in its link's fragment."""
    return sha256(carried).digest()[:CARRIED_BYTES]


def receipt_url(central_url: str, token: str) -> str:
    """Return what the QR code holds."""
    return f"{central_url.rstrip('/')}/r/{token}"


def read_receipt_token(token: str) -> ReceiptLink:
    """Take a token apart; raises ForumError where it is none."""
    try:
        raw = from_digits(token) if len(token) == LONGEST_TOKEN else _from_letters(token)
        version, size = (_CARRYING, _BODY_BYTES + CARRIED_BYTES) if len(token) == LONGEST_TOKEN else (1, _BODY_BYTES)
        if raw is None or len(raw) != size + 64 or raw[0] != version:
            raise ValueError
        return ReceiptLink(
            device_id=str(uuid.UUID(bytes=raw[1:17])),
            receipt_id=str(uuid.UUID(bytes=raw[17:33])),
            language=raw[33:_BODY_BYTES].rstrip(b"\0").decode("ascii"),
            body=raw[:size],
            signature=raw[size:],
            carried=raw[_BODY_BYTES:size] or None,
        )
    except (ValueError, binascii.Error):
        raise ForumError("This link is no receipt of the forum; scan the code on the receipt again.") from None


def _body(version: int, device_id: str, receipt_id: str, language: str) -> bytes:
    # A code that does not fit, such as zh-Hans, goes without its script: a cut one would name no language.
    fitting = language if len(language) <= _LANGUAGE_BYTES else language.partition("-")[0]
    code = fitting.encode("ascii").ljust(_LANGUAGE_BYTES, b"\0")
    return bytes([version]) + uuid.UUID(device_id).bytes + uuid.UUID(receipt_id).bytes + code


def _signed(device_key: Ed25519PrivateKey, body: bytes) -> bytes:
    return body + device_key.sign(_CONTEXTS[body[0]] + body)


def _from_letters(token: str) -> bytes:
    raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    # The one spelling of these bytes: the decoder also takes “+” for “-”, “/” for “_” and padding.
    if base64.urlsafe_b64encode(raw).decode("ascii") != token:
        raise ValueError
    return raw
