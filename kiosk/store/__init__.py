"""The only SQL on the kiosk: an encrypted SQLite store of packs, submissions and the outbox."""

from kiosk.store.device import Enrolment
from kiosk.store.errors import StoreError
from kiosk.store.ledger import Intake, Kept
from kiosk.store.line_notes import DaySpan
from kiosk.store.opening import open_store, store_is_wanted
from kiosk.store.recoveries import Recovery
from kiosk.store.standing import StoreStatus
from kiosk.store.store import Store
from kiosk.store.withdrawals import Withdrawal

__all__ = [
    "DaySpan",
    "Enrolment",
    "Intake",
    "Kept",
    "Recovery",
    "Store",
    "StoreError",
    "StoreStatus",
    "Withdrawal",
    "open_store",
    "store_is_wanted",
]
