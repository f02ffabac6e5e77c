from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.central.review.scoring import (
    Criterion,
    Member,
    Sheet,
    committee_problem,
    scoring_problem,
    sheet_problem,
    summary,
    with_sheet,
)
from tests.sync.central.review.cases import sheet

_SCORES = st.integers(1, 5)
_SHEETS = st.lists(
    st.builds(Sheet, st.uuids().map(str), _SCORES, _SCORES, _SCORES, _SCORES, _SCORES), min_size=1, max_size=7
)


def test_a_summary_has_exact_means_and_says_where_reviewers_disagree() -> None:
    found = summary([Sheet("kim", 5, 1, 3, 4, 4), Sheet("lee", 4, 5, 3, 4, 4), Sheet("park", 4, 3, 3, 4, 5)])
    assert found.sheets == 3
    assert found.means[Criterion.FEASIBILITY] == Fraction(13, 3)
    assert found.spreads[Criterion.CREATIVITY] == 4
    assert found.overall == Fraction(56, 15)


@settings(deadline=None)
@given(_SHEETS)
def test_a_mean_lies_between_the_lowest_and_the_highest_score(sheets: list[Sheet]) -> None:
    found = summary(sheets)
    scores = [each.score(criterion) for each in sheets for criterion in Criterion]
    assert min(scores) <= found.overall <= max(scores)
    assert summary(sheets[::-1]) == found


def test_nothing_cannot_be_summarised() -> None:
    with pytest.raises(ValueError, match="no sheet"):
        summary([])


def test_a_reviewers_later_sheet_replaces_the_former() -> None:
    assert with_sheet([sheet("kim", 1), sheet("lee", 2)], sheet("kim", 5)) == (sheet("lee", 2), sheet("kim", 5))


@pytest.mark.parametrize(("score", "fine"), [(0, False), (1, True), (5, True), (6, False)])
def test_scores_go_from_one_to_five(score: int, fine: bool) -> None:
    assert (sheet_problem(sheet("kim", score)) is None) is fine


@pytest.mark.parametrize(
    ("citizens", "others", "fine"),
    [(0, 0, True), (0, 1, False), (1, 1, True), (2, 3, False), (3, 3, True), (5, 0, True)],
)
def test_at_least_half_of_a_committee_are_citizens(citizens: int, others: int, fine: bool) -> None:
    committee = [Member(f"c{n}", citizen=True) for n in range(citizens)]
    committee += [Member(f"o{n}", citizen=False) for n in range(others)]
    assert (committee_problem(committee) is None) is fine


@pytest.mark.parametrize(
    ("scored", "members", "fine"),
    [(0, 0, False), (1, 0, False), (2, 0, True), (2, 3, True), (2, 4, False), (3, 4, True)],
)
def test_several_reviewers_and_most_of_a_committee_have_scored(scored: int, members: int, fine: bool) -> None:
    sheets = [sheet(f"r{n}") for n in range(scored)]
    committee = [Member(f"r{n}", citizen=True) for n in range(members)]
    assert (scoring_problem(sheets, committee, 2) is None) is fine
