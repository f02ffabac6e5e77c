from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.conditions import Condition, parse_condition
from kiosk.forum.errors import ConditionRejected

ANSWERS = {
    "first": "security",
    "some": ["security", "culture"],
    "trust": 3,
    "half": 2.5,
    "none": 0,
    "why": "peace comes first",
    "views": {"s1": "agree"},
    "first-choice": "a",
}


@pytest.mark.parametrize(
    ("source", "holds"),
    [
        ("first == 'security'", True),
        ('first == "security"', True),
        ("'security' == first", True),
        ("first == 'economy'", False),
        ("first != 'economy'", True),
        ("first != 'security'", False),
        ("first in ['security', 'economy']", True),
        ("first in ['economy']", False),
        ("first not in ['economy']", True),
        ("'culture' in some", True),
        ("'economy' in some", False),
        ("'economy' not in some", True),
        ("some == ['security', 'culture']", True),
        ("'s1' in views", True),
        ("'s2' in views", False),
        ("trust == 3", True),
        ("trust >= 3 and trust <= 3", True),
        ("trust > 3", False),
        ("trust < 3.5", True),
        ("half > 2 and half < 3", True),
        ("trust > -1", True),
        ("trust == '3'", False),
        ("first-choice == 'a'", True),
        ("first == 'security' and trust > 5", False),
        ("first == 'security' or trust > 5", True),
        ("not first == 'economy'", True),
        ("not not first == 'security'", True),
        ("not (first == 'security' or trust > 5)", False),
        ("answered(first)", True),
        ("answered(later)", False),
        ("not answered(later)", True),
        ("first", True),
        ("none", False),
        ("later", False),
        # "and" binds more tightly than "or"
        ("trust == 9 and trust == 9 or first == 'security'", True),
        ("first == 'security' or trust == 9 and trust == 9", True),
        ("(first == 'security' or trust == 9) and trust == 9", False),
        # a word inside another word, or an option id inside another, is not found
        ("'secur' in first", False),
        ("'peace' in why", False),
        # an unanswered question
        ("later == 'x'", False),
        ("later != 'x'", True),
        ("later < 5", False),
        ("later > 5", False),
        ("later in ['x']", False),
        ("later not in ['x']", True),
        ("'x' in later", False),
        ("later == later", False),
        # how many, how long, and what form
        ("count(some) == 2", True),
        ("count(some) < 2", False),
        ("count(views) == 1", True),
        ("count(first) == 0", True),
        ("count(later) == 0", True),
        ("length(why) == 17", True),
        ("length(some) == 0", True),
        ("length(later) == 0", True),
        ("matches(first, '[a-z]+')", True),
        ("matches(first, 'secur')", False),
        ("matches(first, 'x|security')", True),
        ('matches(why, "p.*t")', True),
        ("matches(trust, '3')", False),
        ("matches(later, '.*')", False),
        ("not matches(first, '[0-9]+')", True),
        # things that cannot be compared are neither smaller nor larger, and contain nothing
        ("first < 5", False),
        ("some > 1", False),
        ("['s1'] in views", False),
        ("1 in why", False),
        ("some in views", False),
        ("views in views", False),
    ],
)
def test_condition_means_what_it_says(source: str, holds: bool) -> None:
    assert parse_condition(source).holds(ANSWERS) is holds


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "its end"),
        ("   ", "its end"),
        ("first ==", "its end"),
        ("== 'x'", "=="),
        ("first = 'x'", "not understood"),
        ("first == 'x", "not understood"),
        ("first == 'x' trust", "nothing more"),
        ("first not 'x'", "“in” after “not”"),
        ("(first == 'x'", "“)”"),
        ("first == 'x')", "nothing more"),
        ("first in ['x'", "“]”"),
        ("first in []", "a question, a quoted option or a number"),
        ("answered(", "id of a question"),
        ("answered('x')", "id of a question"),
        ("count('x')", "id of a question"),
        ("matches(first)", "“,”"),
        ("matches(first, second)", "a quoted pattern"),
        ("matches(first, '[')", "not a regular expression"),
        (r"matches(first, '(a)\1')", "not a regular expression"),
        ("matches(first, '(?=a)')", "not a regular expression"),
        ("matches(first, 'a)|(b')", "not a regular expression"),
        ("answered(and)", "id of a question"),
        ("and", "id of a question"),
        ("first.upper()", "not understood"),
        ("__import__('os')", "nothing more"),
        ("first == 1 == 1", "nothing more"),
        ("x" * 2001, "longer than 2000"),
        ("(" * 30 + "first" + ")" * 30, "nested too deeply"),
        ("[" * 200 + "1" + "]" * 200, "nested too deeply"),
    ],
)
def test_text_that_is_no_condition_is_refused_with_the_place(source: str, said: str) -> None:
    with pytest.raises(ConditionRejected) as caught:
        parse_condition(source)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 200


def test_condition_names_the_questions_that_it_reads() -> None:
    condition = parse_condition("(first == 'a' or 'b' in some) and not answered(trust) and 2 < visits")
    assert condition.questions == {"first", "some", "trust", "visits"}


@pytest.mark.parametrize(
    ("source", "comparisons"),
    [
        ("first == 'a' or 'b' != second", {("first", "is", "a"), ("second", "is", "b")}),
        ("not ('c' in some)", {("some", "contains", "c")}),
        ("first not in ['a', 'b', 3]", {("first", "is", "a"), ("first", "is", "b")}),
        ("some == ['a', 'b']", {("some", "item", "a"), ("some", "item", "b")}),
        ("trust > 3 and answered(first)", set()),
    ],
)
def test_condition_tells_which_options_it_compares_with(source: str, comparisons: set[Any]) -> None:
    assert set(parse_condition(source).comparisons) == comparisons


_SIGNS = ("(", ")", "[", "]", ",", "==", "!=", "<", "<=", ">", ">=", "=", " ", "\n", "\u3000", "'")
_WORDS = st.sampled_from(
    [*ANSWERS, *_SIGNS, "later", "answered", "and", "or", "not", "in", "'a'", '"s1"', "1", "-2.5", "0", "٣", "é"]
)
_ANSWER = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def _parsed(source: str) -> Condition | None:
    try:
        return parse_condition(source)
    except ConditionRejected:
        return None


@given(st.text(max_size=600))
def test_any_text_is_a_condition_or_refused(source: str) -> None:
    _parsed(source)


@given(st.lists(_WORDS, max_size=60), st.sampled_from(["", " "]))
def test_any_words_are_a_condition_or_refused(words: list[str], between: str) -> None:
    if condition := _parsed(between.join(words)):
        assert isinstance(condition.holds(ANSWERS), bool)


@given(
    st.sampled_from(["x == y", "x != y", "x < y", "x >= y", "x in y", "[x] in y", "x in [y, 'a']", "not x", "x and y"]),
    _ANSWER,
    _ANSWER,
)
def test_no_answer_breaks_a_condition(source: str, x: Any, y: Any) -> None:
    assert isinstance(parse_condition(source).holds({"x": x, "y": y}), bool)


@given(st.recursive(st.just("x"), lambda inner: st.tuples(inner, inner).map(lambda pair: f"({pair[0]} or {pair[1]})")))
def test_alternatives_of_an_answered_question_hold(source: str) -> None:
    if condition := _parsed(source):
        assert condition.holds({"x": 1})
        assert not condition.holds({})
