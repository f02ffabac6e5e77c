"""Paper cards typed in by an attendant, by touch, on the visitor's own screens; only the record of them stays."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.forum.receipts import receipt_number
from kiosk.forum.seoul import seoul_day_of_text
from kiosk.store import open_store
from tests.ui.staff.staffed import enter, staff_of, standing_by
from tests.ui.visitor import Visitor
from ui.staff.desk import IDLE_SECONDS

POLL = "priorities-2026"
WORDS = "평화가 먼저예요"


@pytest.fixture
def attendant(qapp: QGuiApplication, staffed_home: Path) -> Iterator[Visitor]:
    with standing_by(staffed_home) as someone:
        enter(someone, "민호")
        someone.touch("page.cards")
        someone.wait_for_screen("StaffCards")
        yield someone


def papers(visitor: Visitor) -> list[dict[str, Any]]:
    """Return the paper cards that the store holds."""
    today = visitor.journey.today()
    with open_store(visitor.kiosk.settings.home) as store:
        kept = [json.loads(each) for each in store.records(today - timedelta(days=3), today)]
    return [each for each in kept if each["channel"] == "paper"]


def log(visitor: Visitor) -> list[tuple[str, str, str]]:
    with open_store(visitor.kiosk.settings.home) as store:
        return [(each.account, each.deed, each.detail) for each in reversed(store.staff.log(100))]


def answer_poll(visitor: Visitor) -> None:
    """Type in a card of the poll, up to the review."""
    visitor.touch(f"card.{POLL}")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peace")
    visitor.touch("primary")
    visitor.touch("option.future")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")


def test_a_card_of_yesterday_is_kept_as_paper_with_who_entered_it_and_can_be_taken_back(attendant: Visitor) -> None:
    attendant.touch("cards.earlier")
    attendant.touch("cards.language.en")
    answer_poll(attendant)
    assert attendant.journey.language == "en"
    assert not attendant.sees("startOver")
    assert not attendant.sees("toPhone")
    attendant.touch("primary")
    attendant.wait_for_screen("StaffCards")
    assert attendant.journey.language == "ko"

    (card,) = papers(attendant)
    yesterday = attendant.journey.today() - timedelta(days=1)
    assert seoul_day_of_text(card["recorded_at"]) == yesterday.isoformat()
    assert (card["language"], card["answers"]["first"], card.get("duration")) == ("en", "peace", None)
    number = receipt_number(card["receipt_id"])
    assert number in attendant.find("done").property("text").replace("\N{NON-BREAKING HYPHEN}", "-")
    assert ("민호", "card", f"{POLL} {number}") in log(attendant)
    attendant.wait_for(lambda: staff_of(attendant).cards.entered == 1, "the count")

    attendant.picture()  # what was done pushed the rest about
    attendant.touch("undo")
    attendant.wait_for(lambda: staff_of(attendant).cards.undone, "the undoing")
    assert papers(attendant) == []
    assert log(attendant)[-1] == ("민호", "card-undone", number)
    assert staff_of(attendant).cards.entered == 0
    assert not attendant.sees("undo")


def test_a_card_that_is_given_up_leaves_nothing_and_counts_as_no_visit(attendant: Visitor) -> None:
    attendant.touch("card.open-opinion")
    attendant.wait_for_screen("Choice")
    attendant.touch("option.peninsula")
    attendant.touch("primary")
    attendant.wait_for_screen("Text")
    attendant.type(WORDS)
    attendant.touch("primary")
    attendant.wait_for(lambda: attendant.journey.place.closing.at == "age_band", "what follows the text")
    attendant.touch("home")
    attendant.touch("leaveSheet.secondary")
    attendant.wait_for_screen("StaffCards")
    assert WORDS not in attendant.everything_written()
    assert papers(attendant) == []
    with open_store(attendant.kiosk.settings.home) as store:
        assert store.visit_ends.of_day(attendant.journey.today()) == []
    assert staff_of(attendant).account == "민호"  # still inside


def test_an_opinion_on_paper_is_kept_whole_is_never_asked_for_contact_and_leaves_no_words(attendant: Visitor) -> None:
    attendant.touch("card.open-opinion")
    attendant.wait_for_screen("Choice")
    attendant.touch("option.peninsula")
    attendant.touch("primary")
    attendant.wait_for_screen("Text")
    attendant.type(WORDS)
    attendant.touch("primary")
    for step in ("age_band", "region", "gender"):
        attendant.wait_for(lambda step=step: attendant.journey.place.closing.at == step, step)  # type: ignore[misc]
        attendant.touch("primary")
    attendant.wait_for_screen("Review")
    attendant.touch("primary")
    attendant.wait_for_screen("StaffCards")
    (card,) = papers(attendant)
    assert WORDS in card["answers"].values()
    assert "contact" not in card
    assert seoul_day_of_text(card["recorded_at"]) == attendant.journey.today().isoformat()
    assert WORDS not in attendant.everything_written()
    assert all(WORDS not in detail for _, _, detail in log(attendant))


def test_idle_leaving_forgets_the_open_card_and_keeps_the_confirmed_one(attendant: Visitor) -> None:
    answer_poll(attendant)
    attendant.touch("primary")
    attendant.wait_for_screen("StaffCards")
    answer_poll(attendant)
    assert attendant.kiosk.session is not None
    (idle,) = [
        each
        for each in attendant.kiosk.session.desk.findChildren(QTimer)
        if each.isActive() and each.interval() == IDLE_SECONDS * 1000
    ]
    idle.start(0)
    attendant.wait_for_screen("Attract")
    assert attendant.journey.place.staff is None
    assert attendant.journey.place.visit is None
    assert len(papers(attendant)) == 1
    attendant.wait_for(lambda: log(attendant)[-1][1] == "left-idle", "the log")

    attendant.touch("start")
    attendant.wait_for_screen("Home")
    attendant.touch(f"activity.{POLL}")
    attendant.wait_for_screen("Choice")
    assert attendant.sees("startOver")  # a visitor is a visitor again
    attendant.touch("option.peace")
    attendant.touch("primary")
    attendant.touch("option.future")
    attendant.touch("primary")
    attendant.wait_for_screen("Review")
    attendant.touch("primary")
    attendant.wait_for_screen("Results")
    assert len(papers(attendant)) == 1


def test_nobody_enters_a_card_who_is_not_inside(attendant: Visitor) -> None:
    attendant.touch("staff.leave")
    attendant.wait_for_screen("Attract")
    attendant.touch("start")
    attendant.wait_for_screen("Home")
    attendant.journey.enter_card(POLL, "ko")
    assert attendant.journey.place.visit is None
