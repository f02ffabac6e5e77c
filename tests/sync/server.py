"""A real forum-central in a process of its own, on loopback."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.programs import Program, started


@dataclass
class CentralProcess:
    """A serving central store; `environment` is what its other commands need."""

    url: str
    environment: dict[str, str]
    process: Program

    def stop(self, number: int = signal.SIGTERM) -> int:
        """End it by a signal and return its exit status."""
        return self.process.stop(number)


@contextmanager
def serving(
    home: Path, database_url: str | None, port: int = 0, through: tuple[str, ...] = ()
) -> Iterator[CentralProcess]:
    """Serve until the block ends; anything that the server wrote as an error fails the test."""
    environment = {**os.environ, "FORUM_CENTRAL_HOME": str(home)}
    environment.pop("FORUM_DATABASE_URL", None)
    if database_url:
        environment["FORUM_DATABASE_URL"] = database_url
    arguments = ("forum-central", "serve", "--port", port)
    with started(*arguments, environment=environment, through=through) as program:
        line = program.out.readline()
        if not line:
            program.wait()
            raise RuntimeError(program.complaints())
        central = CentralProcess(line.split()[-1], environment, program)
        try:
            yield central
        finally:
            if program.is_running():
                central.stop()
        errors = program.complaints()
    assert errors == "", f"the server wrote: {errors}"
