from dataclasses import FrozenInstanceError
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.answers import asked_questions
from kiosk.forum.errors import AnswersRejected
from kiosk.forum.packs import Pack, read_pack
from kiosk.forum.visits import (
    Progress,
    Visit,
    answered,
    begin_visit,
    change,
    current_question,
    finish,
    problem_here,
    progress,
    unfinished,
    went_back,
    went_on,
)

WORDS = {"ko": "글"}
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def _pack() -> Pack:
    options = [{"id": each, "label": WORDS} for each in ("yes", "no")]
    questions = [
        {"id": "used", "type": "single", "required": True, "options": options},
        {"id": "stars", "type": "rating", "required": True, "show_if": "used == 'yes'"},
        {"id": "why", "type": "text", "max_length": 10, "show_if": "stars <= 2"},
        {"id": "trips", "type": "number", "maximum": 9},
    ]
    activity = {
        "id": "a",
        "kind": "survey",
        "title": WORDS,
        "questions": [{**each, "label": WORDS} for each in questions],
    }
    return read_pack({"id": "p", "version": 4, "languages": ["ko"], "title": WORDS, "activities": [activity]})


PACK = _pack()
REVIEW = None


def _visit(at: str | None, changing: bool = False, **answers: Any) -> Visit:
    return Visit(PACK, PACK.activities[0], "ko", answers, at, changing)


def test_visit_begins_at_the_first_question() -> None:
    visit = begin_visit(PACK, PACK.activities[0], "ko")
    assert (visit.at, visit.answers, visit.changing) == ("used", {}, False)


def test_visit_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        _visit("used").at = "trips"  # type: ignore[misc]


# Where next leads from a visit, and whether the visitor is still changing an answer.
@pytest.mark.parametrize(
    ("visit", "at", "changing"),
    [
        (_visit("used"), "used", False),
        (_visit("used", used="no"), "trips", False),
        (_visit("used", used="yes"), "stars", False),
        (_visit("stars", used="yes"), "stars", False),
        (_visit("stars", used="yes", stars=2), "why", False),
        (_visit("stars", used="yes", stars=3), "trips", False),
        (_visit("why", used="yes", stars=2), "trips", False),
        (_visit("why", used="yes", stars=2, why="much too long a text"), "why", False),
        (_visit("trips", used="no"), REVIEW, False),
        (_visit("trips", used="no", trips=10), "trips", False),
        (_visit("trips", used="no", trips=0), REVIEW, False),
        (_visit(REVIEW, used="no"), REVIEW, False),
        # changing from the review: straight back to it …
        (_visit("trips", True, used="no", trips=3), REVIEW, False),
        (_visit("used", True, used="no", stars=5), REVIEW, False),
        (_visit("stars", True, used="yes", stars=1), REVIEW, False),
        # … unless the change opened a question that must be answered, or an answer breaks its rule
        (_visit("used", True, used="yes"), "stars", True),
        (_visit("used", True, used="yes", stars=5), REVIEW, False),
        (_visit("used", True, used="no", trips=10), "trips", True),
        (_visit("trips", True, used="no", trips=10), "trips", True),
    ],
)
def test_next_leads_on(visit: Visit, at: str | None, changing: bool) -> None:
    after = went_on(visit)
    assert (after.at, after.changing, after.answers) == (at, changing, visit.answers)


@pytest.mark.parametrize(
    ("visit", "at"),
    [
        (_visit("trips", used="no"), "used"),
        (_visit("trips", used="yes", stars=3), "stars"),
        (_visit("trips", used="yes", stars=1), "why"),
        (_visit("why", used="yes", stars=1), "stars"),
        (_visit(REVIEW, used="no"), "trips"),
        (_visit("used", True, used="no"), REVIEW),
        (_visit("trips", True, used="no"), REVIEW),
    ],
)
def test_back_leads_to_the_question_before(visit: Visit, at: str | None) -> None:
    before = went_back(visit)
    assert before is not None
    assert (before.at, before.changing, before.answers) == (at, False, visit.answers)


def test_back_from_the_first_question_leaves() -> None:
    assert went_back(_visit("used", used="yes")) is None


@pytest.mark.parametrize(
    ("visit", "problem"),
    [
        (_visit("used"), "required"),
        (_visit("used", used="maybe"), "has no option “maybe”"),
        (_visit("used", used="yes"), None),
        (_visit("trips"), None),
        (_visit("trips", trips=10), "is above 9"),
        (_visit(REVIEW), None),
    ],
)
def test_open_question_tells_what_is_wrong(visit: Visit, problem: str | None) -> None:
    assert problem_here(visit) == problem


@pytest.mark.parametrize(
    ("visit", "place"),
    [
        (_visit("used"), Progress(1, 2)),
        (_visit("used", used="yes"), Progress(1, 3)),
        (_visit("stars", used="yes", stars=1), Progress(2, 4)),
        (_visit("trips", used="no"), Progress(2, 2)),
        (_visit(REVIEW, used="no"), Progress(2, 2)),
    ],
)
def test_progress_counts_the_questions_that_are_asked(visit: Visit, place: Progress) -> None:
    assert progress(visit) == place


@pytest.mark.parametrize("nothing", [None, "", "  ", [], {}])
def test_empty_value_takes_an_answer_back(nothing: Any) -> None:
    visit = answered(_visit("why", used="yes", why="x"), "why", nothing)
    assert visit.answers == {"used": "yes"}


def test_answering_leaves_the_visit_before_as_it_was() -> None:
    before = _visit("used", used="no")
    after = answered(before, "used", "yes")
    assert (before.answers, after.answers) == ({"used": "no"}, {"used": "yes"})


def test_change_goes_to_one_question_and_comes_back() -> None:
    visit = change(_visit(REVIEW, used="no", trips=3), "trips")
    question = current_question(visit)
    assert question is not None
    assert question.id == "trips"
    back = went_on(answered(visit, "trips", 4))
    assert (back.at, back.changing, back.answers["trips"]) == (REVIEW, False, 4)
    assert current_question(back) is None


@pytest.mark.parametrize(
    ("visit", "question"),
    [
        (_visit(REVIEW), "used"),
        (_visit(REVIEW, used="no"), None),
        (_visit(REVIEW, used="yes"), "stars"),
        (_visit(REVIEW, used="yes", stars=9), "stars"),
        (_visit(REVIEW, used="no", stars=9), None),
        (_visit(REVIEW, used="no", trips=10), "trips"),
    ],
)
def test_review_tells_what_is_still_unfinished(visit: Visit, question: str | None) -> None:
    assert unfinished(visit) == question


def test_back_past_an_opened_question_leaves_the_review_unfinished() -> None:
    visit = went_on(answered(change(_visit(REVIEW, used="no"), "used"), "used", "yes"))
    assert visit.at == "stars"
    review = went_back(visit)
    assert review is not None
    assert (review.at, unfinished(review)) == (REVIEW, "stars")


def test_finished_visit_holds_only_the_answers_that_count() -> None:
    submission = finish(_visit(REVIEW, used="no", stars=5, why="x", trips=2), recorded_at=NOW, duration=30)
    assert submission.answers == {"used": "no", "trips": 2}
    assert (submission.pack_id, submission.pack_version, submission.activity_id) == ("p", 4, "a")
    assert (submission.language, submission.channel, submission.clock) == ("ko", "kiosk", "good")
    assert (submission.recorded_at, submission.duration) == (NOW, 30)


def test_each_finish_has_its_own_receipt() -> None:
    visit = _visit(REVIEW, used="no")
    ids = {finish(visit, recorded_at=NOW, duration=None).receipt_id for _ in range(10)}
    assert len(ids) == 10


def test_unfinished_visit_becomes_no_submission() -> None:
    with pytest.raises(AnswersRejected):
        finish(_visit(REVIEW, used="yes"), recorded_at=NOW, duration=30)


_ACTS = st.lists(
    st.one_of(
        st.just(("on", None)),
        st.just(("back", None)),
        st.tuples(st.just("answer"), st.sampled_from(["yes", "no", 1, 5, 10, "x", "much too long a text", ""])),
        st.tuples(st.just("change"), st.sampled_from(["used", "stars", "why", "trips"])),
    ),
    max_size=30,
)


@given(_ACTS)
def test_whatever_a_visitor_does_there_is_a_way_to_the_end(acts: list[tuple[str, Any]]) -> None:
    visit = begin_visit(PACK, PACK.activities[0], "ko")
    for act, value in acts:
        asked = {question.id for question in asked_questions(visit.activity, visit.answers)}
        if act == "on":
            visit = went_on(visit)
        elif act == "back":
            visit = went_back(visit) or begin_visit(PACK, PACK.activities[0], "ko")
        elif act == "answer" and visit.at is not None:
            visit = answered(visit, visit.at, value)
        elif act == "change" and visit.at is None and value in asked:
            visit = change(visit, value)
        place = progress(visit)
        assert 1 <= place.place <= place.total <= 4
    good = {"used": "yes", "stars": 5, "why": "x", "trips": 1}
    for _ in range(8):
        if visit.at is not None:
            visit = went_on(answered(visit, visit.at, good[visit.at]))
        elif question := unfinished(visit):
            visit = change(visit, question)
    assert finish(visit, recorded_at=NOW, duration=1).answers["used"] in {"yes", "no"}
