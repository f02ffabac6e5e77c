"""What can happen to a proposal, as events that are only ever appended, and their form as JSON for the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from sync.central.review.scoring import Member, Sheet


class Flaw(StrEnum):
    """Why a completion is asked (art. 6(2) nos. 1 to 3)."""

    MENDABLE = "mendable"
    NOT_A_PROPOSAL = "not-a-proposal"
    CIVIL_PETITION = "civil-petition"


class Closing(StrEnum):
    """Why a proposal is closed without a decision (art. 6(4), 6(7))."""

    NOT_COMPLETED = "not-completed"
    CIVIL_PETITION = "civil-petition"
    REPEATED = "repeated"


class AskedBy(StrEnum):
    """Who wants a decision examined again, and on what ground."""

    PROPOSER = "proposer"  # art. 12(1)
    PROPOSER_SEEING_IT_DONE = "proposer-seeing-it-done"  # art. 14(3)
    INTERIOR_MINISTRY = "interior-ministry"  # art. 12(2), 14(1) no. 1
    OWN_INITIATIVE = "own-initiative"  # art. 14(1) nos. 2 and 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """접수: the proposal has come in; a contest's clock starts on the contest's last day."""

    on: date
    proposal_id: str
    contest_closes: date | None = None
    public: bool = True
    kind: Literal["received"] = "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicityChanged:
    """The proposer opts out of showing the steps in public, or in again; title and result stay public (art. 7)."""

    on: date
    public: bool
    kind: Literal["publicity-changed"] = "publicity-changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionAsked:
    """보완요청: the proposer is asked to complete the proposal by a day."""

    on: date
    due: date
    reason: str
    flaw: Flaw = Flaw.MENDABLE
    kind: Literal["completion-asked"] = "completion-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """보완: the proposer has completed it."""

    on: date
    kind: Literal["completed"] = "completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """이송: the responsible body has it now, and the proposer has been told."""

    on: date
    body: str
    reason: str
    kind: Literal["transferred"] = "transferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """동일제안: an earlier filing says the same and has priority."""

    on: date
    earlier_id: str
    earlier_received_on: date
    kind: Literal["linked"] = "linked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """The link to an earlier filing was a mistake."""

    on: date
    reason: str
    kind: Literal["unlinked"] = "unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """종결: closed without a decision; `filings` (this one included) and `answers` count the equal ones."""

    on: date
    ground: Closing
    reason: str
    filings: int = 1
    answers: int = 0
    kind: Literal["closed"] = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStarted:
    """심사: reviewers, or a committee, begin."""

    on: date
    committee: tuple[Member, ...] = ()
    kind: Literal["review-started"] = "review-started"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One reviewer has scored the five criteria; a later sheet of the same reviewer replaces the former."""

    on: date
    sheet: Sheet
    kind: Literal["scored"] = "scored"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionAsked:
    """의견조회: a body is consulted, after the proposer has been told."""

    on: date
    body: str
    proposer_told_on: date
    kind: Literal["opinion-asked"] = "opinion-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionReceived:
    """A consulted body has answered."""

    on: date
    body: str
    kind: Literal["opinion-received"] = "opinion-received"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionWaived:
    """The review goes on without a consulted body's answer."""

    on: date
    body: str
    reason: str
    kind: Literal["opinion-waived"] = "opinion-waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """채택: the proposal will be carried out by the planned day (실시 예정 시기)."""

    on: date
    planned_for: date
    reason: str = ""
    kind: Literal["adopted"] = "adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """불채택: the proposal is not adopted, for a reason."""

    on: date
    reason: str
    kind: Literal["refused"] = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified:
    """통지: the proposer has been told of the decision."""

    on: date
    kind: Literal["notified"] = "notified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed:
    """The reason and a new planned day have been notified (art. 11(2))."""

    on: date
    planned_for: date
    reason: str
    kind: Literal["postponed"] = "postponed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOut:
    """실시: what was adopted has been done."""

    on: date
    how: str
    kind: Literal["carried-out"] = "carried-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReExaminationAsked:
    """재심사: a refusal is to be examined again."""

    on: date
    reason: str
    by: AskedBy = AskedBy.PROPOSER
    kind: Literal["re-examination-asked"] = "re-examination-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """취하: the proposer takes the proposal back."""

    on: date
    kind: Literal["withdrawn"] = "withdrawn"


Event = (
    Received
    | PublicityChanged
    | CompletionAsked
    | Completed
    | Transferred
    | Linked
    | Unlinked
    | Closed
    | ReviewStarted
    | Scored
    | OpinionAsked
    | OpinionReceived
    | OpinionWaived
    | Adopted
    | Refused
    | Notified
    | Postponed
    | CarriedOut
    | ReExaminationAsked
    | Withdrawn
)

_ADAPTER: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])


def event_record(event: Event) -> dict[str, Any]:
    """Return an event as plain JSON values, days as ISO 8601, with its `kind`."""
    record: dict[str, Any] = _ADAPTER.dump_python(event, mode="json")
    return record


def event_of_record(record: Mapping[str, Any]) -> Event:
    """Return the event that `event_record` wrote; raises pydantic's ValidationError for anything else."""
    return _ADAPTER.validate_python(record, strict=False)
