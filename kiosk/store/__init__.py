"""The only SQL on the kiosk: an encrypted SQLite store of packs, submissions and the outbox."""

from kiosk.store.device import Enrolment
from kiosk.store.errors import StoreError
from kiosk.store.ledger import Intake, Kept
from kiosk.store.line_notes import DaySpan
from kiosk.store.store import Store, StoreStatus, open_store
from kiosk.store.withdrawals import Withdrawal

__all__ = ["DaySpan", "Enrolment", "Intake", "Kept", "Store", "StoreError", "StoreStatus", "Withdrawal", "open_store"]
