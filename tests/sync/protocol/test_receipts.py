"""Signed receipts and requests: only the right key, device and bytes pass."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol.receipts import Receipt, ReceiptRejected, SignedReceipt, read_receipt, sign_receipt
from sync.protocol.signatures import SignatureRejected, signature_headers, verify_request

DEVICE = "0b6b6a3e-6f0c-4f0e-9df4-0a4b6f1f7a11"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RECEIPT = Receipt(device_id=DEVICE, epoch=2, through_seq=7, chain="ab" * 32, received_at="2026-11-22T01:02:03Z")
TARGET = f"/v1/devices/{DEVICE}/batches?x=1"


def _signed(body: bytes | None) -> dict[str, str]:
    return {name.lower(): value for name, value in signature_headers(KEY, DEVICE, "POST", TARGET, body).items()}


def test_a_receipt_is_read_back_by_the_key_that_signed_it() -> None:
    signed = sign_receipt(KEY, RECEIPT)
    assert read_receipt(KEY.public_key(), signed, DEVICE, 2) == RECEIPT
    assert SignedReceipt.model_validate_json(signed.envelope()) == signed


@pytest.mark.parametrize(
    ("device_id", "epoch"), [("1b6b6a3e-6f0c-4f0e-9df4-0a4b6f1f7a11", 2), (DEVICE, 3)], ids=["device", "epoch"]
)
def test_a_receipt_for_something_else_is_refused(device_id: str, epoch: int) -> None:
    with pytest.raises(ReceiptRejected, match="another"):
        read_receipt(KEY.public_key(), sign_receipt(KEY, RECEIPT), device_id, epoch)


def test_a_changed_or_foreign_receipt_is_refused() -> None:
    signed = sign_receipt(KEY, RECEIPT)
    changed = signed.model_copy(update={"receipt": signed.receipt.replace('"through_seq":7', '"through_seq":8')})
    stranger = sign_receipt(Ed25519PrivateKey.generate(), RECEIPT)
    for other in (changed, stranger, signed.model_copy(update={"signature": "!"})):
        with pytest.raises(ReceiptRejected, match="kept"):
            read_receipt(KEY.public_key(), other, DEVICE, 2)


@given(st.binary(max_size=200), st.data())
@settings(max_examples=50)
def test_a_request_passes_only_with_the_very_bytes_that_were_signed(body: bytes, data: st.DataObject) -> None:
    headers = _signed(body)
    verify_request(KEY.public_key(), DEVICE, "POST", TARGET, headers, body)
    other = data.draw(st.binary(max_size=200).filter(lambda each: each != body))
    with pytest.raises(SignatureRejected):
        verify_request(KEY.public_key(), DEVICE, "POST", TARGET, headers, other or b"x")


@pytest.mark.parametrize(
    ("method", "target", "device_id"),
    [("PUT", TARGET, DEVICE), ("POST", TARGET + "1", DEVICE), ("POST", TARGET[:-4], DEVICE), ("POST", TARGET, "x")],
)
def test_a_signature_holds_for_one_address_method_and_device(method: str, target: str, device_id: str) -> None:
    with pytest.raises(SignatureRejected):
        verify_request(KEY.public_key(), device_id, method, target, _signed(b"body"), b"body")


@given(st.dictionaries(st.sampled_from(["signature", "signature-input", "content-digest"]), st.text(max_size=60)))
def test_headers_of_any_kind_end_in_a_refusal(headers: dict[str, str]) -> None:
    with pytest.raises(SignatureRejected):
        verify_request(KEY.public_key(), DEVICE, "POST", TARGET, headers, b"body")


@pytest.mark.parametrize("year", [1990, 2096])
def test_a_wrong_clock_locks_nobody_out(year: int) -> None:
    message = SimpleNamespace(method="POST", url=f"http://central{TARGET}", headers={})
    resolver = MappingKeyResolver(public_keys={}, private_keys={DEVICE: KEY})
    HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=resolver).sign(
        message,
        key_id=DEVICE,
        created=datetime(year, 1, 1, tzinfo=UTC),
        covered_component_ids=("@method", "@path", "@query"),
        body=b"body",
    )
    headers = {name.lower(): value for name, value in message.headers.items()}
    verify_request(KEY.public_key(), DEVICE, "POST", TARGET, headers, b"body")


def test_a_signature_that_covers_too_little_is_refused() -> None:
    message = SimpleNamespace(method="POST", url=f"http://central{TARGET}", headers={})
    resolver = MappingKeyResolver(public_keys={}, private_keys={DEVICE: KEY})
    HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=resolver).sign(
        message, key_id=DEVICE, covered_component_ids=("@method", "@path"), body=b"body"
    )
    headers = {name.lower(): value for name, value in message.headers.items()}
    with pytest.raises(SignatureRejected, match="@query"):
        verify_request(KEY.public_key(), DEVICE, "POST", TARGET, headers, b"body")
