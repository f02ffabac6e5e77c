"""Results from home: the ministry's where more people are behind them, this screen's else, and it says which."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.forum.ministry_results import MinistryResults, source_sentence
from kiosk.store import open_store
from tests.small_pack import small_pack
from tests.ui.visitor import visiting
from ui.view_models.results import BarRow, published_rows

RESULTS = MinistryResults(
    "priorities-2026",
    date(2026, 11, 21),
    1234,
    {("first", "peace"): 1000, ("first", "economy"): None, ("first", "climate"): None, ("reason", "future"): 300},
)


def test_results_from_home_are_the_ministrys_and_say_so(qapp: QGuiApplication, lobby_home: Path) -> None:
    with open_store(lobby_home) as store:
        store.ministry.keep(date(2026, 11, 21), [RESULTS])
    with visiting(lobby_home) as visitor:
        visitor.touch("start")
        visitor.wait_for_screen("Home")
        visitor.touch("showResults")
        visitor.wait_for_screen("Results")
        visitor.wait_for(lambda: "1,234명" in visitor.everything_written(), "the ministry's count")
        told = visitor.everything_written()
        assert "11월 21일까지 모든 키오스크와 온라인에서" in told
        assert "이 화면에서" not in told
        assert "1,000" in told or "1000" in told


def test_what_the_ministry_holds_back_is_hidden_and_makes_no_other_share_larger() -> None:
    poll, survey = small_pack().activities
    counts = {("first", "security"): 60, ("first", "economy"): None, ("first", "culture"): None}
    assert published_rows(poll, MinistryResults(poll.id, date(2026, 11, 21), 80, counts), "ko") == [
        BarRow(True, "무엇이 먼저일까요?"),
        BarRow(False, "안보", 0.75, 60),
        BarRow(False, "경제", 0.0, 0, is_hidden=True),
        BarRow(False, "문화", 0.0, 0, is_hidden=True),
    ]
    several = {("some", "security"): 30, ("some", "economy"): 40, ("views.s1", "agree"): 25, ("views.s1", "pass"): 75}
    rows = published_rows(survey, MinistryResults(survey.id, date(2026, 11, 21), 100, several), "en")
    bars = {row.label: row.share for row in rows if row.share}
    assert (bars["Security"], bars["Economy"]) == (0.3, 0.4)
    assert sorted(row.share for row in rows if row.count in (25, 75)) == [0.25, 0.75]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", "11월 21일까지 모든 키오스크와 온라인에서 1,234명"),
        ("en", "Through 21 November, 1,234 people"),
        ("ja", "11月21日までに"),
        ("zh-Hans", "截至11月21日"),
        ("fr", "Through 21 November"),
    ],
)
def test_source_is_told_in_the_visitors_language(language: str, words: str) -> None:
    assert words in source_sentence(RESULTS, language)
