"""Whom accounts are at the provider of identities, and sign-ins that went there and have not come back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from sync.central.store import review_tables as t
from sync.central.store.errors import CentralError


@dataclass(frozen=True, slots=True)
class Identity:
    """A person whom the provider vouches for; `subject` is its own name for them, which it never gives to another."""

    issuer: str
    claim: str
    value: str
    subject: str


@dataclass(frozen=True, slots=True)
class Linked:
    """An account's name, and the provider's own name for its person once it has signed in."""

    account: str
    subject: str | None


@dataclass(frozen=True, slots=True)
class ProviderRequest:
    """A sign-in that went to the provider: what must come back in the token, and the proof that goes with the code."""

    nonce: str
    verifier: str
    began_at: datetime


class IdentityTaken(CentralError):
    """Another account is linked to the same person."""


def link(connection: Connection, account_no: int, issuer: str, claim: str, value: str) -> None:
    """Link an account, in place of what it was linked to; raises IdentityTaken."""
    unlink(connection, account_no)
    try:
        connection.execute(
            insert(t.account_identity).values(account_no=account_no, issuer=issuer, claim=claim, value=value)
        )
    except IntegrityError:
        raise IdentityTaken(f"Another account is linked to “{value}” already; nothing was changed.") from None


def unlink(connection: Connection, account_no: int) -> bool:
    """Undo an account's link; False where there was none."""
    c = t.account_identity.c
    gone = delete(t.account_identity).where(c.account_no == account_no).returning(c.account_no)
    return connection.execute(gone).one_or_none() is not None


def linked_account(connection: Connection, who: Identity) -> Linked | None:
    """Return the account that is linked to a person of the provider."""
    c = t.account_identity.c
    row = connection.execute(
        select(t.account.c.name, c.subject)
        .join(t.account, t.account.c.no == c.account_no)
        .where(c.issuer == who.issuer, c.claim == who.claim, c.value == who.value)
    ).one_or_none()
    return None if row is None else Linked(*row)


def links(connection: Connection) -> dict[str, str]:
    """Return whom each account is linked to, by the accounts' names."""
    c = t.account_identity.c
    rows = connection.execute(select(t.account.c.name, c.value).join(t.account, t.account.c.no == c.account_no))
    return {row[0]: row[1] for row in rows}


def note_subject(connection: Connection, account_no: int, subject: str) -> None:
    """Note the provider's own name for the person of an account."""
    c = t.account_identity.c
    connection.execute(update(t.account_identity).where(c.account_no == account_no).values(subject=subject))


def keep_request(
    connection: Connection, state: bytes, browser: bytes, request: ProviderRequest, older_than: datetime
) -> None:
    """Keep a sign-in that goes to the provider, by the digests of its state and of the browser; old ones go."""
    c = t.provider_request.c
    connection.execute(delete(t.provider_request).where(c.began_at < older_than))
    values = {"nonce": request.nonce, "verifier": request.verifier, "began_at": request.began_at}
    connection.execute(insert(t.provider_request).values(state_digest=state, browser_digest=browser, **values))


def take_request(connection: Connection, state: bytes, browser: bytes) -> ProviderRequest | None:
    """Return the sign-in of a state, where this browser began it; it is there once."""
    c = t.provider_request.c
    gone = delete(t.provider_request).where(c.state_digest == state, c.browser_digest == browser)
    row = connection.execute(gone.returning(c.nonce, c.verifier, c.began_at)).one_or_none()
    return None if row is None else ProviderRequest(*row)
