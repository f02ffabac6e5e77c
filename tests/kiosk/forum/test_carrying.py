"""A finished submission in a receipt's link: what fits is read back whole, and nothing bent or foreign is taken."""

import random
import uuid
from typing import Any

import pytest
import qrcode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.forum.carrying import CarriedRejected, carrying_url, open_carried
from kiosk.forum.chain import ChainedRecord, commitment
from kiosk.forum.codes import from_digits, to_digits
from kiosk.forum.errors import ForumError
from kiosk.forum.receipts import ReceiptLink, read_receipt_token
from kiosk.forum.submissions import canonical_bytes
from tests.submissions import poll_submission

DEVICE_ID = str(uuid.UUID(int=7, version=4))
DEVICE_KEY = Ed25519PrivateKey.generate()
KEY = X25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()
CENTRAL = "https://forum.example.go.kr"


def _record(why: str = "이유", epoch: int = 1, seq: int = 12, **changes: Any) -> ChainedRecord:
    payload, salt = canonical_bytes(poll_submission({"first": "security", "why": why}, **changes)), bytes(range(16))
    return ChainedRecord(epoch, seq, salt, payload, commitment(salt, payload))


def _url(record: ChainedRecord, device_id: str = DEVICE_ID) -> str:
    url = carrying_url(CENTRAL, record, device_id, DEVICE_KEY, PUBLIC)
    assert url is not None
    return url


def _parts(url: str) -> tuple[ReceiptLink, str]:
    token, _, digits = url.removeprefix(f"{CENTRAL}/r/").partition("#")
    return read_receipt_token(token), digits


@settings(max_examples=40)
@given(
    why=st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    epoch=st.integers(1, 2**32 - 1),
    seq=st.integers(1, 2**40 - 1),
    about=st.sampled_from([{}, {"age_band": "70-over", "region": "abroad"}]),
)
def test_what_is_carried_arrives_as_the_very_bytes_at_their_place(
    why: str, epoch: int, seq: int, about: dict[str, str]
) -> None:
    record = _record(why, epoch, seq, about=about)
    link, digits = _parts(_url(record))
    assert link.verify(DEVICE_KEY.public_key())
    assert (link.device_id, link.language) == (DEVICE_ID, "ko")
    assert open_carried(KEY, link, digits) == record


def test_link_shows_nothing_of_the_words() -> None:
    url = _url(_record("PLAIN words PLAIN words"))
    assert b"PLAIN" not in (from_digits(url.partition("#")[2]) or b"")


def test_every_altered_byte_of_token_or_envelope_is_refused() -> None:
    token, _, digits = _url(_record()).removeprefix(f"{CENTRAL}/r/").partition("#")
    raw, envelope = from_digits(token) or b"", from_digits(digits) or b""
    for place in range(len(raw)):
        altered = bytearray(raw)
        altered[place] ^= 1
        try:
            believed = read_receipt_token(to_digits(bytes(altered))).verify(DEVICE_KEY.public_key())
        except ForumError:
            believed = False
        assert not believed, place
    link = read_receipt_token(token)
    for place in range(len(envelope)):
        changed = bytearray(envelope)
        changed[place] ^= 1
        with pytest.raises(CarriedRejected):
            open_carried(KEY, link, to_digits(bytes(changed)))


def test_envelope_does_not_open_for_another_kiosk_receipt_or_key() -> None:
    link, digits = _parts(_url(_record()))
    others = [
        _parts(_url(_record("다른 것")))[0],
        ReceiptLink(str(uuid.uuid4()), link.receipt_id, "ko", link.body, link.signature, link.carried),
        ReceiptLink(link.device_id, str(uuid.uuid4()), "ko", link.body, link.signature, link.carried),
        ReceiptLink(link.device_id, link.receipt_id, "ko", link.body, link.signature, None),
    ]
    for other in others:
        with pytest.raises(CarriedRejected):
            open_carried(KEY, other, digits)
    with pytest.raises(CarriedRejected):
        open_carried(X25519PrivateKey.generate(), link, digits)
    for nonsense in ("", "7", "9" * 5000, "한글", digits[:-17]):
        with pytest.raises(CarriedRejected):
            open_carried(KEY, link, nonsense)


def test_words_that_somebody_else_sealed_for_the_same_receipt_are_refused() -> None:
    # Anyone can seal to the ministry's public key; only the kiosk's signature says whose words they are.
    receipt_id = str(uuid.uuid4())
    (link, _), (_, others) = (_parts(_url(_record(why, receipt_id=receipt_id))) for why in ("내 말", "남의 말"))
    with pytest.raises(CarriedRejected):
        open_carried(KEY, link, others)


def test_longest_code_is_of_version_16_and_what_does_not_fit_is_not_carried() -> None:
    letters = "".join(random.Random(1).choices("가나다라마바사아자차카타파하abcdefghijklmnopqrstuvwxyz", k=600))
    fits, too_long = 0, 600
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if carrying_url(CENTRAL, _record(letters[:middle]), DEVICE_ID, DEVICE_KEY, PUBLIC):
            fits = middle
        else:
            too_long = middle
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(_url(_record(letters[:fits])))
    code.make(fit=True)
    assert code.version == 16
    erased = ChainedRecord(1, 1, None, None, bytes(32))
    for record in (_record(letters), erased, _record(seq=2**40), _record(epoch=2**32)):
        assert carrying_url(CENTRAL, record, DEVICE_ID, DEVICE_KEY, PUBLIC) is None
