"""Staff accounts and their sessions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from sync.central.store import review_tables as t
from sync.central.store.errors import CentralError


@dataclass(frozen=True, slots=True)
class Account:
    """One person's account; `totp_secret` is encrypted, `last_step` the newest time step whose code was used."""

    no: int
    name: str
    role: str
    citizen: bool
    password_hash: str
    totp_secret: bytes
    last_step: int
    failures: int
    locked_until: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Session:
    """An account that is signed in."""

    digest: bytes
    account: Account
    form_token: str
    began_at: datetime
    seen_at: datetime


class AccountExists(CentralError):
    """Somebody has this name already."""


def add_account(
    connection: Connection, name: str, role: str, citizen: bool, password_hash: str, totp_secret: bytes, at: datetime
) -> None:
    """Add an account; raises AccountExists."""
    try:
        connection.execute(
            insert(t.account).values(
                name=name,
                role=role,
                citizen=citizen,
                password_hash=password_hash,
                totp_secret=totp_secret,
                last_step=0,
                failures=0,
                made_at=at,
            )
        )
    except IntegrityError:
        raise AccountExists(
            f"There is an account “{name}” already; nothing was changed. Choose another name."
        ) from None


def change_account(connection: Connection, no: int, **values: Any) -> None:
    """Change columns of an account."""
    connection.execute(update(t.account).where(t.account.c.no == no).values(**values))


def account_named(connection: Connection, name: str, *, lock: bool = False) -> Account | None:
    """Return an account by its name, held until the transaction ends where `lock` says so."""
    query = select(*_COLUMNS).where(t.account.c.name == name)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else Account(**row._mapping)


def every_account(connection: Connection) -> list[Account]:
    """Return all accounts by name, closed ones too."""
    return [Account(**row._mapping) for row in connection.execute(select(*_COLUMNS).order_by(t.account.c.name))]


def begin_session(connection: Connection, digest: bytes, account_no: int, form_token: str, at: datetime) -> None:
    """Keep a fresh session."""
    connection.execute(
        insert(t.session).values(digest=digest, account_no=account_no, form_token=form_token, began_at=at, seen_at=at)
    )


def find_session(connection: Connection, digest: bytes) -> Session | None:
    """Return a session by the digest of its cookie, whatever its age."""
    query = select(t.session.c.form_token, t.session.c.began_at, t.session.c.seen_at, *_COLUMNS).join(
        t.account, t.account.c.no == t.session.c.account_no
    )
    row = connection.execute(query.where(t.session.c.digest == digest)).one_or_none()
    if row is None:
        return None
    form_token, began_at, seen_at, *account = row
    return Session(digest, Account(*account), form_token, began_at, seen_at)


def touch_session(connection: Connection, digest: bytes, at: datetime) -> None:
    """Note that a session was used."""
    connection.execute(update(t.session).where(t.session.c.digest == digest).values(seen_at=at))


def end_session(connection: Connection, digest: bytes) -> None:
    """End one session."""
    connection.execute(delete(t.session).where(t.session.c.digest == digest))


def end_sessions_of(connection: Connection, account_no: int) -> None:
    """End every session of an account."""
    connection.execute(delete(t.session).where(t.session.c.account_no == account_no))


def end_other_sessions(connection: Connection, account_no: int, kept: bytes) -> None:
    """End every session of an account but one."""
    connection.execute(delete(t.session).where(t.session.c.account_no == account_no, t.session.c.digest != kept))


def sessions_of(connection: Connection, account_no: int, began_after: datetime, seen_after: datetime) -> int:
    """Return how many sessions of an account are not over."""
    c = t.session.c
    query = select(func.count()).where(c.account_no == account_no, c.began_at > began_after, c.seen_at > seen_after)
    return connection.execute(query).scalar_one()


def end_oldest_sessions(connection: Connection, account_no: int, most: int) -> None:
    """End the sessions of an account that began first, so that this many stay."""
    mine = select(t.session.c.digest).where(t.session.c.account_no == account_no)
    newest = mine.order_by(t.session.c.began_at.desc(), t.session.c.digest).limit(most)
    over = delete(t.session).where(t.session.c.account_no == account_no, t.session.c.digest.not_in(newest))
    connection.execute(over)


def end_old_sessions(connection: Connection, began_before: datetime, seen_before: datetime) -> None:
    """Forget sessions that are over."""
    old = (t.session.c.began_at < began_before) | (t.session.c.seen_at < seen_before)
    connection.execute(delete(t.session).where(old))


_COLUMNS = (
    t.account.c.no,
    t.account.c.name,
    t.account.c.role,
    t.account.c.citizen,
    t.account.c.password_hash,
    t.account.c.totp_secret,
    t.account.c.last_step,
    t.account.c.failures,
    t.account.c.locked_until,
    t.account.c.closed_at,
)
