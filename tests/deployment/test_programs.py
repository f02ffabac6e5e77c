"""Programs are started, watched and ended in order."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assets.deployment.programs import Programs, RunFailed
from assets.deployment.screen import own_screen, port_is_free, virtual_screen

# Writes its name when told to end, so that the order of ending can be read.
POLITE = (
    "import signal, sys\n"
    "with open(sys.argv[1], 'a') as told:\n"
    "    signal.signal(signal.SIGTERM, lambda *_: (told.write(sys.argv[2]), sys.exit(0)))\n"
    "    print('ready', flush=True)\n"
    "    signal.pause()\n"
)
DEAF = (
    "import signal\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "print('ready', flush=True)\n"
    "while True: signal.pause()\n"
)  # fmt: skip


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[Programs]:
    programs = Programs(tmp_path / "logs")
    yield programs
    programs.stop()


def _is_ready(log: Path) -> bool:
    return b"ready" in log.read_bytes()


def test_programs_end_from_the_last_started_to_the_first(programs: Programs, tmp_path: Path) -> None:
    told = tmp_path / "told"
    for name in "abc":
        log = programs.start(name, [sys.executable, "-c", POLITE, told, name], os.environ).log
        programs.wait_until(lambda log=log: _is_ready(log), "it is ready", 20)  # type: ignore[misc]
    programs.stop()
    assert told.read_text() == "cba"


def test_program_that_does_not_end_when_asked_is_killed(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assets.deployment.programs.END_AT_MOST", 0.1)
    program = programs.start("The deaf one", [sys.executable, "-c", DEAF], os.environ)
    programs.wait_until(lambda: _is_ready(program.log), "it is ready", 20)
    programs.stop()
    assert program.process.returncode == -9


def test_program_that_ends_by_itself_is_one_sentence_with_its_last_words(programs: Programs) -> None:
    programs.start("The one that stays", ["sleep", "60"], os.environ)
    programs.start("The one that fails", [sys.executable, "-c", "raise SystemExit('no disk')"], os.environ)
    ended = programs.wait_for_end()
    assert ended is not None
    sentence = ended.ended_sentence()
    assert sentence.startswith("The one that fails ended by itself (exit status 1). Its last words: “no disk”. ")
    assert "\n" not in sentence


def test_waiting_for_readiness_stops_when_a_program_ended(programs: Programs) -> None:
    programs.start("The short one", ["false"], os.environ)
    with pytest.raises(RunFailed, match="The short one ended by itself"):
        programs.wait_until(lambda: False, "never", 20)


def test_waiting_for_readiness_gives_up_after_its_time(programs: Programs) -> None:
    programs.start("The slow one", ["sleep", "60"], os.environ)
    with pytest.raises(RunFailed, match="waiting until it is there"):
        programs.wait_until(lambda: False, "it is there", 0.1)


def test_virtual_screen_listens_on_loopback_only(programs: Programs) -> None:
    screen = virtual_screen(programs, os.environ)
    port = int(screen.how_to_see[1].rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as viewer:
        assert viewer.recv(4) == b"RFB "
    assert _listening_addresses(port) == {"127.0.0.1", "::1"}


def test_machine_with_a_display_needs_no_virtual_screen() -> None:
    assert own_screen({"DISPLAY": ":0"}) is not None
    assert own_screen({"WAYLAND_DISPLAY": "wayland-0"}) is not None
    assert own_screen({"QT_QPA_PLATFORM": "offscreen"}) is not None
    assert own_screen({}) is None


def test_port_that_another_program_listens_on_is_not_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert not port_is_free(port)
    assert port_is_free(port)


def _listening_addresses(port: int) -> set[str]:
    """Local addresses that any process of this machine listens on at this port, from the kernel's own tables."""
    found = set()
    for table, family in (("/proc/net/tcp", socket.AF_INET), ("/proc/net/tcp6", socket.AF_INET6)):
        for line in Path(table).read_text().splitlines()[1:]:
            address, state = line.split()[1], line.split()[3]
            host, _, number = address.rpartition(":")
            if state == "0A" and int(number, 16) == port:
                words = [bytes.fromhex(host[i : i + 8])[::-1] for i in range(0, len(host), 8)]
                found.add(socket.inet_ntop(family, b"".join(words)))
    return found
