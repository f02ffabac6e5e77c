from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

import pytest

from kiosk.forum.about_words import ABOUT_PARTS, ABOUT_WORDS, about_choices
from kiosk.forum.consent_words import CONSENT_WORDS, NoticeKind, notice_kind
from kiosk.forum.contact import ContactProblem, ContactRefusal
from kiosk.forum.packs import ActivityKind
from kiosk.forum.submissions import about_problem

LANGUAGES = ("ko", "en", "ja", "zh")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


@pytest.mark.parametrize("words", [CONSENT_WORDS, ABOUT_WORDS])
def test_every_language_is_there_and_no_text_is_empty_or_of_another_language(words: dict[str, Any]) -> None:
    assert tuple(words) == LANGUAGES
    for language in LANGUAGES:
        texts = list(_texts(words[language]))
        assert all(text.strip() == text and text for text in texts)
        has_hangul = [any("가" <= each <= "힣" for each in text) for text in texts]
        has_kana = [any("ぁ" <= each <= "ヿ" for each in text) for text in texts]
        assert any(has_hangul) == (language == "ko")
        assert any(has_kana) == (language == "ja")
    assert len({len(list(_texts(each))) for each in words.values()}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_problems_and_refusals_are_complete(language: str) -> None:
    words = CONSENT_WORDS[language]
    assert set(words.notices) == set(get_args(NoticeKind))
    assert set(words.problems) == set(ContactProblem)
    assert set(words.refusals) == set(ContactRefusal)


@pytest.mark.parametrize("language", LANGUAGES)
def test_proposals_are_kept_as_long_as_the_decree_says(language: str) -> None:
    retention = CONSENT_WORDS[language].notices["proposal"].retention
    assert ("Three" in retention and "two" in retention) or ("3" in retention and "2" in retention)


def test_each_kind_of_activity_has_its_notice() -> None:
    assert {kind: notice_kind(kind) for kind in get_args(ActivityKind)} == {
        "poll": "answer",
        "opinion": "answer",
        "proposal": "proposal",
        "call": "proposal",
        "survey": "answer",
        "statements": "answer",
        "seminar": "answer",
        "project": "project",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_about_the_visitor_can_be_recorded_and_declined(language: str) -> None:
    for part in ABOUT_PARTS:
        choices = about_choices(language, part)
        assert choices[-1][0] == "declined"
        assert len({label for _, label in choices}) == len(choices)
        for value, _ in choices:
            assert about_problem({part: value}) is None
