"""Signing in: what is right, what is refused, how long a lock lasts, and when a session is over."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from sqlalchemy import select

from sync.central.central import Central
from sync.central.staff.permissions import Role
from sync.central.staff.signing_in import (
    ABSOLUTE,
    FREE_FAILURES,
    IDLE,
    MOST_AT_ONCE,
    SignedIn,
    SignInRefused,
    current_session,
    lock_after,
    sign_in,
    sign_out,
    sign_out_elsewhere,
    signed_in_places,
)
from sync.central.store import accounts
from sync.central.store import review_tables as t
from sync.central.store.access import accesses
from tests.sync.central.staff.proposing import Person, add_person_to

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture
def kim(opened: Central) -> Person:
    return add_person_to(opened, "kim", Role.REVIEWER)


def _code(person: Person, at: datetime) -> str:
    return pyotp.TOTP(person.secret).at(at)


def _enter(central: Central, person: Person, at: datetime, **changes: str) -> SignedIn | SignInRefused:
    typed = {"name": person.name, "password": person.password, "code": _code(person, at), **changes}
    return sign_in(central, typed["name"], typed["password"], typed["code"], at)


def test_right_password_and_code_begin_a_session_whose_secret_is_not_stored(opened: Central, kim: Person) -> None:
    done = _enter(opened, kim, NOW)
    assert isinstance(done, SignedIn)
    session = current_session(opened, done.cookie, NOW)
    assert session is not None
    assert session.account.name == "kim"
    with opened.database.reading() as connection:
        stored = [bytes(value) for value in connection.execute(select(t.session.c.digest)).scalars()]
        secret, password = connection.execute(select(t.account.c.totp_secret, t.account.c.password_hash)).one()
    assert done.cookie.encode() not in stored
    assert kim.secret.encode() not in secret
    assert password.startswith("$argon2id$")


@pytest.mark.parametrize("wrong", [{"password": "no"}, {"code": "000000"}, {"code": ""}, {"name": "nobody"}])
def test_anything_wrong_is_refused_in_the_same_words_and_noted(
    opened: Central, kim: Person, wrong: dict[str, str]
) -> None:
    assert _enter(opened, kim, NOW, **wrong) == SignInRefused()
    with opened.database.reading() as connection:
        assert accesses(connection)[-1].what == "sign-in-refused"


def test_a_code_works_once(opened: Central, kim: Person) -> None:
    assert isinstance(_enter(opened, kim, NOW), SignedIn)
    assert _enter(opened, kim, NOW) == SignInRefused()
    later = NOW + timedelta(seconds=30)
    assert isinstance(_enter(opened, kim, later), SignedIn)


def test_a_lock_doubles_up_to_half_a_day() -> None:
    minutes = [lock_after(failures) / timedelta(minutes=1) for failures in range(FREE_FAILURES, FREE_FAILURES + 13)]
    assert minutes == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 720, 720]
    assert lock_after(10_000) == timedelta(hours=12)


def test_after_failures_even_the_right_password_waits_for_the_lock_to_end(opened: Central, kim: Person) -> None:
    for _ in range(FREE_FAILURES + 1):
        refused = _enter(opened, kim, NOW, password="wrong")
    assert refused == SignInRefused(NOW + timedelta(minutes=1))
    assert _enter(opened, kim, NOW + timedelta(seconds=59)) == SignInRefused(NOW + timedelta(minutes=1))
    assert isinstance(_enter(opened, kim, NOW + timedelta(seconds=60)), SignedIn)


@pytest.mark.parametrize(("after", "over"), [(IDLE - timedelta(seconds=1), False), (IDLE, True)])
def test_an_idle_session_is_over_after_ten_minutes(opened: Central, kim: Person, after: timedelta, over: bool) -> None:
    done = _enter(opened, kim, NOW)
    assert isinstance(done, SignedIn)
    assert (current_session(opened, done.cookie, NOW + after) is None) is over


def test_a_used_session_is_over_after_eight_hours(opened: Central, kim: Person) -> None:
    done = _enter(opened, kim, NOW)
    assert isinstance(done, SignedIn)
    at = NOW
    while at + IDLE / 2 < NOW + ABSOLUTE:
        at += IDLE / 2
        assert current_session(opened, done.cookie, at) is not None
    assert current_session(opened, done.cookie, NOW + ABSOLUTE) is None
    assert current_session(opened, done.cookie, NOW) is None


def test_the_oldest_session_ends_when_one_more_than_allowed_begins(opened: Central, kim: Person) -> None:
    every = [_enter(opened, kim, NOW + number * timedelta(seconds=30)) for number in range(MOST_AT_ONCE + 1)]
    later = NOW + timedelta(minutes=5)
    kept = [current_session(opened, each.cookie, later) for each in every if isinstance(each, SignedIn)]
    assert [session is not None for session in kept] == [False] + [True] * MOST_AT_ONCE


def test_signing_out_elsewhere_leaves_this_session_alone_and_is_noted(opened: Central, kim: Person) -> None:
    lee = add_person_to(opened, "lee", Role.VIEWER)
    entered = [_enter(opened, kim, NOW), _enter(opened, kim, NOW + timedelta(seconds=30)), _enter(opened, lee, NOW)]
    mine, other, theirs = [current_session(opened, each.cookie, NOW) for each in entered if isinstance(each, SignedIn)]
    assert mine is not None
    assert other is not None
    assert theirs is not None
    assert signed_in_places(opened, mine, NOW) == 2
    sign_out_elsewhere(opened, mine, NOW)
    assert signed_in_places(opened, mine, NOW) == signed_in_places(opened, theirs, NOW) == 1
    with opened.database.reading() as connection:
        assert accounts.find_session(connection, other.digest) is None
        assert accesses(connection)[-1].what == "sign-out-elsewhere"


def test_signing_out_ends_the_session_on_the_server(opened: Central, kim: Person) -> None:
    done = _enter(opened, kim, NOW)
    assert isinstance(done, SignedIn)
    session = current_session(opened, done.cookie, NOW)
    assert session is not None
    sign_out(opened, session, NOW)
    assert current_session(opened, done.cookie, NOW) is None
