"""What an arriving record says, and why staff should look at it; none is ever refused for its content."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic_core import from_json

from kiosk.forum.answers import check_answers
from kiosk.forum.chain import ChainedRecord
from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day_of_text
from kiosk.forum.submissions import CHANNELS
from sync.central.store.packs import PackOf
from sync.central.store.records import NewRecord

# Why a record is held for review.
UNREADABLE = "unreadable"
UNKNOWN_PACK = "unknown-pack"
CLOSED = "activity-closed"
RULES_BROKEN = "answers-break-a-rule"
RECEIPT_REPEATED = "receipt-repeated"

_is_receipt_id = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").fullmatch
_is_id = re.compile(r"[a-z0-9_-]{1,64}").fullmatch
_A_MOMENT = "2026-11-22T09:00:00Z"
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def examine(record: ChainedRecord, pack_of: PackOf) -> NewRecord:
    """Read a record's place in the forum out of its payload, for whatever of it can be read."""
    _, seq, salt, payload, commitment = record
    if payload is None:
        return NewRecord(seq, commitment, None, None, None, None, None, None)
    content = _parsed(payload)
    receipt_id, activity_id, moment = content.get("receipt_id"), content.get("activity"), content.get("recorded_at")
    if type(receipt_id) is not str or not _is_receipt_id(receipt_id):
        receipt_id = None
    if type(activity_id) is not str or not _is_id(activity_id):
        activity_id = None
    # What is longer is no moment, and is not to be remembered.
    day = _day(moment) if type(moment) is str and len(moment) == len(_A_MOMENT) else None
    if receipt_id is None or activity_id is None or day is None or not _is_submission(content):
        held: str | None = UNREADABLE
    else:
        held = _reason(content, activity_id, day, pack_of)
    return NewRecord(seq, commitment, salt, payload, receipt_id, activity_id, day, held)


def _parsed(payload: bytes) -> dict[str, Any]:
    try:
        content = from_json(payload, allow_inf_nan=False)
    except ValueError:
        return {}
    return content if type(content) is dict else {}


def _is_submission(content: dict[str, Any]) -> bool:
    pack_id = content.get("pack")
    return (
        content.get("v") == 1
        and type(pack_id) is str
        and _is_id(pack_id) is not None
        and type(content.get("pack_version")) is int
        and type(content.get("language")) is str
        and content.get("channel") in CHANNELS
        and type(content.get("answers")) is dict
    )


def _reason(content: dict[str, Any], activity_id: str, day: date, pack_of: PackOf) -> str | None:
    pack = pack_of(content["pack"], content["pack_version"])
    activity = pack.activity(activity_id) if pack else None
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
def _day(text: str) -> date | None:
    if not _UTC.fullmatch(text):
        return None
    try:
        return date.fromisoformat(seoul_day_of_text(text))
    except (ForumError, ValueError, OverflowError):
        return None
