"""A real forum-central in a process of its own, on loopback."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class CentralProcess:
    """A serving central store; `environment` is what its other commands need."""

    url: str
    environment: dict[str, str]
    process: subprocess.Popen[str]

    def stop(self, number: int = signal.SIGTERM) -> int:
        """End it by a signal and return its exit status."""
        self.process.send_signal(number)
        return self.process.wait(30)


@contextmanager
def serving(home: Path, database_url: str | None, port: int = 0) -> Iterator[CentralProcess]:
    """Serve until the block ends; anything that the server wrote as an error fails the test."""
    environment = {**os.environ, "FORUM_CENTRAL_HOME": str(home)}
    environment.pop("FORUM_DATABASE_URL", None)
    if database_url:
        environment["FORUM_DATABASE_URL"] = database_url
    program = Path(sys.executable).with_name("forum-central")
    process = subprocess.Popen(
        [str(program), "serve", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    line = process.stdout.readline()
    if not line:
        process.wait(30)
        raise RuntimeError(process.stderr.read())
    central = CentralProcess(line.split()[-1], environment, process)
    try:
        yield central
    finally:
        if process.poll() is None:
            central.stop()
        errors = process.stderr.read()
        process.stdout.close()
        process.stderr.close()
    assert errors == "", f"the server wrote: {errors}"
