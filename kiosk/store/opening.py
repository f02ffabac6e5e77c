"""Opening a store: whoever comes first verifies it, and mends it from its last good copy where it is damaged."""

import logging
from pathlib import Path

from kiosk.store.engine import LAST_GOOD_FILE, open_connection
from kiosk.store.errors import StoreDamaged, StoreError
from kiosk.store.presence import Presence, damage_is_noted, forget_damage, note_damage
from kiosk.store.store import Store

_LOG = logging.getLogger(__name__)


def open_store(home: Path) -> Store:
    """Open the store of a home, making what is missing; raises StoreError with what to do."""
    presence = Presence(home)
    try:
        if presence.alone and (home / LAST_GOOD_FILE).exists():
            _mend(home)
        store = Store(home, open_connection(home), presence)
        presence.settle()
    except BaseException as error:
        if isinstance(error, StoreDamaged):  # whoever has it open is to close it
            note_damage(home)
        presence.close()
        raise
    return store


def store_is_wanted(home: Path) -> bool:
    """Tell whether the store is to be closed and opened anew, so that it can be mended."""
    return damage_is_noted(home) and (home / LAST_GOOD_FILE).exists()


def _mend(home: Path) -> None:
    from kiosk.store.recovery import mend  # only a kiosk that has a copy pays for the import

    try:
        mend(home)
    except StoreError as error:  # it is opened as it is, and says itself what it cannot do
        _LOG.warning(
            "저장소를 마지막 온전한 사본으로 되돌리지 못했습니다. "
            "The store could not be put back to its last good copy.\n%s",
            error,
        )
    forget_damage(home)
