"""Enrolment: a one-time code, typed at the kiosk, binds its new key to a name."""

import secrets
import unicodedata
from datetime import datetime, timedelta
from hashlib import sha256

from kiosk.forum.errors import ForumError
from sync.central.store import devices
from sync.central.store.database import Database
from sync.central.store.online import OWN_NAMES
from sync.protocol.encoding import from_text
from sync.protocol.messages import EnrolRequest
from sync.protocol.problems import NAME_TAKEN, RETIRED, WRONG_CODE, Problem

CODE_LIFE = timedelta(days=2)
# Crockford's base 32, as in receipt numbers: sixteen letters carry 80 bits.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LIKENESS = str.maketrans("OIL", "011", "- ")
_LONGEST_NAME = 64


def make_code(database: Database, name: str, now: datetime) -> str:
    """Make a one-time code for a kiosk of this name; raises ForumError where no kiosk can be called so."""
    name = kiosk_name(name)
    letters = "".join(secrets.choice(_LETTERS) for _ in range(16))
    with database.writing() as connection:
        devices.keep_code(connection, _digest(letters), name, now, now + CODE_LIFE)
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def kiosk_name(name: str) -> str:
    """Return a kiosk's name in its one spelling; raises ForumError."""
    name = unicodedata.normalize("NFC", name).strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable() or name[0] in "=+-@":
        raise ForumError(
            "A kiosk's name is 1 to 64 printable characters and begins with none of = + - @; nothing was changed. "
            "Choose one such as lobby-1."
        )
    if name in OWN_NAMES:
        raise ForumError(
            f"“{name}” stands for visitors' phones and browsers in tallies; nothing was changed. "
            "Choose another such as lobby-1."
        )
    return name


def enrol(database: Database, request: EnrolRequest, now: datetime) -> str:
    """Enrol the device that signed this request and return its name; raises Problem.

    The same device and key may show the same code again: the first answer may have been lost.
    """
    digest = _digest(request.code)
    public_key = from_text(request.device_key, 32)
    with database.writing() as connection:
        code = devices.lock_code(connection, digest)
        if code is None or code.expires_at < now:
            raise Problem(WRONG_CODE)
        known = devices.find_device(connection, request.device_id)
        if known is not None and known.retired_at is not None:
            raise Problem(RETIRED)
        if code.device_id is not None:
            if (code.device_id, code.public_key) != (request.device_id, public_key):
                raise Problem(WRONG_CODE)
            return code.name
        try:
            devices.enrol(connection, request.device_id, code.name, public_key, now)
        except devices.NameTaken as error:
            raise Problem(NAME_TAKEN) from error
        devices.use_code(connection, digest, request.device_id, public_key)
    return code.name


def _digest(code: str) -> bytes:
    return sha256(code.upper().translate(_LIKENESS).encode("utf-8", "replace")).digest()
