"""A proposal as the review sees it: the state that its events add up to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.forum.errors import ForumError
from sync.central.review.events import AskedBy, Closing, Flaw
from sync.central.review.scoring import Member, Sheet
from sync.central.review.terms import Terms


class Stage(StrEnum):
    """Where a proposal stands."""

    RECEIVED = "received"  # 접수
    COMPLETION_ASKED = "completion-asked"  # 보완요청
    UNDER_REVIEW = "under-review"  # 심사
    CONSULTING = "consulting"  # 의견조회
    ADOPTED = "adopted"  # 채택
    NOT_ADOPTED = "not-adopted"  # 불채택
    CARRIED_OUT = "carried-out"  # 실시
    RE_EXAMINATION = "re-examination"  # 재심사
    TRANSFERRED = "transferred"  # 이송
    LINKED = "linked"  # 동일제안
    CLOSED = "closed"  # 종결
    WITHDRAWN = "withdrawn"  # 취하


# The ministry still owes a decision.
UNDECIDED = frozenset(
    {Stage.RECEIVED, Stage.COMPLETION_ASKED, Stage.UNDER_REVIEW, Stage.CONSULTING, Stage.RE_EXAMINATION}
)
# Nothing is owed any more.
FINISHED = frozenset({Stage.CARRIED_OUT, Stage.TRANSFERRED, Stage.LINKED, Stage.CLOSED, Stage.WITHDRAWN})


class TransitionRefused(ForumError):
    """An event cannot happen to a proposal as it stands; the proposal is unchanged. `code` names the rule."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Stop:
    """A time that does not count: a completion (`body` is None) or one body's opinion, asked on `began`.

    It counts as stopped up to its due day at most: nobody's silence stops the clock for ever.
    """

    body: str | None
    began: date
    due: date
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """채택 or 불채택, with its reason; `planned_for` is the planned day of an adoption, postponements included."""

    adopted: bool
    on: date
    reason: str
    planned_for: date | None = None
    notified_on: date | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The state of one proposal.

    `clock_from` is the day whose event the current term of decision counts from: the receipt, a contest's last day, or
    the request for re-examination. `stops`, `committee`, `sheets` and `decision` are those of the current examination.
    `last_on` is the day of the newest event, `ended_on` the day on which the proposal left the ministry's hands.
    """

    id: str
    terms: Terms
    received_on: date
    clock_from: date
    stage: Stage
    last_on: date
    public: bool = True
    contest_closes: date | None = None
    flaw: Flaw | None = None
    stops: tuple[Stop, ...] = ()
    review_started_on: date | None = None
    committee: tuple[Member, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    decision: Decision | None = None
    re_examination: AskedBy | None = None
    asked_again_by_proposer: bool = False
    carried_out_on: date | None = None
    closing: Closing | None = None
    transferred_to: str | None = None
    earlier_id: str | None = None
    ended_on: date | None = None

    @property
    def open_stops(self) -> tuple[Stop, ...]:
        """The completions and opinions that are still awaited."""
        return tuple(stop for stop in self.stops if stop.ended is None)

    @property
    def resting_stage(self) -> Stage:
        """The undecided stage of the proposal while nothing is awaited from anybody else."""
        if self.re_examination:
            return Stage.RE_EXAMINATION
        return Stage.UNDER_REVIEW if self.review_started_on else Stage.RECEIVED
