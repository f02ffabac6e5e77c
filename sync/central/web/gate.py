"""The gate: blocking work on a bounded number of threads, and an honest “busy” instead of an endless queue."""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from sync.protocol.problems import BUSY, Problem

_T = TypeVar("_T")


class Gate:
    """Lets a bounded number of requests work and a bounded number wait; belongs to one event loop."""

    def __init__(self, working: int, waiting: int) -> None:
        self._limiter = CapacityLimiter(working)
        self._most = working + waiting
        self._inside = 0

    async def run(self, work: Callable[[], _T]) -> _T:
        """Do blocking work on a thread; raises Problem BUSY at once where too much is waiting."""
        if self._inside >= self._most:
            raise Problem(BUSY)
        self._inside += 1
        try:
            return await to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._inside -= 1
