"""Reading what the public may see: counts, proposals and their steps, thoughts; never a name, a contact or a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, not_, or_, select

from sync.central.store import review_tables as t
from sync.central.store.proposals import StoredEvent, StoredProposal
from sync.central.store.tables import record, withdrawal

# What stays public of a proposal whose proposer opted out of showing its steps: title and result (art. 7).
_RESULTS = ("adopted", "carried-out", "not-adopted")
_COLUMNS = tuple(t.proposal.c[name] for name in StoredProposal.__slots__)


@dataclass(frozen=True, slots=True)
class Countable:
    """A record to be counted."""

    entry: int
    device_no: int
    payload: bytes
    held: str | None


def shown_thoughts(connection: Connection, activity_id: str, most: int) -> list[tuple[str, str]]:
    """Return (language, words) of the thoughts on an activity that staff let through, the newest first."""
    c = t.addition.c
    query = select(c.language, c.text).where(c.state == "shown", c.kind == "statements", c.activity_id == activity_id)
    return [(row.language, row.text) for row in connection.execute(query.order_by(c.no.desc()).limit(most))]


def records_page(connection: Connection, after: int, through: date, most: int) -> list[Countable]:
    """Return the next records of days through one in Seoul, in the order of arrival; withdrawn ones have no words."""
    c = record.c
    rows = connection.execute(
        select(c.entry, c.device_no, c.payload, c.held)
        .where(c.entry > after, c.day <= through, c.payload.is_not(None))
        .order_by(c.entry)
        .limit(most)
    )
    return [Countable(*row) for row in rows]


def shown_ids(connection: Connection, stages: Iterable[str], today: date) -> list[tuple[str, str, bool]]:
    """Return (id, stage, whether its steps are public) of every proposal that the public may see, the newest first."""
    c = t.proposal.c
    query = select(c.proposal_id, c.stage, c.public).where(_shown(stages, today))
    rows = connection.execute(query.order_by(c.received_on.desc(), c.proposal_id))
    return [(row.proposal_id, row.stage, row.public) for row in rows]


def shown_proposals(
    connection: Connection, ids: Sequence[str], stages: Iterable[str], today: date
) -> list[tuple[StoredProposal, list[StoredEvent]]]:
    """Return those of these proposals that the public may see just now, with their events, in the order of the ids."""
    rows = connection.execute(select(*_COLUMNS).where(t.proposal.c.proposal_id.in_(ids), _shown(stages, today)))
    found = {row.proposal_id: StoredProposal(**row._mapping) for row in rows}
    c = t.proposal_event.c
    events: defaultdict[str, list[StoredEvent]] = defaultdict(list)
    for row in connection.execute(
        select(c.proposal_id, c.seq, c.on, c.kind, c.record, c.staff, c.recorded_at)
        .where(c.proposal_id.in_(list(found)))
        .order_by(c.proposal_id, c.seq)
    ):
        events[row.proposal_id].append(StoredEvent(*row[1:]))
    return [(found[each], events[each]) for each in ids if each in found]


def decided_ids(connection: Connection, kinds: Sequence[str], through: date) -> list[str]:
    """Return the proposals with an event of one of these kinds, that of the newest such event first."""
    c = t.proposal_event.c
    newest = func.max(c.on)
    query = (
        select(c.proposal_id)
        .where(c.kind.in_(kinds), c.on <= through)
        .group_by(c.proposal_id)
        .order_by(newest.desc(), c.proposal_id)
    )
    return list(connection.execute(query).scalars())


def reached(
    connection: Connection, through: date, first: date | None = None, last: date | None = None
) -> dict[str, int]:
    """Return how many proposals each kind of event has happened to through a day; or of those received in some days."""
    c = t.proposal_event.c
    query = select(c.kind, func.count(c.proposal_id.distinct())).where(c.on <= through).group_by(c.kind)
    if first is not None and last is not None:
        query = query.join(t.proposal, t.proposal.c.proposal_id == c.proposal_id).where(
            t.proposal.c.received_on.between(first, last)
        )
    return {kind: count for kind, count in connection.execute(query).all()}


def steps_of_received(
    connection: Connection, first: date, last: date, through: date
) -> Iterator[tuple[str, str | None, str, date]]:
    """Yield (id, topic, kind of event, day) of the proposals received in some days, each one's events in order."""
    p, c = t.proposal.c, t.proposal_event.c
    query = (
        select(p.proposal_id, p.topic, c.kind, c.on)
        .join(t.proposal_event, c.proposal_id == p.proposal_id)
        .where(p.received_on.between(first, last), c.on <= through)
        .order_by(p.proposal_id, c.seq)
    )
    for row in connection.execute(query):
        yield row.proposal_id, row.topic, row.kind, row.on


def taken_back(connection: Connection) -> tuple[int, int]:
    """Return how many withdrawals and changes of publicity there have been: where it grew, something may have to go."""
    c = t.proposal_event.c
    changes = select(func.count()).select_from(t.proposal_event).where(c.kind == "publicity-changed")
    withdrawals = select(func.count()).select_from(withdrawal)
    return connection.execute(withdrawals).scalar_one(), connection.execute(changes).scalar_one()


def _shown(stages: Iterable[str], today: date) -> ColumnElement[bool]:
    c = t.proposal.c
    gone = select(withdrawal.c.no).where(
        withdrawal.c.device_no == c.device_no, withdrawal.c.receipt_id == c.proposal_id
    )
    return and_(
        or_(c.public, c.stage.in_(_RESULTS)),
        c.stage.in_(list(stages)),
        or_(c.keep_until.is_(None), c.keep_until >= today),
        not_(gone.exists()),
    )
