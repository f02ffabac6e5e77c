"""The gate: blocking work on a bounded number of threads, and an honest “busy” instead of a long wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from anyio import CapacityLimiter, WouldBlock, move_on_after, to_thread

from sync.protocol.problems import BUSY, Problem

_T = TypeVar("_T")


class Gate:
    """Lets a bounded number of requests work, and a bounded number wait for a bounded time; of one event loop."""

    def __init__(self, working: int, waiting: int, patience: float) -> None:
        self._limiter = CapacityLimiter(working)
        self._threads = CapacityLimiter(working)
        self._most = working + waiting
        self.patience = patience
        self._inside = 0

    @property
    def is_full(self) -> bool:
        """Tell whether nobody more may wait."""
        return self._inside >= self._most

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place for a request; raises Problem BUSY where too many wait."""
        if self.is_full:
            raise Problem(BUSY)
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1

    async def run(self, work: Callable[[], _T]) -> _T:
        """Do a request's blocking work; raises Problem BUSY where too many wait, or it is not its turn in time."""
        with self.place():
            return await self.work(work)

    async def work(self, work: Callable[[], _T]) -> _T:
        """Do blocking work on a thread for those who hold places; raises Problem BUSY where its turn does not come."""
        await self._turn()
        try:
            return await to_thread.run_sync(work, limiter=self._threads)
        finally:
            self._limiter.release()

    async def _turn(self) -> None:
        try:
            self._limiter.acquire_nowait()
        except WouldBlock:
            # However slow the machine is just now: who cannot begin soon hears at once when to come again.
            with move_on_after(self.patience):
                await self._limiter.acquire()
                return
            raise Problem(BUSY) from None
