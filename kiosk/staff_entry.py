"""Entering the staff panel: the PIN, held as an argon2id hash, and the lock after missed ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.forum.staffing import Role, lock_after
from kiosk.store import Store
from kiosk.store.ballast import write_by_ballast

_HASHER = PasswordHasher()  # argon2id with the parameters of RFC 9106, section 4, as the library keeps them


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of a try to enter: the role, or None and for how long the account is locked now."""

    role: Role | None
    locked_for: timedelta = timedelta()


def hashed_pin(pin: str) -> str:
    """Return a PIN's argon2id hash."""
    return _HASHER.hash(pin)


def enter(store: Store, name: str, pin: str, now: datetime) -> Entry:
    """Try a PIN; a locked account is not tried at all. Every entry and miss is logged, by ballast if need be."""
    return write_by_ballast(store.home, lambda: _enter(store, name, pin, now))


def _enter(store: Store, name: str, pin: str, now: datetime) -> Entry:
    tried = store.staff.begin_try(name, now)
    if tried is None:
        return Entry(None)
    if tried.pin_hash is None:
        store.staff.note(name, "locked", "", now)
        return Entry(None, tried.locked_for)
    if not _is_pin(tried.pin_hash, pin):
        store.staff.note(name, "missed", str(tried.misses), now)
        return Entry(None, lock_after(tried.misses))
    store.staff.enter(name, now)
    return Entry(tried.role)


def _is_pin(pin_hash: str, pin: str) -> bool:
    try:
        return _HASHER.verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False
