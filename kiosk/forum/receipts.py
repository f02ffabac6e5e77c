"""What a visitor takes home: the receipt's number, and the link in the QR code that proves it real.

The link is `<central>/r/<token>`. The token is base64url, without padding, of

    version (1 byte) ‖ device id (16) ‖ receipt id (16) ‖ language (5, padded with zero bytes) ‖ Ed25519 signature (64)

over everything before the signature. It carries no time, no sequence and no answer.
"""

import base64
import binascii
import uuid
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.errors import ForumError

_VERSION = 1
_LANGUAGE_BYTES = 5
_BODY_BYTES = 1 + 16 + 16 + _LANGUAGE_BYTES
_CONTEXT = b"open-forum-kiosk/receipt-link/1\n"
# Crockford's base 32: no I, L, O or U, so that a number read aloud or copied by hand stays itself.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class ReceiptLink:
    """A token taken apart; nothing in it is to be believed before `verify`."""

    device_id: str
    receipt_id: str
    language: str
    body: bytes
    signature: bytes

    def verify(self, device_key: Ed25519PublicKey) -> bool:
        """Tell whether the device with this key really issued the link."""
        try:
            device_key.verify(self.signature, _CONTEXT + self.body)
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
    # A code that does not fit, such as zh-Hans, goes without its script: a cut one would name no language.
    fitting = language if len(language) <= _LANGUAGE_BYTES else language.partition("-")[0]
    code = fitting.encode("ascii").ljust(_LANGUAGE_BYTES, b"\0")
    body = bytes([_VERSION]) + uuid.UUID(device_id).bytes + uuid.UUID(receipt_id).bytes + code
    return base64.urlsafe_b64encode(body + device_key.sign(_CONTEXT + body)).rstrip(b"=").decode("ascii")


def receipt_url(central_url: str, token: str) -> str:
    """Return what the QR code holds."""
    return f"{central_url.rstrip('/')}/r/{token}"


def read_receipt_token(token: str) -> ReceiptLink:
    """Take a token apart; raises ForumError where it is none."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        # The one spelling of these bytes: the decoder also takes “+” for “-”, “/” for “_” and padding.
        spelling = base64.urlsafe_b64encode(raw).decode("ascii")
        if len(raw) != _BODY_BYTES + 64 or raw[0] != _VERSION or spelling != token:
            raise ValueError
        return ReceiptLink(
            device_id=str(uuid.UUID(bytes=raw[1:17])),
            receipt_id=str(uuid.UUID(bytes=raw[17:33])),
            language=raw[33:_BODY_BYTES].rstrip(b"\0").decode("ascii"),
            body=raw[:_BODY_BYTES],
            signature=raw[_BODY_BYTES:],
        )
    except (ValueError, binascii.Error):
        raise ForumError("This link is no receipt of the forum; scan the code on the receipt again.") from None
