"""Ballast: a file that is thrown overboard when the disk is full, so that what a visitor has just said is still kept.

Before it comes to that, the kiosk stops taking visitors, and says why (FAILURES.md, 14). Staff come in by it too.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from kiosk.store.errors import StoreFull, StoreUnwritable

BALLAST_FILE = "ballast"
# Far more than the visits that are under way can need: one takes some ten kilobytes, log included.
BALLAST_BYTES = 4 * 1024 * 1024
# With less than this left (bytes) no new visit begins; the ballast is not counted as room.
LEAST_ROOM = 16 * 1024 * 1024

Written = TypeVar("Written")


def make_ready(home: Path) -> None:
    """Prepare for the next visit: ballast aboard, and room on the disk; raises StoreFull where there is too little."""
    _keep_ballast(home)
    if shutil.disk_usage(home).free < LEAST_ROOM:
        raise StoreFull(
            "디스크가 거의 가득 차서 새 방문을 받지 않습니다. 이미 받은 것은 모두 안전합니다. 디스크에 자리를 만들면 "
            "저절로 다시 열립니다.\n"
            "The disk is nearly full, so no new visit begins; everything that was kept is safe. Make room on the disk: "
            "the kiosk opens by itself then."
        )


def write_by_ballast(home: Path, write: Callable[[], Written]) -> Written:
    """Write, on a full disk once more without the ballast; raises StoreFull where there is none to throw overboard."""
    try:
        return write()
    except (StoreFull, StoreUnwritable):
        if not _dropped(home):
            raise
        return write()


def _dropped(home: Path) -> bool:
    try:
        (home / BALLAST_FILE).unlink()
    except OSError:
        return False
    return True


def _keep_ballast(home: Path) -> None:
    path = home / BALLAST_FILE
    if path.exists() or shutil.disk_usage(home).free < LEAST_ROOM + BALLAST_BYTES:
        return
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.posix_fallocate(descriptor, 0, BALLAST_BYTES)
        os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            path.unlink()
    finally:
        os.close(descriptor)
