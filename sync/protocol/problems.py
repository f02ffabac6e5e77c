"""The catalogue of answers that are not a success (RFC 9457): the server gives them, the kiosk reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.forum.errors import ForumError

PROBLEM_TYPE = "application/problem+json"
_URN = "urn:open-forum-kiosk:problem:"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its code (the last part of `type`), HTTP status and plain sentence."""

    code: str
    status: int
    sentence: str

    @property
    def urn(self) -> str:
        """The problem's `type`."""
        return _URN + self.code


NOT_SIGNED = Kind("not-signed", 401, "The request is not signed by the kiosk that it names; nothing was stored.")
UNKNOWN_DEVICE = Kind("unknown-device", 401, "This kiosk is not enrolled here; nothing was stored. Enrol it again.")
WRONG_CODE = Kind(
    "wrong-code",
    403,
    "The enrolment code is unknown, used or expired; nothing was changed. Ask for a new one: forum-central enrol NAME.",
)
RETIRED = Kind(
    "retired",
    403,
    "This kiosk is retired: what it collected before is still taken, and nothing new; nothing was stored. "
    "To use it again, bring it back on the ministry's page of kiosks.",
)
NAME_TAKEN = Kind(
    "name-taken", 409, "Another kiosk is enrolled under this name; nothing was changed. Make a code with another name."
)
NOT_FOUND = Kind("not-found", 404, "There is nothing at this address.")
WRONG_METHOD = Kind("wrong-method", 405, "This address does not take this method.")
TOO_LARGE = Kind(
    "too-large", 413, "The request is larger than the server takes; nothing was stored. Send less at once."
)
WRONG_MEDIA = Kind("wrong-media", 415, "The body is of a kind that this address does not take; nothing was stored.")
MALFORMED = Kind("malformed", 400, "The request is not in the form that this address takes; nothing was stored.")
PACK_UNREADABLE = Kind("pack-unreadable", 422, "The bytes are no content pack of this address; nothing was stored.")
PACK_CLASH = Kind(
    "pack-clash", 409, "This kiosk sent other words under this version of the pack before; the earlier ones stay."
)
TOO_SLOW = Kind("too-slow", 408, "The request took too long to arrive; nothing was stored. Send it again.")
GAP = Kind("gap", 409, "Records are missing before this batch; nothing was stored. Go on where `head` says.")
CONFLICT = Kind(
    "conflict",
    409,
    "Other records were stored at this place before; nothing was changed. "
    "The kiosk was cloned, rolled back or tampered with: tell the ministry, and once no copy of it is in use, run "
    "“forum-sync rejoin”.",
)
BUSY = Kind("busy", 503, "The server has as much to do as it can take; nothing was stored. Try again a little later.")
UNAVAILABLE = Kind("unavailable", 503, "The database cannot be reached; nothing was stored. Try again a little later.")

KINDS: Mapping[str, Kind] = {
    kind.urn: kind
    for kind in (
        NOT_SIGNED, UNKNOWN_DEVICE, WRONG_CODE, RETIRED, NAME_TAKEN, NOT_FOUND, WRONG_METHOD, TOO_LARGE, WRONG_MEDIA,
        TOO_SLOW, MALFORMED, PACK_UNREADABLE, PACK_CLASH, GAP, CONFLICT, BUSY, UNAVAILABLE,
    )
}  # fmt: skip


class Problem(ForumError):
    """A request could not be done; `detail` says more, `extra` holds the members that its kind adds."""

    def __init__(self, kind: Kind, detail: str = "", **extra: Any) -> None:
        self.kind = kind
        self.detail = detail
        self.extra = extra
        super().__init__(f"{kind.sentence} {detail}".rstrip())


def problem_body(problem: Problem) -> dict[str, Any]:
    """Return the problem as the JSON object of RFC 9457."""
    body: dict[str, Any] = {
        "type": problem.kind.urn,
        "title": problem.kind.sentence,
        "status": problem.kind.status,
        **problem.extra,
    }
    if problem.detail:
        body["detail"] = problem.detail
    return body


@dataclass(frozen=True, slots=True)
class ProblemRead:
    """A problem as the kiosk read it; `kind` is None where the answer is no problem of the catalogue."""

    kind: Kind | None
    detail: str = ""
    members: Mapping[str, Any] = field(default_factory=dict)


def read_problem(body: Any) -> ProblemRead:
    """Take a parsed answer apart; anything that is no problem of the catalogue has no kind."""
    if not isinstance(body, dict) or not isinstance(body.get("type"), str):
        return ProblemRead(None)
    detail = body.get("detail")
    return ProblemRead(KINDS.get(body["type"]), detail if isinstance(detail, str) else "", body)
