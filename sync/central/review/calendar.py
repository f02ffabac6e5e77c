"""Korean holidays, and how the law counts a period of days, weeks, months or years.

Sources: 행정기본법 art. 6(1) (periods in administration follow the Civil Code); 민법 art. 157 (the first day is not
counted), 160 (weeks, months and years by the calendar; the last day of a month that has no such day), 161 (a period
that would end on a Saturday or a public holiday ends on the next day that is neither); 관공서의 공휴일에 관한 규정
art. 2 (Sundays are public holidays) and 3 (substitute holidays). Holidays come from the `holidays` library; days that
the government declares later are passed in.
"""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_SATURDAY = 5
_SUNDAY = 6
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as a law writes it; exactly one of the fields is usually set."""

    days: int = 0
    weeks: int = 0
    months: int = 0
    years: int = 0


def is_public_holiday(day: date, declared: Collection[date] = ()) -> bool:
    """Tell whether offices are closed: a Sunday, a public or substitute holiday, or one declared since."""
    return day.weekday() == _SUNDAY or day in declared or day in _holidays_of(day.year)


def is_working_day(day: date, declared: Collection[date] = ()) -> bool:
    """Tell whether a day is neither a Saturday nor a public holiday."""
    return day.weekday() != _SATURDAY and not is_public_holiday(day, declared)


def working_day_from(day: date, declared: Collection[date] = ()) -> date:
    """Return the day itself, or the next working day where it is none (민법 art. 161)."""
    while not is_working_day(day, declared):
        day += _DAY
    return day


def working_days_between(start: date, end: date, declared: Collection[date] = ()) -> int:
    """Count the working days after `start` up to and including `end`; negative where `end` is past."""
    first, last = min(start, end), max(start, end)
    days = (first + _DAY * offset for offset in range(1, (last - first).days + 1))
    count = sum(is_working_day(day, declared) for day in days)
    return count if end >= start else -count


def last_day(start: date, period: Period) -> date:
    """Return the last day of a period that begins with the event of `start`, before any holiday is considered.

    민법 art. 157 and 160: the day of the event is not counted, so that a month from 31 January ends on 28 February
    (or 29), and seven days from the 1st end on the 8th.
    """
    months = start.month - 1 + period.months + 12 * period.years
    year, month = start.year + months // 12, months % 12 + 1
    day = min(start.day, monthrange(year, month)[1])
    return date(year, month, day) + timedelta(days=period.days, weeks=period.weeks)


def period_end(start: date, period: Period, declared: Collection[date] = ()) -> date:
    """Return the day on which a period that begins with the event of `start` really ends (민법 art. 157, 160, 161)."""
    return working_day_from(last_day(start, period), declared)


@lru_cache(maxsize=64)
def _holidays_of(year: int) -> frozenset[date]:
    import holidays  # half a second, which most commands have no use for

    return frozenset(holidays.country_holidays("KR", years=year))
