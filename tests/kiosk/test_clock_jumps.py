"""The wall clock's jumps: told once, apart from being kept in step and from sleep, and noted beside the store."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.clock_jumps import FILE, MOST_JUMPS, ClockJump, ClockWatch, clock_jumps, jumps_within, note_clock_jump

START = datetime(2026, 11, 20, 9, 30, tzinfo=UTC).timestamp()
HOUR = 3600.0
TEN_YEARS = 3652 * 24 * HOUR


class Clocks:
    def __init__(self) -> None:
        self.wall, self.steady = START, 17.0
        self.watch = ClockWatch(lambda: self.wall, lambda: self.steady)

    def go_on(self, seconds: float, jump: float = 0.0) -> ClockJump | None:
        self.wall += seconds + jump
        self.steady += seconds
        return self.watch.look()


@pytest.mark.parametrize("jump", [HOUR, -HOUR, TEN_YEARS, -TEN_YEARS, 31, -31])
def test_a_jump_is_told_once_with_what_the_clock_should_have_shown(jump: float) -> None:
    clocks = Clocks()
    assert clocks.go_on(60) is None
    found = clocks.go_on(60, jump)
    assert found is not None
    assert found.expected == "2026-11-20T09:32:00Z"
    assert found.by == timedelta(seconds=jump)
    assert clocks.go_on(60) is None


def test_a_clock_that_is_kept_in_step_or_a_machine_that_slept_is_no_jump() -> None:
    clocks = Clocks()
    assert all(clocks.go_on(60, correction) is None for correction in (0.5, -0.5, 20, -20, 0))
    assert clocks.go_on(9 * HOUR) is None


def test_noted_jumps_are_kept_the_newest_only_and_a_damaged_file_holds_none(tmp_path: Path) -> None:
    assert clock_jumps(tmp_path) == []
    noted = [
        ClockJump(f"2026-11-20T09:{each:02}:00Z", f"2026-11-20T10:{each:02}:00Z") for each in range(MOST_JUMPS + 5)
    ]
    for jump in noted:
        note_clock_jump(tmp_path, jump)
    assert clock_jumps(tmp_path) == noted[5:]
    now = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
    assert jumps_within(tmp_path, now, timedelta(minutes=1)) == (noted[29], noted[30])
    (tmp_path / FILE).write_text("{")
    assert clock_jumps(tmp_path) == []
