"""A central store that serves real HTTP on loopback from a thread of this process, and can be restarted."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import uvicorn

from sync.central.central import opened_central
from sync.central.settings import Settings
from sync.central.store.database import Database
from sync.central.web.app import create_app
from sync.central.web.serving import listening


class _Server(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class CentralThread:
    """One central store; its port is kept over restarts."""

    def __init__(self, home: Path, database_url: str | None) -> None:
        self._settings = Settings(home=home, database_url=database_url)
        self._port = 0
        self._start()

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens."""
        return "127.0.0.1", self._port

    @property
    def database(self) -> Database:
        """The database under it."""
        return self._central.database

    def restart(self) -> None:
        """End it, connections and all, and start it anew on the same port."""
        self.close()
        self._start()

    def close(self) -> None:
        """End it."""
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join(30)
        self._opened.close()

    def _start(self) -> None:
        self._opened = ExitStack()
        self._central = self._opened.enter_context(opened_central(self._settings))
        listener = self._opened.enter_context(listening("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        config = uvicorn.Config(create_app(self._central), log_level="critical", access_log=False, lifespan="off")
        self._server = _Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([listener],), name="central", daemon=True)
        self._thread.start()
        if not self._server.ready.wait(30):
            raise RuntimeError("The central store did not start.")


@contextmanager
def serving_thread(home: Path, database_url: str | None) -> Iterator[CentralThread]:
    """Serve until the block ends."""
    server = CentralThread(home, database_url)
    try:
        yield server
    finally:
        server.close()
