"""An error that nobody foresaw: told honestly, with a code for staff and a way on, logged, and over by itself."""

import json
import re
import sys
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.clock_jumps import ClockWatch, clock_jumps
from kiosk.crash_reports import crash_reports
from kiosk.status import read_status
from kiosk.store import open_store
from tests.ui.visitor import Visitor, visiting


@pytest.fixture
def visitor(qapp: QGuiApplication, lobby_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    """A visitor before a kiosk that takes uncaught errors, as `forum-kiosk` does."""
    with visiting(lobby_home, countdown_seconds=1) as someone:
        monkeypatch.setattr(sys, "excepthook", someone.kiosk.apologise)
        yield someone


def break_the_store_worker(visitor: Visitor) -> None:
    """What is no submission reaches the store's thread: an error in a thread that may not touch the screen."""
    visitor.kiosk.recorder.keep(nothing_to_keep())


def break_the_screen(visitor: Visitor) -> None:
    """What is no result reaches the touchscreen's thread."""
    visitor.kiosk.recorder.counted.emit(None)


def nothing_to_keep() -> Any:
    return None


def answer_the_first_question(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.priorities-2026")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peace")


def finish_the_poll(visitor: Visitor) -> None:
    visitor.touch("primary")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")


def stored(visitor: Visitor) -> int:
    with open_store(visitor.kiosk.settings.home) as store:
        return len(store.outbox())


@pytest.mark.parametrize("break_it", [break_the_store_worker, break_the_screen])
def test_an_error_before_submitting_is_told_and_logged_and_the_next_visitor_takes_part(
    visitor: Visitor, capfd: pytest.CaptureFixture[str], break_it: Any
) -> None:
    threads: set[threading.Thread] = set()
    visitor.journey.moved.connect(lambda: threads.add(threading.current_thread()), Qt.ConnectionType.DirectConnection)
    answer_the_first_question(visitor)
    break_it(visitor)
    visitor.wait_for_screen("Apology")
    assert threads == {threading.main_thread()}
    apology = visitor.journey.place.apology
    assert apology is not None
    assert not apology.saved
    assert re.fullmatch(r"AttributeError-\d+", apology.code)
    shown = visitor.everything_written().replace("\u2060", "")
    assert apology.code in shown
    logged = capfd.readouterr().err
    assert apology.code in logged
    assert re.search(r"\n  ui/\w+\.py:\d+ in ", logged)
    (report,) = crash_reports(visitor.kiosk.settings.home)
    assert str(report) in logged
    assert json.loads(report.read_text())["type"] == "AttributeError"
    assert "NoneType" not in logged + report.read_text()  # a message may hold what a visitor wrote

    visitor.touch("primary")
    visitor.wait_for_screen("Attract")
    assert stored(visitor) == 0
    answer_the_first_question(visitor)
    finish_the_poll(visitor)
    assert stored(visitor) == 1


def test_an_error_after_submitting_says_that_the_answers_are_saved(visitor: Visitor) -> None:
    answer_the_first_question(visitor)
    finish_the_poll(visitor)
    break_the_store_worker(visitor)
    visitor.wait_for_screen("Apology")
    apology = visitor.journey.place.apology
    assert apology is not None
    assert apology.saved
    assert stored(visitor) == 1


def test_the_honest_screen_goes_away_by_itself_where_nobody_touches_it(visitor: Visitor) -> None:
    answer_the_first_question(visitor)
    break_the_screen(visitor)
    visitor.wait_for_screen("Apology")
    visitor.kiosk.kiosk.ask_whether_anyone_is_here()
    visitor.wait_for_screen("Attract")
    assert visitor.journey.place.visit is None


def test_an_error_while_nobody_is_there_shows_nothing(visitor: Visitor, capfd: pytest.CaptureFixture[str]) -> None:
    visitor.wait_for_screen("Attract")
    break_the_screen(visitor)
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    assert "Unforeseen error" in capfd.readouterr().err


def test_a_clock_that_jumps_while_nobody_is_there_is_told_to_staff(
    visitor: Visitor, capfd: pytest.CaptureFixture[str]
) -> None:
    ahead = [0.0]
    visitor.kiosk.clock_watch = ClockWatch(wall=lambda: time.time() + ahead[0])
    every_minute = max(visitor.kiosk.findChildren(QTimer), key=lambda timer: timer.interval())
    every_minute.timeout.emit()
    assert clock_jumps(visitor.kiosk.settings.home) == []
    ahead[0] = -7200.0
    every_minute.timeout.emit()
    (jump,) = clock_jumps(visitor.kiosk.settings.home)
    assert round(jump.by / timedelta(hours=1)) == -2
    assert "The clock jumped by" in capfd.readouterr().err
    with open_store(visitor.kiosk.settings.home) as store:
        assert any("The clock jumped while" in each.english for each in read_status(store).troubles)
