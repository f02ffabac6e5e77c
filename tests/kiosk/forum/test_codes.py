"""Digits in a QR code give back the very bytes."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.codes import from_digits, to_digits


@given(st.binary(min_size=1, max_size=200))
def test_digits_carry_every_byte(raw: bytes) -> None:
    digits = to_digits(raw)
    assert from_digits(digits) == raw
    assert len(digits) <= len(raw) * 17 / 7 + 2
