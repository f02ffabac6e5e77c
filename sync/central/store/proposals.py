"""Proposals and their events: writing under a lock, and reading one back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.central.store import review_tables as t
from sync.central.store.attachments import remove_attachments
from sync.central.store.papers import empty_papers
from sync.central.store.urgency import urgency


@dataclass(frozen=True, slots=True)
class KeptWords:
    """A proposal's masked words, and what finds them."""

    title: str
    parts: list[dict[str, Any]]
    search_text: str
    pairs: list[int]
    fingerprint: bytes
    bands: Sequence[int]


@dataclass(frozen=True, slots=True)
class NewProposal:
    """A proposal as it comes in."""

    proposal_id: str
    device_no: int
    activity_id: str
    kind: str
    topic: str | None
    language: str
    channel: str
    terms: str
    received_on: date
    words: KeptWords


@dataclass(frozen=True, slots=True)
class Folded:
    """What a proposal's events add up to on a day, as the inbox sorts it."""

    seq: int
    stage: str
    public: bool
    lane: int
    duty: str | None
    due_on: date | None
    days_left: int | None
    keep_until: date | None
    earlier_id: str | None
    folded_on: date


@dataclass(frozen=True, slots=True)
class StoredProposal:
    """A proposal as it lies in the database, without its events."""

    proposal_id: str
    device_no: int
    activity_id: str
    kind: str
    topic: str | None
    language: str
    channel: str
    title: str
    parts: list[dict[str, Any]]
    fingerprint: bytes
    terms: str
    received_on: date
    seq: int
    stage: str
    public: bool
    earlier_id: str | None
    keep_until: date | None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One event, who recorded it (empty: the forum itself) and when."""

    seq: int
    on: date
    kind: str
    record: dict[str, Any]
    staff: str
    recorded_at: datetime


def add_proposal(connection: Connection, new: NewProposal, folded: Folded, first: dict[str, Any], at: datetime) -> bool:
    """Add a proposal with its first event; False where it is there already, and nothing changed."""
    kind = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    values = {name: getattr(new, name) for name in NewProposal.__slots__ if name != "words"}
    values |= _words(connection, new.words)
    statement = kind(t.proposal).values(**values, **_values(folded)).on_conflict_do_nothing()
    if connection.execute(statement.returning(t.proposal.c.proposal_id)).first() is None:
        return False
    _add_bands(connection, new.proposal_id, new.words)
    add_event(connection, new.proposal_id, StoredEvent(1, new.received_on, first["kind"], first, "", at))
    return True


def keep_words(connection: Connection, proposal_id: str, words: KeptWords) -> None:
    """Exchange a proposal's words for its completed ones."""
    ours = t.proposal.c.proposal_id == proposal_id
    connection.execute(update(t.proposal).where(ours).values(**_words(connection, words)))
    connection.execute(delete(t.proposal_band).where(t.proposal_band.c.proposal_id == proposal_id))
    _add_bands(connection, proposal_id, words)


def add_event(connection: Connection, proposal_id: str, event: StoredEvent) -> None:
    """Append an event; the database refuses a place that is taken."""
    values = {name: getattr(event, name) for name in StoredEvent.__slots__}
    connection.execute(insert(t.proposal_event).values(proposal_id=proposal_id, **values))


def keep_folded(connection: Connection, proposal_id: str, folded: Folded) -> None:
    """Keep what a proposal's events add up to."""
    connection.execute(update(t.proposal).where(t.proposal.c.proposal_id == proposal_id).values(**_values(folded)))


def find_proposal(connection: Connection, proposal_id: str, *, lock: bool = False) -> StoredProposal | None:
    """Return a proposal, held until the transaction ends where `lock` says so."""
    query = select(*_COLUMNS).where(t.proposal.c.proposal_id == proposal_id)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else StoredProposal(**row._mapping)


def known(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return which of these receipts are proposals."""
    query = select(t.proposal.c.proposal_id).where(t.proposal.c.proposal_id.in_(list(ids)))
    return set(connection.execute(query).scalars())


def events_of(connection: Connection, proposal_id: str) -> list[StoredEvent]:
    """Return a proposal's events, oldest first."""
    c = t.proposal_event.c
    rows = connection.execute(
        select(c.seq, c.on, c.kind, c.record, c.staff, c.recorded_at)
        .where(c.proposal_id == proposal_id)
        .order_by(c.seq)
    )
    return [StoredEvent(*row) for row in rows]


def filings_with(connection: Connection, earlier_id: str) -> list[tuple[str, str, date]]:
    """Return (id, title, day) of what was linked to a proposal as its duplicate."""
    c = t.proposal.c
    rows = connection.execute(
        select(c.proposal_id, c.title, c.received_on).where(c.earlier_id == earlier_id).order_by(c.received_on)
    )
    return [(row.proposal_id, row.title, row.received_on) for row in rows]


def candidates(connection: Connection, bands: Iterable[int], but: str) -> list[tuple[str, str, str, date, bytes]]:
    """Return (id, title, stage, day, fingerprint) of what shares a band: the likeliest hundred."""
    band, c = t.proposal_band.c, t.proposal.c
    shared = (
        select(band.proposal_id, func.count().label("shared"))
        .where(band.band.in_(list(bands)), band.proposal_id != but)
        .group_by(band.proposal_id)
        .order_by(func.count().desc())
        .limit(100)
        .subquery()
    )
    rows = connection.execute(
        select(c.proposal_id, c.title, c.stage, c.received_on, c.fingerprint).join(
            shared, shared.c.proposal_id == c.proposal_id
        )
    )
    return [(row.proposal_id, row.title, row.stage, row.received_on, row.fingerprint) for row in rows]


def to_fold_again(connection: Connection, today: date, stopped_lane: int, most: int) -> list[str]:
    """Return proposals whose clock stood still when they were last looked at, on an earlier day."""
    c = t.proposal.c
    query = select(c.proposal_id).where(c.lane == stopped_lane, c.folded_on < today).limit(most)
    return list(connection.execute(query).scalars())


def erase_words(connection: Connection, proposal_id: str) -> None:
    """Erase what a proposal, its visitor's additions, papers and attachments said; the events stay."""
    blank: dict[str, Any] = {"title": "", "parts": [], "search_text": "", "fingerprint": b"\0\0\0\0", "topic": None}
    if connection.dialect.name == "postgresql":
        blank["pairs"] = []
    connection.execute(update(t.proposal).where(t.proposal.c.proposal_id == proposal_id).values(**blank))
    connection.execute(delete(t.proposal_band).where(t.proposal_band.c.proposal_id == proposal_id))
    connection.execute(delete(t.addition).where(t.addition.c.receipt_id == proposal_id))
    empty_papers(connection, proposal_id)
    remove_attachments(connection, proposal_id)


_COLUMNS = tuple(t.proposal.c[name] for name in StoredProposal.__slots__)


def _values(folded: Folded) -> dict[str, Any]:
    values = {name: getattr(folded, name) for name in Folded.__slots__}
    return values | {"urgency": urgency(folded.lane, folded.due_on)}


def _words(connection: Connection, words: KeptWords) -> dict[str, Any]:
    values = {name: getattr(words, name) for name in KeptWords.__slots__ if name != "bands"}
    return values if connection.dialect.name == "postgresql" else values | {"pairs": None}


def _add_bands(connection: Connection, proposal_id: str, words: KeptWords) -> None:
    if words.bands:
        rows = [{"band": band, "proposal_id": proposal_id} for band in set(words.bands)]
        connection.execute(insert(t.proposal_band), rows)
