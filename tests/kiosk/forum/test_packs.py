import json
import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.errors import PackRejected
from kiosk.forum.packs import pack_from_bytes, read_pack, words_in
from tests.small_pack import small_pack, small_pack_data

REMOVED = object()
WORDS = {"ko": "글", "en": "Text"}
POLL = ("activities", 0)
FIRST = (*POLL, "questions", 0)
WHY = (*POLL, "questions", 1)
SURVEY = ("activities", 1, "questions")


def _changed(*changes: tuple[tuple[Any, ...], Any]) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(small_pack_data()))  # no part of it is shared
    for path, value in changes:
        part: Any = data
        for step in path[:-1]:
            part = part[step]
        if value is REMOVED:
            del part[path[-1]]
        else:
            part[path[-1]] = value
    return data


def _problems(data: Any) -> list[str]:
    with pytest.raises(PackRejected) as caught:
        read_pack(data)
    assert len(caught.value.places) == len(caught.value.problems)
    return caught.value.problems


def _question(kind: str, **fields: Any) -> dict[str, Any]:
    return {"id": "new", "type": kind, "label": WORDS, **fields}


def _options(*ids: str) -> list[dict[str, Any]]:
    return [{"id": each, "label": WORDS} for each in ids]


# Each row: what is changed in a good pack, and the one sentence that must come back.
BROKEN: list[tuple[tuple[Any, ...], Any, str]] = [
    (("id",), REMOVED, "id: is missing; add it"),
    (("id",), "Lobby", "id: must be lower-case letters, digits and single hyphens, at most 64, such as “first-choice”"),
    (("id",), "a" * 65, "id: must be lower-case letters"),
    (("id",), "a--b", "id: must be lower-case letters"),
    (("id",), 2026, "id: must be text, not “2026”; write it in quotes"),
    (("version",), "3", "version: must be a whole number, not “3”; write it without quotes"),
    (("version",), 0, "version: must be at least 1, not “0”"),
    (("version",), True, "version: must be a whole number"),
    (("languages",), [], "languages: is empty; add at least one"),
    (("languages",), "ko", "languages: must be a list; start each item with a hyphen"),
    (("languages",), ["ko", "en", "ko"], "languages: names a language twice; remove one"),
    (("title",), "포럼", "title: must have a text for each language"),
    (("title",), {"ko": "포럼"}, "title: is missing in en; add the text in each language of the pack"),
    (("title",), {"ko": "포럼", "en": " \n"}, "title: is empty in “en”; write the text"),
    (("title",), {"ko": "포럼", "en": "a\x00"}, "title: has a character that is not text in “en”; remove it"),
    (("title",), {"ko": "포럼", "en": "a\ud800"}, "title: has a character that is not text in “en”; remove it"),
    (("title", "en"), 5, "title.en: must be text, not “5”; write it in quotes"),
    (("titel",), WORDS, "titel: is not a field here; remove it or mend its spelling"),
    (("activities",), [], "activities: is empty; add at least one"),
    (("activities",), None, "activities: must be a list"),
    (POLL, "poll", "activities[0]: must be a group of fields; check the indentation and the colons"),
    ((*POLL, "kind"), "vote", "activities[0].kind: must be one of 'poll', 'opinion'"),
    ((*POLL, "minutes"), 0, "activities[0].minutes: must be more than 0, not “0”"),
    ((*POLL, "minutes"), 61, "activities[0].minutes: must be at most 60, not “61”"),
    ((*POLL, "minutes"), math.nan, "activities[0].minutes: must be a number, not “nan”"),
    ((*POLL, "opens"), "soon", "activities[0].opens: must be a day such as 2026-11-22, not “soon”"),
    ((*POLL, "questions"), [], "activities[0].questions: is empty; add at least one"),
    ((*FIRST, "id"), "not", "activities[0].questions[0]: the id “not” is a word of conditions; choose another"),
    ((*FIRST, "required"), "maybe", "activities[0].questions[0].required: must be true or false, not “maybe”"),
    ((*FIRST, "options"), [], "activities[0].questions[0]: a single question needs at least two options, or one"),
    ((*SURVEY, 0, "options"), _options("one"), "activities[1].questions[0]: a multiple question needs at least two"),
    ((*FIRST, "options"), _options("a", "a"), "activities[0].questions[0].options[1].id: “a” is there twice"),
    (
        (*FIRST, "options"),
        _options("a", "skipped"),
        "activities[0].questions[0].options[1].id: “skipped” has a meaning",
    ),
    ((*FIRST, "options_from"), "topics", "activities[0].questions[0]: has both options and options_from; keep one"),
    ((*FIRST, "options", 1, "label", "en"), "", "activities[0].questions[0].options[1].label: is empty in “en”"),
    ((*WHY, "options"), _options("a", "b"), "activities[0].questions[1]: a text question has no options; remove them"),
    (
        (*WHY, "statements"),
        [{"id": "s", "text": WORDS}],
        "activities[0].questions[1]: a text question has no statements",
    ),
    ((*WHY, "max_length"), 0, "activities[0].questions[1].max_length: must be at least 1, not “0”"),
    ((*WHY, "id"), "first", "activities[0].questions[1].id: “first” is there twice; give each its own id"),
    ((*WHY, "show_if"), "first ==", "activities[0].questions[1].show_if: the condition “first ==” needs a question"),
    (
        (*WHY, "show_if"),
        "frist == 'security'",
        "activities[0].questions[1].show_if: names “frist”, which is no earlier",
    ),
    ((*WHY, "show_if"), "why == 'x'", "activities[0].questions[1].show_if: names “why”, which is no earlier question"),
    ((*WHY, "show_if"), "1 == 1", "activities[0].questions[1].show_if: names no earlier question"),
    ((*WHY, "show_if"), "first == 'secuirty'", "activities[0].questions[1].show_if: compares “first” with “secuirty”"),
    ((*WHY, "show_if"), "'security' in first", "activities[0].questions[1].show_if: looks for “security” inside"),
    ((*WHY, "valid_if"), "later == 'x'", "activities[0].questions[1].valid_if: names “later”, which is no earlier"),
    ((*WHY, "if_invalid"), {"ko": "글", "en": "Text"}, "activities[0].questions[1]: has if_invalid, but no valid_if"),
    (
        (*FIRST, "options", 1, "show_if"),
        "why == 'x'",
        "activities[0].questions[0].options[1].show_if: names “why”, which is no earlier question",
    ),
    ((*SURVEY, 1, "show_if"), "some == 'culture'", "activities[1].questions[1].show_if: compares “some”, which takes"),
    ((*SURVEY, 0), _question("multiple", at_most=0, options=_options("a", "b")), "activities[1].questions[0].at_most:"),
    ((*SURVEY, 0), _question("scale", minimum=0, maximum=11), "activities[1].questions[0]: a scale goes over 2 to 11"),
    ((*SURVEY, 0), _question("scale", minimum=5, maximum=5), "activities[1].questions[0]: a scale goes over 2 to 11"),
    (
        (*SURVEY, 0),
        _question("rating", minimum=0.5),
        "activities[1].questions[0]: a scale goes over 2 to 11 whole steps",
    ),
    ((*SURVEY, 0), _question("scale", maximum=math.inf), "activities[1].questions[0].maximum: must be a number"),
    ((*SURVEY, 0), _question("number", minimum=3, maximum=2), "activities[1].questions[0]: the minimum is above"),
    ((*SURVEY, 0), _question("statements"), "activities[1].questions[0]: a statements question needs at least one"),
    ((*SURVEY, 0), _question("single", options_from="topics"), "activities[1].questions[0].options_from: offers the"),
    ((*SURVEY, 5, "statements", 1, "id"), "s1", "activities[1].questions[5].statements[1].id: “s1” is there twice"),
    (("activities", 1, "id"), "first-poll", "activities[1].id: “first-poll” is there twice; give each its own id"),
    (("topics",), _options("a", "a"), "topics[1].id: “a” is there twice"),
    (("topics",), _options("a", "answered"), "topics[1].id: “answered” has a meaning in tallies; choose another id"),
    (
        ("activities", 1, "programme"),
        [{"id": "s", "on": "2026-12-01", "starts": "25:00", "title": WORDS}],
        "activities[1].programme[0].starts: must be a time of the day such as “14:30”, in quotes, not “25:00”",
    ),
]


@pytest.mark.parametrize(("path", "value", "problem"), BROKEN, ids=[row[2][:60] for row in BROKEN])
def test_broken_pack_is_refused_with_the_path_and_the_mend(path: tuple[Any, ...], value: Any, problem: str) -> None:
    problems = _problems(_changed((path, value)))
    assert len(problems) == 1
    assert problems[0].startswith(problem)
    assert re.match(r"[a-z_0-9.\[\]]+: \S", problems[0])


def test_every_problem_is_named_at_once() -> None:
    data = _changed((("title",), {"ko": "포럼"}), ((*FIRST, "type"), "choice"), ((*SURVEY, 3, "label", "ko"), ""))
    assert [each.split(":")[0] for each in _problems(data)] == [
        "title",
        "activities[0].questions[0].type",
        "activities[1].questions[3].label",
    ]


def test_places_lead_to_what_is_wrong() -> None:
    with pytest.raises(PackRejected) as caught:
        read_pack(_changed(((*WHY, "show_if"), "frist == 'x'")))
    assert caught.value.places == [("activities", 0, "questions", 1, "show_if")]


def test_closing_before_opening_is_refused() -> None:
    problems = _problems(_changed(((*POLL, "opens"), "2026-11-02"), ((*POLL, "closes"), "2026-11-01")))
    assert problems == ["activities[0]: closes before it opens; mend opens or closes"]


@pytest.mark.parametrize("data", [None, [], "id: lobby", 5, {1: 2}])
def test_what_is_no_pack_at_all_is_refused(data: Any) -> None:
    assert _problems(data)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.integers(), inner, max_size=3),
    max_leaves=8,
)
_PLACES = [path for path, _, _ in BROKEN if path != ("activities", 1, "programme")] + [(*WHY, "minimum"), ("outcomes",)]


@given(st.sampled_from(_PLACES), _JSON)
def test_any_value_anywhere_is_accepted_or_refused_with_a_sentence(path: tuple[Any, ...], value: Any) -> None:
    try:
        pack = read_pack(_changed((path, value)))
    except PackRejected as error:
        sentences = error.problems
    else:
        assert pack_from_bytes(pack.canonical()).canonical() == pack.canonical()
        return
    path_and_words = r'(?:[\w.-]|\[-?\d+\]|\["(?:[^"\\]|\\.)*"\])*: \S.*'
    assert all(re.fullmatch(path_and_words, each, re.DOTALL) for each in sentences)


def test_a_key_that_is_no_plain_word_is_quoted_in_the_path() -> None:
    with pytest.raises(PackRejected) as refused:
        read_pack(_changed((("title",), {"no such": None})))
    assert any(each.startswith('title["no such"]: ') for each in refused.value.problems)


@pytest.mark.parametrize(
    ("opens", "closes", "is_open"),
    [
        (None, None, True),
        ("2026-11-22", "2026-11-22", True),
        ("2026-11-23", None, False),
        (None, "2026-11-21", False),
        ("2026-11-01", None, True),
    ],
)
def test_activity_is_open_from_its_first_to_its_last_day(opens: Any, closes: Any, is_open: bool) -> None:
    pack = read_pack(_changed(((*POLL, "opens"), opens), ((*POLL, "closes"), closes)))
    assert pack.activities[0].is_open(date(2026, 11, 22)) is is_open


def test_canonical_pack_reads_back_as_the_same_pack() -> None:
    pack = small_pack(7)
    again = pack_from_bytes(pack.canonical())
    assert again == pack
    assert again.canonical() == pack.canonical() == rfc8785.dumps(json.loads(pack.canonical()))


@pytest.mark.parametrize("damaged", [b"", b"{", b"\xff", b"[" * 100_000, b"{}", b"[]"])
def test_bytes_that_are_no_pack_are_refused(damaged: bytes) -> None:
    with pytest.raises(PackRejected):
        pack_from_bytes(damaged)


def test_first_language_stays_first_after_canonical_bytes() -> None:
    data = _changed((("title",), {"en": "Text", "zz": "…", "ko": "글"}))
    for pack in (read_pack(data), pack_from_bytes(read_pack(data).canonical())):
        assert list(pack.title) == ["ko", "en", "zz"]
        assert words_in(pack.title, "fr") == "글"
        assert words_in(pack.title, "en") == "Text"


@pytest.mark.parametrize("ask_first", [lambda activity: None, lambda activity: activity.question("new")])
def test_topics_are_offered_as_options_whoever_asked_before(ask_first: Callable[[Any], Any]) -> None:
    pack = read_pack(
        _changed(
            (("topics",), _options("climate", "peace")), ((*SURVEY, 0), _question("single", options_from="topics"))
        )
    )
    ask_first(pack.activities[1])
    activity = pack.activity("long-survey")
    assert activity is not None
    question = activity.question("new")
    assert question is not None
    assert [option.id for option in question.options] == ["climate", "peace"]
    assert [each.id for each in pack.every_activity()] == ["first-poll", "long-survey"]
    assert pack.activity("none") is None
