"""Opening a contact: with the private key that staff bring, noted before it is shown, and for one receipt at a time."""

import uuid
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.forum.contact import read_contact
from kiosk.forum.errors import ForumError
from kiosk.forum.receipts import receipt_number
from kiosk.forum.sealing import unseal
from kiosk.forum.submissions import submission_from_bytes
from sync.central.store.access import Access, note_access, payload_of_receipt
from sync.central.store.database import Database
from sync.central.store.errors import CentralError
from sync.central.store.papers import papers_of

CONTACT_READ = "contact"
_NOBODY = {"name": None, "phone": None, "email": None, "wants_answer": False}


def unseal_contact(
    database: Database, receipt_id: str, key: X25519PrivateKey, who: str, reason: str, at: datetime
) -> dict[str, Any]:
    """Return a submission's contact, and under “proposers” who proposed it together, where they are named.

    What was written at the phone takes the place of what the record holds; what was taken back there is opened no more.
    Raises ForumError with nothing shown, and noted only where it opens.
    """
    receipt_id = _canonical(receipt_id)
    who, reason = who.strip()[:64], reason.strip()[:500]
    if not who:
        raise CentralError("Say who opens this (--as); nothing was opened.")
    if not reason:
        raise CentralError("Say why this is opened (--reason); nothing was opened.")
    with database.reading() as connection:
        payload = payload_of_receipt(connection, receipt_id)
        contacts = papers_of(connection, receipt_id, "contact")
        proposers = papers_of(connection, receipt_id, "proposers")
    number = receipt_number(receipt_id)
    if payload is None:
        raise CentralError(f"No submission with the receipt {number} is here, or it was withdrawn; nothing was opened.")
    sealed = contacts[-1].content if contacts else submission_from_bytes(payload).contact
    named = proposers[-1].content if proposers else None
    if sealed is None and named is None:
        taken = contacts or proposers
        raise CentralError(
            f"The visitor has taken back the personal data of the submission {number}; nothing was opened."
            if taken
            else f"The submission {number} was left without contact details."
        )
    opened = dict(_NOBODY) if sealed is None else read_contact(unseal(key, sealed, "contact", receipt_id))
    if named is not None:
        opened |= {"proposers": read_contact(unseal(key, named, "proposers", receipt_id))["proposers"]}
    with database.writing() as connection:
        note_access(connection, Access(at, who, CONTACT_READ, receipt_id, reason))
    return opened


def _canonical(receipt_id: str) -> str:
    try:
        return str(uuid.UUID(receipt_id))
    except ValueError:
        raise ForumError(
            f"“{receipt_id}” is no receipt id; nothing was opened. It is the receipt_id of “forum-central export”."
        ) from None
