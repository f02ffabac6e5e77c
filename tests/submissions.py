"""Making submissions for tests."""

from datetime import UTC, datetime
from typing import Any

from kiosk.forum.submissions import Submission, new_receipt_id


def poll_submission(answers: dict[str, Any] | None = None, **changes: Any) -> Submission:
    """Return a finished visit to the small pack's poll."""
    fields: dict[str, Any] = {
        "receipt_id": new_receipt_id(),
        "pack_id": "small",
        "pack_version": 1,
        "activity_id": "first-poll",
        "language": "ko",
        "channel": "kiosk",
        "recorded_at": datetime(2026, 11, 22, 3, 0, tzinfo=UTC),
        "answers": answers or {"first": "security"},
        "duration": 20,
    }
    return Submission(**{**fields, **changes})
