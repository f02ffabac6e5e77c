"""Ways of a visitor through the sample pack, touch by touch, from the attract screen to the thanks."""

from tests.ui.visitor import Visitor
from tests.ui.walking import stay_anonymous

SENTENCE = "한반도 평화와 외교"


def write_an_opinion(visitor: Visitor) -> None:
    """Choose a language, write an opinion on the on-screen keyboard, review, change one answer, submit."""
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("language")
    visitor.touch("language.ko")
    visitor.touch("activity.open-opinion")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.climate")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    visitor.type(SENTENCE)
    visitor.touch("primary")
    stay_anonymous(visitor)
    visitor.touch("change.topic")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")


def answer_a_poll(visitor: Visitor) -> None:
    """Answer the first poll, look at its result, and stand before the receipt."""
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.priorities-2026")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peace")
    visitor.touch("primary")
    visitor.touch("option.future")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")


def propose(visitor: Visitor, title: str, gist: str) -> None:
    """Write a proposal's title and gist, choose its field, leave the rest for the phone, and submit."""
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.policy-proposal")
    visitor.wait_for_screen("Intro")
    visitor.touch("primary")
    for place, text in (("title", title), ("gist", gist)):
        visitor.wait_for(lambda place=place: visitor.place_name()[:2] == ("Text", place), place)  # type: ignore[misc]
        visitor.type(text)
        visitor.touch("primary")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.administration")
    visitor.touch("primary")
    for place in ("situation", "improvement", "effect"):
        visitor.wait_for(lambda place=place: visitor.place_name()[1] == place, place)  # type: ignore[misc]
        visitor.touch("primary")
    stay_anonymous(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
