"""Who may do what: every route and every event has its line, and the desk holds to it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute

from sync.central.central import Central, opened_central
from sync.central.review.clock import ALLOWED
from sync.central.review.events import (
    Adopted,
    CompletionAsked,
    Event,
    Notified,
    OpinionAsked,
    Received,
    ReExaminationAsked,
    Refused,
    Scored,
)
from sync.central.review.proposal import Stage
from sync.central.settings import Settings
from sync.central.staff.desk import Desk
from sync.central.staff.event_forms import FIELDS, kind_named, name_of, offered, offered_now
from sync.central.staff.event_words import EVENT_WORDS, every_refusal_code
from sync.central.staff.permissions import EVENTS, ROUTES, Role, may
from sync.central.staff.routes import staff_router
from sync.central.web.app import create_app
from sync.central.web.gate import Gate
from tests.sync.central.review.cases import REFUSED, TO_STAGE, TOLD, after, day, reviewed
from tests.sync.central.served import served_routes

_REVIEW = {"reviewer", "publisher", "administrator"}
_PUBLISH = {"publisher", "administrator"}
_ALL = {"viewer", *_REVIEW}
# Written out once more, so that loosening the table is a deliberate act in two places.
EXPECTED = {
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
    ("POST", "/staff/devices"): {"administrator"},
    ("POST", "/staff/devices/{device_id}"): {"administrator"},
    ("GET", "/staff/held"): _REVIEW,
    ("GET", "/staff/log"): {"administrator"},
    ("GET", "/staff/account"): _ALL,
    ("POST", "/staff/account"): _ALL,
    ("POST", "/staff/account/sessions"): _ALL,
}
PUBLIC = {
    ("GET", "/staff/style.css"),
    ("GET", "/staff/sign-in"),
    ("POST", "/staff/sign-in"),
    ("GET", "/staff/sign-in/provider"),
    ("GET", "/staff/sign-in/return"),
    ("GET", "/opinion/{token}"),
    ("POST", "/opinion/{token}"),
}


@pytest.fixture
def central(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Central]:
    monkeypatch.delenv("FORUM_DATABASE_URL", raising=False)
    with opened_central(Settings(home=tmp_path)) as opened:
        yield opened


def _served(router: APIRouter) -> set[tuple[str, str]]:
    routes = [route for route in router.routes if isinstance(route, APIRoute)]
    return {(method, route.path) for route in routes for method in route.methods or ()}


@pytest.mark.parametrize(("route", "role"), [(route, role) for route in EXPECTED for role in Role])
def test_a_route_is_open_to_exactly_the_roles_of_the_table(route: tuple[str, str], role: Role) -> None:
    assert may(role, *route) is (role.value in EXPECTED[route])


def test_every_served_route_has_a_line_and_every_line_is_served(central: Central) -> None:
    served = _served(staff_router(central, Gate(1, 1, 60)))
    assert served == set(ROUTES)
    assert set(ROUTES) == set(EXPECTED) | PUBLIC
    assert {route for route, roles in ROUTES.items() if roles is None} == PUBLIC


def test_a_staff_page_that_passes_the_desk_by_is_found(central: Central) -> None:
    served = served_routes(create_app(central))
    assert {route for route in served if route[1].startswith(("/staff", "/opinion"))} == set(ROUTES)


def test_a_route_without_a_line_is_refused_at_start(central: Central) -> None:
    desk = Desk(central, Gate(1, 1, 60), APIRouter())
    with pytest.raises(ValueError, match="no line"):
        desk.add("GET", "/staff/new", lambda ask: pytest.fail("never served"))


def test_a_route_without_a_line_is_nobodys() -> None:
    assert not any(may(role, "GET", "/staff/unheard-of") for role in Role)


def test_every_event_has_roles_a_form_and_words() -> None:
    assert set(EVENTS) == set(ALLOWED)
    assert set(FIELDS) == set(ALLOWED) - {Received}
    assert not EVENTS[Received]
    assert {name_of(kind) for kind in ALLOWED} == set(EVENT_WORDS)
    assert kind_named("received") is None


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("role", list(Role))
def test_the_events_that_a_page_offers_are_those_that_the_clock_allows(stage: Stage, role: Role) -> None:
    allowed = {kind for kind, stages in ALLOWED.items() if stage in stages and role in EVENTS[kind]}
    assert set(offered(stage, role)) == allowed
    assert role is not Role.VIEWER or not allowed


@pytest.mark.parametrize(
    ("events", "on", "hidden"),
    [
        ((*reviewed(3), REFUSED), 12, {ReExaminationAsked}),
        ((*reviewed(3), REFUSED, TOLD), 12, {Notified}),
        ((), 7, set()),
        ((), 8, {CompletionAsked}),
        (TO_STAGE[Stage.RE_EXAMINATION], 25, {Scored, OpinionAsked, Adopted, Refused}),
    ],
)
def test_what_can_happen_no_more_or_not_yet_is_not_offered(
    events: tuple[Event, ...], on: int, hidden: set[type[Event]]
) -> None:
    state = after(*events)
    shown = offered_now(state, Role.ADMINISTRATOR, day(on))
    assert set(offered(state.stage, Role.ADMINISTRATOR)) - set(shown) == hidden


def test_every_refusal_of_the_clock_has_korean_words() -> None:
    folder = Path(__file__).parents[4] / "sync" / "central" / "review"
    text = "".join(path.read_text() for path in folder.glob("*.py"))
    codes = set(re.findall(r'TransitionRefused\(\s*"([a-z-]+)"', text))
    assert codes - {"not-received"} == every_refusal_code()
