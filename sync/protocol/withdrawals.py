"""Withdrawals on the line: the kiosk tells the ministry what to erase, and hears what visitors withdrew there.

A tombstone names a record's place, commitment and receipt id, in a request that the device signs. Both answers are
statements that the ministry signs, as receipts are: RFC 8785 bytes, carried as a string, under a context of their own.
"""

from typing import Annotated, TypeVar

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from kiosk.forum.errors import ForumError
from sync.protocol.batches import LARGEST_SEQ, DeviceId, canonical_uuid
from sync.protocol.encoding import from_text, to_text
from sync.protocol.messages import KeyText

MOST_WITHDRAWALS = 500
_CONTEXT = "open-forum-kiosk/{kind}/1\n"
_ReceiptId = Annotated[str, Field(min_length=36, max_length=36), AfterValidator(canonical_uuid)]
_Seq = Annotated[int, Field(ge=1, le=LARGEST_SEQ)]


class StatementRejected(ForumError):
    """An answer holds no statement that the ministry's key signed for this kiosk; nothing was changed."""


class Tombstone(BaseModel):
    """One withdrawn record: its place, its commitment (hex), and the receipt that the visitor holds."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    seq: _Seq
    commitment: str = Field(pattern=r"^[0-9a-f]{64}$")
    receipt_id: _ReceiptId


class TombstonesRequest(BaseModel):
    """What a kiosk asks the ministry to erase, of one epoch."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    epoch: _Seq
    withdrawn: list[Tombstone] = Field(min_length=1, max_length=MOST_WITHDRAWALS)


class Erased(BaseModel):
    """“The words at these places are erased here”; erased_at is RFC 3339 in UTC."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    device_id: DeviceId
    epoch: _Seq
    seqs: list[_Seq] = Field(max_length=MOST_WITHDRAWALS)
    erased_at: str


class News(BaseModel):
    """What was withdrawn at the ministry after the place that was asked for, and the keys to seal to from now on.

    `through` is the place to ask from the next time; `more` says that there is more at once.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    device_id: DeviceId
    after: int = Field(ge=0, le=LARGEST_SEQ)
    through: int = Field(ge=0, le=LARGEST_SEQ)
    more: bool
    withdrawn: list[_ReceiptId] = Field(max_length=MOST_WITHDRAWALS)
    sealing_key: KeyText | None = None
    handoff_key: KeyText | None = None


class SignedStatement(BaseModel):
    """A statement's exact bytes as a string, and the ministry's signature over them (base64url)."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    statement: str = Field(max_length=100_000)
    signature: str = Field(max_length=128)


_Statement = TypeVar("_Statement", Erased, News)


def sign_statement(key: Ed25519PrivateKey, statement: Erased | News) -> SignedStatement:
    """Sign a statement with the ministry's key."""
    body = rfc8785.dumps(statement.model_dump(exclude_none=True))
    return SignedStatement(statement=body.decode(), signature=to_text(key.sign(_context(type(statement)) + body)))


def read_statement(
    kind: type[_Statement], server_key: Ed25519PublicKey, signed: SignedStatement, device_id: str
) -> _Statement:
    """Return a statement that the ministry signed for this device; raises StatementRejected for anything else."""
    try:
        server_key.verify(from_text(signed.signature, 64), _context(kind) + signed.statement.encode())
        statement = kind.model_validate_json(signed.statement)
    except (InvalidSignature, ValidationError, ValueError):
        raise StatementRejected(
            "The answer holds no statement that the ministry signed; nothing was changed."
        ) from None
    if statement.device_id != device_id:
        raise StatementRejected("The statement is another kiosk's; nothing was changed.")
    return statement


def _context(kind: type[BaseModel]) -> bytes:
    return _CONTEXT.format(kind=kind.__name__.lower()).encode()
