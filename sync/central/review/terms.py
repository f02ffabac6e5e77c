"""The periods and numbers that the decree sets, and the words in which a proposal keeps the ones it came in under."""

from dataclasses import dataclass, field
from datetime import date

from sync.central.review.calendar import Period

_SEVEN_DAYS = Period(days=7)
_FIFTEEN_DAYS = Period(days=15)
_THIRTY_DAYS = Period(days=30)
_THREE_WEEKS = Period(weeks=3)
_ONE_MONTH = Period(months=1)
_TWO_YEARS = Period(years=2)
_THREE_YEARS = Period(years=3)


@dataclass(frozen=True, slots=True)
class Terms:
    """The numbers of 국민 제안 규정; a proposal is treated under the terms of its receipt (no. 33649, Addenda art. 3).

    `declared` are public holidays that the government declared after the release of the holiday library.
    """

    ask_completion_within: Period = _SEVEN_DAYS  # art. 6(2)
    decide_within: Period = _ONE_MONTH  # art. 10(1) before 1 September 2023, and the forum's own promise
    reply_within: Period = _THREE_WEEKS  # art. 9(4)
    ask_again_within: Period = _FIFTEEN_DAYS  # art. 12(1)
    ask_again_if_carried_out_within: Period = _TWO_YEARS  # art. 14(3)
    keep_adopted: Period = _THREE_YEARS  # art. 22
    keep_not_adopted: Period = _TWO_YEARS  # art. 22
    repeats_to_close: int = 3  # art. 6(7): filed so often …
    answers_before_closing: int = 2  # … and answered so often before
    reviewers_at_least: int = 2  # the forum's own rule: several reviewers
    declared: frozenset[date] = field(default_factory=frozenset)


FORUM_TERMS = Terms()
# Art. 10(1) as in force since 1 September 2023 (Presidential Decree no. 33649): thirty days instead of one month.
THIRTY_DAY_TERMS = Terms(decide_within=_THIRTY_DAYS)


def yearly_report_due(year: int) -> date:
    """Return the day by which the report on a year is due: 31 January of the next (art. 24(2))."""
    return date(year + 1, 1, 31)
