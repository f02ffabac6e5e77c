from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kiosk.forum.rapid_repeats import RAPID_SECONDS, is_rapid_repeat, with_rapid_repeats
from kiosk.forum.seoul import utc_text

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def _record(second: int, activity: str = "poll", channel: str = "kiosk") -> dict[str, Any]:
    return {"activity": activity, "channel": channel, "recorded_at": utc_text(NOON + timedelta(seconds=second))}


def _flags(*records: dict[str, Any]) -> list[bool]:
    return [flag for _, flag in with_rapid_repeats(records)]


def test_a_row_of_fast_votes_is_flagged_from_the_second_on() -> None:
    assert _flags(_record(0), _record(5), _record(10), _record(60)) == [False, True, True, False]


def test_two_activities_one_after_the_other_are_no_repeat() -> None:
    assert _flags(_record(0), _record(3, "other"), _record(6)) == [False, False, True]


def test_paper_and_imports_are_never_repeats() -> None:
    assert _flags(_record(0, channel="paper"), _record(0, channel="paper"), _record(1)) == [False, False, False]


def test_a_clock_that_jumps_back_flags_nothing() -> None:
    assert _flags(_record(100), _record(20), _record(26)) == [False, False, True]


@pytest.mark.parametrize(("gap", "expected"), [(0, True), (RAPID_SECONDS - 1, True), (RAPID_SECONDS, False)])
def test_the_limit_itself_is_no_repeat(gap: int, expected: bool) -> None:
    assert is_rapid_repeat(NOON, NOON + timedelta(seconds=gap)) is expected


def test_a_day_begins_anew_at_midnight_in_seoul_so_that_days_add_up() -> None:
    midnight = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    assert not is_rapid_repeat(midnight - timedelta(seconds=2), midnight + timedelta(seconds=2))
