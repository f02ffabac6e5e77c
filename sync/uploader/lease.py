"""The lease: one uploader sends at a time, held by a lock on a file in the kiosk's home.

The kernel gives the lock back when its holder ends in whatever way, also by kill -9 or a power cut: it can neither be
kept by the dead nor expire under the living, and no clock has a part in it. A home is on one machine's own disk.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sync.uploader.outcomes import UploadError

LEASE_FILE = "uploader.lock"
_PAUSE = 0.05


class LeaseHeld(UploadError):
    """Another uploader of this home is sending."""


@contextmanager
def leased(home: Path, patience: float = 5.0) -> Iterator[None]:
    """Hold this home's lease; raises LeaseHeld where another uploader has it for longer than `patience` seconds."""
    try:
        file = os.open(home / LEASE_FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise UploadError(
            f"{home / LEASE_FILE} cannot be written ({error.strerror}), so nothing was sent and every record is kept. "
            "Give this user the right to write there."
        ) from None
    try:
        _take(file, time.monotonic() + patience)
        yield
    finally:
        os.close(file)  # and with it the lock


def _take(file: int, until: float) -> None:
    pause = threading.Event()
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise LeaseHeld(
                    "Another forum-sync is sending for this kiosk just now, so this one sent nothing; "
                    "every record is kept. See how it does: forum-sync status."
                ) from None
        pause.wait(_PAUSE)
