"""From stored events to a proposal's state, and from its state to what the inbox sorts by."""

from collections.abc import Iterable
from datetime import date

from sync.central.review.clock import fold
from sync.central.review.deadlines import deadline, keep_until
from sync.central.review.events import event_of_record
from sync.central.review.proposal import Proposal
from sync.central.review.terms import FORUM_TERMS, THIRTY_DAY_TERMS, Terms
from sync.central.store.proposals import Folded, StoredEvent

# A proposal keeps the terms that it came in under, by their name.
TERMS: dict[str, Terms] = {"one-month": FORUM_TERMS, "thirty-days": THIRTY_DAY_TERMS}
NEWEST_TERMS = "thirty-days"
RUNNING, STOPPED, NOTHING_OWED = 0, 1, 2


def state_of(events: Iterable[StoredEvent], terms: str, today: date) -> Proposal:
    """Return what stored events add up to; events of a day to come cannot have been stored."""
    return fold((event_of_record(event.record) for event in events), today, TERMS[terms])


def folded(proposal: Proposal, seq: int, today: date) -> Folded:
    """Return what the inbox keeps of a proposal's state on a day."""
    owed = deadline(proposal, today)
    return Folded(
        seq=seq,
        stage=proposal.stage.value,
        public=proposal.public,
        lane=NOTHING_OWED if owed is None else STOPPED if owed.stopped else RUNNING,
        duty=owed.what.value if owed else None,
        due_on=owed.day if owed else None,
        days_left=owed.days_left if owed else None,
        keep_until=keep_until(proposal),
        earlier_id=proposal.earlier_id,
        folded_on=today,
    )
