"""The programs that one `make run` starts: their logs, noticing one that ends, and ending all of them in order."""

import select
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from os import close, pidfd_open
from pathlib import Path

from kiosk.forum.errors import ForumError

# Seconds that a program has to end by itself after SIGTERM.
END_AT_MOST = 10.0


class RunFailed(ForumError):
    """The kiosk could not be started, or something that it needs ended."""


@dataclass(frozen=True)
class Program:
    """One started program and the file that it writes its messages to."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def ended_sentence(self) -> str:
        """Say how it ended, with its last words."""
        code = self.process.returncode
        how = f"was ended by signal {-code}" if code < 0 else f"ended by itself (exit status {code})"
        words = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        last = f" Its last words: “{words[-1].strip()}”." if words else ""
        return f"{self.name} {how}.{last} All it wrote is in {self.log}; the data is kept."


class Programs:
    """Everything that was started, in the order in which it was; `stop` ends it from the last to the first."""

    def __init__(self, logs: Path) -> None:
        logs.mkdir(parents=True, exist_ok=True)
        self._logs = logs
        self._started: list[Program] = []

    def start(
        self, name: str, command: Sequence[object], environment: Mapping[str, str], pass_fds: Sequence[int] = ()
    ) -> Program:
        """Start a program in a session of its own, so that Ctrl-C in the terminal reaches only us.

        `setpriv` asks the kernel to end it when we end in a way that left us no time to.
        """
        log = self._logs / f"{Path(str(command[0])).name}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603 - the commands are our own
                ["/usr/bin/setpriv", "--pdeathsig", "TERM", *map(str, command)],
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=pass_fds,
            )
        program = Program(name, process, log)
        self._started.append(program)
        return program

    def wait_until(self, ready: Callable[[], bool], what: str, seconds: float) -> None:
        """Wait until `ready` says so; raises RunFailed when a program ends first, or after `seconds`."""
        end = time.monotonic() + seconds
        while not ready():
            if ended := self.wait_for_end(0.05):
                raise RunFailed(ended.ended_sentence())
            if time.monotonic() > end:
                raise RunFailed(f"Gave up after {seconds:.0f} seconds waiting until {what}. See {self._logs}.")

    def wait_for_end(self, seconds: float | None = None) -> Program | None:
        """Wait until any program has ended and return it; None when all still run after `seconds`."""
        watched = {pidfd_open(each.process.pid): each for each in self._started if each.process.poll() is None}
        try:
            if len(watched) < len(self._started):
                return next(each for each in self._started if each.process.returncode is not None)
            ready, _, _ = select.select(list(watched), [], [], seconds)
            if not ready:
                return None
            watched[ready[0]].process.wait()
            return watched[ready[0]]
        finally:
            for descriptor in watched:
                close(descriptor)

    def stop(self) -> None:
        """End the programs, the last started first, and wait for each; one that does not end in time is killed."""
        while self._started:
            process = self._started.pop().process
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(END_AT_MOST)
            process.kill()
            process.wait()
