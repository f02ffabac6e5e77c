"""The only SQL on the kiosk: an encrypted SQLite store of packs, submissions and the outbox."""

from kiosk.store.errors import StoreError
from kiosk.store.store import Enrolment, Intake, Kept, Store, StoreStatus, open_store
from kiosk.store.withdrawals import Withdrawal

__all__ = ["Enrolment", "Intake", "Kept", "Store", "StoreError", "StoreStatus", "Withdrawal", "open_store"]
