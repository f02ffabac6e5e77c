"""Visitors' calls for staff are kept and told by `forum-staff status`."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.forum.seoul import seoul_day
from kiosk.staff_calls import StaffCall, note_staff_call, staff_calls
from tests.conftest import Run

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def test_calls_are_told_by_their_seoul_day(tmp_path: Path) -> None:
    note_staff_call(tmp_path, NOW - timedelta(days=1), "Home")
    note_staff_call(tmp_path, NOW, "Text")
    assert staff_calls(tmp_path, seoul_day(NOW)) == [StaffCall(NOW, "Text")]


def test_only_the_newest_thousand_calls_are_kept(tmp_path: Path) -> None:
    lines = "".join(f"2026-11-22T03:00:00Z Home{place}\n" for place in range(1200))
    (tmp_path / "staff-calls.txt").write_text(lines, encoding="utf-8")
    note_staff_call(tmp_path, NOW, "Text")
    calls = staff_calls(tmp_path, seoul_day(NOW))
    assert (len(calls), calls[0].screen, calls[-1].screen) == (1000, "Home201", "Text")


def test_a_line_that_is_no_call_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "staff-calls.txt").write_text("half a li\n", encoding="utf-8")
    assert staff_calls(tmp_path, seoul_day(NOW)) == []


def test_status_tells_how_often_staff_were_called_today(home: Path, run: Run) -> None:
    home.mkdir(parents=True)
    note_staff_call(home, datetime.now(UTC), "Home")
    assert json.loads(run("forum-staff", "status", "--json").out)["staff_calls_today"] == 1
    told = run("forum-staff", "status").out
    assert "오늘 방문자가 직원을 1번 불렀습니다" in told
    assert "Visitors called for staff 1 times today" in told
