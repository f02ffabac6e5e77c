"""A submission that is here, as the pages of whoever holds its receipt need it."""

from dataclasses import dataclass

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, Pack
from kiosk.forum.receipts import ReceiptLink, receipt_number
from kiosk.forum.submissions import Submission, submission_from_bytes
from sync.central.central import Central
from sync.central.online.receipt import real_link
from sync.central.proposals.words_of import PROPOSING
from sync.central.store.records import arrival
from sync.central.store.withdrawals import is_withdrawn


@dataclass(frozen=True, slots=True)
class Held:
    """What a real link leads to; never shown to its holder but for the title and what belongs to the receipt."""

    link: ReceiptLink
    device_no: int
    submission: Submission
    pack: Pack
    activity: Activity
    confirmed: bool

    @property
    def receipt_id(self) -> str:
        """The submission's public id."""
        return self.link.receipt_id

    @property
    def number(self) -> str:
        """The receipt's number as people say it."""
        return receipt_number(self.receipt_id)

    @property
    def is_proposal(self) -> bool:
        """Tell whether the statute's clock runs for it."""
        return self.activity.kind in PROPOSING


def held_by(central: Central, token: str) -> Held | None:
    """Return what a link leads to, or None where it is not ours, still on its way, withdrawn, or cannot be read."""
    link = real_link(central, token)
    if link is None:
        return None
    with central.database.reading() as connection:
        found = arrival(connection, link.device_id, link.receipt_id)
        if found is None or found.payload is None or is_withdrawn(connection, link.device_id, link.receipt_id):
            return None
        pack_of = central.shelf.packs_of(connection, found.device_no)
        try:
            submission = submission_from_bytes(found.payload)
            pack = pack_of(submission.pack_id, submission.pack_version)
            activity = pack.activity(submission.activity_id) if pack else None
        except (ForumError, TypeError):
            return None
    if pack is None or activity is None:
        return None
    if not isinstance(submission.answers, dict) or not isinstance(submission.about, dict):
        return None  # it lies held for review
    return Held(link, found.device_no, submission, pack, activity, found.confirmed)
