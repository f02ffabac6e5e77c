"""Starts everything on one machine: a central store, this kiosk enrolled with it, its uploader and the touchscreen.

This is what `make run` runs. It keeps all data in FORUM_RUN_HOME (.run unless told), and ends in order on Ctrl-C.
"""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import typer

from assets.deployment.programs import Programs, RunFailed
from assets.deployment.screen import LOOPBACK, own_screen, port_is_free, virtual_screen
from kiosk.forum.errors import ForumError
from kiosk.store import open_store

COMMANDS = Path(sys.prefix) / "bin"
SAMPLE_PACK = Path(__file__).parents[1] / "packs/lobby.yaml"
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Asked(BaseException):
    """Someone asked for the end: Ctrl-C, or a signal."""


@dataclass(frozen=True)
class Settings:
    """What the environment says about this run."""

    home: Path
    port: int
    screen: str | None

    @property
    def central_url(self) -> str:
        """The central store's address on loopback."""
        return f"http://{LOOPBACK}:{self.port}"


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read FORUM_RUN_HOME, FORUM_RUN_PORT and FORUM_RUN_SCREEN; raises RunFailed for a port that is not one."""
    port = environment.get("FORUM_RUN_PORT", "8484")
    if not port.isascii() or not port.isdigit() or not 1024 <= int(port) <= 65535:
        raise RunFailed(f"FORUM_RUN_PORT is “{port}”; it has to be a number from 1024 to 65535. Nothing was started.")
    home = Path(environment.get("FORUM_RUN_HOME", ".run")).absolute()
    return Settings(home, int(port), environment.get("FORUM_RUN_SCREEN"))


def main() -> int:
    """Run until asked to end or until something ends by itself; 0 where that was the wish, 1 where it was not."""
    for number in ENDING_SIGNALS:
        signal.signal(number, _end)
    try:
        with _in_the_foreground():
            return run(settings_from(os.environ), os.environ)
    except ForumError as error:
        typer.echo(error, err=True)
        return 1
    except Asked:
        return 0


def run(settings: Settings, outer: Mapping[str, str]) -> int:
    """Start everything, say what runs, and wait for the end; what was started has ended when this returns."""
    kiosk_home, central_home = settings.home / "kiosk", settings.home / "central"
    for folder in (settings.home, kiosk_home, central_home):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    environment = {**outer, "FORUM_HOME": str(kiosk_home), "FORUM_CENTRAL_HOME": str(central_home)}
    environment.pop("FORUM_DATABASE_URL", None)  # the central store of `make run` is its own
    with _only_run_in(settings.home):
        if not port_is_free(settings.port):
            raise RunFailed(
                f"Port {settings.port} on {LOOPBACK} is taken by another program. Nothing was started. "
                f"Take another: FORUM_RUN_PORT={settings.port + 1} make run"
            )
        programs = Programs(settings.home / "logs")
        try:
            _start_central(programs, settings, environment)
            _prepare_kiosk(settings, kiosk_home, environment)
            programs.start("The uploader", [COMMANDS / "forum-sync", "run"], environment)
            screen = own_screen(outer, settings.screen) or virtual_screen(programs, environment, settings.screen)
            open_kiosk = [COMMANDS / "forum-kiosk", "--report-first-frame", *screen.arguments]
            kiosk = programs.start("The kiosk", open_kiosk, {**environment, **screen.environment})
            programs.wait_until(lambda: b"first_frame_ms" in kiosk.log.read_bytes(), "the kiosk shows a frame", 60)
            _say_what_runs(settings, screen.how_to_see)
            ended = programs.wait_for_end()
            if ended is kiosk and kiosk.process.returncode == 0:
                typer.echo("The kiosk was closed.")
                return 0
            raise RunFailed(ended.ended_sentence() if ended else "Everything ended.")
        except Asked:
            typer.echo("\nEnding …")
            raise
        finally:
            programs.stop()
            typer.echo(f"All has ended. The data is kept in {settings.home}.")


def _start_central(programs: Programs, settings: Settings, environment: Mapping[str, str]) -> None:
    central_home = Path(environment["FORUM_CENTRAL_HOME"])
    if not (central_home / "sealing.pub").exists():
        # On one machine for trying it out, the private half stays beside the data; its own first lines say better.
        out = central_home / "sealing-private.key"
        _command(environment, "forum-central", "sealing-key", "--out", str(out))
    serve = [COMMANDS / "forum-central", "serve", "--host", LOOPBACK, "--port", str(settings.port)]
    programs.start("The central store", serve, environment)
    programs.wait_until(lambda: _answers(settings.port), "the central store answers", 60)


def _prepare_kiosk(settings: Settings, kiosk_home: Path, environment: Mapping[str, str]) -> None:
    """Enrol the kiosk where it is not yet enrolled at this address, and install the sample pack where it is newer."""
    with open_store(kiosk_home) as store:
        enrolment = store.enrolment()
    if enrolment is None or enrolment.central_url.rstrip("/") != settings.central_url:
        code = json.loads(_command(environment, "forum-central", "enrol", "lobby", "--json"))["code"]
        _command(environment, "forum-sync", "enrol", "--central", settings.central_url, "--code", code)
    _command(environment, "forum-staff", "pack", "install", str(SAMPLE_PACK))
    # What is published can be taken part in from home, too.
    _command(environment, "forum-central", "publish", str(SAMPLE_PACK))


def _say_what_runs(settings: Settings, how_to_see: tuple[str, ...]) -> None:
    shown = "\n".join(
        ("Kiosk          " if i == 0 else "                 ") + line for i, line in enumerate(how_to_see)
    )
    typer.echo(
        f"{shown}\n"
        f"Central store  {settings.central_url}\n"
        f"From home      {settings.central_url}/take-part\n"
        f"Data           {settings.home} (kept; remove it to start anew)\n"
        f"Logs           {settings.home / 'logs'}\n"
        f"Staff          FORUM_HOME={settings.home / 'kiosk'} {COMMANDS / 'forum-staff'} status\n"
        "Staff panel    the same with “account add NAME --role manager”; then hold the mark at the top left for 3 s, "
        "and touch the four corners clockwise\n"
        f"Ready. Ctrl-C, or kill {os.getpid()}, ends all of it."
    )
    sys.stdout.flush()


def _command(environment: Mapping[str, str], name: str, *arguments: str) -> str:
    """Run one of our commands to its end and return what it printed; raises RunFailed with its own sentence."""
    done = subprocess.run(  # noqa: S603 - the commands are our own
        [COMMANDS / name, *arguments],
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip() or "it said nothing"
        raise RunFailed(f"{name} {arguments[0]} could not do it: {said}")
    return done.stdout


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


@contextmanager
def _only_run_in(home: Path) -> Iterator[None]:
    """Hold the folder for this run; raises RunFailed while another run has it."""
    with (home / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RunFailed(
                f"Another `make run` uses {home}. End that one first, or take another folder: "
                "FORUM_RUN_HOME=.run-2 FORUM_RUN_PORT=8485 make run"
            ) from None
        yield


@contextmanager
def _in_the_foreground() -> Iterator[None]:
    """Take the terminal from make while we run, so that Ctrl-C reaches us alone and make does not call it a failure.

    Where there is no terminal, or it is not ours to give, nothing is changed.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        yield
        return
    group = os.getpgrp()
    mine = os.tcgetpgrp(terminal) == group and group != os.getpid()
    if mine:
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # giving it back is done from the background
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # the shell would not notice that we stopped
        os.setpgid(0, 0)
        os.tcsetpgrp(terminal, os.getpid())
    try:
        yield
    finally:
        if mine:
            os.tcsetpgrp(terminal, group)
        os.close(terminal)


def _end(*_: object) -> NoReturn:
    for number in ENDING_SIGNALS:
        signal.signal(number, signal.SIG_IGN)  # ending has begun, and takes a bounded time
    raise Asked


if __name__ == "__main__":
    sys.exit(main())
