from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.central.review.contests import (
    Award,
    Contest,
    ContestRefused,
    Outcome,
    Phase,
    Prize,
    Standing,
    contest_problem,
    outcome,
    phase,
    second_round,
    standings,
)
from sync.central.review.scoring import Sheet
from tests.sync.central.review.cases import sheet

CONTEST = Contest(
    id="peace-2026",
    opens=date(2026, 11, 1),
    closes=date(2026, 11, 30),
    result_on=date(2026, 12, 30),
    second_round_places=3,
    prizes=(
        Prize("gold", places=1, at_least=Fraction(4)),
        Prize("silver", places=2, at_least=Fraction(3)),
        Prize("bronze", places=2, at_least=Fraction(2)),
    ),
)


def _standings(**means: Fraction | int) -> tuple[Standing, ...]:
    values = sorted(means.items(), key=lambda each: (-each[1], each[0]))
    return tuple(
        Standing(entry, Fraction(mean), 1 + sum(other > mean for other in means.values())) for entry, mean in values
    )


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 31), Phase.ANNOUNCED),
        (date(2026, 11, 1), Phase.OPEN),
        (date(2026, 11, 30), Phase.OPEN),
        (date(2026, 12, 1), Phase.UNDER_REVIEW),
        (date(2026, 12, 29), Phase.UNDER_REVIEW),
        (date(2026, 12, 30), Phase.RESULT_DUE),
    ],
)
def test_a_contest_is_open_from_its_first_to_its_last_day(today: date, expected: Phase) -> None:
    assert phase(CONTEST, today) is expected


@pytest.mark.parametrize(
    "contest",
    [
        replace(CONTEST, opens=date(2026, 12, 1)),
        replace(CONTEST, result_on=date(2026, 11, 30)),
        replace(CONTEST, second_round_places=0),
        replace(CONTEST, prizes=(Prize("gold", 0, Fraction(4)),)),
        replace(CONTEST, prizes=(Prize("gold", 1, Fraction(4)), Prize("gold", 1, Fraction(3)))),
        replace(CONTEST, prizes=(Prize("gold", 1, Fraction(3)), Prize("silver", 1, Fraction(4)))),
    ],
)
def test_rules_that_cannot_hold_are_named(contest: Contest) -> None:
    assert contest_problem(contest)
    assert contest_problem(CONTEST) is None


def test_equal_means_share_a_rank_and_go_on_together() -> None:
    first = standings(
        {
            entry: [sheet("kim", score), sheet("lee", score)]
            for entry, score in zip("abcde", (5, 4, 3, 3, 2), strict=True)
        },
        frozenset({"kim", "lee"}),
    )
    assert [(each.entry, each.rank) for each in first] == [("a", 1), ("b", 2), ("c", 3), ("d", 3), ("e", 5)]
    assert second_round(CONTEST, first) == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    "sheets", [[sheet("kim")], [sheet("kim"), sheet("choi")], [sheet("kim"), sheet("kim"), sheet("lee")]]
)
def test_a_round_is_not_ranked_before_every_reviewer_has_scored_every_entry(sheets: list[Sheet]) -> None:
    with pytest.raises(ContestRefused, match="Entry b"):
        standings({"a": [sheet("kim"), sheet("lee")], "b": sheets}, frozenset({"kim", "lee"}))


def test_prizes_go_from_the_best_down() -> None:
    found = outcome(CONTEST, _standings(a=5, b=4, c=3, d=2))
    assert found.awards == (Award("gold", ("a",), 0), Award("silver", ("b", "c"), 0), Award("bronze", ("d",), 1))
    assert not found.no_winner


def test_a_prize_that_nobody_deserves_is_not_awarded() -> None:
    found = outcome(CONTEST, _standings(a=Fraction(39, 10), b=3))
    assert found.awards == (Award("gold", (), 1), Award("silver", ("a", "b"), 0), Award("bronze", (), 2))


def test_a_contest_may_have_no_winner() -> None:
    assert outcome(CONTEST, _standings(a=1, b=Fraction(3, 2))).no_winner
    assert outcome(CONTEST, ()).no_winner


def test_a_tie_that_does_not_fit_waits_for_the_jury() -> None:
    second = _standings(a=5, b=5, c=3)
    assert outcome(CONTEST, second) == Outcome((), (("gold", ("a", "b")),))
    assert not outcome(CONTEST, second).no_winner
    broken = outcome(CONTEST, second, {"gold": ["b", "a"]})
    assert [award.winners for award in broken.awards] == [("b",), ("a", "c"), ()]


def test_a_tie_for_the_last_place_leaves_the_clear_winners_alone() -> None:
    second = _standings(a=5, b=4, c=Fraction(7, 2), d=Fraction(7, 2))
    assert outcome(CONTEST, second).ties == (("silver", ("c", "d")),)
    assert outcome(CONTEST, second, {"silver": ["d", "c"]}).awards[1].winners == ("b", "d")


@pytest.mark.parametrize("order", [["a"], ["a", "c"], ["a", "b", "b"]])
def test_a_tie_is_broken_only_by_an_order_of_the_tied(order: list[str]) -> None:
    assert outcome(CONTEST, _standings(a=5, b=5, c=3), {"gold": order}).ties


def test_a_tie_that_fits_needs_no_jury() -> None:
    assert outcome(CONTEST, _standings(a=5, b=3, c=3)).awards[1] == Award("silver", ("b", "c"), 0)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abcdefgh"), st.fractions(1, 5, max_denominator=3)))
def test_nobody_wins_twice_and_no_prize_has_more_winners_than_places(means: dict[str, Fraction]) -> None:
    found = outcome(CONTEST, _standings(**means))
    winners = [winner for award in found.awards for winner in award.winners]
    assert len(winners) == len(set(winners))
    for award, prize in zip(found.awards, CONTEST.prizes, strict=False):
        assert len(award.winners) + award.not_awarded == prize.places
        assert all(means[winner] >= prize.at_least for winner in award.winners)
