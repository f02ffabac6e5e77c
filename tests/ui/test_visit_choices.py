"""What a visitor may decide on the way: personal data in a text, the phone, taking it back, calling for staff."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PySide6.QtGui import QGuiApplication

from kiosk.forum.submissions import submission_from_bytes
from kiosk.staff_calls import staff_calls
from kiosk.store import open_store
from tests.ui.test_every_activity import enrolled_home
from tests.ui.tour import pack_of_today
from tests.ui.visitor import Visitor, visiting
from tests.ui.walking import stay_anonymous


@pytest.fixture
def visitor(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Visitor]:
    """A visitor before a kiosk that holds the ministry's keys."""
    with visiting(enrolled_home(tmp_path / "kiosk", X25519PrivateKey.generate())) as someone:
        yield someone


def open_the_opinion(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.open-opinion")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")


def stored(visitor: Visitor) -> list[dict[str, object]]:
    today = visitor.journey.today()
    with open_store(visitor.kiosk.settings.home) as store:
        return [dict(submission_from_bytes(record).answers) for record in store.records(today, today)]


@pytest.mark.parametrize(
    ("touched", "kept"), [("primary", "전화 로 주세요"), ("leaveAsIs", "전화 010-1234-5678로 주세요")]
)
def test_a_phone_number_in_a_text_is_pointed_out_before_it_is_sent(visitor: Visitor, touched: str, kept: str) -> None:
    open_the_opinion(visitor)
    visitor.journey.answer("opinion", "전화 010-1234-5678로 주세요")
    visitor.touch("primary")
    visitor.wait_for_screen("Caution")
    assert visitor.find("found").property("text") == "010-1234-5678"
    visitor.touch(touched)
    stay_anonymous(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    assert [answers["opinion"] for answers in stored(visitor)] == [kept]


def test_a_text_left_as_it_is_and_then_changed_is_looked_at_again_even_past_the_review(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.journey.answer("opinion", "전화 010-1234-5678로 주세요")
    visitor.touch("primary")
    visitor.touch("leaveAsIs")
    stay_anonymous(visitor)
    visitor.touch("change.opinion")
    visitor.wait_for_screen("Text")
    visitor.journey.answer("opinion", "hong@example.kr")
    visitor.touch("back")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Caution")
    visitor.touch("leaveAsIs")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    assert stored(visitor) == [{"topic": "peninsula", "opinion": "hong@example.kr"}]


def test_an_unfinished_visit_goes_to_the_phone_and_can_go_on_here(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type("평화")
    visitor.touch("toPhone")
    visitor.wait_for_screen("Handoff")
    visitor.find("handoffCode")
    handed = visitor.journey.place.handed
    assert handed is not None
    assert handed.link is not None
    assert handed.link.startswith("https://forum.example/h/#")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    visitor.type("로")
    visitor.touch("primary")
    stay_anonymous(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    assert [answers["opinion"] for answers in stored(visitor)] == ["평화로"]


def test_a_visit_too_long_for_a_code_is_finished_here(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.journey.answer("opinion", "".join(chr(0xAC00 + place * 37 % 11172) for place in range(1500)))
    visitor.touch("toPhone")
    visitor.wait_for_screen("Handoff")
    visitor.wait_for(lambda: visitor.journey.place.handed is not None, "whether it fits")
    assert not visitor.sees("handoffCode")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")


def test_moving_to_the_phone_wipes_the_visit_here(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type("비밀")
    visitor.touch("toPhone")
    visitor.find("handoffCode")
    visitor.touch("back")
    visitor.wait_for_screen("Attract")
    assert "비밀" not in visitor.everything_written()
    assert stored(visitor) == []


def test_what_was_just_submitted_can_be_taken_back(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type("평화")
    visitor.touch("primary")
    stay_anonymous(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    visitor.touch("undo")
    visitor.touch("undoSheet.primary")
    assert len(stored(visitor)) == 1
    visitor.touch("undo")
    visitor.touch("undoSheet.secondary")
    visitor.wait_for(lambda: visitor.journey.place.withdrawn, "the withdrawal")
    assert stored(visitor) == []
    assert not visitor.sees("undo")
    assert "제출을 취소했어요" in visitor.everything_written().replace("\u2060", "")


def test_calling_staff_is_noted_and_told(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("staff")
    visitor.find("staffSheet")
    home, today = visitor.kiosk.settings.home, visitor.journey.today()
    visitor.wait_for(lambda: [call.screen for call in staff_calls(home, today)] == ["Home"], "the note")
    visitor.touch("staffSheet.primary")
    visitor.wait_for(lambda: not visitor.sees("staffSheet"), "the sheet to close")


def test_a_closed_call_tells_its_dates_and_cannot_be_begun(qapp: QGuiApplication, lobby_home: Path) -> None:
    call = pack_of_today().activity("call-culture-2026")
    assert call is not None
    assert call.closes is not None
    assert call.result_on is not None
    with visiting(lobby_home) as visitor:
        visitor.touch("start")
        visitor.wait_for_screen("Home")
        visitor.touch("activity.call-culture-2026")
        visitor.wait_for_screen("Intro")
        written = visitor.everything_written().replace("\u2060", "")
        assert f"{call.closes:%-m월 %-d일}에 마감되었어요" in written
        assert f"{call.result_on:%Y년 %-m월 %-d일}" in written
        visitor.touch("primary")
        visitor.wait_for_screen("Home")


def test_outcomes_are_told_from_home(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("showOutcomes")
    visitor.wait_for_screen("Outcomes")
    assert visitor.sees("outcome.example-large-print")
    visitor.touch("back")
    visitor.wait_for_screen("Home")
