"""A receipt's document proves what it says to somebody who has only the log's key, and no altered one does."""

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.chain import commitment
from kiosk.forum.errors import ForumError
from sync.protocol.merkle import ProofRejected
from sync.protocol.notes import NoteRejected, verifier_key
from sync.protocol.receipt_proofs import (
    MOST_DOCUMENT_BYTES,
    ReceiptProof,
    make_receipt_proof,
    read_consistency_proof,
    read_receipt_proof,
    verify_consistency_proof,
    verify_receipt_proof,
)
from tests.sync.protocol.merkle_tree import KeptNodes
from tests.sync.protocol.public_log import ORIGIN, PublicLog

COUNT = 21
LOG = PublicLog(COUNT)
OTHER = PublicLog(COUNT)
WHOLE = LOG.proof(5, COUNT).model_dump_json().encode()


@given(st.integers(1, COUNT), st.data())
def test_every_receipt_is_proven_under_every_checkpoint_after_it(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    document = read_receipt_proof(LOG.proof(index, size).model_dump_json().encode())
    verified = verify_receipt_proof(document, LOG.verifier)
    assert verified.receipt_id == LOG.submissions[index].receipt_id
    assert verified.record == LOG.records[index]
    assert (verified.leaf_index, verified.checkpoint.size) == (index, size)


def test_a_document_without_record_proves_the_commitment_and_no_receipt() -> None:
    verified = verify_receipt_proof(LOG.proof(5, COUNT, with_record=False), LOG.verifier)
    assert verified.commitment == LOG.commitments[5]
    assert verified.receipt_id is None
    assert verified.record is None


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_document_is_refused_when_any_byte_was_altered(at: int, change: int) -> None:
    raw = bytearray(WHOLE)
    raw[at] ^= change
    with pytest.raises(ForumError):
        verify_receipt_proof(read_receipt_proof(bytes(raw)), LOG.verifier)


def test_a_document_is_refused_when_the_same_salt_is_spelt_another_way() -> None:
    parts = json.loads(WHOLE)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    other = parts["salt"][:-1] + letters[letters.index(parts["salt"][-1]) ^ 1]
    with pytest.raises(ProofRejected, match="salt is not 16 bytes"):
        verify_receipt_proof(ReceiptProof(**{**parts, "salt": other}), LOG.verifier)


@pytest.mark.parametrize(
    "changes",
    [
        {"leaf_index": 6},
        {"leaf_index": COUNT},
        {"tree_size": COUNT - 1},
        {"tree_size": COUNT + 1},
        {"path": []},
        {"path": ["00" * 32] * 5},
        {"commitment": LOG.commitments[6].hex()},
        {"salt": None},
        {"record": None},
        {"salt": "AAAA"},
        {"salt": "+" * 22},
        {"record": LOG.records[6].decode()},
        {"receipt_id": LOG.submissions[6].receipt_id},
        {"checkpoint": OTHER.note(COUNT)},
        {"checkpoint": LOG.note(COUNT - 1)},
        {"checkpoint": ""},
        {"log_key": "other.example/log"},
    ],
    ids=lambda changes: "-".join(changes),
)
def test_a_document_is_refused_when_a_part_was_exchanged(changes: dict[str, Any]) -> None:
    document = ReceiptProof(**{**json.loads(WHOLE), **changes})
    with pytest.raises((ProofRejected, NoteRejected)):
        verify_receipt_proof(document, LOG.verifier)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "open-forum-kiosk/receipt-proof/2"},
        {"leaf_index": -1},
        {"leaf_index": 5.0},
        {"leaf_index": True},
        {"tree_size": 2**63},
        {"commitment": "AB" * 32},
        {"path": ["00" * 32] * 65},
        {"path": ["00" * 31]},
        {"path": ["00" * 32 + "\n"]},
        {"receipt_id": "not a uuid"},
        {"more": 1},
    ],
    ids=str,
)
def test_a_document_that_is_malformed_is_refused_by_name(changes: dict[str, Any]) -> None:
    raw = json.dumps({**json.loads(WHOLE), **changes}).encode()
    with pytest.raises(ProofRejected, match=f"is no receipt's proof: {next(iter(changes))}"):
        read_receipt_proof(raw)


@given(st.binary(max_size=200))
def test_anything_else_is_refused_with_a_sentence(raw: bytes) -> None:
    with pytest.raises(ProofRejected):
        read_receipt_proof(raw)
    with pytest.raises(ProofRejected):
        read_consistency_proof(raw)


def test_a_document_of_any_length_is_not_read() -> None:
    with pytest.raises(ProofRejected, match="it was not read"):
        read_receipt_proof(b" " * (MOST_DOCUMENT_BYTES + 1))


def test_a_document_is_refused_under_another_key_of_the_same_name() -> None:
    with pytest.raises(NoteRejected, match="No trusted key"):
        verify_receipt_proof(read_receipt_proof(WHOLE), verifier_key(ORIGIN, Ed25519PrivateKey.generate()))


@pytest.mark.parametrize("record", [b"5", b"{}", LOG.records[0].replace(b'"receipt_id":"', b'"receipt_id":"x')])
def test_a_committed_record_that_is_no_submission_is_never_taken_for_a_receipt(record: bytes) -> None:
    log = _log_of(record)
    with pytest.raises(ForumError):
        make_receipt_proof(
            record_commitment=log.commitments[0],
            leaf_index=0,
            path=[],
            note=log.note(1),
            key=log.verifier,
            salt=log.salts[0],
            record=record,
        )


def test_a_document_goes_without_bytes_that_are_no_text() -> None:
    log = _log_of(b"\xff")
    document = log.proof(0, 1)
    assert document.record is None
    assert document.salt is None
    assert verify_receipt_proof(document, log.verifier).record is None


def test_a_document_is_not_made_when_it_would_not_verify() -> None:
    with pytest.raises(ProofRejected):
        make_receipt_proof(
            record_commitment=LOG.commitments[5], leaf_index=5, path=[], note=LOG.note(COUNT), key=LOG.verifier
        )


@given(st.integers(0, COUNT), st.data())
def test_any_two_checkpoints_are_joined(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(0, new))
    document = read_consistency_proof(LOG.growth(old, new).model_dump_json().encode())
    before, after = verify_consistency_proof(LOG.note(old), LOG.note(new), document, LOG.verifier)
    assert (before.size, after.size) == (old, new)


def test_checkpoints_are_not_joined_when_the_log_was_rewritten_between_them() -> None:
    rewritten = PublicLog(COUNT)
    rewritten.key, rewritten.verifier = LOG.key, LOG.verifier
    with pytest.raises(ProofRejected, match="does not begin with the earlier one"):
        verify_consistency_proof(LOG.note(9), rewritten.note(COUNT), rewritten.growth(9, COUNT), LOG.verifier)


def test_checkpoints_are_joined_only_by_the_proof_that_belongs_to_them() -> None:
    with pytest.raises(ProofRejected, match="swap them"):
        verify_consistency_proof(LOG.note(COUNT), LOG.note(9), LOG.growth(9, COUNT), LOG.verifier)
    with pytest.raises(ProofRejected, match="joins 8 and 21 entries"):
        verify_consistency_proof(LOG.note(9), LOG.note(COUNT), LOG.growth(8, COUNT), LOG.verifier)
    with pytest.raises(NoteRejected, match="No trusted key"):
        verify_consistency_proof(OTHER.note(9), LOG.note(COUNT), LOG.growth(9, COUNT), LOG.verifier)


def _log_of(record: bytes) -> PublicLog:
    log = PublicLog(1)
    log.records, log.commitments = [record], [commitment(log.salts[0], record)]
    log.nodes = KeptNodes(log.commitments)
    return log
