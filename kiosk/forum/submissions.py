"""A submission: one visitor's finished visit to one activity, and the bytes it is frozen to."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, cast

import rfc8785

from kiosk.forum.answers import Answers
from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import SEOUL, utc_text

# “phone” went on with a visit that was begun at a kiosk; “online” took part from home.
Channel = Literal["kiosk", "phone", "online", "paper", "import"]
CHANNELS: tuple[Channel, ...] = ("kiosk", "phone", "online", "paper", "import")
Clock = Literal["good", "unsure"]
AGE_BANDS = ("under-14", "14-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-over")
GENDERS = ("female", "male", "other")
# The seventeen first-level regions of Korea by ISO 3166-2:KR, and abroad.
REGIONS = (
    "seoul", "busan", "daegu", "incheon", "gwangju", "daejeon", "ulsan", "sejong", "gyeonggi", "gangwon",
    "chungbuk", "chungnam", "jeonbuk", "jeonnam", "gyeongbuk", "gyeongnam", "jeju", "abroad",
)  # fmt: skip
_ABOUT = {"age_band": AGE_BANDS, "gender": GENDERS, "region": REGIONS}
DECLINED = "declined"
# How long “방금 제출 취소” stands on the thanks screen, in seconds; withdrawing by the receipt has no end.
UNDO_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Submission:
    """What one visitor said, once; `recorded_at` is aware, `duration` is in whole seconds (None where nobody timed it).

    `receipt_id` is a random UUIDv4, so that it reveals no time. `about` holds age_band, region and gender, each where
    given. `contact` is sealed to the ministry's key and read by nobody here. `clock` tells whether the wall clock that
    `recorded_at` comes from could be trusted.
    """

    receipt_id: str
    pack_id: str
    pack_version: int
    activity_id: str
    language: str
    channel: Channel
    recorded_at: datetime
    answers: Answers
    duration: int | None = None
    clock: Clock = "good"
    about: Mapping[str, str] = field(default_factory=dict)
    contact: str | None = None


def new_receipt_id() -> str:
    """Return a fresh public id: 122 random bits as a UUIDv4."""
    return str(uuid.uuid4())


def canonical_bytes(submission: Submission) -> bytes:
    """Freeze a submission: RFC 8785 bytes, made once and carried unchanged by every later step."""
    record: dict[str, Any] = {
        "v": 1,
        "receipt_id": submission.receipt_id,
        "pack": submission.pack_id,
        "pack_version": submission.pack_version,
        "activity": submission.activity_id,
        "language": submission.language,
        "channel": submission.channel,
        "recorded_at": utc_text(submission.recorded_at),
        "clock": submission.clock,
        "answers": submission.answers,
    }
    if submission.duration is not None:
        record["duration"] = submission.duration
    if submission.about:
        record["about"] = dict(submission.about)
    if submission.contact is not None:
        record["contact"] = submission.contact
    return rfc8785.dumps(record)


def submission_from_bytes(canonical: bytes) -> Submission:
    """Read a frozen submission back; raises ForumError where the bytes are no submission."""
    try:
        record = json.loads(canonical)
        return Submission(
            receipt_id=record["receipt_id"],
            pack_id=record["pack"],
            pack_version=record["pack_version"],
            activity_id=record["activity"],
            language=record["language"],
            channel=cast(Channel, record["channel"]),
            recorded_at=datetime.fromisoformat(record["recorded_at"]),
            clock=cast(Clock, record["clock"]),
            answers=record["answers"],
            duration=record.get("duration"),
            about=record.get("about", {}),
            contact=record.get("contact"),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ForumError(f"These bytes are no submission ({error}); they were kept as they are.") from None


def about_problem(about: Any) -> str | None:
    """Return what is wrong with an `about`, or None; each part may be absent or “declined”."""
    if not isinstance(about, dict):
        return "“about” takes age_band, region and gender"
    for key, value in about.items():
        if key not in _ABOUT:
            return f"“about” has no “{key}”; it takes {', '.join(_ABOUT)}"
        if value != DECLINED and value not in _ABOUT[key]:
            return f"“about.{key}” takes one of {', '.join(_ABOUT[key])} or {DECLINED}"
    return None


def moment_from_text(text: Any) -> datetime:
    """Read an ISO 8601 moment as UTC; a time without a zone is Seoul's. Raises ValueError with a sentence."""
    if not isinstance(text, str):
        raise ValueError("“recorded_at” takes a date and time such as 2026-11-22T10:30:00+09:00")
    try:
        moment = datetime.fromisoformat(text)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=SEOUL)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"“recorded_at” is no date and time: “{text}”; write 2026-11-22T10:30:00+09:00") from None
    # Korea kept other hours before, and a Seoul day of the year 10000 cannot be told.
    if not 1990 <= moment.year < 2100:
        raise ValueError(f"“recorded_at” is not between 1990 and 2099: “{text}”; mend the date")
    return moment
