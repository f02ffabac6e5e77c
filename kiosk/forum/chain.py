"""The chain: each record is committed to and linked to the one before, so that a gap or a change shows.

    commitment = SHA-256(salt ‖ bytes)
    chain      = SHA-256(prev_chain ‖ seq ‖ commitment)      seq as eight bytes, big-endian

Erasing a withdrawn submission deletes bytes and salt; the commitment stays, and the chain still verifies.
"""

import secrets
import uuid
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

SALT_BYTES = 16
HASH_BYTES = 32


class ChainedRecord(NamedTuple):
    """A frozen submission at its place; `payload` and `salt` are None where it was withdrawn and erased."""

    epoch: int
    seq: int
    salt: bytes | None
    payload: bytes | None
    commitment: bytes


def new_salt() -> bytes:
    """Return 128 random bits, which keep a commitment from being guessed back into its answers."""
    return secrets.token_bytes(SALT_BYTES)


def commitment(salt: bytes, payload: bytes) -> bytes:
    """Commit to bytes without revealing them."""
    return sha256(salt + payload).digest()


def first_link(device_id: str, epoch: int) -> bytes:
    """Return the chain before the first record (seq 1) of a device's epoch."""
    return sha256(b"open-forum-kiosk/chain/1" + uuid.UUID(device_id).bytes + epoch.to_bytes(8, "big")).digest()


def next_link(previous: bytes, seq: int, record_commitment: bytes) -> bytes:
    """Link one record to everything before it."""
    return sha256(previous + seq.to_bytes(8, "big") + record_commitment).digest()


def chain_over(previous: bytes, first_seq: int, commitments: Iterable[bytes]) -> bytes:
    """Link contiguous records and return the chain's head after the last."""
    for seq, each in enumerate(commitments, first_seq):
        previous = next_link(previous, seq, each)
    return previous
