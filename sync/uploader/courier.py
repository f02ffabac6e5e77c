"""The courier: one thread that does network work in order, while the store's thread prepares what comes next."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Courier(Generic[_T]):
    """Runs tasks one after the other. The thread is a daemon: a program that ends waits for no answer."""

    def __init__(self) -> None:
        self._tasks: SimpleQueue[tuple[Callable[[], _T], Future[_T]] | None] = SimpleQueue()
        threading.Thread(target=self._work, name="courier", daemon=True).start()

    def send(self, task: Callable[[], _T]) -> "Future[_T]":
        """Do a task after those before it; its result, or what it raises, comes with the future."""
        future: Future[_T] = Future()
        self._tasks.put((task, future))
        return future

    def close(self) -> None:
        """Let the thread end after its last task; does not wait for it."""
        self._tasks.put(None)

    def _work(self) -> None:
        while (job := self._tasks.get()) is not None:
            task, future = job
            try:
                future.set_result(task())
            except BaseException as error:  # handed over whole to whoever waits for the result
                future.set_exception(error)
