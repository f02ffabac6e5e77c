"""Answers any survey by touch, from its first question to its last, with answers that the survey accepts."""

from collections.abc import Iterator
from typing import Any

from kiosk.forum.answers import problems
from kiosk.forum.packs import Question
from kiosk.forum.visits import answered, current_question
from tests.ui.keyboard import Typist
from tests.ui.visitor import Visitor
from tests.ui.walking import stay_anonymous, vote_on_all

# Something for every pattern that forms ask for: words, numbers, dates, telephones, addresses.
_TEXTS = (
    "hi",
    "peace",
    "Ab",
    "12345",
    "2020",
    "2026-11-22",
    "12:30",
    "0612345678",
    "01012345678",
    "a@b.kr",
    "AB123",
    "a",
)


def take_survey(visitor: Visitor, activity_id: str, language: str = "en") -> dict[str, Any]:
    """Take a survey from the attract screen to the thanks; return the answers by question."""
    visitor.touch("start" if language == "ko" else f"start.{language}")
    visitor.wait_for_screen("Home")
    visitor.touch(f"activity.{activity_id}")
    visitor.wait_for_screen("Intro")
    visitor.touch("primary")
    visitor.wait_for(lambda: visitor.screen != "Intro", "the first question")
    given: dict[str, Any] = {}
    while (visit := visitor.journey.place.visit) is not None and visit.at is not None:
        question = current_question(visit)
        assert question is not None
        before = visitor.place_name()
        value = _accepted(visitor, question)
        if value is not None:
            _give(visitor, question, value)
            given[question.id] = value
        if visitor.place_name() == before:  # the last vote of a statements question goes on by itself
            visitor.touch("primary")
        visitor.wait_for(lambda before=before: visitor.place_name() != before, f"what follows “{question.id}”")  # type: ignore[misc]
        if visitor.screen == "Caution":
            visitor.touch("leaveAsIs")
            visitor.wait_for(lambda: visitor.screen != "Caution", "what follows the caution")
    stay_anonymous(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    return given


def _accepted(visitor: Visitor, question: Question) -> Any:
    """Return the first answer that the survey accepts here; None for a note, or where it may be skipped."""
    visit = visitor.journey.place.visit
    assert visit is not None
    for value in _candidates(question):
        tried = answered(visit, question.id, value)
        if question.id not in problems(tried.activity, tried.answers):
            return value
    assert not question.required, f"no answer to “{question.id}” is accepted"
    return None


def _candidates(question: Question) -> Iterator[Any]:
    keys = [option.id for option in question.options]
    match question.type:
        case "single":
            yield from keys
        case "multiple":
            yield from (keys[:2], keys[:1], keys[-1:], keys[:3])
        case "ranking":
            yield keys[::-1]
        case "scale" | "rating":
            yield from range(int(question.bounds[0]), int(question.bounds[1]) + 1)
        case "number":
            low = max(0, int(question.minimum or 0))
            yield from (
                *([] if question.whole else [low + 0.5]),
                low + 12,
                low + 1,
                low,
                low + 30,
                2020,
                1980,
                612345678,
            )
        case "text":
            yield from _TEXTS
        case "statements":
            yield {statement.id: "agree" for statement in question.statements}


def _give(visitor: Visitor, question: Question, value: Any) -> None:
    match question.type:
        case "single":
            visitor.touch(f"option.{value}")
        case "multiple" | "ranking":
            for key in value:
                visitor.touch(f"option.{key}")
        case "scale":
            visitor.touch(f"step.{value}")
        case "rating":
            visitor.touch(f"star.{value}")
        case "number":
            for digit in f"{value:g}" if value < 1e5 else str(value):
                visitor.touch(f"digit.{digit}")
        case "text":
            visitor.wait_for_screen("Text")
            assert Typist(visitor).type(value) == value
        case "statements":
            vote_on_all(visitor, question)
