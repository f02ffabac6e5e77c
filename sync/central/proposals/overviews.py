"""How many proposals stand where: counted for each page while that is quick, kept for a while where there are many."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from sync.central.store.inbox import Overview

# Counting takes some 300 ms for a million.
MANY = 50_000
KEPT_FOR = timedelta(seconds=15)


class Overviews:
    """The newest overview of many proposals; one thread counts anew, while the others make do with the last."""

    def __init__(self) -> None:
        self._counting = Lock()
        self._newest: tuple[datetime, Overview] | None = None

    def get(self, count: Callable[[], Overview], now: datetime) -> Overview:
        """Return an overview, at most so old where there is much to count, and of this moment where there is not."""
        newest = self._newest
        if newest and newest[1].everything > MANY:
            if now - newest[0] < KEPT_FOR or not self._counting.acquire(blocking=False):
                return newest[1]
            try:
                return self._count(count, now)
            finally:
                self._counting.release()
        return self._count(count, now)

    def _count(self, count: Callable[[], Overview], now: datetime) -> Overview:
        counted = count()
        self._newest = now, counted
        return counted
