"""What an arriving record says, and why staff should look at it; none is ever refused for its content."""

import json
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from kiosk.forum.answers import check_answers
from kiosk.forum.chain import ChainedRecord
from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Pack
from kiosk.forum.seoul import seoul_day_of_text
from kiosk.forum.submissions import CHANNELS
from sync.central.store.records import NewRecord

# Why a record is held for review.
UNREADABLE = "unreadable"
UNKNOWN_PACK = "unknown-pack"
CLOSED = "activity-closed"
RULES_BROKEN = "answers-break-a-rule"
RECEIPT_REPEATED = "receipt-repeated"

PackOf = Callable[[str, int], Pack | None]

_RECEIPT_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ID = re.compile(r"[a-z0-9_-]{1,64}")
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def examine(record: ChainedRecord, pack_of: PackOf) -> NewRecord:
    """Read a record's place in the forum out of its payload, for whatever of it can be read."""
    if record.payload is None:
        return NewRecord(record.seq, record.commitment, None, None, None, None, None, None)
    content = _parsed(record.payload)
    receipt_id, activity_id = content.get("receipt_id"), content.get("activity")
    day = _day(content.get("recorded_at"))
    return NewRecord(
        record.seq,
        record.commitment,
        record.salt,
        record.payload,
        receipt_id if isinstance(receipt_id, str) and _RECEIPT_ID.fullmatch(receipt_id) else None,
        activity_id if isinstance(activity_id, str) and _ID.fullmatch(activity_id) else None,
        day,
        _reason(content, day, pack_of),
    )


def _parsed(payload: bytes) -> dict[str, Any]:
    try:
        content = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _reason(content: dict[str, Any], day: date | None, pack_of: PackOf) -> str | None:
    pack_id, version, activity_id = content.get("pack"), content.get("pack_version"), content.get("activity")
    readable = (
        content.get("v") == 1
        and day is not None
        and isinstance(content.get("receipt_id"), str)
        and _RECEIPT_ID.fullmatch(content["receipt_id"])
        and isinstance(pack_id, str)
        and _ID.fullmatch(pack_id)
        and type(version) is int
        and isinstance(activity_id, str)
        and _ID.fullmatch(activity_id)
        and isinstance(content.get("language"), str)
        and content.get("channel") in CHANNELS
        and isinstance(content.get("answers"), dict)
    )
    if not readable or day is None:
        return UNREADABLE
    pack = pack_of(pack_id, version)  # type: ignore[arg-type]
    activity = pack.activity(activity_id) if pack else None  # type: ignore[arg-type]
    if activity is None:
        return UNKNOWN_PACK
    if not activity.is_open(day):
        return CLOSED
    try:
        check_answers(activity, content["answers"])
    except (ForumError, ValueError, TypeError, ArithmeticError):
        return RULES_BROKEN
    return None


@lru_cache(maxsize=10_000)
def _day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(seoul_day_of_text(text))
    except (ValueError, OverflowError):
        return None


def _day(text: Any) -> date | None:
    return _day_of(text) if isinstance(text, str) and _UTC.fullmatch(text) else None
