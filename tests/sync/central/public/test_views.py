"""What is worth drawing of a question, and which stage the public sees."""

import pytest

from sync.central.public.suggestions import shown_stage
from sync.central.public.views import Bar, QuestionView
from sync.central.review.proposal import Stage


def _bar(people: str, length: int) -> Bar:
    return Bar("답", "a", 0, length, people, "")


@pytest.mark.parametrize(
    ("bars", "is_telling"),
    [
        ((), False),
        ((_bar("", 0), _bar("", 0)), False),
        ((_bar("0", 0), _bar("", 0)), False),
        ((_bar("0", 0), _bar("12", 400)), True),
    ],
    ids=["none", "all held back", "zeros beside what is held back", "a count"],
)
def test_question_is_drawn_where_a_count_is_shown(bars: tuple[Bar, ...], is_telling: bool) -> None:
    assert QuestionView("single", "?", "", (), bars, (), False).is_telling is is_telling


@pytest.mark.parametrize(
    ("stage", "public", "shown"),
    [
        ("carried-out", True, Stage.CARRIED_OUT),
        ("carried-out", False, Stage.ADOPTED),
        ("adopted", False, Stage.ADOPTED),
        ("not-adopted", False, Stage.NOT_ADOPTED),
    ],
)
def test_of_a_proposal_that_is_not_public_nothing_after_the_result_is_shown(
    stage: str, public: bool, shown: Stage
) -> None:
    assert shown_stage(stage, public) is shown
