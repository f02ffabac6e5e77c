"""What a try to upload can come to, other than success; each is scoped to what it stops, and nothing is ever lost."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from kiosk.forum.errors import ForumError
from sync.protocol import problems as p

LONGEST_WAIT = 15 * 60.0


class UploadError(ForumError):
    """An upload did not succeed; every record is kept."""


class Temporary(UploadError):
    """It may work later; `retry_after` is what the server asked for, in seconds, capped."""

    def __init__(self, sentence: str, retry_after: float | None = None) -> None:
        self.retry_after = retry_after
        super().__init__(sentence)


class Refused(UploadError):
    """The server does not know this kiosk or its key: sending stops, collecting goes on, staff are told."""


class TooLarge(UploadError):
    """Less is wanted in one request; `of_records` says that it is the ministry's server itself that wants it."""

    def __init__(self, sentence: str, of_records: bool = False) -> None:
        self.of_records = of_records
        super().__init__(sentence)


class Rejected(UploadError):
    """The server read this very request and will not take it; sending it again changes nothing.

    `of_records` says that it is what the body holds that the server will not take.
    """

    def __init__(self, sentence: str, of_records: bool = False) -> None:
        self.of_records = of_records
        super().__init__(sentence)


class Gap(UploadError):
    """The server misses records that lie before these."""


class Conflict(UploadError):
    """The server holds other records in the place of these: a cloned, rolled back or tampered kiosk."""


def failure(status: int, headers: Mapping[str, str], body: bytes, now: datetime) -> UploadError:
    """Return what an answer that is no success means (the outcome table of the wire)."""
    kind = p.read_problem(_json(body)).kind
    if kind in (p.GAP, p.CONFLICT):
        return (Gap if kind is p.GAP else Conflict)(_told(body))
    if status in (401, 403) and kind is not None:
        return Refused(_told(body))
    if status == 413:
        return TooLarge("The ministry's server wants smaller uploads; every record is kept.", kind is not None)
    if status in (408, 425, 429) or status >= 500:
        wait = retry_after(headers.get("Retry-After"), now)
        return Temporary(f"The ministry's server is not ready (HTTP {status}); every record is kept.", wait)
    if kind is None:
        # A captive portal, a proxy's page, a moved address: not the ministry's server speaking.
        return Temporary(
            f"Something else than the ministry's server answered (HTTP {status}); every record is kept. "
            "If this stays so, check the network and the address."
        )
    return Rejected(_told(body), of_records=status in (400, 422))


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return a Retry-After header (RFC 9110, seconds or a date) in seconds, at most LONGEST_WAIT; None without one."""
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:10]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max((moment - now).total_seconds(), 0.0), LONGEST_WAIT)


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _told(body: bytes) -> str:
    problem = p.read_problem(_json(body))
    sentence = problem.kind.sentence if problem.kind else ""
    return f"The ministry's server answered: {sentence} {problem.detail}".rstrip()
