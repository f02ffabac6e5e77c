"""Our commands in processes of their own, forked from one that has imported everything: a start costs no seconds."""

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import entry_points
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import IO, Any, TextIO

_SECONDS = 60
_IMPORTED = [
    "tests.programs",
    "tests.faults.children",
    "tests.faults.killing",
    "kiosk.cli",
    "sync.uploader.cli",
    "sync.central.cli",
    "sync.central.web.app",
]
_Started = tuple[int, Callable[[float], int | None]]


def forks() -> ForkServerContext:
    """Return what makes processes as forks of one that has imported everything."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_IMPORTED)
    return context


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass
class Program:
    """A command that runs; what it prints can be read on the way, what it complains about at its end."""

    pid: int
    out: TextIO
    _errors: IO[bytes]
    _ended: Callable[[float], int | None]

    def is_running(self) -> bool:
        """Tell whether it has not ended."""
        return self._ended(0) is None

    def wait(self, seconds: float = _SECONDS) -> int:
        """Wait for its end; return its exit status, or minus the number of the signal that ended it."""
        status = self._ended(seconds)
        if status is None:
            raise TimeoutError(f"Process {self.pid} has not ended.")
        return status

    def stop(self, number: int = signal.SIGTERM, seconds: float = _SECONDS) -> int:
        """End it by a signal, and return its exit status."""
        os.kill(self.pid, number)
        return self.wait(seconds)

    def complaints(self) -> str:
        """Return what it wrote as errors; to be asked once it has ended."""
        self._errors.seek(0)
        return self._errors.read().decode()


@contextmanager
def started(
    command: str, *arguments: Any, environment: dict[str, str] | None = None, through: tuple[str, ...] = ()
) -> Iterator[Program]:
    """Start a command as a shell would, with an environment (this process's); killed where it outlives the block.

    What is started `through` another program is the installed one, from its first instruction on.
    """
    words = [command, *map(str, arguments)]
    environment = dict(os.environ) if environment is None else environment
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8", newline="") as out, tempfile.TemporaryFile() as errors:
        with Connection(writing, readable=False) as outlet:
            start = partial(_installed, through) if through else _forked
            pid, ended = start(words, environment, outlet, errors)
        program = Program(pid, out, errors, ended)
        try:
            yield program
        finally:
            if program.is_running():
                program.stop(signal.SIGKILL)


def ran(command: str, *arguments: Any, through: tuple[str, ...] = (), **environment: str) -> Ran:
    """Run a command to its end, with what is added to this process's environment."""
    with started(command, *arguments, environment={**os.environ, **environment}, through=through) as program:
        out = program.out.read()
        return Ran(program.wait(), out, program.complaints())


def _installed(
    through: tuple[str, ...], words: list[str], environment: dict[str, str], out: Connection, errors: IO[bytes]
) -> _Started:
    command = [*through, str(Path(sys.executable).with_name(words[0])), *words[1:]]
    process = subprocess.Popen(command, stdout=out.fileno(), stderr=errors, env=environment)

    def ended(seconds: float) -> int | None:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    return process.pid, ended


def _forked(words: list[str], environment: dict[str, str], out: Connection, errors: IO[bytes]) -> _Started:
    with Connection(os.dup(errors.fileno())) as err:
        process = forks().Process(target=_run, args=(words, environment, out, err))
        process.start()

    def ended(seconds: float) -> int | None:
        process.join(seconds)
        return process.exitcode

    assert process.pid
    return process.pid, ended


def _run(words: list[str], environment: dict[str, str], out: Connection, err: Connection) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    out.close()
    err.close()
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, "utf-8", "backslashreplace", closefd=False)  # noqa: SIM115
    sys.argv = words
    (entry,) = entry_points(group="console_scripts", name=words[0])
    sys.exit(entry.load()())
