import base64
import uuid

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.errors import ForumError
from kiosk.forum.receipts import read_receipt_token, receipt_number, receipt_token, receipt_url

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
DEVICE = "00112233-4455-4677-8899-aabbccddeeff"
RECEIPT = "3f8e2a44-9c1b-4d5e-8f60-718293a4b5c6"
TOKEN = receipt_token(KEY, DEVICE, RECEIPT, "ko")
_BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _is_believed(token: str) -> bool:
    try:
        return read_receipt_token(token).verify(KEY.public_key())
    except ForumError:
        return False


@given(st.uuids(version=4), st.uuids(version=4), st.sampled_from(["ko", "en", "ja", "zh", "fil", "zh-TW"]))
def test_token_tells_what_was_put_in_and_is_believed(device: uuid.UUID, receipt: uuid.UUID, language: str) -> None:
    link = read_receipt_token(receipt_token(KEY, str(device), str(receipt), language))
    assert (link.device_id, link.receipt_id, link.language) == (str(device), str(receipt), language)
    assert link.verify(KEY.public_key())


def test_token_of_another_device_is_not_believed() -> None:
    assert not read_receipt_token(TOKEN).verify(Ed25519PrivateKey.generate().public_key())


@pytest.mark.parametrize("place", range(len(TOKEN)))
def test_token_with_any_character_changed_is_refused(place: int) -> None:
    for other in _BASE64URL + "+/=":
        if other != TOKEN[place]:
            assert not _is_believed(TOKEN[:place] + other + TOKEN[place + 1 :])


@given(st.uuids(version=4))
def test_token_has_one_spelling(receipt: uuid.UUID) -> None:
    token = receipt_token(KEY, DEVICE, str(receipt), "ko")
    others = {token.replace("-", "+"), token.replace("_", "/"), token + "=", token + "====", f" {token}", f"{token}\n"}
    assert not any(_is_believed(other) for other in others - {token})


@pytest.mark.parametrize(
    "text", ["", "A", "receipt", TOKEN[:-1], TOKEN + "A", TOKEN + TOKEN, "한국", "\ud800", "A" * 136]
)
def test_text_that_is_no_token_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ForumError, match="scan the code on the receipt again"):
        read_receipt_token(text)


@given(st.text(max_size=200) | st.text(_BASE64URL, min_size=136, max_size=136))
def test_made_up_text_is_never_believed(text: str) -> None:
    assert not _is_believed(text)


@pytest.mark.parametrize(("language", "kept"), [("ko", "ko"), ("zh-TW", "zh-TW"), ("zh-Hans", "zh"), ("fil-PH", "fil")])
def test_language_code_that_does_not_fit_is_not_cut_into_another(language: str, kept: str) -> None:
    assert read_receipt_token(receipt_token(KEY, DEVICE, RECEIPT, language)).language == kept


def test_token_is_laid_out_as_written() -> None:
    raw = base64.urlsafe_b64decode(TOKEN)
    assert raw[:38].hex() == "01" + DEVICE.replace("-", "") + RECEIPT.replace("-", "") + "6b6f000000"
    KEY.public_key().verify(raw[38:], b"open-forum-kiosk/receipt-link/1\n" + raw[:38])


def test_link_is_short_enough_for_a_code_that_scans_from_afar() -> None:
    assert len(TOKEN) == 136
    assert receipt_url("https://forum.example/", TOKEN) == f"https://forum.example/r/{TOKEN}"


# By hand: the first 50 bits in groups of five, each a letter of Crockford's alphabet.
@pytest.mark.parametrize(
    ("receipt_id", "number"),
    [
        ("00000000-0000-4000-8000-000000000000", "00000-00001"),
        ("ffffffff-ffff-4fff-bfff-ffffffffffff", "ZZZZZ-ZZZZX"),
        (RECEIPT, "7Y72M-H4W3D"),
    ],
)
def test_receipt_number_is_read_from_the_first_bits(receipt_id: str, number: str) -> None:
    bits = bin(int(receipt_id.replace("-", ""), 16))[2:].zfill(128)[:50]
    letters = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[int(bits[at : at + 5], 2)] for at in range(0, 50, 5))
    assert receipt_number(receipt_id) == number == f"{letters[:5]}-{letters[5:]}"
