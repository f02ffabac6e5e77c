from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from sync.central.review.contest_clock import (
    CONTEST_ALLOWED,
    Awarded,
    ContestEvent,
    ContestStage,
    ContestState,
    EntryScored,
    RoundBegun,
    RulesSet,
    TieBroken,
    contest_apply,
    contest_event,
    contest_fold,
    contest_record,
    entries_of_next_round,
)
from sync.central.review.contests import Award, Contest, ContestRefused, Prize
from sync.central.review.scoring import Member, Sheet

CLOSES = date(2026, 11, 30)
AFTER = CLOSES + timedelta(days=1)
RULES = Contest(
    id="peace",
    opens=date(2026, 11, 1),
    closes=CLOSES,
    result_on=date(2026, 12, 20),
    second_round_places=2,
    prizes=(Prize("gold", 1, Fraction(4)), Prize("silver", 1, Fraction(3))),
)
JURY = (Member("kim", False), Member("lee", True))


def _sheet(reviewer: str, score: int) -> Sheet:
    return Sheet(reviewer, score, score, score, score, score)


def _state(*events: ContestEvent) -> ContestState:
    """Return the state after events, each checked as if it happened just then."""
    state = ContestState()
    for event in events:
        state = contest_apply(state, event, AFTER)
    return state


def _scored(**marks: int) -> list[ContestEvent]:
    return [
        EntryScored(on=AFTER, entry=entry, sheet=_sheet(member.reviewer, mark))
        for entry, mark in marks.items()
        for member in JURY
    ]


SET = RulesSet(on=date(2026, 10, 1), contest=RULES)
FIRST = RoundBegun(on=AFTER, jury=JURY, entries=("a", "b", "c"))
SECOND = RoundBegun(on=AFTER, jury=JURY, entries=("a", "b"))
FIRST_SCORED = _scored(a=5, b=4, c=2)
TO_SECOND = (SET, FIRST, *FIRST_SCORED, SECOND)
NOTHING = (Award("gold", (), 1), Award("silver", (), 1))
AT = {
    ContestStage.PLANNED: (),
    ContestStage.SET_UP: (SET,),
    ContestStage.FIRST_ROUND: (SET, FIRST),
    ContestStage.SECOND_ROUND: TO_SECOND,
    ContestStage.AWARDED: (SET, Awarded(on=AFTER, awards=NOTHING)),
}
TIE = TieBroken(on=AFTER, prize="gold", order=("a", "b"), reason="더 쉬움")
EVENTS: dict[type[ContestEvent], ContestEvent] = {
    RulesSet: replace(SET, on=AFTER),
    RoundBegun: FIRST,
    EntryScored: _scored(a=3)[0],
    TieBroken: TIE,
    Awarded: Awarded(on=AFTER, awards=NOTHING),
}


@pytest.mark.parametrize("stage", list(ContestStage), ids=str)
@pytest.mark.parametrize("kind", list(CONTEST_ALLOWED), ids=lambda kind: kind.__name__)
def test_an_event_is_refused_by_its_stage_exactly_where_the_table_says_so(
    stage: ContestStage, kind: type[ContestEvent]
) -> None:
    state = _state(*AT[stage])
    assert state.stage is stage
    try:
        contest_apply(state, EVENTS[kind], AFTER)
        code = ""
    except ContestRefused as error:
        code = error.code
    assert (code == "stage") == (stage not in CONTEST_ALLOWED[kind])


@pytest.mark.parametrize(
    ("before", "event", "code"),
    [
        ((), RulesSet(on=AFTER, contest=replace(RULES, result_on=CLOSES)), "rules"),
        ((SET,), replace(FIRST, on=CLOSES), "still-open"),
        ((SET,), replace(FIRST, on=AFTER + timedelta(days=1)), "day"),
        ((SET,), replace(FIRST, on=date(2026, 9, 1)), "day"),
        ((SET,), replace(FIRST, jury=JURY[:1]), "small-jury"),
        ((SET,), replace(FIRST, jury=(*JURY, Member("oh", False))), "few-citizens"),
        ((SET,), replace(FIRST, entries=()), "no-entry"),
        ((SET, FIRST), EntryScored(on=AFTER, entry="a", sheet=_sheet("park", 3)), "not-jury"),
        ((SET, FIRST), EntryScored(on=AFTER, entry="z", sheet=_sheet("kim", 3)), "not-entry"),
        ((SET, FIRST), EntryScored(on=AFTER, entry="a", sheet=_sheet("kim", 6)), "sheet"),
        ((SET, FIRST, *FIRST_SCORED[1:]), SECOND, "sheets-awaited"),
        ((SET, FIRST, *FIRST_SCORED), replace(SECOND, entries=("a", "c")), "not-entry"),
        (TO_SECOND, Awarded(on=AFTER, awards=NOTHING), "sheets-awaited"),
        ((*TO_SECOND, *_scored(a=5, b=5)), Awarded(on=AFTER, awards=NOTHING), "ties"),
        ((*TO_SECOND, *_scored(a=5, b=4)), Awarded(on=AFTER, awards=NOTHING), "awards"),
        ((*TO_SECOND, *_scored(a=5, b=4)), TIE, "tie-order"),
        ((*TO_SECOND, *_scored(a=5, b=5)), replace(TIE, order=("a", "a")), "tie-order"),
        ((*TO_SECOND, *_scored(a=5, b=5)), replace(TIE, reason=" "), "tie-reason"),
    ],
)
def test_what_a_contest_does_not_allow_is_refused_by_its_rule(
    before: tuple[ContestEvent, ...], event: ContestEvent, code: str
) -> None:
    with pytest.raises(ContestRefused) as caught:
        contest_apply(_state(*before), event, AFTER)
    assert caught.value.code == code


def test_a_contest_goes_through_two_rounds_and_a_tie_to_its_awards() -> None:
    state = _state(SET, FIRST, *FIRST_SCORED)
    assert entries_of_next_round(state, ()) == ("a", "b")
    state = _state(*TO_SECOND, *_scored(a=5, b=5))
    assert dict(state.outcome.ties) == {"gold": ("a", "b")}
    tie = TieBroken(on=AFTER, prize="gold", order=("b", "a"), reason="더 널리")
    state = _state(*TO_SECOND, *_scored(a=5, b=5), tie)
    assert state.outcome.awards == (Award("gold", ("b",), 0), Award("silver", ("a",), 0))
    events = (*TO_SECOND, *_scored(a=5, b=5), tie, Awarded(on=AFTER, awards=state.outcome.awards))
    assert _state(*events).stage is ContestStage.AWARDED
    assert contest_fold(contest_event(contest_record(each)) for each in events) == _state(*events)


@pytest.mark.parametrize("marks", [{"a": 2, "b": 1}, {}], ids=["none deserves one", "there was no entry"])
def test_a_contest_ends_without_a_winner(marks: dict[str, int]) -> None:
    before = _state(*TO_SECOND, *_scored(**marks)) if marks else _state(SET)
    assert before.outcome.no_winner
    after = contest_apply(before, Awarded(on=AFTER, awards=before.outcome.awards), AFTER)
    assert [award.winners for award in after.awards] == [(), ()]


def test_an_entry_that_was_taken_back_is_left_out_and_nobody_moves_into_its_award() -> None:
    gone = frozenset({"a"})
    scored = (*TO_SECOND, *_scored(a=5, b=4))
    assert contest_fold(scored, gone).outcome.awards[0] == Award("gold", ("b",), 0)
    awarded = Awarded(on=AFTER, awards=_state(*scored).outcome.awards)
    after = contest_fold((*scored, awarded), gone)
    assert [award.winners for award in after.awards] == [(), ("b",)]
