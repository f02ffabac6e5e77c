"""Where a proposal stands, as its proposer follows it: out of the same events that staff see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from kiosk.forum.seoul import seoul_day
from sync.central.central import Central
from sync.central.online.held import Held
from sync.central.proposals.completing import is_completable
from sync.central.proposals.folding import state_of
from sync.central.proposals.intake import bring_up_to_date
from sync.central.review.deadlines import Deadline, Duty, deadline
from sync.central.review.decision_rules import last_day_to_ask_again
from sync.central.review.events import AskedBy
from sync.central.review.proposal import Proposal, Stage
from sync.central.store import proposals
from sync.central.store.proposals import StoredEvent, StoredProposal

# Scores, members and the wish about publicity are no steps; what the proposer wrote is not shown here.
_STEPS = frozenset(
    {
        "received", "completion-asked", "completed", "review-started", "opinion-asked", "opinion-received",
        "opinion-waived", "transferred", "linked", "unlinked", "adopted", "refused", "notified", "postponed",
        "carried-out", "re-examination-asked", "closed",
    }
)  # fmt: skip
# What is still to come at each stage, where all goes well; what the ministry owes next comes with its day.
_AHEAD = {
    Stage.RECEIVED: ("review-started", "decided", "notified"),
    Stage.COMPLETION_ASKED: ("completed", "review-started", "decided", "notified"),
    Stage.UNDER_REVIEW: ("decided", "notified"),
    Stage.CONSULTING: ("opinion-received", "decided", "notified"),
    Stage.RE_EXAMINATION: ("decided", "notified"),
    Stage.ADOPTED: ("notified", "carried-out"),
    Stage.NOT_ADOPTED: ("notified",),
}
_OWED = {"decided": Duty.DECIDE, "notified": Duty.NOTIFY, "carried-out": Duty.CARRY_OUT}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its kind, its day, and what the ministry said with it."""

    kind: str
    on: date
    said: str
    body: str
    planned_for: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal on a day: its state, what the ministry owes next, and its steps."""

    stored: StoredProposal
    state: Proposal
    steps: tuple[Step, ...]
    owed: Deadline | None
    today: date

    @property
    def ahead(self) -> tuple[tuple[str, date | None], ...]:
        """The steps that are still to come, and until which day where the ministry owes it now."""
        told = self.state.decision is not None and self.state.decision.notified_on is not None
        kinds = [kind for kind in _AHEAD.get(self.state.stage, ()) if not (told and kind == "notified")]
        return tuple((kind, self._due(kind)) for kind in kinds)

    def _due(self, kind: str) -> date | None:
        return self.owed.day if self.owed and self.owed.what is _OWED.get(kind) and not self.owed.stopped else None

    @property
    def is_completable(self) -> bool:
        """Tell whether the proposer can add words and files today."""
        return is_completable(self.state, self.today)

    @property
    def completion_due(self) -> date | None:
        """The day until which a completion is awaited."""
        return next((stop.due for stop in self.state.open_stops if stop.body is None), None)

    @property
    def last_day_to_ask_again(self) -> date | None:
        """The last day for the proposer to ask for re-examination, past or not; None where it cannot be asked."""
        return last_day_to_ask_again(self.state, AskedBy.PROPOSER)

    @property
    def may_ask_again(self) -> bool:
        """Tell whether the proposer may ask for re-examination today."""
        last = self.last_day_to_ask_again
        return last is not None and self.today <= last

    @property
    def answer(self) -> Step | None:
        """What the ministry last told: its decision, what it did, why it closed or sent on, or what it asks for."""
        kinds = {
            Stage.ADOPTED: ("adopted", "postponed"),
            Stage.NOT_ADOPTED: ("refused",),
            Stage.CARRIED_OUT: ("carried-out",),
            Stage.CLOSED: ("closed",),
            Stage.TRANSFERRED: ("transferred",),
            Stage.COMPLETION_ASKED: ("completion-asked",),
        }.get(self.state.stage, ())
        return next((step for step in reversed(self.steps) if step.kind in kinds), None)


def standing_of(central: Central, held: Held, now: datetime) -> Standing | None:
    """Return where a held proposal stands; None for other activities, and until the kiosk itself has sent it."""
    if not held.is_proposal:
        return None
    with central.database.reading() as connection:
        found = standing(connection, held.receipt_id, seoul_day(now))
    if found is None and held.confirmed:
        bring_up_to_date(central, now)
        with central.database.reading() as connection:
            found = standing(connection, held.receipt_id, seoul_day(now))
    return found


def standing(connection: Connection, proposal_id: str, today: date, *, lock: bool = False) -> Standing | None:
    """Return where a proposal stands, held until the transaction ends where `lock` says so."""
    stored = proposals.find_proposal(connection, proposal_id, lock=lock)
    if stored is None:
        return None
    events = proposals.events_of(connection, proposal_id)
    state = state_of(events, stored.terms, today)
    return Standing(stored, state, _steps(events), deadline(state, today), today)


def _steps(events: Sequence[StoredEvent]) -> tuple[Step, ...]:
    return tuple(_step(event) for event in events if event.kind in _STEPS)


def _step(event: StoredEvent) -> Step:
    said = event.record
    planned = said.get("planned_for")
    reason = "" if event.kind == "re-examination-asked" else said.get("how") or said.get("reason") or ""
    return Step(event.kind, event.on, reason, said.get("body") or "", date.fromisoformat(planned) if planned else None)
