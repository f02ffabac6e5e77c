"""The rules of taking part from home as tables: which page follows, who may open what, how much, and in which words."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from fastapi import FastAPI

from kiosk.forum.visits import Visit
from sync.central.central import opened_central
from sync.central.settings import Settings
from sync.central.staff.permissions import ROUTES, Role, may
from sync.central.taking_part.allowance import WHILE_SECONDS, Allowance
from sync.central.taking_part.steps import first_open, step_after, step_after_question, step_at, step_before, steps
from sync.central.taking_part.taking_words import TAKING_WORDS
from sync.central.web.app import create_app
from tests.small_pack import small_pack
from tests.sync.central.served import served_routes

PACK = small_pack()
POLL, SURVEY = PACK.activities

# Anybody may open and send these: what they change is the visit that their own cookie's key opens. No role gives more.
ANYBODY = {
    ("GET", "/take-part"),
    ("HEAD", "/take-part"),
    ("GET", "/take-part/{activity_id}"),
    ("GET", "/take-part/{activity_id}/q/{question_id}"),
    ("POST", "/take-part/{activity_id}/q/{question_id}"),
    ("GET", "/take-part/{activity_id}/q/{question_id}/{statement_id}"),
    ("POST", "/take-part/{activity_id}/q/{question_id}/{statement_id}"),
    ("GET", "/take-part/{activity_id}/about"),
    ("POST", "/take-part/{activity_id}/about"),
    ("GET", "/take-part/{activity_id}/contact"),
    ("POST", "/take-part/{activity_id}/contact"),
    ("GET", "/take-part/{activity_id}/review"),
    ("POST", "/take-part/{activity_id}/review"),
    ("GET", "/take-part/{activity_id}/sent"),
    ("GET", "/take-part/{activity_id}/leave"),
    ("POST", "/take-part/{activity_id}/leave"),
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[FastAPI]:
    with opened_central(Settings(home=tmp_path, database_url=None)) as central:
        yield create_app(central)


def test_every_served_address_has_its_line(app: FastAPI) -> None:
    assert {route for route in served_routes(app) if route[1].startswith("/take-part")} == ANYBODY
    assert not ANYBODY & set(ROUTES)
    assert not any(may(role, *route) for role in Role for route in ANYBODY)


def visit(of: Any = POLL, **answers: Any) -> Visit:
    return Visit(PACK, of, "ko", answers)


@pytest.mark.parametrize(
    ("given", "order", "going_on"),
    [
        (visit(), ["q/first"], "q/first"),
        (visit(first="economy"), ["q/first"], None),
        (visit(first="security"), ["q/first", "q/why"], "q/why"),
        (visit(first="security", why="a"), ["q/first", "q/why"], None),
        (visit(first="economy", why="a"), ["q/first"], None),
        (
            visit(SURVEY, some=["security"], views={"s1": "pass"}),
            ["q/some", "q/order", "q/trust", "q/stars", "q/visits", "q/views/s1", "q/views/s2"],
            "q/order",
        ),
    ],
)
def test_pages_follow_the_answers(given: Visit, order: list[str], going_on: str | None) -> None:
    assert [step.path for step in steps(given)] == order
    found = first_open(given)
    assert (found.path if found else None) == going_on
    for place, step in enumerate(steps(given)):
        before, after = step_before(given, step), step_after(given, step)
        assert (before.path if before else None) == (order[place - 1] if place else None)
        assert (after.path if after else None) == (order[place + 1] if place + 1 < len(order) else None)


@pytest.mark.parametrize(
    ("given", "at", "after"),
    [
        (visit(first="security"), "q/first", None),
        (visit(SURVEY, visits="many"), "q/some", "q/visits"),
        (visit(SURVEY), "q/views/s1", "q/views/s2"),
    ],
)
def test_a_change_leads_back_to_the_review_unless_it_opened_or_broke_something(
    given: Visit, at: str, after: str | None
) -> None:
    step = step_at(given, at)
    assert step is not None
    found = step_after(given, step, changing=True)
    assert (found.path if found else None) == after


def test_the_rest_of_the_statements_can_be_left() -> None:
    given = visit(SURVEY)
    step = step_at(given, "q/views/s1")
    assert step is not None
    assert step_after_question(given, step) is None


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::2", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("", "", True),
    ],
)
def test_a_connection_is_an_address_or_a_household_of_addresses(first: str, second: str, shared: bool) -> None:
    allowance = Allowance()
    assert [allowance.takes(first, "form", 2) for _ in range(3)] == [True, True, False]
    assert allowance.takes(first, "visit", 2)
    assert allowance.takes(second, "form", 2) is not shared


def test_a_while_later_everybody_may_send_again_and_nothing_is_remembered() -> None:
    now = [0.0]
    allowance = Allowance(lambda: now[0])
    assert allowance.takes("192.0.2.1", "form", 1)
    now[0] = WHILE_SECONDS - 60
    assert (allowance.takes("192.0.2.1", "form", 1), allowance.seconds_left) == (False, 60)
    assert b"192.0.2.1" not in b"".join(allowance._counts)
    now[0] = WHILE_SECONDS
    assert allowance.takes("192.0.2.1", "form", 1)
    assert len(allowance._counts) == 1


def test_words_are_complete_and_in_their_language() -> None:
    for name, (ko, en, ja, zh) in TAKING_WORDS.items():
        fields = [sorted(field for _, field, _, _ in Formatter().parse(text) if field) for text in (ko, en, ja, zh)]
        assert fields.count(fields[0]) == 4, name
        assert any("가" <= each <= "힣" for each in ko), name
        assert all(each.isascii() or each in "–“”" for each in en), name
        assert not any("가" <= each <= "힣" for each in ja + zh), name
        assert not any("ぁ" <= each <= "ヿ" for each in zh), name
