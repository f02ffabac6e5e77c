"""Around every screen: idle, starting over, languages, display settings, and what may not close the kiosk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.store import open_store
from kiosk.store.engine import open_connection
from tests.ui.visitor import Visitor, visiting
from tests.ui.walking import stay_anonymous


def begin_the_opinion(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.open-opinion")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")


def test_a_visitor_who_left_is_asked_and_then_wiped_with_every_setting(qapp: QGuiApplication, lobby_home: Path) -> None:
    with visiting(lobby_home, idle_seconds=3, countdown_seconds=2) as visitor:
        visitor.touch("start.en")
        visitor.wait_for_screen("Home")
        visitor.touch("accessibility")
        visitor.touch("highContrast")
        visitor.touch("display.close")
        visitor.wait_for(lambda: visitor.sees("idleSheet"), "the countdown")
        visitor.wait_for_screen("Attract")
        assert visitor.journey.language == "ko"
        assert not visitor.sees("idleSheet")
        assert visitor.kiosk.window.property("visible")
        state = visitor.kiosk.kiosk.state
        assert (state.high_contrast, state.large_text, state.language) == (False, False, "ko")


def test_the_countdown_can_be_extended_any_number_of_times(qapp: QGuiApplication, lobby_home: Path) -> None:
    with visiting(lobby_home, idle_seconds=1, countdown_seconds=30) as visitor:
        visitor.touch("start")
        visitor.wait_for_screen("Home")
        for _ in range(3):
            visitor.wait_for(lambda: visitor.sees("idleSheet.primary"), "the countdown")
            visitor.touch("idleSheet.primary")
            visitor.wait_for(lambda: not visitor.sees("idleSheet"), "the countdown to end")
        assert visitor.screen == "Home"


def test_typing_on_the_keyboard_counts_as_activity(qapp: QGuiApplication, lobby_home: Path) -> None:
    with visiting(lobby_home, idle_seconds=2) as visitor:
        begin_the_opinion(visitor)
        visitor.type("평화와 외교가 중요해요")
        assert not visitor.sees("idleSheet")


def test_ending_a_visit_hides_the_keyboard_and_forgets_the_text(visitor: Visitor) -> None:
    begin_the_opinion(visitor)
    visitor.type("비밀")
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert "비밀" in visitor.everything_written()
    visitor.touch("change.opinion")
    visitor.wait_for_screen("Text")
    QGuiApplication.clipboard().setText("비밀")
    visitor.touch("startOver")
    visitor.touch("startOverSheet.secondary")
    visitor.wait_for_screen("Attract")
    assert not QGuiApplication.inputMethod().isVisible()
    assert QGuiApplication.clipboard().text() == ""
    assert visitor.journey.place.visit is None
    assert "비밀" not in visitor.everything_written()


def test_leaving_with_answers_asks_first(visitor: Visitor) -> None:
    begin_the_opinion(visitor)
    visitor.touch("home")
    visitor.touch("leaveSheet.primary")
    visitor.wait_for_screen("Text")
    visitor.touch("home")
    visitor.touch("leaveSheet.secondary")
    visitor.wait_for_screen("Home")
    assert visitor.journey.place.visit is None


@pytest.mark.parametrize("code", ["en", "ja", "zh"])
def test_a_language_chosen_on_the_first_screen_is_that_of_the_submission(visitor: Visitor, code: str) -> None:
    visitor.touch(f"start.{code}")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.priorities-2026")
    visitor.touch("option.peace")
    visitor.touch("primary")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")
    assert visitor.journey.place.submission is not None
    assert visitor.journey.place.submission.language == code
    assert visitor.journey.place.submission.answers == {"first": "peace"}


def test_nothing_a_visitor_presses_closes_the_kiosk(visitor: Visitor) -> None:
    window = visitor.window
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    for key, held in [
        (Qt.Key.Key_F4, alt),
        (Qt.Key.Key_Q, control),
        (Qt.Key.Key_W, control),
        (Qt.Key.Key_Escape, None),
    ]:
        QTest.keyClick(window, key, held or Qt.KeyboardModifier.NoModifier)
        QCoreApplication.processEvents()
    assert not window.close()
    assert window.isVisible()
    assert visitor.screen == "Home"


def test_a_double_tap_takes_one_step_only(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.priorities-2026")
    visitor.touch("option.peace")
    place = visitor.centre_of("primary")
    visitor.touch_at(place)
    visitor.touch_at(place)
    visitor.touch_at(place)
    assert visitor.journey.place.visit is not None
    assert visitor.journey.place.visit.at == "reason"


def test_answers_that_could_not_be_saved_are_said_so_and_can_be_sent_again(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.priorities-2026")
    visitor.touch("option.peace")
    visitor.touch("primary")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    with open_connection(visitor.kiosk.settings.home) as another_program:
        another_program.exec_driver_sql("BEGIN IMMEDIATE")
        visitor.touch("primary")
        visitor.wait_for_screen("Apology")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")
    with open_store(visitor.kiosk.settings.home) as store:
        assert len(list(store.records(visitor.journey.today(), visitor.journey.today()))) == 1


def test_a_kiosk_whose_store_does_not_open_says_so_and_recovers_by_itself(
    qapp: QGuiApplication, lobby_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    key = lobby_home / "store.key"
    right = key.read_bytes()
    key.write_text("0" * 64, encoding="ascii")
    with visiting(lobby_home, try_again_seconds=1) as visitor:
        visitor.wait_for_screen("OutOfOrder")
        tries = QSignalSpy(visitor.kiosk.recorder.could_not_open)
        visitor.wait_for(lambda: tries.count() >= 1, "another try")
        key.write_bytes(right)
        visitor.wait_for_screen("Attract")
        visitor.touch("start")
        visitor.wait_for_screen("Home")
    assert capfd.readouterr().err.count("The key does not open the store") == 1  # and not once for each try


def test_a_kiosk_that_ends_while_its_keyboard_is_being_built_ends_without_a_complaint(
    qapp: QGuiApplication, lobby_home: Path
) -> None:
    with visiting(lobby_home) as visitor:
        visitor.touch("start")


def test_an_error_that_nobody_caught_is_told_honestly_and_the_kiosk_goes_on(
    visitor: Visitor, capfd: pytest.CaptureFixture[str]
) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.priorities-2026")
    visitor.wait_for_screen("Choice")
    visitor.kiosk.apologise(ValueError, ValueError("for the log"), None)
    visitor.wait_for_screen("Apology")
    assert visitor.journey.place.apology is not None
    assert not visitor.journey.place.apology.saved
    visitor.touch("primary")
    visitor.wait_for_screen("Attract")
    logged = capfd.readouterr().err
    assert "ValueError" in logged
    assert "for the log" not in logged  # a message may hold what a visitor wrote
