"""Passwords (argon2id) and one-time codes (TOTP, RFC 6238), whose secrets the database holds encrypted."""

import secrets
from datetime import datetime
from functools import cache
from os import urandom

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.central.store.errors import CentralError

ISSUER = "Open forum"
SHORTEST_PASSWORD = 12
_LONGEST_PASSWORD = 256
_NONCE = 12
_STEP_SECONDS = 30
_HASHER = PasswordHasher()  # argon2id with the parameters of RFC 9106, section 4, as the library keeps them


@cache
def _nobodys() -> str:
    """Return a hash to check where there is no such account: an unknown name takes as long as a wrong password."""
    return _HASHER.hash(secrets.token_urlsafe())


def new_password() -> str:
    """Return a password of 120 random bits that can be read aloud."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(6)) for _ in range(4))


def password_problem(password: str) -> str | None:
    """Return why a password cannot be taken as one sentence, or None."""
    if not SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
        return f"A password has {SHORTEST_PASSWORD} to {_LONGEST_PASSWORD} characters; choose another."
    return None


def hashed(password: str) -> str:
    """Return a password's argon2id hash."""
    return _HASHER.hash(password)


def is_password(password_hash: str | None, password: str) -> bool:
    """Tell whether a password is right; it takes as long for no account (None)."""
    nobodys = _nobodys()  # for everybody, so that the first to ask learns nothing from its making
    try:
        right = _HASHER.verify(password_hash or nobodys, password[: _LONGEST_PASSWORD + 1])
    except (VerificationError, InvalidHashError):
        return False
    return right and password_hash is not None


def new_secret() -> str:
    """Return a fresh TOTP secret, base 32."""
    return pyotp.random_base32()


def provisioning_address(secret: str, name: str) -> str:
    """Return the otpauth address that an authenticator reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def used_step(secret: str, code: str, last_step: int, now: datetime) -> int | None:
    """Return the time step that a code belongs to, or None where it is wrong or was used before.

    One step before and after now is taken, for clocks that differ (RFC 6238, section 5.2).
    """
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdecimal()):
        return None
    totp = pyotp.TOTP(secret)
    current = int(now.timestamp()) // _STEP_SECONDS
    steps = (step for step in (current - 1, current, current + 1) if step > last_step)
    return next((step for step in steps if secrets.compare_digest(totp.generate_otp(step), digits)), None)


def sealed_secret(key: Ed25519PrivateKey, name: str, secret: str) -> bytes:
    """Return a TOTP secret encrypted for the database, bound to its account."""
    nonce = urandom(_NONCE)
    return nonce + AESGCM(_key(key)).encrypt(nonce, secret.encode(), name.encode())


def opened_secret(key: Ed25519PrivateKey, name: str, sealed: bytes) -> str:
    """Return the secret that `sealed_secret` hid; raises CentralError under another server key."""
    try:
        return AESGCM(_key(key)).decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode()).decode()
    except InvalidTag:
        raise CentralError(
            f"The one-time codes of “{name}” were made under another server key; reset the account."
        ) from None


def _key(key: Ed25519PrivateKey) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"open-forum-kiosk/totp/1").derive(key.private_bytes_raw())
