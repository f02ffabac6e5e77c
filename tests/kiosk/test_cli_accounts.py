"""forum-staff account, as a person at a terminal or a script would use it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

COMMAND = str(Path(sys.executable).with_name("forum-staff"))


def add(name: str, lines: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Add an account with PINs on standard input."""
    command = [COMMAND, "account", "add", name, *options]
    return subprocess.run(command, input=lines, capture_output=True, text=True, timeout=60, check=False)


def test_an_account_is_added_listed_given_a_new_pin_and_removed(home: Path, run: Run) -> None:
    assert add("지수", "482913\n482913\n", "--role", "manager").returncode == 0
    (listed,) = json.loads(run("forum-staff", "account", "list", "--json").out)
    assert (listed["name"], listed["role"]) == ("지수", "manager")
    again = subprocess.run(
        [COMMAND, "account", "pin", "지수"], input="739215\n739215\n", capture_output=True, text=True, check=False
    )
    assert again.returncode == 0
    assert run("forum-staff", "account", "remove", "지수").code == 0
    assert json.loads(run("forum-staff", "account", "list", "--json").out) == []
    deeds = [each["deed"] for each in json.loads(run("forum-staff", "account", "log", "--json").out)]
    assert deeds == ["account-removed", "account-pin", "account-added"]


@pytest.mark.parametrize(
    ("name", "lines", "why"),
    [
        ("jisu", "482913\n482914\n", "differ"),
        ("jisu", "123456\n123456\n", "try first"),
        ("jisu", "48\n48\n", "6 to 12 digits"),
        ("jisu", "", "6 to 12 digits"),
        ("Ji su", "482913\n482913\n", "no account name"),
    ],
)
def test_what_is_not_taken_is_said_in_korean_and_english_and_nothing_is_added(
    home: Path, run: Run, name: str, lines: str, why: str
) -> None:
    done = add(name, lines)
    assert done.returncode == 1
    assert why in done.stderr
    assert "바꾸지 않았습니다" in done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(run("forum-staff", "account", "list", "--json").out) == []


def test_at_a_terminal_the_pin_is_asked_for_twice_and_never_shown(home: Path, run: Run) -> None:
    terminal, theirs = pty.openpty()
    command = [COMMAND, "account", "add", "jisu"]
    program = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    seen = b""
    try:
        for asked in range(1, 3):
            while seen.count(b"): ") < asked:
                seen += os.read(terminal, 1024)
            os.write(terminal, b"482913\n")
        while more := os.read(terminal, 1024):
            seen += more
    except OSError:  # the terminal ends with its program
        pass
    os.close(terminal)
    assert program.wait(60) == 0
    assert b"482913" not in seen
    assert [each["name"] for each in json.loads(run("forum-staff", "account", "list", "--json").out)] == ["jisu"]
