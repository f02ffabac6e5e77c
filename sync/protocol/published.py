"""What the ministry publishes of its results, in a statement that it signs, for kiosks to show."""

from datetime import date
from typing import Annotated

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from kiosk.forum.errors import ForumError
from kiosk.forum.ministry_results import MinistryResults
from sync.protocol.batches import LARGEST_SEQ
from sync.protocol.encoding import from_text, to_text

_CONTEXT = b"open-forum-kiosk/results/1\n"
_MOST_BYTES = 2 * 1024 * 1024
_Id = Annotated[str, Field(max_length=200)]
_Count = Annotated[int, Field(ge=0, le=LARGEST_SEQ)]


class ResultsRejected(ForumError):
    """What came is no results that the ministry signed; those that are shown stay."""


def _day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError("write the day as 2026-11-22")
    return text


_Day = Annotated[str, AfterValidator(_day)]


class ResultCell(BaseModel):
    """How many chose one option of a question, as in a tally's lines; None where too few people are behind it."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    question: _Id
    option: _Id
    count: _Count | None


class ActivityResults(BaseModel):
    """One activity's results through a day in Seoul."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    id: _Id
    through: _Day
    people: _Count
    cells: list[ResultCell] = Field(max_length=10_000)

    def read(self) -> MinistryResults:
        """Return it as the kiosk shows it."""
        counts = {(cell.question, cell.option): cell.count for cell in self.cells}
        return MinistryResults(self.id, date.fromisoformat(self.through), self.people, counts)


class PublishedResults(BaseModel):
    """Everything that is published as of a day in Seoul."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    as_of: _Day
    activities: list[ActivityResults] = Field(max_length=5_000)


class SignedResults(BaseModel):
    """The statement's exact bytes as a string, and the ministry's signature over them (base64url)."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    statement: str = Field(max_length=_MOST_BYTES)
    signature: str = Field(max_length=128)


def sign_results(key: Ed25519PrivateKey, results: PublishedResults) -> SignedResults:
    """Sign what is published with the ministry's key."""
    body = rfc8785.dumps(results.model_dump())
    return SignedResults(statement=body.decode(), signature=to_text(key.sign(_CONTEXT + body)))


def read_results(server_key: Ed25519PublicKey, signed: SignedResults) -> PublishedResults:
    """Return results that the ministry signed; raises ResultsRejected for anything else."""
    try:
        server_key.verify(from_text(signed.signature, 64), _CONTEXT + signed.statement.encode())
        return PublishedResults.model_validate_json(signed.statement)
    except (InvalidSignature, ValidationError, ValueError):
        raise ResultsRejected(
            "The results that came are not signed by the ministry; those that were shown before stay."
        ) from None
