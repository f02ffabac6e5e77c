from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.central.review.calendar import (
    Period,
    is_public_holiday,
    is_working_day,
    last_day,
    period_end,
    working_day_from,
    working_days_between,
)

_DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 2, 16),  # the day before Seollal
        date(2026, 3, 2),  # for 1 March, a Sunday
        date(2025, 10, 8),  # for Chuseok's Sunday
        date(2025, 5, 6),  # Buddha's birthday and Children's Day on one day
        date(2026, 6, 3),  # local elections
        date(2025, 1, 27),  # declared by the government
        date(2026, 8, 17),  # for 15 August, a Saturday
        date(2026, 11, 22),  # a Sunday
    ],
)
def test_offices_are_closed_on_public_and_substitute_holidays(day: date) -> None:
    assert is_public_holiday(day)
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 2, 19), date(2026, 3, 3), date(2026, 12, 31)])
def test_offices_are_open_on_other_weekdays(day: date) -> None:
    assert is_working_day(day)


def test_a_saturday_is_no_public_holiday_and_no_working_day() -> None:
    assert not is_public_holiday(date(2026, 11, 21))
    assert not is_working_day(date(2026, 11, 21))


def test_a_day_declared_later_is_a_holiday() -> None:
    assert is_working_day(date(2026, 11, 23))
    assert not is_working_day(date(2026, 11, 23), {date(2026, 11, 23)})


@pytest.mark.parametrize(
    ("start", "period", "nominal", "real"),
    [
        # 민법 157: the first day is not counted.
        (date(2026, 11, 2), Period(days=7), date(2026, 11, 9), date(2026, 11, 9)),
        # 민법 161: a Saturday, and a Sunday, carry over to Monday.
        (date(2026, 11, 7), Period(days=7), date(2026, 11, 14), date(2026, 11, 16)),
        (date(2026, 11, 8), Period(days=7), date(2026, 11, 15), date(2026, 11, 16)),
        # Seollal, three days in the middle of a week.
        (date(2026, 2, 9), Period(days=7), date(2026, 2, 16), date(2026, 2, 19)),
        # 민법 160: by the calendar; the month's last day where it has no such day.
        (date(2026, 11, 10), Period(months=1), date(2026, 12, 10), date(2026, 12, 10)),
        (date(2026, 1, 31), Period(months=1), date(2026, 2, 28), date(2026, 3, 3)),
        (date(2028, 1, 31), Period(months=1), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 12, 15), Period(months=1), date(2027, 1, 15), date(2027, 1, 15)),
        (date(2028, 2, 29), Period(years=2), date(2030, 2, 28), date(2030, 2, 28)),
        (date(2026, 11, 2), Period(weeks=3), date(2026, 11, 23), date(2026, 11, 23)),
        # Chuseok 2025 with its substitute and Hangul Day: Friday 3 to Thursday 9 October.
        (date(2025, 9, 3), Period(months=1), date(2025, 10, 3), date(2025, 10, 10)),
    ],
)
def test_a_period_ends_as_the_civil_code_counts(start: date, period: Period, nominal: date, real: date) -> None:
    assert last_day(start, period) == nominal
    assert period_end(start, period) == real


@settings(deadline=None)
@given(_DAYS, st.integers(0, 60), st.integers(0, 12))
def test_a_period_ends_on_a_working_day_soon_after_its_last_day(start: date, days: int, months: int) -> None:
    period = Period(days=days, months=months)
    end = period_end(start, period)
    assert is_working_day(end)
    assert timedelta(0) <= end - last_day(start, period) <= timedelta(days=10)


@settings(deadline=None)
@given(_DAYS, _DAYS)
def test_a_longer_wait_never_ends_sooner(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert period_end(first, Period(months=1)) <= period_end(second, Period(months=1))
    assert working_day_from(first) <= working_day_from(second)


def test_working_days_are_counted_without_the_first_day() -> None:
    assert working_days_between(date(2026, 11, 20), date(2026, 11, 24)) == 2
    assert working_days_between(date(2026, 11, 24), date(2026, 11, 20)) == -2
    assert working_days_between(date(2026, 2, 13), date(2026, 2, 19)) == 1
