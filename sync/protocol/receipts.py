"""Signed receipts: the one thing that a kiosk takes as success.

The ministry signs, with its own Ed25519 key, the RFC 8785 bytes of {v, device_id, epoch, through_seq, chain (hex),
received_at} and, once there is a public log, log_size and root. The bytes travel as a string, so that what was signed
is what is kept.
"""

import json

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.forum.acknowledgements import CONTEXT
from kiosk.forum.errors import ForumError
from sync.protocol.batches import LARGEST_SEQ, DeviceId
from sync.protocol.encoding import from_text, to_text


class ReceiptRejected(ForumError):
    """An answer holds no receipt that the ministry's key signed for this kiosk; everything is kept."""


class Receipt(BaseModel):
    """“Through this place, with this chain, it is ours”; through_seq is 0 before the first record of an epoch."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    v: int = Field(default=1, ge=1, le=1)
    device_id: DeviceId
    epoch: int = Field(ge=1, le=LARGEST_SEQ)
    through_seq: int = Field(ge=0, le=LARGEST_SEQ)
    chain: str = Field(pattern=r"^[0-9a-f]{64}$")
    received_at: str
    log_size: int | None = None
    root: str | None = None


class SignedReceipt(BaseModel):
    """A receipt's exact bytes as a string, and the signature over them (base64url)."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    receipt: str = Field(max_length=4096)
    signature: str = Field(max_length=128)

    def envelope(self) -> bytes:
        """Return what a kiosk keeps as its proof."""
        return json.dumps({"receipt": self.receipt, "signature": self.signature}).encode()


def sign_receipt(key: Ed25519PrivateKey, receipt: Receipt) -> SignedReceipt:
    """Sign a receipt with the ministry's key."""
    body = rfc8785.dumps(receipt.model_dump(exclude_none=True))
    return SignedReceipt(receipt=body.decode(), signature=to_text(key.sign(CONTEXT + body)))


def read_receipt(server_key: Ed25519PublicKey, signed: SignedReceipt, device_id: str, epoch: int) -> Receipt:
    """Return a receipt that the ministry signed for this device and epoch; raises ReceiptRejected for anything else."""
    try:
        server_key.verify(from_text(signed.signature, 64), CONTEXT + signed.receipt.encode())
        receipt = Receipt.model_validate_json(signed.receipt)
    except (InvalidSignature, ValidationError, ValueError):
        raise ReceiptRejected("The answer holds no valid receipt of the ministry; every record is kept.") from None
    if (receipt.device_id, receipt.epoch) != (device_id, epoch):
        raise ReceiptRejected("The receipt is another kiosk's; every record is kept.")
    return receipt
