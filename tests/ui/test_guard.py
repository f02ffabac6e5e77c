"""A visit that is not finished is never submitted, whatever leads to “submit”."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from kiosk.forum import visits
from kiosk.forum.submissions import Submission
from kiosk.forum.visits import Visit
from kiosk.pack_files import read_pack_file
from kiosk.store import open_store
from tests.ui.conftest import LOBBY
from ui import navigation
from ui.closing import Closing, Step
from ui.journey import Journey
from ui.navigation import Apology, Place, Screen
from ui.recorder import KeptReceipt, Opening, Recorder

PACK = read_pack_file(LOBBY)
FINISHED = {"interest": 4, "used": "have-not"}
OPENED = {"interest": 4, "used": "have-used"}  # opens two questions that must be answered


@pytest.fixture
def recorder(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Recorder]:
    recorder = Recorder(tmp_path / "kiosk")
    recorder.open()
    yield recorder
    recorder.close()


@pytest.fixture
def journey(recorder: Recorder) -> Journey:
    journey = Journey(recorder, lambda: None)
    journey.take(Opening((PACK,), 0))
    wait_for(journey, journey.has_settled)
    return journey


def wait_for(journey: Journey, condition: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def visit(answers: dict[str, Any], at: str | None = None) -> Visit:
    activity = PACK.activity("diplomacy-and-you-2026")
    assert activity is not None
    return replace(visits.begin_visit(PACK, activity, "ko"), answers=answers, at=at)


def submission_of(finished: Visit) -> Submission:
    return visits.finish(finished, recorded_at=datetime.now(UTC), duration=1)


def stored(home: Path) -> int:
    with open_store(home) as store:
        return len(store.outbox())


@pytest.mark.parametrize(
    ("place", "may"),
    [
        (navigation.at_attract(), False),
        (navigation.at_home(), False),
        (Place(Screen.SCALE, visit(FINISHED, "interest")), False),
        (Place(Screen.CLOSING, visit(FINISHED), closing=Closing(at=Step.AGE)), False),
        (Place(Screen.CAUTION, visit(FINISHED, "wish")), False),
        (Place(Screen.HANDOFF, visit(FINISHED)), False),
        (Place(Screen.REVIEW, visit(FINISHED)), True),
        (Place(Screen.REVIEW, visit(FINISHED), saving=True), False),
        (Place(Screen.THANKS, visit(FINISHED), receipt=KeptReceipt("r", "1", None)), False),
        (Place(Screen.APOLOGY, visit(FINISHED), apology=Apology("X", saved=False)), False),
    ],
)
def test_only_the_review_submits(place: Place, may: bool) -> None:
    assert navigation.may_submit(place) is may


def test_what_could_not_be_saved_may_be_sent_again() -> None:
    finished = visit(FINISHED)
    sent = navigation.submitting(Place(Screen.REVIEW, finished), submission_of(finished))
    assert not navigation.may_submit(sent)
    assert navigation.may_submit(navigation.not_kept(sent, Apology("SAVE", saved=False)))


@pytest.mark.parametrize(
    ("answers", "opened"),
    [
        ({}, "interest"),
        ({"interest": 4}, "used"),
        ({"used": "have-not"}, "interest"),
        (OPENED, "services"),
        ({**OPENED, "services": ["passport"]}, "satisfaction"),
        ({**OPENED, "services": ["passport"], "satisfaction": 9}, "satisfaction"),
        ({**FINISHED, "interest": "a lot"}, "interest"),
    ],
)
def test_submit_opens_what_keeps_a_visit_from_being_finished_and_stores_nothing(
    journey: Journey, recorder: Recorder, tmp_path: Path, answers: dict[str, Any], opened: str
) -> None:
    journey.place = Place(Screen.REVIEW, visit(answers))
    journey.submit()
    assert journey.place.visit is not None
    assert (journey.place.visit.at, journey.place.submission, journey.place.saving) == (opened, None, False)
    assert journey.place.screen in navigation.QUESTION_SCREENS
    recorder.close()
    assert stored(tmp_path / "kiosk") == 0


def test_a_finished_visit_is_stored_once_however_often_submit_is_asked(
    journey: Journey, recorder: Recorder, tmp_path: Path
) -> None:
    journey.place = Place(Screen.REVIEW, visit(FINISHED))
    for _ in range(3):
        journey.submit()
    wait_for(journey, lambda: journey.place.screen is Screen.THANKS)
    journey.submit()
    recorder.close()
    assert stored(tmp_path / "kiosk") == 1
