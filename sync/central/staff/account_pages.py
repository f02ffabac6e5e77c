"""Signing in and out, and a person's own account."""

from fastapi import Response

from kiosk.forum.seoul import SEOUL
from sync.central.staff import credentials
from sync.central.staff.desk import NEXT_COOKIE, SESSION_COOKIE, Ask
from sync.central.staff.pages import page, redirect
from sync.central.staff.signing_in import (
    MOST_AT_ONCE,
    SignInRefused,
    sign_in,
    sign_out,
    sign_out_elsewhere,
    signed_in_places,
)
from sync.central.staff.words import say
from sync.central.store import accounts
from sync.central.store.access import Access, note_access


def show_sign_in(ask: Ask) -> Response:
    """Show the sign-in, or the inbox to who is signed in already."""
    return redirect("/staff") if ask.session else sign_in_page(ask)


def sign_in_page(ask: Ask, status: int = 200, problem: str | None = None, name: str = "") -> Response:
    """Return the sign-in, with why it did not work."""
    provider = ask.central.provider.name if ask.central.provider else None
    return page(ask.shown, "sign-in.html", status, problem=problem, name=name, provider=provider, is_over=ask.is_over)


def refusal_of(ask: Ask, refused: SignInRefused, otherwise: str) -> str:
    """Return why a sign-in was refused: until when the account is locked, or another sentence."""
    if refused.until is None:
        return say(ask.language, otherwise)
    return say(ask.language, "locked", until=f"{refused.until.astimezone(SEOUL):%H:%M}")


def sign_in_here(ask: Ask) -> Response:
    """Sign in, or say that it did not work, without telling which part was wrong."""
    name = ask.typed("name")
    done = sign_in(ask.central, name, ask.typed("password"), ask.typed("code"), ask.now)
    if isinstance(done, SignInRefused):
        return sign_in_page(ask, 403, refusal_of(ask, done, "refused"), name[:64])
    ask.cookies.update({SESSION_COOKIE: done.cookie, NEXT_COOKIE: None})
    return redirect(ask.next_page)


def sign_out_here(ask: Ask) -> Response:
    """End the session."""
    sign_out(ask.central, ask.signed_in, ask.now)
    ask.cookies[SESSION_COOKIE] = None
    return redirect("/staff/sign-in")


def my_account(ask: Ask) -> Response:
    """Show who is signed in and in how many places, and the form for another password."""
    return _account_page(ask)


def sign_out_others(ask: Ask) -> Response:
    """End every session of the account but this one."""
    sign_out_elsewhere(ask.central, ask.signed_in, ask.now)
    return _account_page(ask, done="signed-out-elsewhere")


def change_password(ask: Ask) -> Response:
    """Exchange the password; every other session of the account ends."""
    account = ask.signed_in.account
    new = ask.typed("new-password")
    problem = credentials.password_problem(new)
    if not credentials.is_password(account.password_hash, ask.typed("present-password")):
        problem = say(ask.language, "password-wrong")
    if problem:
        return _account_page(ask, 422, problem=problem)
    fresh = credentials.hashed(new)
    with ask.central.database.writing() as connection:
        accounts.change_account(connection, account.no, password_hash=fresh)
        accounts.end_other_sessions(connection, account.no, ask.signed_in.digest)
        note_access(connection, Access(ask.now, account.name, "password-changed", None, ""))
    return _account_page(ask, done="password-changed")


def _account_page(ask: Ask, status: int = 200, *, problem: str | None = None, done: str | None = None) -> Response:
    places = signed_in_places(ask.central, ask.signed_in, ask.now)
    return page(ask.shown, "account.html", status, problem=problem, done=done, places=places, most=MOST_AT_ONCE)
