import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.answers import (
    LARGEST_NUMBER,
    answer_problem,
    asked_questions,
    check_answers,
    is_answered,
    problems,
    without_skipped,
)
from kiosk.forum.errors import AnswersRejected
from kiosk.forum.packs import Activity, Question

WORDS = {"ko": "글"}
OPTIONS = [{"id": each, "label": WORDS} for each in ("a", "b", "c")]


def _question(kind: str, question_id: str = "q", **fields: Any) -> Question:
    return Question.model_validate({"id": question_id, "type": kind, "label": WORDS, **fields})


def _activity(*questions: Question) -> Activity:
    return Activity(id="activity", kind="survey", title=WORDS, questions=questions)


SINGLE = _question("single", options=OPTIONS)
MULTIPLE = _question("multiple", options=OPTIONS, at_most=2)
RANKING = _question("ranking", options=OPTIONS)
SCALE = _question("scale", minimum=0, maximum=10)
RATING = _question("rating")
NUMBER = _question("number", minimum=-2, maximum=100)
FREE_NUMBER = _question("number", whole=False)
TEXT = _question("text", max_length=5)
VIEWS = _question("statements", statements=[{"id": "s1", "text": WORDS}, {"id": "s2", "text": WORDS}])


@pytest.mark.parametrize(
    ("question", "value", "problem"),
    [
        (SINGLE, "a", None),
        (SINGLE, "z", "has no option “z”"),
        (SINGLE, ["a"], "takes one option id"),
        (SINGLE, 1, "takes one option id"),
        (MULTIPLE, ["a"], None),
        (MULTIPLE, ["c", "a"], None),
        (MULTIPLE, ["a", "b", "c"], "takes at most 2 options"),
        (MULTIPLE, ["a", "a"], "names an option twice"),
        (MULTIPLE, ["a", "z"], "has no option “z”"),
        (MULTIPLE, "a", "takes a list of option ids"),
        (MULTIPLE, [["a"]], "takes a list of option ids"),
        (RANKING, ["c", "b", "a"], None),
        (RANKING, ["c"], None),
        (RANKING, ["c", "c"], "names an option twice"),
        (SCALE, 0, None),
        (SCALE, 10, None),
        (SCALE, 10.0, None),
        (SCALE, -1, "is below 0"),
        (SCALE, 11, "is above 10"),
        (SCALE, 2.5, "takes a whole number"),
        (SCALE, "5", "takes a number"),
        (SCALE, True, "takes a number"),
        (RATING, 1, None),
        (RATING, 5, None),
        (RATING, 0, "is below 1"),
        (RATING, 6, "is above 5"),
        (NUMBER, -2, None),
        (NUMBER, -3, "is below -2"),
        (NUMBER, 101, "is above 100"),
        (NUMBER, 0.5, "takes a whole number"),
        (FREE_NUMBER, 0.5, None),
        (FREE_NUMBER, math.nan, "takes a number"),
        (FREE_NUMBER, math.inf, "is too large"),
        (FREE_NUMBER, -math.inf, "is too large"),
        (FREE_NUMBER, LARGEST_NUMBER, None),
        (FREE_NUMBER, LARGEST_NUMBER + 1, "is too large"),
        (FREE_NUMBER, 10**400, "is too large"),
        (TEXT, "다섯 글자", None),
        (TEXT, "여섯 글자다", "is longer than 5 characters"),
        (TEXT, "a\x00", "has a character that is not text"),
        (TEXT, "a\ud800", "has a character that is not text"),
        (TEXT, 5, "takes text"),
        (VIEWS, {"s1": "agree", "s2": "pass"}, None),
        (VIEWS, {"s1": "maybe"}, "takes agree, disagree or pass for “s1”, not “maybe”"),
        (VIEWS, {"s3": "agree"}, "has no statement “s3”"),
        (VIEWS, {"s1": ["agree"]}, "takes agree, disagree or pass for “s1”, not “['agree']”"),
        (VIEWS, "agree", "takes a vote for each statement"),
    ],
)
def test_answer_fits_its_question_or_is_told_why_not(question: Question, value: Any, problem: str | None) -> None:
    assert answer_problem(question, value) == problem


@pytest.mark.parametrize("value", [None, "", "  \n\u3000", [], {}, ()])
def test_nothing_is_no_answer(value: Any) -> None:
    assert not is_answered(value)


@pytest.mark.parametrize("value", [0, 0.0, "0", [""], {"s1": "pass"}])
def test_something_is_an_answer(value: Any) -> None:
    assert is_answered(value)


# first leads to why (where a), why leads to more; last is always asked.
SKIPPING = _activity(
    _question("single", "first", options=OPTIONS, required=True),
    _question("text", "why", show_if="first == 'a'"),
    _question("text", "more", show_if="answered(why)", required=True),
    _question("number", "last"),
)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, ["first", "last"]),
        ({"first": "b"}, ["first", "last"]),
        ({"first": "a"}, ["first", "why", "last"]),
        ({"first": "a", "why": "x"}, ["first", "why", "more", "last"]),
        ({"first": "a", "why": "  "}, ["first", "why", "last"]),
        # The answer to a question that is no longer asked opens nothing.
        ({"first": "b", "why": "x"}, ["first", "last"]),
        ({"why": "x"}, ["first", "last"]),
    ],
)
def test_answers_lead_through_the_questions(answers: dict[str, Any], asked: list[str]) -> None:
    assert [question.id for question in asked_questions(SKIPPING, answers)] == asked


@pytest.mark.parametrize(
    ("answers", "counted"),
    [
        ({"first": "b", "why": "x", "more": "y", "last": 0}, {"first": "b", "last": 0}),
        ({"first": "a", "why": "", "more": "y"}, {"first": "a"}),
        ({"last": 3, "first": "a", "unknown": 1}, {"first": "a", "last": 3}),
    ],
)
def test_answers_to_skipped_questions_do_not_count(answers: dict[str, Any], counted: dict[str, Any]) -> None:
    assert without_skipped(SKIPPING, answers) == counted


@pytest.mark.parametrize(
    ("answers", "recorded"),
    [
        ({"first": "b"}, {"first": "b"}),
        ({"last": 2, "first": "a", "why": "x", "more": "y"}, {"first": "a", "why": "x", "more": "y", "last": 2}),
        ({"first": "b", "why": None, "last": None}, {"first": "b"}),
    ],
)
def test_good_answers_are_recorded_in_the_order_of_the_questions(
    answers: dict[str, Any], recorded: dict[str, Any]
) -> None:
    assert list(check_answers(SKIPPING, answers).items()) == list(recorded.items())


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({}, {"first": "“first” must be answered"}),
        ({"first": " "}, {"first": "“first” must be answered"}),
        ({"first": "z"}, {"first": "“first” has no option “z”"}),
        ({"first": "a", "why": "x"}, {"more": "“more” must be answered"}),
        ({"first": "b", "why": "x"}, {"why": "“why” is not asked after these answers; leave it out"}),
        (
            {"fist": "a", "last": "x"},
            {
                "fist": "the activity “activity” has no question “fist”",
                "first": "“first” must be answered",
                "last": "“last” takes a number",
            },
        ),
    ],
)
def test_every_broken_rule_is_named(answers: dict[str, Any], problems: dict[str, str]) -> None:
    with pytest.raises(AnswersRejected) as caught:
        check_answers(SKIPPING, answers)
    assert caught.value.problems == problems
    assert str(caught.value) == "; ".join(problems.values())


_ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["a", "s1", "agree"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "s1"]), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from([SINGLE, MULTIPLE, RANKING, SCALE, RATING, NUMBER, FREE_NUMBER, TEXT, VIEWS]), _ANY)
def test_any_value_is_taken_or_refused_with_a_sentence(question: Question, value: Any) -> None:
    problem = answer_problem(question, value)
    assert problem is None or problem.split(" ")[0] in {"takes", "has", "is", "names"}


@given(st.dictionaries(st.sampled_from(["first", "why", "more", "last", "none"]), _ANY))
def test_what_is_recorded_is_accepted_again_unchanged(answers: dict[str, Any]) -> None:
    try:
        recorded = check_answers(SKIPPING, answers)
    except AnswersRejected as error:
        problems = error.problems
    else:
        assert check_answers(SKIPPING, recorded) == recorded == without_skipped(SKIPPING, answers)
        return
    assert problems


# A note, a city of the country that was chosen, an age with a condition, and a second one that depends on the first.
CASCADE = _activity(
    _question("note", "welcome"),
    _question("single", "country", options=OPTIONS),
    _question(
        "single",
        "city",
        required=True,
        options=[
            {"id": "seoul", "label": WORDS, "show_if": "country == 'a'"},
            {"id": "busan", "label": WORDS, "show_if": "country == 'a'"},
            {"id": "sea", "label": WORDS, "show_if": "country in ['a', 'b']"},
        ],
    ),
    _question("number", "age", valid_if="age >= 14 and age != 99"),
    _question("number", "lived", valid_if="lived <= age"),
)


@pytest.mark.parametrize(
    ("answers", "offered"),
    [
        ({}, None),
        ({"country": "a"}, ["seoul", "busan", "sea"]),
        ({"country": "b"}, ["sea"]),
        ({"country": "c"}, None),
    ],
)
def test_options_are_offered_after_certain_answers_and_a_question_without_any_is_not_asked(
    answers: dict[str, Any], offered: list[str] | None
) -> None:
    asked = {question.id: question for question in asked_questions(CASCADE, answers)}
    assert ([each.id for each in asked["city"].options] if "city" in asked else None) == offered
    assert "city" not in asked or asked["city"].option_ids == set(offered or ())


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"country": "a", "city": "busan", "age": 14, "lived": 14}, {}),
        ({"country": "a"}, {"city": "required"}),
        ({"country": "b", "city": "busan"}, {"city": "has no option “busan”"}),
        ({"age": 13}, {"age": "must fit “age >= 14 and age != 99”"}),
        ({"age": 99}, {"age": "must fit “age >= 14 and age != 99”"}),
        ({"age": 30, "lived": 31}, {"lived": "must fit “lived <= age”"}),
        ({"lived": 31}, {"lived": "must fit “lived <= age”"}),
        ({"age": "old"}, {"age": "takes a number"}),
        ({"welcome": "hello"}, {"welcome": "takes no answer"}),
    ],
)
def test_conditions_of_answers_and_options_are_kept(answers: dict[str, Any], expected: dict[str, str]) -> None:
    assert problems(CASCADE, answers) == expected
    if expected:
        with pytest.raises(AnswersRejected):
            check_answers(CASCADE, answers)
    else:
        assert check_answers(CASCADE, answers) == answers
