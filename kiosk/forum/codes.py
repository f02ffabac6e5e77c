"""What fits into a QR code: bytes as decimal digits, and how many bits a text of bytes and digits needs.

A QR code packs digits with next to no loss: seven bytes, written as seventeen digits, take 56.7 bits.
"""

from collections.abc import Iterable

# The digits that 0 to 7 bytes need.
_DIGITS = (0, 3, 5, 8, 10, 13, 15, 17)
_DIGITS_OF_BYTES = {digits: count for count, digits in enumerate(_DIGITS)}


def to_digits(raw: bytes) -> str:
    """Write bytes as decimal digits: each seven, little-endian, as seventeen digits; the rest as few as they need."""
    chunks = (raw[start : start + 7] for start in range(0, len(raw), 7))
    return "".join(str(int.from_bytes(chunk, "little")).zfill(_DIGITS[len(chunk)]) for chunk in chunks)


def from_digits(digits: str) -> bytes | None:
    """Read what `to_digits` wrote; None for anything else."""
    if not digits.isascii() or not digits.isdecimal():
        return None
    raw = b""
    for start in range(0, len(digits), 17):
        chunk = digits[start : start + 17]
        count = _DIGITS_OF_BYTES.get(len(chunk))
        if count is None or int(chunk) >= 1 << (8 * count):
            return None
        raw += int(chunk).to_bytes(count, "little")
    return raw


def qr_bits(parts: Iterable[str]) -> int:
    """Return the data bits of a code (versions 10 to 26) of these parts: digits as digits, other text as bytes."""
    return sum(_digit_bits(part) if part.isdecimal() else 4 + 16 + 8 * len(part.encode()) for part in parts)


def _digit_bits(digits: str) -> int:
    return 4 + 12 + len(digits) // 3 * 10 + (0, 4, 7)[len(digits) % 3]
