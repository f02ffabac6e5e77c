"""Who has a store open: each store holds a shared lock in its home, and whoever is alone may verify and mend it."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path

from kiosk.store.errors import StoreUnwritable

_LOCK_FILE = "store.lock"
_DAMAGED_FILE = "store-is-damaged"


class Presence:
    """One program's lock on a home; the kernel gives it back when the program ends in whatever way.

    Whoever comes while nobody is there is `alone`: others wait at the door until `settle` lets them in.
    """

    def __init__(self, home: Path, patient: bool = True) -> None:
        make_home(home)
        try:
            self._file: int | None = os.open(home / _LOCK_FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise home_unusable(home, error) from None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.alone = True
        except BlockingIOError:
            self.alone = False
            if patient:
                fcntl.flock(self._file, fcntl.LOCK_SH)

    def settle(self) -> None:
        """Let others in."""
        if self._file is not None:
            fcntl.flock(self._file, fcntl.LOCK_SH)
        self.alone = False

    def close(self) -> None:
        """Go; going again changes nothing."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def note_damage(home: Path) -> None:
    """Note that the store is damaged: whoever has it open is to close it, and the first to open it anew mends it."""
    with suppress(OSError):
        (home / _DAMAGED_FILE).touch()


def damage_is_noted(home: Path) -> bool:
    """Tell whether a program met damage in the store."""
    return (home / _DAMAGED_FILE).exists()


def forget_damage(home: Path) -> None:
    """The store was verified."""
    (home / _DAMAGED_FILE).unlink(missing_ok=True)


def make_home(home: Path) -> None:
    """Make a home where there is none; raises StoreUnwritable."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise home_unusable(home, error) from None


def home_unusable(home: Path, error: OSError) -> StoreUnwritable:
    """Return the sentence for a home that may not be used."""
    return StoreUnwritable(
        f"The kiosk's home {home} cannot be used ({error.strerror}); nothing was changed. "
        "Give the kiosk's user the right to write there, or name another home with --home."
    )
