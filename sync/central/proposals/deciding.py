"""Moving a proposal on: locked, folded, the event applied and appended, in one transaction; or nothing at all."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day
from sync.central.proposals.folding import folded, state_of
from sync.central.review.clock import apply
from sync.central.review.closing_rules import check_priority
from sync.central.review.events import Event, Linked, Unlinked, Withdrawn, event_record
from sync.central.review.proposal import Proposal
from sync.central.store import proposals
from sync.central.store.access import Access, note_access
from sync.central.store.database import Database

# A proposer reads it, in the language in which staff write their reasons.
_FIRST_WITHDRAWN = "먼저 접수된 제안이 취하되었습니다."


class ProposalUnknown(ForumError):
    """There is no such proposal."""


class ProposalChanged(ForumError):
    """Somebody else has moved the proposal on meanwhile."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The state after an event, and the number that the event got."""

    state: Proposal
    seq: int


def record_event(
    database: Database, proposal_id: str, event: Event, staff: str, seen: int | None, now: datetime
) -> Moved:
    """Record an event; `seen` is the number of the last event that its author saw (None: whatever it is).

    Durable when this returns. Raises TransitionRefused, ProposalChanged or ProposalUnknown with nothing changed.
    """
    with database.writing() as connection:
        return record_event_in(connection, proposal_id, event, staff, seen, now)


def record_event_in(
    connection: Connection, proposal_id: str, event: Event, staff: str, seen: int | None, now: datetime
) -> Moved:
    """Record an event inside the caller's transaction, and what follows from it for its duplicates."""
    today = seoul_day(now)
    if isinstance(event, Linked):
        _check_priority(connection, proposal_id, event.earlier_id, today)
    stored = proposals.find_proposal(connection, proposal_id, lock=True)
    if stored is None:
        raise ProposalUnknown("There is no such proposal; nothing was changed.")
    if seen is not None and seen != stored.seq:
        raise ProposalChanged(
            "Somebody else has moved this proposal on meanwhile, and nothing was changed; read it again, then decide."
        )
    before = state_of(proposals.events_of(connection, proposal_id), stored.terms, today)
    after = apply(before, event, today)
    seq = stored.seq + 1
    record = event_record(event)
    proposals.add_event(connection, proposal_id, proposals.StoredEvent(seq, event.on, event.kind, record, staff, now))
    proposals.keep_folded(connection, proposal_id, folded(after, seq, today))
    if staff:
        note_access(connection, Access(now, staff, f"event {event.kind}"[:32], proposal_id, ""))
    if isinstance(event, Linked | Withdrawn):
        _move_duplicates(connection, proposal_id, event, staff, now)
    return Moved(after, seq)


def _check_priority(connection: Connection, proposal_id: str, earlier_id: str, today: date) -> None:
    # In one order, so that two who link two proposals to each other do not wait for each other.
    held = {each: proposals.find_proposal(connection, each, lock=True) for each in sorted((proposal_id, earlier_id))}
    earlier = held[earlier_id]
    if earlier and earlier_id != proposal_id:
        check_priority(state_of(proposals.events_of(connection, earlier_id), earlier.terms, today))


def _move_duplicates(
    connection: Connection, proposal_id: str, event: Linked | Withdrawn, staff: str, now: datetime
) -> None:
    """Link a proposal's duplicates to the earlier one that it is linked to; without one they are reviewed again."""
    on = seoul_day(now)
    for duplicate, _, _ in proposals.filings_with(connection, proposal_id):
        moved: Event = (
            Linked(on=on, earlier_id=event.earlier_id, earlier_received_on=event.earlier_received_on)
            if isinstance(event, Linked)
            else Unlinked(on=on, reason=_FIRST_WITHDRAWN)
        )
        record_event_in(connection, duplicate, moved, staff, None, now)
