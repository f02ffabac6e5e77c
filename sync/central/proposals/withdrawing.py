"""Withdrawing a proposal for its proposer: what the timeline says and what is erased are one."""

from datetime import datetime

from sync.central.ingest.withdrawals import withdraw_in
from sync.central.proposals.deciding import ProposalUnknown, record_event_in
from sync.central.review.events import Withdrawn
from sync.central.store import proposals, withdrawals
from sync.central.store.database import Database


def withdraw(database: Database, proposal_id: str, event: Withdrawn, staff: str, seen: int, now: datetime) -> None:
    """Record a withdrawal and erase the words, here and at the kiosk: both, or neither.

    Durable when this returns; raises as `record_event` does.
    """
    with database.writing() as connection:
        found = proposals.find_proposal(connection, proposal_id)
        if found is None:
            raise ProposalUnknown("There is no such proposal; nothing was changed.")
        # The kiosk's row first, as everywhere: then nobody waits for this who holds it.
        withdrawals.lock_device_no(connection, found.device_no)
        record_event_in(connection, proposal_id, event, staff, seen, now)
        withdraw_in(connection, found.device_no, proposal_id, now)
