"""The inbox beside a reading of everything: pages, filters, search, counts and similar proposals, on both databases."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import select, text

from sync.central.central import Central
from sync.central.proposals.deciding import record_event
from sync.central.proposals.overviews import KEPT_FOR, MANY, Overviews
from sync.central.proposals.reading import similar_to
from sync.central.proposals.searching import pairs_of, search_of
from sync.central.review.events import CompletionAsked, Event, ReviewStarted, Transferred
from sync.central.review.similar import are_similar, bands, similarity, unpacked
from sync.central.store import inbox, proposals
from sync.central.store import review_tables as t
from sync.central.store.inbox import Counted, Filter, Found, Order, Overview, Place, listed, place_of
from tests.sync.central.staff.conftest import Arrive
from tests.sync.central.staff.conftest import arrive as arrive
from tests.sync.central.staff.conftest import opened as opened
from tests.sync.central.staff.proposing import submission_of, today

_WORDS = ("여권", "재외국민", "영사관", "긴급", "보호", "관세", "기후", "청소년", "교류", "절차", "안내", "수수료")
_QUERIES = ("여권", "재외국민보호", "긴급 여권", "관세가", "소년 교", "권", "없는말", "수료절")
_FILTERS = (
    Filter(),
    Filter(stages=("received",)),
    Filter(topic="f1"),
    Filter(activity_id="contest"),
    Filter(due="overdue"),
    Filter(due="week"),
    Filter(due="stopped"),
    Filter(due="none"),
    Filter(stages=("under-review",), topic="f2"),
)


@dataclass(frozen=True)
class Whole:
    """One proposal as a reading of the whole table gives it."""

    proposal_id: str
    text: str
    stage: str
    topic: str | None
    activity_id: str
    lane: int
    due_on: date | None
    received_on: date
    fingerprint: bytes


@pytest.fixture
def everything(opened: Central, arrive: Arrive) -> list[Whole]:
    """Let 120 proposals of few words arrive, at many stages and of many days; return them all."""
    chance = Random(7)
    made = []
    for number in range(120):
        words = [chance.choice(_WORDS) + chance.choice(("", "을", "가", " ")) for _ in range(chance.randint(3, 14))]
        field = {} if number % 6 == 0 else {"field": f"f{chance.randint(0, 3)}"}
        activity = "contest" if number % 6 == 0 else "idea"
        made.append(
            submission_of(
                activity,
                days_ago=chance.randint(1, 5 if number % 4 == 3 else 50),
                title=words[0],
                situation=" ".join(words),
                **field,
            )
        )
    arrive(*made)
    for number, each in enumerate(made):
        started: Event = ReviewStarted(on=today())
        moved = Transferred(on=today(), body="산업통상부", reason="소관")
        asked = CompletionAsked(on=today(), due=today() + timedelta(days=30), reason="예산")
        if number % 4:
            event = (started, moved, asked)[number % 4 - 1]
            record_event(opened.database, each.receipt_id, event, "kim", None, datetime.now(UTC))
    names = (
        "proposal_id",
        "search_text",
        "stage",
        "topic",
        "activity_id",
        "lane",
        "due_on",
        "received_on",
        "fingerprint",
    )
    with opened.database.reading() as connection:
        return [Whole(*row) for row in connection.execute(select(*(t.proposal.c[name] for name in names)))]


def test_every_page_count_and_similar_proposal_is_what_a_reading_of_everything_finds(
    opened: Central, everything: list[Whole], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Bounds as small beside these as the real ones beside a million.
    monkeypatch.setattr(inbox, "_FIRST_ROWS", 20)
    monkeypatch.setattr(inbox, "_CANDIDATES", 30)
    searches = [_searching(query) for query in _QUERIES]
    both = _searching("여권", topic="f1", stages=("received",))
    for wanted in (*_FILTERS, *searches, both):
        with opened.database.reading() as connection:
            counted = inbox.count(connection, wanted, today())
        for order in ("urgent", "newest"):
            expected = [each.proposal_id for each in sorted(everything, key=_KEYS[order]) if _fits(each, wanted)]
            assert _pages(opened, wanted, order, 7) == expected, (wanted, order)
            assert _pages(opened, wanted, order, 7, counted=counted) == expected, (wanted, order, counted)
            assert _pages(opened, wanted, order, 7, backwards=True) == expected[::-1], (wanted, order)
        assert counted == Counted(len(expected)) or (
            not counted.is_all and counted.number <= len(expected) and wanted.terms and opened.database.is_postgresql
        )
    _check_bounds(opened, monkeypatch)
    with opened.database.reading() as connection:
        assert (
            connection.execute(text(_AS_MIGRATED.format(_ORDINAL[opened.database.is_postgresql]))).scalar_one() == 120
        )
        for one in everything[:40]:
            stored = proposals.find_proposal(connection, one.proposal_id)
            assert stored is not None
            assert [each.alike for each in similar_to(connection, stored)] == _alike(one, everything)


def test_an_overview_is_kept_only_where_there_is_much_to_count() -> None:
    counts = iter(Overview({"received": number}, []) for number in (3, 4, MANY + 1, MANY + 2, MANY + 3))
    kept, now = Overviews(), datetime(2026, 11, 22, tzinfo=UTC)
    times = (now, now, now, now + KEPT_FOR / 2, now + KEPT_FOR, now + KEPT_FOR)
    seen = [kept.get(lambda: next(counts), each).everything for each in times]
    assert seen == [3, 4, MANY + 1, MANY + 1, MANY + 2, MANY + 2]


_KEYS: dict[Order, Callable[[Whole], tuple[Any, ...]]] = {
    "urgent": lambda each: (each.lane, each.due_on or date.max, each.proposal_id),
    "newest": lambda each: (-each.received_on.toordinal(), -int(each.proposal_id.replace("-", ""), 16)),
}


# What the migration made the inbox's number of; the program computes the same.
_AS_MIGRATED = "SELECT count(*) FROM proposal WHERE urgency = lane * 10000000 + coalesce({}, 9999999)"
_ORDINAL = ("julianday(due_on) - 1721424.5", "due_on - DATE '0001-01-01' + 1")


def _check_bounds(opened: Central, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MOST_COUNTED", 50)
    monkeypatch.setattr(inbox, "MOST_FOUND", 5)
    with opened.database.reading() as connection:
        assert inbox.count(connection, Filter(activity_id="idea"), today()) == Counted(50, False)
        assert inbox.count(connection, Filter(activity_id="contest"), today()) == Counted(20)
        assert inbox.count(connection, _searching("여권"), today()) == Counted(5, False)
        monkeypatch.setattr(inbox, "MOST_COUNTED", 20)
        assert inbox.count(connection, Filter(activity_id="contest"), today()) == Counted(20)


def _searching(query: str, **wanted: object) -> Filter:
    terms = search_of(query).terms
    pairs = tuple({pair for term in terms for pair in pairs_of(term)})
    return Filter(terms=terms, pairs=pairs, **wanted)  # type: ignore[arg-type]


def _fits(each: Whole, wanted: Filter) -> bool:
    week = today() + timedelta(days=7)
    due = {
        None: True,
        "overdue": each.lane == 0 and each.due_on is not None and each.due_on < today(),
        "week": each.lane == 0 and each.due_on is not None and today() <= each.due_on <= week,
        "stopped": each.lane == 1,
        "none": each.lane == 2,
    }
    return (
        (not wanted.stages or each.stage in wanted.stages)
        and wanted.topic in (None, each.topic)
        and wanted.activity_id in (None, each.activity_id)
        and due[wanted.due]
        and all(term in each.text for term in wanted.terms)
    )


def _pages(
    opened: Central,
    wanted: Filter,
    order: Order,
    most: int,
    *,
    backwards: bool = False,
    counted: Counted | None = None,
) -> list[str]:
    """Turn over all pages, going on wherever a search stopped, and return what they list."""
    ids: list[str] = []
    place: Place | None = None
    with opened.database.reading() as connection:
        while True:
            found: Found = listed(connection, wanted, order, today(), most, place, backwards=backwards, counted=counted)
            rows = found.rows[::-1] if backwards else found.rows
            ids += [row.proposal_id for row in rows]
            if found.looked_until:
                place = found.looked_until
            elif len(rows) == most:
                place = place_of(rows[-1], order)
            else:
                return ids


def _alike(one: Whole, everything: list[Whole]) -> list[float]:
    own = unpacked(one.fingerprint)
    others = [unpacked(each.fingerprint) for each in everything if each.proposal_id != one.proposal_id]
    near = [each for each in others if set(bands(own)) & set(bands(each)) and are_similar(own, each)]
    return sorted((similarity(own, each) for each in near), reverse=True)[:5]
