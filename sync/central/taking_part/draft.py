"""A visit from home before it is submitted: kept for a day, encrypted with a key that only the visitor's browser holds.

The key travels in a cookie and is never stored here: what lies in the database opens for nobody but that browser, not
for staff and not from a backup. Nothing of it is counted until it is submitted, and it is gone a day after the last
touch. The receipt id is made when the visit begins, so that submitting twice is one submission.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from kiosk.forum.answers import Answers
from kiosk.forum.caution import Accepted
from kiosk.forum.submissions import new_receipt_id
from sync.central.store import drafts
from sync.central.store.database import Database
from sync.central.taking_part.offered import Offered

KEPT_FOR = timedelta(days=1)
# So long the page after submitting can be looked at again; the receipt's own page stays.
THANKED_FOR = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a visitor has answered so far, in which words; `token` is there once it was submitted.

    `accepted` names the texts that the visitor left as they are when told what they betray. `contact` is sealed to the
    ministry's key; `fourteen` tells that the visitor said to be 14 or over beside it.
    """

    receipt_id: str
    pack_id: str
    pack_version: int
    activity_id: str
    answers: Answers = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    contact: str | None = None
    fourteen: bool = False
    token: str | None = None

    @property
    def left_as_they_are(self) -> Accepted:
        """The texts that the visitor decided on, as `kiosk.forum.caution` asks for them."""
        return {(question_id, str(self.answers.get(question_id, ""))) for question_id in self.accepted}

    def answered(self, question_id: str, answers: Answers) -> "Draft":
        """Return the draft with other answers; a text that changed has to be decided on again."""
        same = answers.get(question_id) == self.answers.get(question_id)
        accepted = self.accepted if same else tuple(each for each in self.accepted if each != question_id)
        return replace(self, answers=answers, accepted=accepted)

    def submitted(self, token: str, choices: Answers) -> "Draft":
        """Return what the page after submitting needs: no text, nothing about the visitor."""
        return replace(self, answers=choices, about={}, accepted=(), contact=None, token=token)


def new_draft(offered: Offered) -> Draft:
    """Begin a visit."""
    return Draft(new_receipt_id(), offered.pack.id, offered.pack.version, offered.activity.id)


def new_key() -> str:
    """Return a fresh key for a browser to hold."""
    return Fernet.generate_key().decode("ascii")


def find_draft(database: Database, key: str, now: datetime) -> Draft | None:
    """Return the draft of a browser's key; None where it was never there, its time is up, or the key is none."""
    cipher = _cipher(key)
    if cipher is None:
        return None
    with database.reading() as connection:
        content = drafts.find_draft(connection, _digest(key), now)
    return None if content is None else _opened(cipher, content)


def begin_draft(database: Database, draft: Draft, now: datetime) -> str:
    """Keep a new draft and return its key; what is too old to be opened is erased meanwhile."""
    key = new_key()
    with database.writing() as connection:
        drafts.forget_expired(connection, now)
        drafts.keep_draft(connection, _digest(key), _closed(Fernet(key), draft), now + KEPT_FOR)
    return key


def change_draft(database: Database, key: str, now: datetime, change: Callable[[Draft], Draft]) -> Draft | None:
    """Change a draft that is not submitted yet, and keep it for another day; return what it is then.

    Two requests of one browser take turns. None where there is none any more.
    """
    cipher = _cipher(key)
    if cipher is None:
        return None
    with database.writing() as connection:
        content = drafts.find_draft(connection, _digest(key), now, lock=True)
        draft = None if content is None else _opened(cipher, content)
        if draft is None or draft.token is not None:
            return draft
        changed = change(draft)
        kept_until = now + (KEPT_FOR if changed.token is None else THANKED_FOR)
        drafts.keep_draft(connection, _digest(key), _closed(cipher, changed), kept_until)
    return changed


def forget_draft(database: Database, key: str) -> None:
    """Erase a draft."""
    with database.writing() as connection:
        drafts.forget_draft(connection, _digest(key))


def _digest(key: str) -> bytes:
    return sha256(key.encode()).digest()


def _cipher(key: str) -> Fernet | None:
    try:
        return Fernet(key)
    except ValueError:
        return None


def _closed(cipher: Fernet, draft: Draft) -> bytes:
    return cipher.encrypt(json.dumps(asdict(draft), ensure_ascii=False).encode())


def _opened(cipher: Fernet, content: bytes) -> Draft | None:
    try:
        told: dict[str, Any] = json.loads(cipher.decrypt(content))
    except InvalidToken:
        return None
    return Draft(**{**told, "accepted": tuple(told["accepted"])})
