"""Who may do what: one table of routes by roles, and one of the review's events by roles."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from sync.central.review.clock import ALLOWED
from sync.central.review.events import (
    Adopted,
    CarriedOut,
    Closed,
    Event,
    Notified,
    Postponed,
    PublicityChanged,
    Received,
    ReExaminationAsked,
    Refused,
    Withdrawn,
)


class Role(StrEnum):
    """What an account is for; nobody's role includes another's but by this table."""

    VIEWER = "viewer"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


_R = Role
ANYBODY: frozenset[Role] | None = None
_ALL = frozenset(Role)
_REVIEW = frozenset({_R.REVIEWER, _R.PUBLISHER, _R.ADMINISTRATOR})
_PUBLISH = frozenset({_R.PUBLISHER, _R.ADMINISTRATOR})
_ADMINISTER = frozenset({_R.ADMINISTRATOR})

# Every route of the staff's side; ANYBODY marks the few that need no account. A route without a line is refused.
ROUTES: Mapping[tuple[str, str], frozenset[Role] | None] = MappingProxyType(
    {
        ("GET", "/staff/style.css"): ANYBODY,
        ("GET", "/staff/sign-in"): ANYBODY,
        ("POST", "/staff/sign-in"): ANYBODY,
        ("GET", "/staff/sign-in/provider"): ANYBODY,
        ("GET", "/staff/sign-in/return"): ANYBODY,
        ("GET", "/opinion/{token}"): ANYBODY,  # whoever holds the consulted body's own link
        ("POST", "/opinion/{token}"): ANYBODY,
        ("POST", "/staff/sign-out"): _ALL,
        ("GET", "/staff"): _ALL,
        ("GET", "/staff/proposals/{proposal_id}"): _ALL,
        ("GET", "/staff/proposals/{proposal_id}/beside/{other_id}"): _ALL,
        ("POST", "/staff/proposals/{proposal_id}/events/{kind}"): _REVIEW,
        ("POST", "/staff/proposals/{proposal_id}/original"): _REVIEW,
        ("GET", "/staff/proposals/{proposal_id}/files/{number}"): _REVIEW,
        ("GET", "/staff/additions"): _ALL,
        ("POST", "/staff/additions/{number}"): _PUBLISH,
        ("GET", "/staff/contests"): _ALL,
        ("GET", "/staff/contests/{activity_id}"): _ALL,
        ("POST", "/staff/contests/{activity_id}/steps/{step}"): _PUBLISH,
        ("GET", "/staff/contests/{activity_id}/entries/{proposal_id}"): _ALL,
        ("POST", "/staff/contests/{activity_id}/entries/{proposal_id}"): _REVIEW,
        ("GET", "/staff/content"): _PUBLISH,
        ("POST", "/staff/content"): _PUBLISH,
        ("GET", "/staff/content/drafts/{number}"): _PUBLISH,
        ("POST", "/staff/content/drafts/{number}"): _PUBLISH,
        ("GET", "/staff/content/packs/{pack_id}"): _PUBLISH,
        ("POST", "/staff/content/packs/{pack_id}/days"): _PUBLISH,
        ("POST", "/staff/content/packs/{pack_id}/versions/{version}"): _PUBLISH,
        ("GET", "/staff/devices"): _ALL,
        ("POST", "/staff/devices"): _ADMINISTER,
        ("POST", "/staff/devices/{device_id}"): _ADMINISTER,
        ("GET", "/staff/held"): _REVIEW,
        ("GET", "/staff/log"): _ADMINISTER,
        ("GET", "/staff/account"): _ALL,
        ("POST", "/staff/account"): _ALL,
        ("POST", "/staff/account/sessions"): _ALL,
    }
)

_DECISIONS: frozenset[type[Event]] = frozenset(
    {Adopted, Refused, Notified, Postponed, CarriedOut, Closed, ReExaminationAsked, PublicityChanged, Withdrawn}
)
# Which roles may record which event; nobody records a receipt, which comes from the visitor alone.
EVENTS: Mapping[type[Event], frozenset[Role]] = MappingProxyType(
    {kind: frozenset() if kind is Received else _PUBLISH if kind in _DECISIONS else _REVIEW for kind in ALLOWED}
)


def may(role: Role, method: str, route: str) -> bool:
    """Tell whether a role may use a route; a route without a line is nobody's."""
    if (method, route) not in ROUTES:
        return False
    roles = ROUTES[method, route]
    return roles is None or role in roles


def may_record(role: Role, kind: type[Event]) -> bool:
    """Tell whether a role may record an event of this kind."""
    return role in EVENTS[kind]
