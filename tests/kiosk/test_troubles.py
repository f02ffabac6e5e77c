from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kiosk.clock_jumps import ClockJump
from kiosk.daily_notes import DailyWork
from kiosk.forum.seoul import utc_text
from kiosk.store import StoreStatus
from kiosk.troubles import Surroundings, troubles

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
STANDS = StoreStatus(
    "d", 1, "lobby", "https://forum.example", 10, 0, None, utc_text(NOW), 10, utc_text(NOW), "sent", None, 0, ()
)
AROUND = Surroundings(NOW, disk_low=False, clock_synced=True, daily=DailyWork(utc_text(NOW), ("done",), ()))
OLD = utc_text(NOW - timedelta(days=3))


def test_a_kiosk_that_is_well_has_no_troubles() -> None:
    assert troubles(STANDS, AROUND) == []


@pytest.mark.parametrize(
    ("stands", "around", "korean", "english"),
    [
        ({}, {"disk_low": True}, "공간이 적습니다", "Little room is left"),
        ({}, {"clock_synced": False}, "네트워크로 맞춰지지", "not set by the network"),
        ({"last_receipt_at": utc_text(NOW + timedelta(hours=1))}, {}, "시계가 뒤로", "The clock went back"),
        (
            {"last_receipt_at": OLD, "pending": 3, "oldest_pending_day": "2026-11-17"},
            {},
            "이틀 넘게",
            "3 submissions have waited",
        ),
        (
            {"last_receipt_at": None, "pending": 3, "oldest_pending_day": "2026-11-17"},
            {},
            "이틀 넘게",
            "3 submissions have waited",
        ),
        ({"central_url": None}, {}, "등록되지 않았습니다", "not enrolled"),
        ({"stopped": "conflict", "pending": 1}, {}, "forum-sync rejoin", "under this kiosk's name"),
        ({"stopped": "refused", "pending": 1}, {}, "받지 않습니다", "does not take this kiosk"),
        ({"quarantined": 2}, {}, "2건을 부처 서버가", "2 submissions are set aside"),
        ({}, {"daily": DailyWork(utc_text(NOW), (), ("backup: no",))}, "마감 작업의 일부", "backup: no"),
        ({}, {"daily": DailyWork(OLD, (), ())}, "하루 넘게", "not done for more than a day"),
        ({}, {"replaced": 1, "replaced_bytes": 2_000_000}, "저장소 1개(2 MB)", "are kept: 1 ("),
        ({}, {"crashes": 4}, "4개", "There are 4 reports"),
        ({}, {"jumps": (ClockJump(OLD, utc_text(NOW)),)}, "시계가 건너뛰었습니다(2026-11-17 18:30", "clock jumped"),
    ],
)
def test_each_trouble_is_told_in_both_languages_with_what_to_do(
    stands: dict[str, Any], around: dict[str, Any], korean: str, english: str
) -> None:
    (trouble,) = troubles(replace(STANDS, **stands), replace(AROUND, **around))
    assert korean in trouble.korean
    assert english in trouble.english


def test_records_that_all_arrived_are_no_trouble_however_long_ago() -> None:
    assert troubles(replace(STANDS, last_receipt_at=OLD), AROUND) == []


@pytest.mark.parametrize("last", [OLD, None])
def test_what_was_kept_just_now_is_not_late_however_long_ago_the_last_receipt_came(last: str | None) -> None:
    stands = replace(STANDS, last_receipt_at=last, pending=3, oldest_pending_day="2026-11-20")
    assert troubles(stands, AROUND) == []
