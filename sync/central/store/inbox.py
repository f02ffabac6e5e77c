"""The inbox: proposals filtered, searched, and sorted by what is due first; it stays quick among a million.

Pages follow one another by the place of their last row, which an index finds at once wherever it is. Nothing is counted
or looked through without an end: a count stops at a bound and says so, and a search that has looked through enough
tells where it stopped, so that one can go on from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, select, true, tuple_
from sqlalchemy import cast as cast_to
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import BigInteger

from sync.central.store import review_tables as t
from sync.central.store.urgency import urgency

Due = Literal["overdue", "week", "stopped", "none"]
Order = Literal["urgent", "newest"]
MOST_COUNTED = 10_000
MOST_FOUND = 300
# What a search reads at most at a time: a text takes some 20 µs. A word that one in fifty proposals has fills a page
# from the first rows of any order; of a rarer one the index finds so few among a million that sorting them is quick.
_FIRST_ROWS = 2_000
_CANDIDATES = 5_000


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; empty fields ask for nothing. `pairs` only speed up `terms`."""

    stages: tuple[str, ...] = ()
    kind: str | None = None
    topic: str | None = None
    activity_id: str | None = None
    due: Due | None = None
    terms: tuple[str, ...] = ()
    pairs: tuple[int, ...] = ()
    ids: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the inbox; `days_left` is that of a stopped clock, `same` counts the duplicates linked to it."""

    proposal_id: str
    title: str
    kind: str
    activity_id: str
    device_no: int
    topic: str | None
    language: str
    stage: str
    lane: int
    urgency: int
    duty: str | None
    due_on: date | None
    days_left: int | None
    received_on: date
    earlier_id: str | None
    same: int


@dataclass(frozen=True, slots=True)
class Place:
    """A row's place in an order: what it is sorted by (a day as its ordinal), and its id."""

    key: int
    proposal_id: str


@dataclass(frozen=True, slots=True)
class Found:
    """Rows in order; `looked_until` is set where a search stopped before it had looked through everything."""

    rows: list[Listed]
    looked_until: Place | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A number, or the least that it is where counting stopped at its bound."""

    number: int
    is_all: bool = True


@dataclass(frozen=True, slots=True)
class Overview:
    """How many stand in each stage, and (activity, topic, a device that knows their words) of everything received."""

    stages: dict[str, int]
    topics: list[tuple[str, str, int]]

    @property
    def everything(self) -> int:
        """How many proposals there are."""
        return sum(self.stages.values())


def place_of(row: Listed, order: Order) -> Place:
    """Return a row's place in an order."""
    return Place(row.urgency if order == "urgent" else row.received_on.toordinal(), row.proposal_id)


def listed(
    connection: Connection,
    wanted: Filter,
    order: Order,
    today: date,
    most: int,
    start: Place | None = None,
    *,
    backwards: bool = False,
    counted: Counted | None = None,
) -> Found:
    """Return the rows after a place, or those before it, from the beginning (the end) where there is none.

    Who has counted all that the filter finds spares a search two of its looks.
    """
    way = _Way(order, backwards)
    if wanted.terms and connection.dialect.name == "postgresql":
        ids, until = _searched(connection, wanted, way, today, most, start, bool(counted and counted.is_all))
    else:
        query = _narrowed(select(t.proposal.c.proposal_id), wanted, today).where(_contains(connection, wanted.terms))
        ids, until = list(connection.execute(way.sorted(query, start).limit(most)).scalars()), None
    return Found(_lines(connection, ids[::-1] if backwards else ids), until)


def count(connection: Connection, wanted: Filter, today: date) -> Counted:
    """Return how many proposals a filter finds, up to a bound."""
    most = MOST_FOUND if wanted.terms else MOST_COUNTED
    query = _narrowed(select(t.proposal.c.proposal_id), wanted, today)
    if wanted.terms and connection.dialect.name == "postgresql":
        return _count_found(connection, query.where(_with_pairs(wanted.pairs)).limit(_CANDIDATES), wanted.terms, most)
    number = _number(connection, query.where(_contains(connection, wanted.terms)).limit(most + 1))
    return Counted(min(number, most), number <= most)


def _count_found(connection: Connection, query: Select[Any], terms: Sequence[str], most: int) -> Counted:
    """Count those of a search's candidates whose text has every term; the candidates are looked for once."""
    found, text = query.cte("found").prefix_with("MATERIALIZED"), t.proposal.alias("text")
    fits = select(_contains(connection, terms, text.c.search_text)).where(text.c.proposal_id == found.c.proposal_id)
    fitting = select(literal(1)).select_from(found).where(fits.scalar_subquery()).limit(most + 1).subquery()
    counted = select(func.count().label("number")).select_from(fitting).subquery()
    everything = select(func.count()).select_from(found).scalar_subquery()
    row = connection.execute(
        select(counted.c.number, case((counted.c.number <= most, everything), else_=_CANDIDATES))
    ).one()
    if row[0] > most:
        return Counted(most, False)
    # Only a search that found less than its bound may have missed some, where there were more to look through.
    return Counted(row[0], row[1] < _CANDIDATES)


def due_counts(connection: Connection, today: date) -> dict[Due, Counted]:
    """Return how many are overdue, due within the week, and stopped."""
    kinds: tuple[Due, ...] = ("overdue", "week", "stopped")
    return {due: count(connection, Filter(due=due), today) for due in kinds}


def overview(connection: Connection) -> Overview:
    """Return what there is; it reads the whole table once."""
    c = t.proposal.c
    topic = func.coalesce(c.topic, "")
    stages: dict[str, int] = {}
    topics: dict[tuple[str, str], int] = {}
    query = select(c.stage, c.activity_id, topic, func.min(c.device_no), func.count())
    for stage, activity, chosen, device_no, number in connection.execute(query.group_by(c.stage, c.activity_id, topic)):
        stages[stage] = stages.get(stage, 0) + number
        topics[activity, chosen] = min(device_no, topics.get((activity, chosen), device_no))
    return Overview(stages, [(*each, device_no) for each, device_no in sorted(topics.items())])


@dataclass(frozen=True, slots=True)
class _Way:
    order: Order
    backwards: bool

    @property
    def column(self) -> ColumnElement[Any]:
        return t.proposal.c.urgency if self.order == "urgent" else t.proposal.c.received_on

    @property
    def rises(self) -> bool:
        return (self.order == "urgent") != self.backwards

    def sorted(self, query: Select[Any], start: Place | None) -> Select[Any]:
        """Return a query of proposals in this order, after a place."""
        return self.by(self.after(query, start), self.column, t.proposal.c.proposal_id)

    def after(self, query: Select[Any], start: Place | None) -> Select[Any]:
        """Return a query of proposals that come after a place in this order, all where there is none."""
        place = tuple_(self.column, t.proposal.c.proposal_id)
        if start:
            key = start.key if self.order == "urgent" else date.fromordinal(start.key)
            after = tuple_(literal(key, self.column.type), literal(start.proposal_id, t.proposal.c.proposal_id.type))
            query = query.where(place > after if self.rises else place < after)
        return query

    def by(self, query: Select[Any], *columns: ColumnElement[Any]) -> Select[Any]:
        """Return a query sorted by columns in this direction."""
        return query.order_by(*(each if self.rises else each.desc() for each in columns))


def _searched(
    connection: Connection, wanted: Filter, way: _Way, today: date, most: int, start: Place | None, is_all: bool
) -> tuple[list[str], Place | None]:
    """Look through the first rows of the order, which frequent words fill; otherwise through what the index finds.

    Where that is no more than a search looks through (`is_all`), the index has it at once, and nothing was missed.
    """
    c = t.proposal.c
    query = way.after(_narrowed(select(c.proposal_id, way.column.label("key")), wanted, today), start)
    bound = _FIRST_ROWS if wanted.pairs else _CANDIDATES
    rows = way.by(query, way.column, c.proposal_id).limit(bound).subquery()
    ids = [] if is_all and wanted.pairs else _matching(connection, rows, wanted.terms, way, most)
    if len(ids) < most and wanted.pairs:
        bound = _CANDIDATES
        # Materialized, or PostgreSQL would walk through the order and unpack each row's pairs.
        found = query.where(_with_pairs(wanted.pairs)).cte("found").prefix_with("MATERIALIZED")
        rows = way.by(select(found), found.c.key, found.c.proposal_id).limit(bound).subquery()
        ids = _matching(connection, rows, wanted.terms, way, most)
    if len(ids) == most or is_all:
        return ids, None
    last = connection.execute(way.by(select(rows), rows.c.key, rows.c.proposal_id).offset(bound - 1)).one_or_none()
    if last is None:
        return ids, None
    return ids, Place(last.key if way.order == "urgent" else last.key.toordinal(), last.proposal_id)


def _matching(connection: Connection, rows: Any, terms: Sequence[str], way: _Way, most: int) -> list[str]:
    # A text is read, from beside its row, only when its turn comes.
    text = t.proposal.alias("text")
    fits = select(_contains(connection, terms, text.c.search_text)).where(text.c.proposal_id == rows.c.proposal_id)
    query = way.by(select(rows.c.proposal_id).where(fits.scalar_subquery()), rows.c.key, rows.c.proposal_id)
    return list(connection.execute(query.limit(most)).scalars())


def _narrowed(query: Select[Any], wanted: Filter, today: date) -> Select[Any]:
    c = t.proposal.c
    if wanted.stages:
        query = query.where(c.stage.in_(wanted.stages))
    for column, value in ((c.kind, wanted.kind), (c.topic, wanted.topic), (c.activity_id, wanted.activity_id)):
        if value:
            query = query.where(column == value)
    match wanted.due:
        case "overdue":
            query = query.where(c.urgency < urgency(0, today))
        case "week":
            query = query.where(c.urgency.between(urgency(0, today), urgency(0, today + timedelta(days=7))))
        case "stopped":
            query = query.where(c.urgency.between(urgency(1, date.min), urgency(1, None)))
        case "none":
            query = query.where(c.urgency >= urgency(2, date.min))
    if wanted.ids:
        query = query.where(c.proposal_id.between(*wanted.ids))
    return query


def _contains(
    connection: Connection, terms: Sequence[str], text: ColumnElement[str] = t.proposal.c.search_text
) -> ColumnElement[bool]:
    find = func.strpos if connection.dialect.name == "postgresql" else func.instr
    return and_(true(), *(find(text, term) > 0 for term in terms))


def _with_pairs(pairs: Sequence[int]) -> ColumnElement[bool]:
    return t.proposal.c.pairs.contains(cast_to(list(pairs), ARRAY(BigInteger))) if pairs else true()


def _lines(connection: Connection, ids: Sequence[str]) -> list[Listed]:
    c, other = t.proposal.c, t.proposal.alias("other")
    same = select(func.count()).where(other.c.earlier_id == c.proposal_id).scalar_subquery().label("same")
    columns = [c[name] for name in Listed.__slots__ if name != "same"]
    rows = {row.proposal_id: row for row in connection.execute(select(*columns, same).where(c.proposal_id.in_(ids)))}
    # One that was erased between the two reads is left out.
    return [Listed(**rows[each]._mapping) for each in ids if each in rows]


def _number(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())
