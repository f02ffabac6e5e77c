"""FAILURES.md, rule 15, at the touchscreen: a damaged store is mended at the start, or under a visitor's answer."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.store import open_store
from kiosk.store.recovery import keep_last_good
from tests.submissions import poll_submission
from tests.ui.visitor import Visitor, visiting

PAGE = 4096


def _answer(visitor: Visitor) -> None:
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.priorities-2026")
    visitor.touch("option.peace")
    visitor.touch("primary")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")


def _scratch(home: Path) -> None:
    with (home / "forum.db").open("r+b") as file:
        for at in range(PAGE, file.seek(0, 2), PAGE):
            file.seek(at + 900)
            file.write(b"scratched" * 50)


def test_a_kiosk_whose_store_is_damaged_recovers_by_itself_before_the_first_visitor(
    qapp: QGuiApplication, lobby_home: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with open_store(lobby_home) as store:
        keep_last_good(store)
        store.keep_all([poll_submission() for _ in range(20)])
    _scratch(lobby_home)
    with visiting(lobby_home) as visitor:
        _answer(visitor)
        visitor.touch("primary")
        visitor.wait_for_screen("Results")
    assert "found damaged and put back to its last good copy" in caplog.text
    assert "Traceback" not in capfd.readouterr().err


def test_damage_that_shows_while_an_answer_is_kept_is_mended_and_the_answer_is_kept(
    qapp: QGuiApplication, lobby_home: Path
) -> None:
    with open_store(lobby_home) as store:
        keep_last_good(store)
    with visiting(lobby_home) as visitor:
        _answer(visitor)
        _scratch(lobby_home)
        visitor.touch("primary")
        visitor.wait_for_screen("Results")
        with open_store(lobby_home) as store:
            assert len(list(store.records(visitor.journey.today(), visitor.journey.today()))) == 1
            assert len(store.recoveries()) == 1
