"""forum-staff account, as a person at a terminal or a script would use it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli_accounts import app
from kiosk.forum.errors import ForumError

COMMAND = str(Path(sys.executable).with_name("forum-staff"))


def staff(*arguments: str, lines: str = "") -> str:
    """Run a command of forum-staff account with PINs on standard input; return what it printed."""
    done = CliRunner().invoke(app, [*arguments], input=lines)
    if isinstance(done.exception, ForumError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def names() -> list[str]:
    """Return the names of the accounts that are there."""
    return [each["name"] for each in json.loads(staff("list", "--json"))]


def test_an_account_is_added_listed_given_a_new_pin_and_removed(home: Path) -> None:
    staff("add", "지수", "--role", "manager", lines="482913\n482913\n")
    (listed,) = json.loads(staff("list", "--json"))
    assert (listed["name"], listed["role"]) == ("지수", "manager")
    staff("pin", "지수", lines="739215\n739215\n")
    staff("remove", "지수")
    assert names() == []
    deeds = [each["deed"] for each in json.loads(staff("log", "--json"))]
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
    home: Path, name: str, lines: str, why: str
) -> None:
    with pytest.raises(ForumError, match=why) as refused:
        staff("add", name, lines=lines)
    assert "바꾸지 않았습니다" in str(refused.value)
    assert names() == []


def test_at_a_terminal_the_pin_is_asked_for_twice_and_never_shown(home: Path) -> None:
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
    assert names() == ["jisu"]
