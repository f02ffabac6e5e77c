"""One command starts everything, and Ctrl-C ends all of it."""

import fcntl
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assets.deployment.run import settings_from
from kiosk.forum.errors import ForumError
from kiosk.store import open_store

Started = subprocess.Popen[str]


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def start(tmp_path: Path, port: int) -> Iterator[Callable[[], Started]]:
    """Starts a run whose data lie in the test's own folder; whatever still runs afterwards is ended."""
    started: list[Started] = []
    environment = {**os.environ, "FORUM_RUN_HOME": str(tmp_path), "FORUM_RUN_PORT": str(port)}
    environment["QT_QPA_PLATFORM"] = "offscreen"

    def begin() -> Started:
        command = [sys.executable, "-m", "assets.deployment.run"]
        pipe = subprocess.PIPE
        run = subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
        started.append(run)
        return run

    yield begin
    for run in started:
        run.kill()  # the kernel then ends the programs that it started
        run.communicate()


def until_ready(run: Started) -> str:
    """Everything that a run says up to its last line before it waits."""
    assert run.stdout is not None
    said = ""
    for line in run.stdout:
        said += line
        if line.startswith("Ready."):
            return said
    raise AssertionError(said + run.communicate()[1])


def end(run: Started, how: signal.Signals) -> tuple[int, str, str]:
    """Ask a run to end; its exit status, the rest of what it says, and its errors."""
    run.send_signal(how)
    said, errors = run.communicate(timeout=60)
    return run.returncode, said, errors


def processes_of(home: Path) -> dict[int, str]:
    """Running processes whose kiosk or central home lies in this folder."""
    mark = f"FORUM_HOME={home}/".encode()
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes():
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
    return found


def test_run_ends_all_of_it_without_a_complaint_on_ctrl_c(start: Callable[[], Started], tmp_path: Path) -> None:
    run = start()
    until_ready(run)
    running = " ".join(processes_of(tmp_path).values())
    assert all(name in running for name in ("forum-central", "forum-sync", "forum-kiosk"))
    status, said, errors = end(run, signal.SIGINT)
    assert (status, errors) == (0, "")
    assert "The data is kept" in said
    assert processes_of(tmp_path) == {}


def test_second_run_keeps_the_data_however_the_first_was_ended(start: Callable[[], Started], tmp_path: Path) -> None:
    kept = []
    for how in (signal.SIGTERM, signal.SIGHUP):
        run = start()
        until_ready(run)
        assert end(run, how)[0] == 0
        with open_store(tmp_path / "kiosk") as store:
            kept.append((store.device_id, store.enrolment(), store.packs()))
    first, second = kept
    assert first == second
    assert first[1] is not None
    assert first[2]


def test_run_refuses_a_port_that_is_taken_in_one_sentence(start: Callable[[], Started], port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        run = start()
        said, errors = run.communicate(timeout=60)
    assert run.returncode == 1
    assert errors.startswith(f"Port {port} on 127.0.0.1 is taken by another program. Nothing was started.")
    assert len(errors.splitlines()) == 1
    assert "Ready" not in said


def test_run_ends_with_one_sentence_when_the_central_store_dies(start: Callable[[], Started], tmp_path: Path) -> None:
    run = start()
    until_ready(run)
    central = next(number for number, words in processes_of(tmp_path).items() if "forum-central" in words)
    os.kill(central, signal.SIGKILL)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 1
    assert errors.startswith("The central store was ended by signal 9.")
    assert len(errors.splitlines()) == 1
    assert processes_of(tmp_path) == {}


def test_run_is_refused_while_another_holds_the_same_folder(start: Callable[[], Started], tmp_path: Path) -> None:
    with (tmp_path / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run = start()
        _, errors = run.communicate(timeout=60)
    assert run.returncode == 1
    assert errors.startswith("Another `make run` uses ")
    assert len(errors.splitlines()) == 1


def test_programs_end_when_the_run_itself_is_killed(start: Callable[[], Started], tmp_path: Path) -> None:
    run = start()
    until_ready(run)
    watched = [os.pidfd_open(number) for number in processes_of(tmp_path) if number != run.pid]
    run.kill()
    for program in watched:
        ended, _, _ = select.select([program], [], [], 30)
        os.close(program)
        assert ended, "a program outlived the run"
    assert processes_of(tmp_path) == {}


@pytest.mark.parametrize("port_text", ["", "http", "80", "65536", "-1", "８７５０"])
def test_port_that_is_not_one_is_refused(port_text: str) -> None:
    with pytest.raises(ForumError, match="has to be a number from 1024 to 65535"):
        settings_from({"FORUM_RUN_PORT": port_text})
