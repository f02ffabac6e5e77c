import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.crash_reports import MOST_REPORTS, crash_report, crash_reports, write_crash_report

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
WORDS = "한반도 평화와 외교 010-1234-5678"


def _fails(words: str) -> None:
    opinion = {"words": words}
    try:
        int(opinion["words"])
    except ValueError as error:
        raise KeyError(words) from error


def _error() -> KeyError:
    try:
        _fails(WORDS)
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_tells_kind_place_and_versions_and_nothing_that_a_visitor_wrote(home: Path) -> None:
    error = _error()
    path = write_crash_report(home, "forum-kiosk", error, error.__traceback__, NOW)
    text = path.read_text()
    report = json.loads(text)
    assert (report["program"], report["type"], report["at"]) == ("forum-kiosk", "KeyError", "2026-11-20T09:30:00Z")
    assert report["places"][-1].startswith("tests/kiosk/test_crash_reports.py:")
    assert report["places"][-1].endswith("in _fails")
    assert [each["type"] for each in report["after"]] == ["ValueError"]
    assert report["versions"]["pydantic"]
    for part in WORDS.split():
        assert part not in text


def test_only_the_newest_reports_are_kept(home: Path) -> None:
    error = _error()
    for number in range(MOST_REPORTS + 5):
        newest = write_crash_report(home, "forum-kiosk", error, None, NOW + timedelta(seconds=number))
    assert len(crash_reports(home)) == MOST_REPORTS
    assert crash_reports(home)[0] == newest


def test_an_error_without_a_trace_is_told_too() -> None:
    assert crash_report("forum-sync", ValueError(WORDS), None, NOW)["places"] == []
