"""Walks a visitor through a whole activity by touch, and remembers what was touched and typed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kiosk.forum.packs import VOTES, Question
from tests.ui.keyboard import Typist
from tests.ui.visitor import Visitor

# What is typed on the keyboard of each language; a Japanese or Chinese visitor may write with Latin letters too.
WORDS = {"ko": "외교와 평화", "en": "peace", "ja": "peace", "zh": "peace"}


@dataclass
class Walk:
    """What a visitor did on the way through an activity."""

    answers: dict[str, Any] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)


def answer_questions(visitor: Visitor, walk: Walk, text: str, look: Callable[[], None] = lambda: None) -> None:
    """Answer every question that is asked, from the first to what follows the last; look at each before that."""
    while (question := open_question(visitor)) is not None:
        look()
        before = visitor.place_name()
        walk.answers[question.id] = answer(visitor, question, text)
        if question.type != "statements":
            visitor.touch("primary")
        visitor.wait_for(lambda before=before: visitor.place_name() != before, f"what follows “{question.id}”")  # type: ignore[misc]


def open_question(visitor: Visitor) -> Question | None:
    """Return the question on the screen."""
    visit = visitor.journey.place.visit
    return None if visit is None or visit.at is None else visit.activity.question(visit.at)


def answer(visitor: Visitor, question: Question, text: str) -> Any:
    """Answer one question by touch, with answers that open further questions; return what should be stored."""
    match question.type:
        case "single":
            visitor.touch(f"option.{question.options[0].id}")
            return question.options[0].id
        case "multiple":
            chosen = [option.id for option in question.options[:2]]
        case "ranking":
            chosen = [option.id for option in reversed(question.options[:3])]
        case "scale":
            visitor.touch("step.2")
            return 2
        case "rating":
            visitor.touch("star.2")
            return 2
        case "number":
            visitor.touch("digit.1")
            visitor.touch("digit.2")
            return 12
        case "text":
            visitor.wait_for_screen("Text")
            assert Typist(visitor).type(text) == text
            return text
        case "statements":
            return vote_on_all(visitor, question)
    for each in chosen:
        visitor.touch(f"option.{each}")
    return chosen


def answer_something(visitor: Visitor) -> bool:
    """Answer the question that stands open in the shortest way."""
    visit = visitor.journey.place.visit
    question = None if visit is None or visit.at is None else visit.activity.question(visit.at)
    if question is None:
        return False
    match question.type:
        case "single" | "multiple" | "ranking":
            visitor.touch(f"option.{question.options[0].id}")
        case "scale":
            visitor.touch(f"step.{int(question.bounds[1])}")
        case "rating":
            visitor.touch("star.4")
        case "number":
            visitor.touch("digit.3")
        case "text":
            visitor.type("외교" if visitor.journey.language == "ko" else "hi")
    return True


def vote_on_all(visitor: Visitor, question: Question) -> dict[str, str]:
    """Vote on every statement, each vote in turn."""
    votes = {}
    for place, statement in enumerate(question.statements):
        vote = VOTES[place % len(VOTES)]
        visitor.touch(f"vote.{vote}")
        votes[statement.id] = vote
    return votes


def tell_about_oneself(visitor: Visitor, walk: Walk, **about: str) -> None:
    """Answer “about you”; what is not given is skipped."""
    for step in ("age_band", "region", "gender"):
        visitor.wait_for(lambda step=step: visitor.journey.place.closing.at == step, step)  # type: ignore[misc]
        if step in about:
            visitor.touch(f"option.{about[step]}")
            walk.about[step] = about[step]
        visitor.touch("primary")


def decline_contact(visitor: Visitor) -> None:
    """Want no answer."""
    visitor.wait_for(lambda: visitor.journey.place.closing.at == "offer", "the offer")
    visitor.touch("option.no")
    visitor.touch("primary")


def stay_anonymous(visitor: Visitor) -> None:
    """From the last question to the review, telling nothing of oneself."""
    visitor.wait_for(lambda: visitor.screen in ("Closing", "Review"), "the end of the questions")
    while visitor.screen == "Closing":
        before = visitor.place_name()
        visitor.touch("skipAll" if visitor.sees("skipAll") else "primary")
        visitor.wait_for(lambda before=before: visitor.place_name() != before, "the next step")  # type: ignore[misc]
    visitor.wait_for_screen("Review")
