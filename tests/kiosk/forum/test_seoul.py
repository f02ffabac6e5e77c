from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.seoul import seoul_day, seoul_day_of_text, utc_text


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2026-11-22T14:59:59Z", "2026-11-22"),
        ("2026-11-22T15:00:00Z", "2026-11-23"),
        ("2026-12-31T14:59:59Z", "2026-12-31"),
        ("2026-12-31T15:00:00Z", "2027-01-01"),
        ("2028-02-28T15:00:00Z", "2028-02-29"),
    ],
)
def test_day_in_seoul_begins_at_15_00_utc(utc: str, day: str) -> None:
    assert seoul_day_of_text(utc) == day


def test_moment_of_any_zone_has_one_seoul_day() -> None:
    assert seoul_day(datetime(2026, 11, 22, 7, 0, tzinfo=timezone(timedelta(hours=-8)))) == date(2026, 11, 23)


def test_text_is_utc_with_whole_seconds() -> None:
    assert utc_text(datetime(2026, 11, 22, 9, 1, 2, 999_999, timezone(timedelta(hours=9)))) == "2026-11-22T00:01:02Z"


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 30), timezones=st.just(UTC)))
def test_day_is_the_one_of_the_time_zone_database(moment: datetime) -> None:
    assert seoul_day(moment) == moment.astimezone(ZoneInfo("Asia/Seoul")).date()
    assert seoul_day_of_text(utc_text(moment)) == seoul_day(moment).isoformat()
