"""A central store in a process of its own, to be killed and started again on the same port."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from sync.central.central import opened_database
from sync.central.settings import Settings
from sync.central.store.database import Database
from tests.faults.children import serve_central
from tests.programs import forks

_SECONDS = 60


class CentralProcess:
    """One central store; the test looks into its database over a connection of its own."""

    def __init__(self, home: Path, database_url: str | None, database: Database) -> None:
        self._home, self._url = home, database_url
        self.database = database
        # A port that was free a moment ago; the server is to come back on it.
        with socket.create_server(("127.0.0.1", 0)) as found:
            self.address: tuple[str, int] = found.getsockname()
        self._start()

    @property
    def pid(self) -> int:
        """The process that serves now."""
        return self._process.pid or 0

    def is_dead(self) -> bool:
        """Tell whether it has been killed; a death may take a moment to be known."""
        self._process.join(0.2)
        return not self._process.is_alive()

    def restart(self) -> None:
        """End it, where it still lives, and start it anew."""
        self.close()
        self._start()

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.join(_SECONDS)
        if self._process.exitcode not in (0, -signal.SIGKILL, -signal.SIGTERM):
            raise RuntimeError(f"The central store ended with {self._process.exitcode}.")

    def _start(self) -> None:
        context = forks()
        ready = context.Event()
        self._process: ForkServerProcess = context.Process(
            target=serve_central, args=(self._home, self._url, self.address[1], ready)
        )
        self._process.start()
        if not ready.wait(_SECONDS):
            raise RuntimeError("The central store did not start.")


@contextmanager
def serving_process(home: Path, database_url: str | None) -> Iterator[CentralProcess]:
    """Serve until the block ends."""
    with opened_database(Settings(home=home, database_url=database_url)) as database:
        central = CentralProcess(home, database_url, database)
        try:
            yield central
        finally:
            central.close()
