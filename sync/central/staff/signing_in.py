"""Signing in and out: by password and one-time code or by the provider; a lockout that doubles, sessions' limits."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection

from sync.central.central import Central
from sync.central.staff.credentials import is_password, opened_secret, used_step
from sync.central.store import accounts, identities
from sync.central.store.access import Access, note_access
from sync.central.store.accounts import Account, Session
from sync.central.store.identities import Identity

IDLE = timedelta(minutes=10)
ABSOLUTE = timedelta(hours=8)
# A desk, a laptop and a tablet, and a browser or two that was closed without signing out; a stolen password or cookie
# cannot be used beside them unseen for long.
MOST_AT_ONCE = 5
FREE_FAILURES = 4
FIRST_LOCK = timedelta(minutes=1)
LONGEST_LOCK = timedelta(hours=12)
# A session is noted as used at most so often: a read of a page seldom costs a write.
_TOUCH_EVERY = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh session: the secret for the cookie is told here once, and kept nowhere."""

    cookie: str


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """Why not; `until` is set where the account waits."""

    until: datetime | None = None


def lock_after(failures: int) -> timedelta:
    """Return how long an account waits after so many failures in a row: none, then a minute, doubling to half a day."""
    if failures <= FREE_FAILURES:
        return timedelta()
    doublings: int = 2 ** min(failures - FREE_FAILURES - 1, 20)
    return min(FIRST_LOCK * doublings, LONGEST_LOCK)


def sign_in(central: Central, name: str, password: str, code: str, now: datetime) -> SignedIn | SignInRefused:
    """Begin a session where name, password and code are right; every attempt is noted in the log."""
    name = name.strip()[:64]
    with central.database.reading() as connection:
        account = accounts.account_named(connection, name)
    # Outside the transaction: hashing takes a tenth of a second, on purpose.
    right = is_password(account.password_hash if account else None, password)
    with central.database.writing() as connection:
        account = accounts.account_named(connection, name, lock=True)
        if account is None or account.closed_at:
            note_access(connection, Access(now, name or "?", "sign-in-refused", None, "no such account"))
            return SignInRefused()
        if account.locked_until and now < account.locked_until:
            note_access(connection, Access(now, name, "sign-in-refused", None, "locked"))
            return SignInRefused(account.locked_until)
        step = _step(central, account, code, now) if right else None
        if step is None:
            failures = account.failures + 1
            wait = lock_after(failures)
            until = now + wait if wait else None
            accounts.change_account(connection, account.no, failures=failures, locked_until=until)
            note_access(connection, Access(now, name, "sign-in-refused", None, f"failure {failures}"))
            return SignInRefused(until)
        accounts.change_account(connection, account.no, failures=0, locked_until=None, last_step=step)
        return _begun(connection, account, "", now)


def sign_in_by_provider(central: Central, who: Identity, now: datetime) -> SignedIn | SignInRefused:
    """Begin a session of the account that is linked to whom the provider vouches for; a locked one waits here too.

    The first time notes the provider's own name for the person, and nobody else gets in by the same address later.
    """
    with central.database.writing() as connection:
        found = identities.linked_account(connection, who)
        account = accounts.account_named(connection, found.account, lock=True) if found else None
        if found is None or account is None or account.closed_at:
            note_access(connection, Access(now, who.value[:64], "sign-in-refused", None, "provider: no such account"))
            return SignInRefused()
        if found.subject not in (None, who.subject):
            note_access(connection, Access(now, account.name, "sign-in-refused", None, "provider: another person"))
            return SignInRefused()
        if account.locked_until and now < account.locked_until:
            note_access(connection, Access(now, account.name, "sign-in-refused", None, "locked"))
            return SignInRefused(account.locked_until)
        if found.subject is None:
            identities.note_subject(connection, account.no, who.subject)
        return _begun(connection, account, "by the provider", now)


def _begun(connection: Connection, account: Account, how: str, now: datetime) -> SignedIn:
    accounts.end_old_sessions(connection, now - ABSOLUTE, now - IDLE)
    # Whoever holds the account's row is alone at this, so that two sign-ins at once leave no more either.
    accounts.end_oldest_sessions(connection, account.no, MOST_AT_ONCE - 1)
    cookie = secrets.token_urlsafe(32)
    accounts.begin_session(connection, _digest(cookie), account.no, secrets.token_urlsafe(24), now)
    note_access(connection, Access(now, account.name, "sign-in", None, how))
    return SignedIn(cookie)


def current_session(central: Central, cookie: str, now: datetime) -> Session | None:
    """Return the session of a cookie, noted as used; None where there is none or it is over."""
    digest = _digest(cookie)
    with central.database.reading() as connection:
        session = accounts.find_session(connection, digest)
    if session is None or session.account.closed_at:
        return None
    if now - session.began_at >= ABSOLUTE or now - session.seen_at >= IDLE:
        with central.database.writing() as connection:
            accounts.end_session(connection, digest)
        return None
    if now - session.seen_at >= _TOUCH_EVERY:
        with central.database.writing() as connection:
            accounts.touch_session(connection, digest, now)
    return session


def sign_out(central: Central, session: Session, now: datetime) -> None:
    """End a session."""
    with central.database.writing() as connection:
        accounts.end_session(connection, session.digest)
        note_access(connection, Access(now, session.account.name, "sign-out", None, ""))


def signed_in_places(central: Central, session: Session, now: datetime) -> int:
    """Return in how many browsers this account is signed in, this one too."""
    with central.database.reading() as connection:
        return accounts.sessions_of(connection, session.account.no, now - ABSOLUTE, now - IDLE)


def sign_out_elsewhere(central: Central, session: Session, now: datetime) -> None:
    """End every other session of this account."""
    with central.database.writing() as connection:
        accounts.end_other_sessions(connection, session.account.no, session.digest)
        note_access(connection, Access(now, session.account.name, "sign-out-elsewhere", None, ""))


def _step(central: Central, account: Account, code: str, now: datetime) -> int | None:
    secret = opened_secret(central.server_key, account.name, account.totp_secret)
    return used_step(secret, code, account.last_step, now)


def _digest(cookie: str) -> bytes:
    return sha256(cookie.encode("utf-8", "surrogatepass")).digest()
