"""What the panel tells and does: the day's figures, out of service, uploading, starting anew, and the tests."""

import re
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from kiosk.forum.staffing import Closure
from kiosk.store import open_store
from tests.ui.staff.staffed import enter, make_gesture, staff_of, standing_by
from tests.ui.staff.test_entering import deeds
from tests.ui.visitor import Visitor
from tests.ui.walking import answer_something
from ui.app import RESTART
from ui.staff.roots import Roots


def give_up(visitor: Visitor, activity: str, answers: int) -> None:
    """Begin an activity, answer so many questions, and start over."""
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch(f"activity.{activity}")
    visitor.wait_for(lambda: visitor.journey.place.visit is not None, "the first question")
    for _ in range(answers):
        before = visitor.place_name()
        answer_something(visitor)
        visitor.touch("primary")
        visitor.wait_for(lambda before=before: visitor.place_name() != before, "the next question")  # type: ignore[misc]
    visitor.touch("startOver")
    if answers:
        visitor.touch("startOverSheet.secondary")
    visitor.wait_for_screen("Attract")


def test_who_gave_up_is_counted_with_the_question_and_nothing_else(attendee: Visitor) -> None:
    give_up(attendee, "priorities-2026", 0)
    give_up(attendee, "priorities-2026", 1)
    enter(attendee)
    attendee.wait_for(lambda: staff_of(attendee).day, "the day")
    day = staff_of(attendee).day
    assert day is not None
    assert (day.finished, day.abandoned, day.visits) == (37, 2, 39)
    assert [(each.step, each.visits) for each in day.given_up] == [("first", 1), ("reason", 1)]
    with open_store(attendee.kiosk.settings.home) as store:
        kept = store.visit_ends.of_day(attendee.journey.today())
    assert {(each.activity_id, each.language, each.outcome, each.visits) for each in kept} == {
        ("priorities-2026", "ko", "abandoned", 1)
    }


def test_out_of_service_is_told_in_four_languages_survives_a_restart_and_ends_in_the_panel(
    qapp: QGuiApplication, staffed_home: Path
) -> None:
    with standing_by(staffed_home) as attendee:
        enter(attendee, "민호")
        attendee.touch("page.machine")
        attendee.wait_for_screen("StaffMachine")
        attendee.touch("closure.maintenance")
        attendee.wait_for(lambda: staff_of(attendee).machine.closure == Closure("maintenance"), "the closure")
        attendee.touch("staff.leave")
        attendee.wait_for_screen("Closed")
    with standing_by(staffed_home) as attendee:
        attendee.wait_for_screen("Closed")
        titles = []
        for _ in range(4):
            titles.append("점검하고 있어요" in attendee.everything_written())
            attendee.kiosk.attract.next()
        assert titles == [True, False, False, False]
        make_gesture(attendee)
        attendee.wait_for_screen("StaffEntry")
        attendee.touch("staff.leave")
        attendee.wait_for_screen("Closed")
        enter(attendee)
        attendee.touch("page.machine")
        attendee.touch("closure.")
        attendee.wait_for(
            lambda: not staff_of(attendee).machine.doing and not staff_of(attendee).machine.closure, "open"
        )
        attendee.touch("staff.leave")
        attendee.wait_for_screen("Attract")
        attendee.touch("start")
        attendee.wait_for_screen("Home")
        attendee.wait_for(lambda: deeds(attendee)[-2:] == ["opened", "left"], "the log")
        assert "closed" in deeds(attendee)


def uploader(folder: Path, *lines: str) -> Path:
    """A program in the place of forum-sync."""
    program = folder / "uploader"
    program.write_text("\n".join(("#!/bin/sh", *lines)) + "\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (('test "$1 $2" = "once --json" || exit 9', """echo '{"sent": 37, "pending": 0}'"""), "37건을 보냈어요"),
        (('echo "The ministry cannot be reached." >&2', "exit 1"), "보내지 못했어요.*The ministry cannot be reached"),
        (("echo nonsense",), "저장된 의견은 그대로예요"),
    ],
    ids=["sent", "not sent", "not understood"],
)
def test_uploading_now_says_what_came_of_it(
    qapp: QGuiApplication, staffed_home: Path, tmp_path: Path, lines: tuple[str, ...], told: str
) -> None:
    with standing_by(staffed_home, Roots(uploader=uploader(tmp_path, *lines))) as attendee:
        enter(attendee, "민호")
        attendee.touch("page.machine")
        attendee.wait_for_screen("StaffMachine")
        attendee.touch("upload")
        said = attendee.find("machine.outcome").property("text")
        assert re.search(told, said), said
        assert deeds(attendee) == ["entered", "uploaded"]


def test_starting_anew_is_asked_of_the_application(attendee: Visitor, qapp: QGuiApplication) -> None:
    enter(attendee)
    attendee.touch("page.machine")
    attendee.wait_for_screen("StaffMachine")
    assert attendee.kiosk.session is not None
    asked: list[bool] = []
    attendee.kiosk.session.desk.restart_asked.disconnect()
    attendee.kiosk.session.desk.restart_asked.connect(lambda: asked.append(True))
    attendee.touch("restart")
    attendee.wait_for(lambda: asked, "the restart")
    assert deeds(attendee) == ["entered", "restarted"]
    assert RESTART != 0


def test_the_machine_page_tells_what_waits_and_names_what_is_wrong(
    qapp: QGuiApplication, staffed_home: Path, tmp_path: Path
) -> None:
    zone = tmp_path / "thermal" / "thermal_zone0"
    zone.mkdir(parents=True)
    (zone / "temp").write_text("91000\n")
    with standing_by(staffed_home, Roots(thermal=zone.parent)) as attendee:
        enter(attendee)
        attendee.touch("page.machine")
        attendee.wait_for_screen("StaffMachine")
        facts = {name: attendee.find(f"fact.{name}") for name in ("pending", "warmth", "receipt")}
        assert facts["pending"].property("value") == "37건"
        assert facts["receipt"].property("value") == "아직 없음"
        assert (facts["warmth"].property("value"), facts["warmth"].property("bad")) == ("91 ℃", True)


def test_the_screen_test_shows_each_colour_and_comes_back(attendee: Visitor) -> None:
    enter(attendee)
    attendee.touch("page.tests")
    attendee.wait_for_screen("StaffTests")
    attendee.touch("testScreen")
    seen = []
    while attendee.sees("colour"):
        seen.append(attendee.picture().pixelColor(5, 5).name())
        attendee.touch("colour")
    assert seen[:6] == ["#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff", "#808080"]
    assert len(seen) == 7
    attendee.find("tests.told")


def test_the_touch_test_finds_every_place_of_the_glass(attendee: Visitor) -> None:
    enter(attendee)
    attendee.touch("page.tests")
    attendee.wait_for_screen("StaffTests")
    attendee.touch("testTouch")
    glass = attendee.find("glass")
    width, height = glass.width(), glass.height()
    for rows in (range(10, 20), range(10)):  # the way out lies over the upper half until the lower one is done
        for row in rows:
            for column in range(12):
                attendee.touch_at(QPointF((column + 0.5) * width / 12, (row + 0.5) * height / 20))
    attendee.wait_for(lambda: attendee.sees("tests.told"), "the end")
    assert "모든 자리" in attendee.find("tests.told").property("text")


def test_a_touch_test_that_is_ended_early_says_how_many_places_felt_nothing(attendee: Visitor) -> None:
    enter(attendee)
    attendee.touch("page.tests")
    attendee.wait_for_screen("StaffTests")
    attendee.touch("testTouch")
    attendee.touch("endTouch")
    assert "240곳" in attendee.find("tests.told").property("text")


# Qt's sound looks for a sound server and for codecs, and remarks on each that is not there.
@pytest.mark.qt_log_ignore("PulseAudio", "symbolsresolver", "pipewire", "ALSA")
def test_the_sound_test_says_whether_there_is_anything_to_play_on(attendee: Visitor) -> None:
    from PySide6.QtMultimedia import QMediaDevices  # not before the application: it reads its logging rules once

    enter(attendee)
    attendee.touch("page.tests")
    attendee.wait_for_screen("StaffTests")
    attendee.touch("testSound")
    said = attendee.find("tests.told").property("text")
    has_output = not QMediaDevices.defaultAudioOutput().isNull()
    assert ("소리를 냈어요" if has_output else "소리를 낼 장치가 없어요") in said


def test_the_tone_swells_and_fades_and_is_never_too_loud(qapp: QGuiApplication) -> None:
    from ui.staff.sound import tone_samples

    samples = tone_samples()
    assert samples[0] == 0
    assert abs(samples[-1]) < 10
    assert 15_000 < max(samples) <= 16_384
