"""A new content pack takes effect between visits, also where nobody comes, and never in one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.small_pack import small_pack
from ui.journey import Journey
from ui.navigation import Screen
from ui.recorder import Opening, Recorder
from ui.words import closed_words


@pytest.fixture
def recorder(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Recorder]:
    recorder = Recorder(tmp_path / "kiosk")
    yield recorder
    recorder.close()


@pytest.fixture
def journey(recorder: Recorder) -> Journey:
    journey = Journey(recorder, lambda: None)
    journey.take(Opening((small_pack(1),), 3))
    return journey


def versions(journey: Journey) -> list[int]:
    return [pack.version for pack in journey.packs]


def test_a_pack_that_comes_in_a_visit_waits_for_its_end(journey: Journey) -> None:
    journey.start("ko")
    journey.take(Opening((small_pack(2),), 4))
    assert (journey.place.screen, versions(journey)) == (Screen.HOME, [1])
    journey.end()
    journey.take(Opening((small_pack(2),), 4))
    assert versions(journey) == [2]


def test_a_kiosk_that_nobody_uses_looks_for_packs_and_one_in_use_does_not(journey: Journey, recorder: Recorder) -> None:
    asked: list[str] = []
    recorder._open_asked.connect(lambda: asked.append("open"))
    journey.look_again()
    assert asked == ["open"]
    journey.start("ko")
    journey.look_again()
    assert asked == ["open"]


def test_an_activity_that_staff_close_is_closed_between_visits_and_never_in_one(journey: Journey) -> None:
    def open_today() -> list[str]:
        return [activity.id for _, activity in journey.activities() if activity.is_open(journey.today())]

    journey.start("ko")
    journey.take(Opening((small_pack(1),), 3, closed=frozenset({"first-poll"})))
    assert open_today() == ["first-poll", "long-survey"]
    journey.end()
    journey.take(Opening((small_pack(1),), 3, closed=frozenset({"first-poll"})))
    assert open_today() == ["long-survey"]
    closed = next(activity for _, activity in journey.activities() if activity.id == "first-poll")
    assert closed_words(closed, journey.today()) == "마감되었어요"
