"""Days as the forum counts them: calendar days in Asia/Seoul."""

from datetime import UTC, date, datetime, timedelta, timezone

# Korea has kept UTC+9 without daylight saving since 1988; records are from this century, so no tz database is needed.
SEOUL = timezone(timedelta(hours=9), "KST")


def seoul_day(moment: datetime) -> date:
    """Return the calendar day in Seoul of an aware moment."""
    return moment.astimezone(SEOUL).date()


def utc_text(moment: datetime) -> str:
    """Return an aware moment as RFC 3339 in UTC with whole seconds, e.g. 2026-11-22T01:02:03Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seoul_day_of_text(utc: str) -> str:
    """Return the Seoul day, ISO 8601, of a moment written by `utc_text`."""
    return seoul_day(datetime.fromisoformat(utc)).isoformat()


def seoul_hour_of_text(utc: str) -> int:
    """Return the hour of the day in Seoul, 0 to 23, of a moment written by `utc_text`."""
    return (int(utc[11:13]) + 9) % 24


def seoul_text(moment: str) -> str:
    """Return the day and minute in Seoul, e.g. 2026-11-22 10:02, of a moment in RFC 3339."""
    return f"{datetime.fromisoformat(moment).astimezone(SEOUL):%Y-%m-%d %H:%M}"
