import base64
from typing import cast

import pytest
from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.sealing import (
    _SUITE,
    OVERHEAD_BYTES,
    Purpose,
    SealedToAnotherKey,
    SealRejected,
    seal,
    seal_bytes,
    unseal,
    unseal_bytes,
)

KEY = X25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()


def test_suite_opens_the_vector_of_rfc_9180_a_2_1() -> None:
    private = X25519PrivateKey.from_private_bytes(
        bytes.fromhex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb")
    )
    enc = "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
    ciphertext = "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
    # The library's public call takes no associated data, which all of the RFC's vectors have.
    opened = openssl.hpke._decrypt_with_aad(
        _SUITE, bytes.fromhex(enc + ciphertext), private, b"Ode on a Grecian Urn", b"Count-0"
    )
    assert opened == b"Beauty is truth, truth beauty"


@given(st.binary(max_size=2000), st.text(max_size=40))
def test_what_is_sealed_opens_for_its_key_purpose_and_subject(plaintext: bytes, subject: str) -> None:
    sealed = seal(PUBLIC, plaintext, "contact", subject)
    assert unseal(KEY, sealed, "contact", subject) == plaintext
    assert len(seal_bytes(PUBLIC, plaintext, "contact", subject)) == len(plaintext) + OVERHEAD_BYTES


def test_same_words_are_sealed_differently_each_time() -> None:
    assert seal(PUBLIC, b"same", "contact", "a") != seal(PUBLIC, b"same", "contact", "a")


@pytest.mark.parametrize(("purpose", "subject"), [("handoff", "a"), ("contact", "b"), ("contact", "")])
def test_envelope_does_not_open_for_another_purpose_or_subject(purpose: str, subject: str) -> None:
    sealed = seal(PUBLIC, b"words", "contact", "a")
    with pytest.raises(SealRejected):
        unseal(KEY, sealed, cast(Purpose, purpose), subject)


def test_envelope_does_not_open_with_another_key_and_names_its_own() -> None:
    sealed = seal(PUBLIC, b"words", "contact", "a")
    with pytest.raises(SealedToAnotherKey):
        unseal(X25519PrivateKey.generate(), sealed, "contact", "a")


def test_envelope_with_any_byte_altered_does_not_open() -> None:
    envelope = seal_bytes(PUBLIC, b"some words", "contact", "a")
    for place in range(len(envelope)):
        altered = bytearray(envelope)
        altered[place] ^= 1
        with pytest.raises(SealRejected):
            unseal_bytes(KEY, bytes(altered), "contact", "a")
    for length in range(len(envelope)):
        with pytest.raises(SealRejected):
            unseal_bytes(KEY, envelope[:length], "contact", "a")


@pytest.mark.parametrize("text", ["", "!", "한글", "AAAA", base64.urlsafe_b64encode(bytes(60)).decode()])
def test_text_that_is_no_envelope_is_refused(text: str) -> None:
    with pytest.raises(SealRejected):
        unseal(KEY, text, "contact", "a")
