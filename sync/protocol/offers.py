"""What the ministry offers its kiosks: content packs, named in a statement that it signs."""

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.forum.errors import ForumError
from sync.protocol.encoding import from_text, to_text
from sync.protocol.withdrawals import SignedStatement

_CONTEXT = b"open-forum-kiosk/offer/1\n"


class OfferRejected(ForumError):
    """What is offered is not signed by the ministry; the packs that are installed stay."""


class OfferedPack(BaseModel):
    """A pack's newest version, and the SHA-256 of its canonical bytes in hex."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: str = Field(pattern=r"^[a-z0-9_-]{1,64}$")
    version: int = Field(ge=1, le=2**31 - 1)
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")


class Offer(BaseModel):
    """All that is offered now."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    packs: list[OfferedPack] = Field(max_length=500)


def sign_offer(key: Ed25519PrivateKey, offer: Offer) -> SignedStatement:
    """Sign an offer with the ministry's key."""
    body = rfc8785.dumps(offer.model_dump())
    return SignedStatement(statement=body.decode(), signature=to_text(key.sign(_CONTEXT + body)))


def read_offer(server_key: Ed25519PublicKey, signed: SignedStatement) -> Offer:
    """Return an offer that the ministry signed; raises OfferRejected for anything else."""
    try:
        server_key.verify(from_text(signed.signature, 64), _CONTEXT + signed.statement.encode())
        return Offer.model_validate_json(signed.statement)
    except (InvalidSignature, ValidationError, ValueError):
        raise OfferRejected(
            "The packs that came are not signed by the ministry; none was installed and the present ones stay."
        ) from None
