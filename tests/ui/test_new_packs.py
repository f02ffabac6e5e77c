"""A new content pack takes effect between visits, also where nobody comes, and never in one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.small_pack import small_pack
from ui.journey import Journey
from ui.navigation import Screen
from ui.recorder import Opening, Recorder


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
