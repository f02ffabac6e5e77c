"""What a kiosk reports of itself: its own count of each day, signed so that it can be shown, and how it is doing."""

from typing import Annotated

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.forum.errors import ForumError
from sync.protocol.batches import LARGEST_SEQ, DeviceId
from sync.protocol.encoding import from_text, to_text
from sync.protocol.withdrawals import SignedStatement

_CONTEXT = b"open-forum-kiosk/daytally/1\n"
_Seq = Annotated[int, Field(ge=1, le=LARGEST_SEQ)]
_Count = Annotated[int, Field(ge=0, le=LARGEST_SEQ)]
_Short = Annotated[str, Field(max_length=64)]


class ReportRejected(ForumError):
    """A report is not the kiosk's own, or not in its form."""


class EpochSpan(BaseModel):
    """A day's records of one epoch: first and last place, and how many they are.

    Places that the kiosk lost to damage are named on the day on which it found out, with no records.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    epoch: _Seq
    first_seq: _Seq
    last_seq: _Seq
    records: _Count


class DayTally(BaseModel):
    """“On this day in Seoul I took so many”; `counts` is the SHA-256, in hex, of the day's tally file (JSON).

    Where `submissions` and `withdrawn` are more than the records, so many were withdrawn after the kiosk had deleted
    their words, and it cannot take them out of its counts any more.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    device_id: DeviceId
    day: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    submissions: _Count
    withdrawn: _Count
    counts: str = Field(pattern=r"^[0-9a-f]{64}$")
    spans: list[EpochSpan] = Field(max_length=100)


class LostSpan(BaseModel):
    """Places that a kiosk lost to damage; without `last_seq` it does not know how many came after."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    epoch: _Seq
    first_seq: _Seq
    last_seq: _Seq | None


class Heartbeat(BaseModel):
    """How a kiosk is doing; `at` is its own clock, RFC 3339 in UTC; disk in bytes; last_seq is 0 in an empty epoch.

    `confirmed` is the place of this epoch through which the ministry has acknowledged; older programs do not tell it.
    `conflict`: the ministry holds other records in the places of its own, and it sends none.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    at: str = Field(max_length=40)
    version: _Short
    epoch: _Seq
    last_seq: _Count
    pending: _Count
    confirmed: _Count | None = None
    quarantined: _Count = 0
    lost: list[LostSpan] = Field(default_factory=list, max_length=100)
    disk_free: _Count
    disk_total: _Count
    packs: list[_Short] = Field(default_factory=list, max_length=100)
    pack_problem: str | None = Field(default=None, max_length=1000)
    conflict: bool = False


def sign_day(key: Ed25519PrivateKey, tally: DayTally) -> SignedStatement:
    """Sign a day's count with the device's key."""
    body = rfc8785.dumps(tally.model_dump())
    return SignedStatement(statement=body.decode(), signature=to_text(key.sign(_CONTEXT + body)))


def read_day(device_key: Ed25519PublicKey, signed: SignedStatement, device_id: str) -> DayTally:
    """Return a day's count that this device signed; raises ReportRejected for anything else."""
    try:
        device_key.verify(from_text(signed.signature, 64), _CONTEXT + signed.statement.encode())
        tally = DayTally.model_validate_json(signed.statement)
    except (InvalidSignature, ValidationError, ValueError):
        raise ReportRejected("The day's count is not signed by the kiosk that it names; it was not taken.") from None
    if tally.device_id != device_id:
        raise ReportRejected("The day's count is another kiosk's; it was not taken.")
    return tally
