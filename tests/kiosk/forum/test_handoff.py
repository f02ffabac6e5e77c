import re
import uuid
from typing import Any

import pytest
import qrcode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.forum.codes import from_digits, qr_bits, to_digits
from kiosk.forum.handoff import (
    Handoff,
    HandoffRejected,
    HandoffTooLong,
    handoff_of,
    handoff_url,
    open_handoff,
    read_handoff_token,
)
from kiosk.forum.packs import Pack
from kiosk.forum.visits import answered, begin_visit, went_on
from tests.small_pack import small_pack

DEVICE_ID = str(uuid.UUID(int=7, version=4))
DEVICE_KEY = Ed25519PrivateKey.generate()
KEY = X25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()
CENTRAL = "https://forum.example.go.kr"


def _handoff(why: str, pack: Pack | None = None, **about: str) -> Handoff:
    pack = pack or small_pack()
    visit = answered(begin_visit(pack, pack.activities[0], "ko"), "first", "security")
    return handoff_of(answered(went_on(visit), "why", why), about)


def _url(handoff: Handoff) -> str:
    return handoff_url(CENTRAL, handoff, DEVICE_ID, DEVICE_KEY, PUBLIC)


def _opened(url: str) -> Handoff:
    sealed = read_handoff_token(url.partition("#")[2])
    assert sealed.device_id == DEVICE_ID
    assert sealed.verify(DEVICE_KEY.public_key())
    return open_handoff(KEY, sealed)


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=150))
def test_visit_arrives_on_the_phone_as_it_was_left(why: str) -> None:
    handoff = _handoff(why, age_band="30-39")
    opened = _opened(_url(handoff))
    assert opened == handoff
    assert opened.at == "why"


def test_link_is_a_fragment_of_digits_and_shows_nothing() -> None:
    url = _url(_handoff("비밀 PLAIN"))
    assert re.fullmatch(r"https://forum\.example\.go\.kr/h/#[0-9]+", url)
    assert b"PLAIN" not in (from_digits(url.partition("#")[2]) or b"")


def test_two_links_of_one_visit_have_nothing_in_common_but_the_kiosk() -> None:
    first, second = _handoff("같은 말"), _handoff("같은 말")
    assert first.receipt_id != second.receipt_id
    assert _url(first)[100:] != _url(first)[100:]


def test_longest_link_is_a_code_of_version_25_and_a_longer_one_offers_to_finish_here() -> None:
    # Random letters do not compress, so each adds to the code.
    import random

    letters = "".join(random.Random(1).choices("가나다라마바사아자차카타파하abcdefghijklmnopqrstuvwxyz", k=2000))
    fits, too_long = 0, 2000
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        try:
            _url(_handoff(letters[:middle]))
            fits = middle
        except HandoffTooLong:
            too_long = middle
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(_url(_handoff(letters[:fits])))
    code.make(fit=True)
    assert code.version == 25
    with pytest.raises(HandoffTooLong, match="finish here"):
        _url(_handoff(letters[: too_long + 3]))


def test_a_code_that_is_refused_would_have_needed_version_26(monkeypatch: pytest.MonkeyPatch) -> None:
    import random

    from kiosk.forum import handoff as module

    monkeypatch.setattr(module, "_QR_BITS", 10**6)
    letters = "".join(random.Random(2).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=2000))
    for length in range(900, 1200, 7):
        url = _url(_handoff(letters[:length]))
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
        code.add_data(url)
        version = code.best_fit()
        if version <= 26:
            prefix, _, digits = url.partition("#")
            assert (qr_bits((prefix + "#", digits)) <= 8 * 1000) == (version <= 25)


@pytest.mark.parametrize("digits", ["", "1", "12", "9" * 17, "999", "1" * 3000, "１２３", "12a", "-12", " 12"])
def test_what_is_no_link_is_refused(digits: str) -> None:
    with pytest.raises(HandoffRejected):
        read_handoff_token(digits)


def test_altered_link_is_not_the_devices() -> None:
    raw = from_digits(_url(_handoff("말")).partition("#")[2])
    assert raw is not None
    for place in range(1, len(raw)):
        altered = bytearray(raw)
        altered[place] ^= 1
        assert not read_handoff_token(to_digits(bytes(altered))).verify(DEVICE_KEY.public_key())


def test_envelope_of_another_device_does_not_open() -> None:
    sealed = read_handoff_token(_url(_handoff("말")).partition("#")[2])
    other = read_handoff_token(
        handoff_url(CENTRAL, _handoff("말"), str(uuid.uuid4()), DEVICE_KEY, PUBLIC).partition("#")[2]
    )
    mixed: Any = type(sealed)(other.device_id, sealed.body, sealed.envelope, sealed.signature)
    with pytest.raises(HandoffRejected):
        open_handoff(KEY, mixed)
    with pytest.raises(HandoffRejected):
        open_handoff(X25519PrivateKey.generate(), sealed)


def test_unpacking_has_a_limit() -> None:
    bomb = _handoff("가" * 100_000)
    with pytest.raises(HandoffRejected):
        _opened(_url(bomb))


def test_answers_to_questions_that_are_no_longer_asked_stay_behind() -> None:
    pack = small_pack()
    visit = begin_visit(pack, pack.activities[0], "ko")
    visit = answered(answered(visit, "why", "그냥"), "first", "economy")
    assert handoff_of(visit).answers == {"first": "economy"}
