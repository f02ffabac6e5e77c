"""Contests that are over, for the public pages: one with a winner, one without, one that is not announced yet."""

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

from kiosk.forum.packs import Pack, read_pack
from sync.central.central import Central
from sync.central.proposals.contests import contest_file, record_step
from sync.central.review.contest_clock import Awarded, ContestEvent, EntryScored, RoundBegun, RulesSet
from sync.central.review.contests import Contest, Prize
from sync.central.review.scoring import Member, Sheet
from tests.sync.central.public.scenes import Forum, ago

JURY = (Member("kim", False), Member("lee", True))
OPENS, CLOSES = ago(40), ago(9)


def contest_pack() -> Pack:
    """Return a pack of three calls that are closed."""
    question = {"id": "title", "type": "text", "max_length": 500, "label": {"ko": "제목", "en": "Title"}}

    def call(name: str, korean: str, english: str) -> dict[str, Any]:
        title = {"ko": korean, "en": english}
        period = {"opens": str(OPENS), "closes": str(CLOSES)}
        return {"id": name, "kind": "call", "title": title, "questions": [question], **period}

    return read_pack(
        {
            "id": "contests",
            "version": 1,
            "languages": ["ko", "en"],
            "title": {"ko": "공모", "en": "Contests"},
            "activities": [
                call("ideas", "공공외교 아이디어 공모", "Ideas for public diplomacy"),
                call("slogan", "표어 공모", "A slogan"),
                call("later", "아직 발표하지 않은 공모", "Not announced yet"),
            ],
        }
    )


def hold_contests(forum: Forum, winning_title: str) -> str:
    """Let two entries come in, have both rounds scored, settle all three; return the winner's receipt."""
    entries = forum.arrive(forum.visit("ideas", {"title": each}, days_ago=12) for each in (winning_title, "진 응모작"))
    marks = dict(zip(entries, (5, 2), strict=True))
    on = ago(5)
    begun = RoundBegun(on=on, jury=JURY, entries=tuple(entries))
    scored = [
        EntryScored(on=on, entry=entry, sheet=Sheet(each.reviewer, mark, mark, mark, mark, mark))
        for entry, mark in marks.items()
        for each in JURY
    ]
    _hold(forum.central, "ideas", ago(3), begun, *scored, begun, *scored)
    _hold(forum.central, "slogan", ago(2))
    _hold(forum.central, "later", ago(-3))
    return entries[0]


def _hold(central: Central, activity_id: str, result_on: date, *between: ContestEvent) -> None:
    prizes = (Prize("최우수상", 1, Fraction(4)), Prize("장려상", 2, Fraction(3)))
    rules = Contest(activity_id, OPENS, CLOSES, result_on, 2, prizes)
    with central.database.reading() as connection:
        found = contest_file(connection, central.shelf, activity_id)
    assert found is not None
    for event in (RulesSet(on=ago(20), contest=rules), *between):
        record_step(central.database, found.activity, lambda _, event=event: event, "kim", datetime.now(UTC))  # type: ignore[misc]
    record_step(
        central.database,
        found.activity,
        lambda now: Awarded(on=ago(4), awards=now.state.outcome.awards),
        "kim",
        datetime.now(UTC),
    )
