"""Moving a proposal on: locked, folded, the event applied and appended, in one transaction; or nothing at all."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day
from sync.central.proposals.folding import folded, state_of
from sync.central.review.clock import apply
from sync.central.review.events import Event, event_record
from sync.central.review.proposal import Proposal
from sync.central.store import proposals
from sync.central.store.access import Access, note_access
from sync.central.store.database import Database


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
    """Record an event inside the caller's transaction."""
    stored = proposals.find_proposal(connection, proposal_id, lock=True)
    if stored is None:
        raise ProposalUnknown("There is no such proposal; nothing was changed.")
    if seen is not None and seen != stored.seq:
        raise ProposalChanged(
            "Somebody else has moved this proposal on meanwhile, and nothing was changed; read it again, then decide."
        )
    today = seoul_day(now)
    before = state_of(proposals.events_of(connection, proposal_id), stored.terms, today)
    after = apply(before, event, today)
    seq = stored.seq + 1
    record = event_record(event)
    proposals.add_event(connection, proposal_id, proposals.StoredEvent(seq, event.on, event.kind, record, staff, now))
    proposals.keep_folded(connection, proposal_id, folded(after, seq, today))
    if staff:
        note_access(connection, Access(now, staff, f"event {event.kind}"[:32], proposal_id, ""))
    return Moved(after, seq)
