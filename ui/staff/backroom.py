"""Where the staff panel's longer work is done: one thread of its own, one task after another, heard of by signal."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.forum.errors import ForumError

_Result = TypeVar("_Result")


class Backroom(QObject):
    """Does tasks off the touchscreen's thread; what follows them runs on it."""

    _done = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._thread = ThreadPoolExecutor(1, "staff")
        self._closed = False
        self._done.connect(self._follow, Qt.ConnectionType.QueuedConnection)

    def do(
        self, task: Callable[[], _Result], then: Callable[[_Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do a task; `then` gets its result, or `failed` the ForumError or OSError that it raised."""

        def work() -> None:
            try:
                result = task()
            except (ForumError, OSError) as error:
                self._done.emit(failed, error)
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
            else:
                self._done.emit(then, result)

        self._thread.submit(work)

    def tell(self, listener: Callable[[Any], None], news: object) -> None:
        """Let a task tell how far it is; the listener runs on the touchscreen's thread."""
        self._done.emit(listener, news)

    def close(self) -> None:
        """Wait for what is being done; what was only asked for is dropped."""
        self._closed = True
        self._thread.shutdown(cancel_futures=True)

    def _follow(self, listener: Callable[[Any], None], result: object) -> None:
        if not self._closed:
            listener(result)
