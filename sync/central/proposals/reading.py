"""Everything about one proposal that its page shows, read at once."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kiosk.forum.personal_data import masked
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import submission_from_bytes
from sync.central.proposals.folding import state_of
from sync.central.review.deadlines import Deadline, deadline, deadlines
from sync.central.review.proposal import Proposal
from sync.central.review.scoring import Summary, summary
from sync.central.review.similar import are_similar, bands, similarity, unpacked
from sync.central.store import opinions, proposals
from sync.central.store.access import payload_of_receipt
from sync.central.store.attachments import Attachment, attachments_of
from sync.central.store.opinions import Opinion
from sync.central.store.papers import Kind, papers_of
from sync.central.store.proposals import StoredEvent, StoredProposal

_MOST_SIMILAR = 5


@dataclass(frozen=True, slots=True)
class Similar:
    """Another proposal that says nearly the same; `alike` is 0 to 1."""

    proposal_id: str
    title: str
    stage: str
    received_on: date
    alike: float


@dataclass(frozen=True, slots=True)
class Dossier:
    """One proposal, its history, its state on a day, what is due, and what says the same.

    `requests` are the days on which re-examination was asked for from a phone, and why, masked. `sealed` names the
    personal data (contact, proposers) that lie sealed beside it.
    """

    stored: StoredProposal
    events: list[StoredEvent]
    state: Proposal
    owed: Deadline | None
    others: tuple[Deadline, ...]
    summary: Summary | None
    opinions: list[Opinion]
    similar: list[Similar]
    same: list[tuple[str, str, date]]
    earlier: StoredProposal | None
    requests: list[tuple[date, str]]
    sealed: tuple[str, ...]
    attachments: list[Attachment]


def dossier(connection: Connection, proposal_id: str, today: date) -> Dossier | None:
    """Return everything about a proposal, or None where there is none."""
    stored = proposals.find_proposal(connection, proposal_id)
    if stored is None:
        return None
    events = proposals.events_of(connection, proposal_id)
    state = state_of(events, stored.terms, today)
    owed = deadline(state, today)
    return Dossier(
        stored=stored,
        events=events,
        state=state,
        owed=owed,
        others=tuple(each for each in deadlines(state, today) if each != owed),
        summary=summary(state.sheets) if state.sheets else None,
        opinions=opinions.opinions_on(connection, proposal_id),
        similar=similar_to(connection, stored),
        same=proposals.filings_with(connection, proposal_id),
        earlier=proposals.find_proposal(connection, state.earlier_id) if state.earlier_id else None,
        requests=[
            (seoul_day(each.written_at), masked(each.content))
            for each in papers_of(connection, proposal_id, "re-examination")
            if each.content
        ],
        sealed=_sealed(connection, proposal_id),
        attachments=attachments_of(connection, proposal_id),
    )


def _sealed(connection: Connection, proposal_id: str) -> tuple[str, ...]:
    payload = payload_of_receipt(connection, proposal_id)
    kinds: tuple[Kind, ...] = ("contact", "proposers")
    newest = {kind: papers_of(connection, proposal_id, kind)[-1:] for kind in kinds}
    recorded = payload is not None and submission_from_bytes(payload).contact is not None
    return tuple(
        kind for kind, papers in newest.items() if (papers[0].content if papers else recorded and kind == "contact")
    )


def similar_to(connection: Connection, stored: StoredProposal) -> list[Similar]:
    """Return the proposals that say nearly the same, the most similar first."""
    own = unpacked(stored.fingerprint)
    if not own.bins:
        return []
    found = []
    for proposal_id, title, stage, received_on, packed in proposals.candidates(
        connection, bands(own), stored.proposal_id
    ):
        other = unpacked(packed)
        if are_similar(own, other):
            found.append(Similar(proposal_id, title, stage, received_on, similarity(own, other)))
    return sorted(found, key=lambda each: (-each.alike, each.received_on, each.proposal_id))[:_MOST_SIMILAR]
