"""When the last good copy of a store is made anew: daily, and at once where something is new that is not a visit."""

from datetime import UTC, datetime
from hashlib import sha256

from kiosk.forum.seoul import seoul_day
from kiosk.retention import is_quiet
from kiosk.store import Store
from kiosk.store.engine import LAST_GOOD_FILE
from kiosk.store.recovery import keep_last_good

_COPIED_ON, _COPIED = "last good copy on", "last good copy of"


def copy_when_due(store: Store) -> bool:
    """Make the copy where it is time to; raises StoreError, and then the copy before stays."""
    now, state = datetime.now(UTC), _state(store)
    there = (store.home / LAST_GOOD_FILE).exists()
    if there and store.line_note(_COPIED) == state and not is_quiet(now, store.line_note(_COPIED_ON)):
        return False
    keep_last_good(store)
    store.save_line_note(_COPIED, state)
    store.save_line_note(_COPIED_ON, seoul_day(now).isoformat())
    return True


def _state(store: Store) -> str:
    """Name what a copy must not be without: who the kiosk is, its packs, what staff decided, words that are gone."""
    packs = [(pack.id, pack.version) for pack in store.content.newest()]
    decided = len(store.content.decisions())
    state = (store.epoch, store.enrolment(), packs, decided, store.withdrawn_count(), store.retention.deleted())
    return sha256(repr(state).encode()).hexdigest()
