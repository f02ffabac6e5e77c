"""A visitor's receipt, looked up by the link of its QR code."""

from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import words_in
from kiosk.forum.receipts import LONGEST_TOKEN, ReceiptLink, read_receipt_token, receipt_number
from kiosk.forum.submissions import submission_from_bytes
from sync.central.central import Central
from sync.central.store.devices import keys_of
from sync.central.store.packs import PackOf
from sync.central.store.records import Arrival, arrival
from sync.central.store.withdrawals import is_withdrawn


@dataclass(frozen=True, slots=True)
class VisitorReceipt:
    """What the page shows: never an answer. `arrived_at` is None while the submission is on its way.

    `carries` tells that its link may hold the submission, so that the page itself can deliver it.
    """

    number: str
    language: str
    titles: dict[str, str]
    arrived_at: datetime | None
    withdrawn: bool = False
    proof: str | None = None
    carries: bool = False

    def title_in(self, language: str) -> str | None:
        """Return the activity's title, where it is known."""
        return words_in(self.titles, language) if self.titles else None


def find_receipt(central: Central, token: str) -> VisitorReceipt | None:
    """Return the receipt of a link that one of our kiosks really issued, else None."""
    link = real_link(central, token)
    if link is None:
        return None
    with central.database.reading() as connection:
        number = receipt_number(link.receipt_id)
        found = arrival(connection, link.device_id, link.receipt_id)
        if is_withdrawn(connection, link.device_id, link.receipt_id):
            return VisitorReceipt(number, link.language, {}, None, withdrawn=True)
        if found is None:
            return VisitorReceipt(number, link.language, {}, None, carries=link.carried is not None)
        pack_of = central.shelf.packs_of(connection, found.device_no)
        # The log takes it once the kiosk itself has sent it.
        proof = f"../log/proof/inclusion?token={token}" if found.confirmed else None
        return VisitorReceipt(number, link.language, _titles(found, pack_of), found.received_at, proof=proof)


def real_link(central: Central, token: str) -> ReceiptLink | None:
    """Take apart a link that one of our kiosks, or this server for a phone, really issued; None for any other."""
    if len(token) > LONGEST_TOKEN:
        return None
    try:
        link = read_receipt_token(token)
    except ForumError:
        return None
    with central.database.reading() as connection:
        keys = keys_of(connection, link.device_id)
    return link if any(link.verify(Ed25519PublicKey.from_public_bytes(key)) for key in keys) else None


def _titles(found: Arrival, pack_of: PackOf) -> dict[str, str]:
    try:
        submission = submission_from_bytes(found.payload or b"")
    except ForumError:
        return {}
    pack = pack_of(submission.pack_id, submission.pack_version)
    activity = pack.activity(submission.activity_id) if pack else None
    return dict(activity.title) if activity else {}
