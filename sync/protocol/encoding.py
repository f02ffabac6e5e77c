"""Bytes as text on the wire: base64url without padding, as in the links on receipts."""

import binascii
from base64 import urlsafe_b64encode


def to_text(raw: bytes) -> str:
    """Write bytes as base64url without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_text(text: str | bytes, length: int | None = None) -> bytes:
    """Read base64url without padding; raises ValueError where it is none, or not of this length in bytes."""
    plain = text.encode("ascii") if isinstance(text, str) else text
    if b"+" in plain or b"/" in plain:
        raise ValueError("base64url has no “+” or “/”")
    padded = plain.translate(_TO_STANDARD) + b"=" * (-len(plain) % 4)
    raw = binascii.a2b_base64(padded, strict_mode=True)
    if length is not None and len(raw) != length:
        raise ValueError(f"{len(raw)} bytes in place of {length}")
    return raw


_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
