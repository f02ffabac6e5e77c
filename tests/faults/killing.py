"""kill -9 at exact system calls: strace holds a real process and kills it as it enters its n-th write, sync or send."""

import os
import re
import signal
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from tests.programs import forks

# Everything by which a process changes a file or tells another process something.
BOUNDARIES = ("pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "link", "rename", "sendto", "sendmsg")
# A killed process leaves what it wrote, also where that is in memory: there no sync waits for a disk that others use.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
_SECONDS = 60
_SECONDS_TO_DETACH = 10
_CALL = re.compile(r"^(\d+) +(\w+)\(")


@dataclass(frozen=True, slots=True)
class Boundary:
    """The n-th time that a thread of a process enters a system call (from 1)."""

    syscall: str
    nth: int

    def __str__(self) -> str:
        return f"{self.syscall} no. {self.nth}"


class Victim:
    """A child process under strace; `go` lets it begin once strace holds it."""

    def __init__(self, strace: list[str], work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        context = forks()
        self._gate = context.Event()
        self._process: ForkServerProcess = context.Process(target=_behind, args=(self._gate, work, arguments))
        self._process.start()
        self._strace = attached(strace, self._process.pid or 0)

    def go(self) -> None:
        """Let it begin."""
        self._gate.set()

    def end(self) -> bool:
        """Wait for its end; tell whether it was killed. Raises where it failed by itself."""
        self._process.join(_SECONDS)
        _let_go(self._strace)
        self._process.join(_SECONDS)
        code = self._process.exitcode
        if code not in (0, -signal.SIGKILL):
            raise RuntimeError(f"The process under test ended with {code}.")
        return code == -signal.SIGKILL


def attached(arguments: list[str], pid: int) -> subprocess.Popen[str]:
    """Attach strace to a process and return once it holds it."""
    strace = subprocess.Popen(
        ["strace", "-f", *arguments, "-p", str(pid)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert strace.stderr is not None
    line = strace.stderr.readline()
    if "attached" not in line:
        raise RuntimeError(f"strace may not trace here: {line.strip()} (it needs the right to ptrace).")
    return strace


def killing_arguments(boundary: Boundary, log: str) -> list[str]:
    """Return what makes strace kill at a boundary, and write what was crossed to a log."""
    return [
        "-o",
        log,
        f"--trace={boundary.syscall}",
        f"--inject={boundary.syscall}:signal=SIGKILL:when={boundary.nth}",
    ]


def killed_at(boundary: Boundary, work: Callable[..., None], *arguments: Any) -> bool:
    """Run work in a process of its own that is killed at a boundary; False where this run had no such boundary."""
    with tempfile.NamedTemporaryFile("r", prefix="forum-strace-") as log:
        victim = Victim(killing_arguments(boundary, log.name), work, arguments)
        victim.go()
        killed = victim.end()
        if not killed:
            _prove_absent(boundary, log.read())
        return killed


def boundaries(work: Callable[..., None], *arguments: Any) -> list[Boundary]:
    """Run work to its end and return every boundary that it crossed."""
    with tempfile.NamedTemporaryFile("r", prefix="forum-strace-") as log:
        victim = Victim(["-o", log.name, f"--trace={','.join(BOUNDARIES)}"], work, arguments)
        victim.go()
        victim.end()
        return crossed_in(log.read())


def crossed_in(log: str) -> list[Boundary]:
    """Return the boundaries in a log of strace: for each call, as many as the busiest thread made."""
    calls = Counter(match.groups() for line in log.splitlines() if (match := _CALL.match(line)))
    most: dict[str, int] = {}
    for (_, syscall), count in calls.items():
        most[syscall] = max(most.get(syscall, 0), count)
    return [Boundary(syscall, nth) for syscall, count in sorted(most.items()) for nth in range(1, count + 1)]


def _prove_absent(boundary: Boundary, log: str) -> None:
    """Raise RuntimeError where a process came to a boundary and lived: then nothing was tried."""
    if boundary in crossed_in(log):
        raise RuntimeError(f"The process crossed {boundary} and was not killed.")


@contextmanager
def killing_later(boundary: Boundary, pid: int, is_dead: Callable[[], bool]) -> Iterator[None]:
    """Hold a running process, to be killed at a boundary counted from now; let go of it at the end of the block."""
    with tempfile.NamedTemporaryFile("r", prefix="forum-strace-") as log:
        with _held(killing_arguments(boundary, log.name), pid):
            yield
        if not is_dead():
            _prove_absent(boundary, log.read())


@contextmanager
def watching(pid: int, log: str) -> Iterator[None]:
    """Write the boundaries that a running process crosses to a log, until the end of the block."""
    with _held(["-o", log, f"--trace={','.join(BOUNDARIES)}"], pid):
        yield


@contextmanager
def _held(arguments: list[str], pid: int) -> Iterator[None]:
    strace = attached(arguments, pid)
    try:
        yield
    finally:
        _let_go(strace)


def _let_go(strace: subprocess.Popen[str]) -> None:
    """Ask strace to detach. Where it hangs over threads that are just dying, end it: the kernel then detaches them."""
    strace.send_signal(signal.SIGINT)
    try:
        strace.wait(_SECONDS_TO_DETACH)
    except subprocess.TimeoutExpired:
        strace.kill()
        strace.wait(_SECONDS)
    assert strace.stderr is not None
    strace.stderr.close()


def write_lines(path: Path, *lines: bytes) -> None:
    """Append lines to a file with one write for each, so that a killed process's lines are whole."""
    with path.open("ab", buffering=0) as file:
        for line in lines:
            file.write(line + b"\n")


def _behind(gate: Event, work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    gate.wait(_SECONDS)
    work(*arguments)
