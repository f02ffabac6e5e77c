"""The ministry's receipts are verified where they are kept: signed by its key, for this kiosk, with the chain here."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.chain import chain_over, first_link
from kiosk.store import Enrolment, Store, open_store
from sync.protocol.receipts import Receipt, sign_receipt
from tests.submissions import poll_submission

MINISTRY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "kiosk") as opened:
        opened.save_enrolment(
            Enrolment(
                name="lobby-1",
                central_url="https://forum.example",
                public_url="https://forum.example",
                device_key=bytes(32),
                server_key=MINISTRY.public_key().public_bytes_raw(),
            )
        )
        opened.keep_all([poll_submission() for _ in range(3)])
        yield opened


def confirm(store: Store, key: Ed25519PrivateKey = MINISTRY, **changes: Any) -> None:
    chain = chain_over(first_link(store.device_id, 1), 1, [each.commitment for each in store.outbox()])
    said = {"device_id": store.device_id, "epoch": 1, "through_seq": 3, "chain": chain.hex(), "received_at": "now"}
    store.confirm(sign_receipt(key, Receipt(**{**said, **changes})).envelope(), 1, 3, NOW)


def test_a_receipt_that_the_ministry_signed_for_this_chain_is_no_problem(store: Store) -> None:
    assert list(store.verify_receipts()) == []
    confirm(store)
    assert [*store.verify(), *store.verify_receipts()] == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"key": Ed25519PrivateKey.from_private_bytes(bytes(32))}, "is not signed by the ministry"),
        ({"device_id": "12345678-1234-4234-8234-123456789abc"}, "is signed for something else"),
        ({"epoch": 2}, "is signed for something else"),
        ({"through_seq": 2}, "is signed for something else"),
        ({"chain": "00" * 32}, "another chain than the one here"),
    ],
)
def test_a_receipt_of_somebody_else_or_for_something_else_is_named(
    store: Store, wrong: dict[str, Any], said: str
) -> None:
    confirm(store, **wrong)
    (problem,) = store.verify_receipts()
    assert said in problem
    assert "through 3 of epoch 1" in problem


@pytest.mark.parametrize(
    "kept", [b"", b"{}", b"[]", b'{"receipt": 1, "signature": 2}', b'{"receipt": "x", "signature": "="}']
)
def test_bytes_that_are_no_receipt_are_named_and_break_nothing(store: Store, kept: bytes) -> None:
    store.confirm(kept, 1, 3, NOW)
    (problem,) = store.verify_receipts()
    assert "is not signed by the ministry" in problem
