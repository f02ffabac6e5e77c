"""What the ministry's signed receipt says, read where it is kept: through which place, with which chain, it has all."""

import base64
import binascii
import json
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

# What stands before a receipt's bytes when the ministry signs them.
CONTEXT = b"open-forum-kiosk/receipt/1\n"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The ministry has everything of a device's epoch through a place, and the chain there was this one."""

    device_id: str
    epoch: int
    through_seq: int
    chain: bytes


def read_acknowledgement(server_key: Ed25519PublicKey, envelope: bytes) -> Acknowledgement | None:
    """Return what a kept receipt says, or None where the ministry's key did not sign these bytes."""
    try:
        kept = json.loads(envelope)
        text, signature = kept["receipt"], kept["signature"]
        signed = base64.b64decode(signature + "=" * (-len(signature) % 4), altchars=b"-_", validate=True)
        server_key.verify(signed, CONTEXT + text.encode())
        said = json.loads(text)
        return Acknowledgement(said["device_id"], said["epoch"], said["through_seq"], bytes.fromhex(said["chain"]))
    except (InvalidSignature, ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        return None
