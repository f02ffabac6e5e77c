"""The stage builds ahead what may be needed, keeps no more than that, and forgets what looks old."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.forum.visits import begin_visit
from kiosk.pack_files import read_pack_file
from tests.ui.conftest import LOBBY
from tests.ui.visitor import Visitor, class_of
from ui import navigation
from ui.anticipation import likely_next
from ui.navigation import Apology, Place, Screen

PACK = read_pack_file(LOBBY)


def in_activity(activity_id: str, screen: Screen, at: str | None) -> Place:
    activity = PACK.activity(activity_id)
    assert activity is not None
    visit = begin_visit(PACK, activity, "ko")
    return Place(screen, visit if at else navigation.began(PACK, activity, "ko").visit)


def built(visitor: Visitor) -> set[str]:
    stage = visitor.window.findChild(QQuickItem, "stage")
    assert stage is not None
    return {class_of(item).removesuffix("Screen") for item in stage.childItems()}


@pytest.mark.parametrize(
    ("place", "first"),
    [
        (navigation.at_attract(), [Screen.HOME]),
        (navigation.at_home(), [Screen.CHOICE, Screen.INTRO, Screen.STATEMENTS]),
        (in_activity("priorities-2026", Screen.CHOICE, "first"), [Screen.REVIEW, Screen.HOME, Screen.ATTRACT]),
        (in_activity("open-opinion", Screen.CHOICE, "topic"), [Screen.TEXT, Screen.CLOSING, Screen.REVIEW]),
        (Place(Screen.THANKS), [Screen.HOME, Screen.ATTRACT]),
        (Place(Screen.APOLOGY, apology=Apology("X", saved=False)), [Screen.HOME, Screen.ATTRACT]),
    ],
)
def test_what_may_come_next_follows_from_the_place(place: Place, first: list[Screen]) -> None:
    found = likely_next(place)
    assert found[: len(first)] == first
    assert place.screen not in found
    assert len(found) == len(set(found))


def test_screens_are_ready_before_they_are_asked_for_and_no_others_are_kept(visitor: Visitor) -> None:
    visitor.wait_for(lambda: built(visitor) == {"Attract", "Home"}, "home to be ready")
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    ready = {"Attract", "Home", "Choice", "Intro", "Statements", "Results", "Outcomes"}
    visitor.wait_for(lambda: built(visitor) == ready, "what home leads to")
    visitor.touch("activity.priorities-2026")
    visitor.wait_for_screen("Choice")
    visitor.wait_for(lambda: built(visitor) == {"Attract", "Home", "Choice", "Review"}, "what the poll needs")


def test_what_is_hidden_does_not_have_to_follow_another_look_but_is_built_anew(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.wait_for(lambda: "Results" in built(visitor), "what home leads to")
    visitor.touch("accessibility")
    visitor.find("largeText")
    visitor.kiosk.kiosk.toggleLargeText()
    assert built(visitor) == {"Home"}
    visitor.touch("display.close")
    visitor.wait_for(lambda: {"Attract", "Choice"} <= built(visitor), "the rest to be built in the new look")


@pytest.mark.parametrize("end_of_visit", ["primary", "startOver"])
def test_a_visit_in_another_look_ends_from_the_button_of_a_screen_that_is_thrown_away(
    qapp: QGuiApplication, visitor: Visitor, end_of_visit: str
) -> None:
    visitor.touch("start.en")
    visitor.wait_for_screen("Home")
    visitor.touch("accessibility")
    visitor.touch("highContrast")
    visitor.touch("display.close")
    visitor.touch("activity.priorities-2026")
    visitor.touch("option.peace")
    visitor.touch("primary")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    visitor.touch(end_of_visit)
    visitor.wait_for_screen("Attract")
    visitor.wait_for(lambda: built(visitor) == {"Attract", "Home"}, "the visitor's screens to be thrown away")
