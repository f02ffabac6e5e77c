"""Sealing: what only the holder of a private key can read, by HPKE (RFC 9180, base mode).

The suite is DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. The envelope is

    version (1 byte) ‖ key id (4, the start of SHA-256 of the public key) ‖ encapsulated key (32) ‖ ciphertext and tag

and, as text, its base64url without padding. HPKE's info binds the version, the purpose and the subject (a receipt's id,
a device's), so that an envelope opens for nothing else than what it was made for.
"""

import base64
import binascii
from hashlib import sha256
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kiosk.forum.errors import ForumError

Purpose = Literal["contact", "handoff", "bundle", "carried", "proposers"]
KEY_ID_BYTES = 4
_VERSION = 1
# What an envelope is longer than its content: version, key id, encapsulated key and tag.
OVERHEAD_BYTES = 1 + KEY_ID_BYTES + 32 + 16
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class SealRejected(ForumError):
    """An envelope does not open: damaged, made for something else, or sealed to another key."""


class SealedToAnotherKey(SealRejected):
    """The envelope names another key than the one at hand."""


def key_id(public_key: bytes) -> bytes:
    """Return the four bytes by which envelopes name a raw X25519 public key."""
    return sha256(public_key).digest()[:KEY_ID_BYTES]


def seal_bytes(public_key: bytes, plaintext: bytes, purpose: Purpose, subject: str) -> bytes:
    """Seal to a raw X25519 public key (32 bytes)."""
    key = X25519PublicKey.from_public_bytes(public_key)
    start = bytes([_VERSION]) + key_id(public_key)
    return start + _SUITE.encrypt(plaintext, key, info=_info(purpose, subject))


def unseal_bytes(private_key: X25519PrivateKey, envelope: bytes, purpose: Purpose, subject: str) -> bytes:
    """Open an envelope; raises SealRejected, or SealedToAnotherKey where another private key is needed."""
    if len(envelope) < OVERHEAD_BYTES or envelope[0] != _VERSION:
        raise SealRejected("This is no sealed envelope that this program knows; it was left as it is.")
    ours = key_id(private_key.public_key().public_bytes_raw())
    named = envelope[1 : 1 + KEY_ID_BYTES]
    if named != ours:
        raise SealedToAnotherKey(
            f"The envelope is sealed to the key {named.hex()}, and this key is {ours.hex()}; it stays sealed. "
            "Take the key that it names."
        )
    try:
        return _SUITE.decrypt(envelope[1 + KEY_ID_BYTES :], private_key, info=_info(purpose, subject))
    except (InvalidTag, ValueError):
        raise SealRejected("The envelope was altered or belongs to something else; it stays sealed.") from None


def seal(public_key: bytes, plaintext: bytes, purpose: Purpose, subject: str) -> str:
    """Seal to a raw X25519 public key (32 bytes) and return text."""
    return base64.urlsafe_b64encode(seal_bytes(public_key, plaintext, purpose, subject)).rstrip(b"=").decode("ascii")


def unseal(private_key: X25519PrivateKey, sealed: str, purpose: Purpose, subject: str) -> bytes:
    """Open what `seal` made; raises SealRejected."""
    try:
        envelope = base64.b64decode(sealed + "=" * (-len(sealed) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        raise SealRejected("This is no sealed envelope; it was left as it is.") from None
    return unseal_bytes(private_key, envelope, purpose, subject)


def _info(purpose: Purpose, subject: str) -> bytes:
    return f"open-forum-kiosk/sealed/{_VERSION}\n{purpose}\n{subject}".encode()
