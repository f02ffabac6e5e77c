"""A limit on how long an exchange may take in all: a server that trickles keeps a connection alive for ever."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from time import monotonic
from typing import Any
from weakref import WeakSet

from requests.adapters import HTTPAdapter
from requests.exceptions import Timeout
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

# What an exchange may take, and how many bytes a second it must carry beyond that: a slow line is not a hanging one.
SECONDS = 120.0
_SLOWEST = 4096.0


class Deadline:
    """Cuts the line of an exchange that takes too long; belongs to one session, which has one exchange at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._open: WeakSet[HTTPConnection] = WeakSet()
        self._until: float | None = None
        self._cut = False

    def watch(self, adapter: HTTPAdapter) -> HTTPAdapter:
        """Let the adapter's connections be cut; call before it is used."""
        note = self._open.add

        class _Plain(HTTPConnection):
            def connect(self) -> None:
                note(self)
                super().connect()

        class _Encrypted(HTTPSConnection):
            def connect(self) -> None:
                note(self)
                super().connect()

        class _PlainPool(HTTPConnectionPool):
            ConnectionCls = _Plain

        class _EncryptedPool(HTTPSConnectionPool):
            ConnectionCls = _Encrypted

        classes = {"http": _PlainPool, "https": _EncryptedPool}
        through_proxy = adapter.proxy_manager_for

        def watched(manager: Any) -> Any:
            manager.pool_classes_by_scheme = classes
            return manager

        def proxy_manager_for(proxy: str, **options: Any) -> Any:
            return watched(through_proxy(proxy, **options))

        watched(adapter.poolmanager)
        adapter.proxy_manager_for = proxy_manager_for  # type: ignore[method-assign]
        return adapter

    @contextmanager
    def exchange(self, sent: int) -> Iterator[None]:
        """Give an exchange that sends so many bytes its time; raises Timeout where it was cut, whatever came of it."""
        with self._lock:
            self._until = monotonic() + self._seconds + sent / _SLOWEST
            self._cut = False
        timer = self._timer()
        try:
            yield
        finally:
            with self._lock:
                self._until = None
            timer.cancel()
        if self._cut:
            raise Timeout

    def came(self, received: int) -> None:
        """Give more time for so many bytes that came."""
        with self._lock:
            if self._until is not None:
                self._until += received / _SLOWEST

    def _timer(self) -> Timer:
        timer = Timer(max(0.0, (self._until or 0.0) - monotonic()), self._look)
        timer.daemon = True
        timer.start()
        return timer

    def _look(self) -> None:
        with self._lock:
            until = self._until
        if until is None:
            return
        if monotonic() < until:
            self._timer()  # more came meanwhile; that one ends by itself once the exchange is over
            return
        self._cut = True
        for connection in list(self._open):
            line = connection.sock
            if line is not None:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
