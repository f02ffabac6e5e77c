"""forum-staff account: who may enter the staff panel on the touchscreen, and what was done under each account."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer

from kiosk.forum.errors import ForumError
from kiosk.forum.staffing import Role, is_account_name, pin_problem
from kiosk.home import default_home
from kiosk.staff_entry import hashed_pin
from kiosk.store import open_store

app = typer.Typer(
    no_args_is_help=True, help="Accounts of the staff panel: add, list, pin, remove, log.", rich_markup_mode=None
)

Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
Name = Annotated[str, typer.Argument(help="The account's name: lower-case letters, Hangul, digits; at most 16.")]
_BY = "forum-staff"


@app.command()
def add(
    name: Name,
    home: Home,
    role: Annotated[Role, typer.Option(help="What the account may do.")] = Role.ATTENDANT,
) -> None:
    """Add an account; its PIN is asked for twice (or read from standard input, two lines)."""
    if not is_account_name(name):
        raise ForumError(
            f"“{name}”은(는) 계정 이름으로 쓸 수 없습니다. 아무것도 바꾸지 않았습니다. "
            "한글, 영문 소문자, 숫자로 16자까지 쓰십시오.\n"
            f"“{name}” is no account name; nothing was changed. Use Hangul, lower-case letters and digits, at most 16."
        )
    pin_hash = hashed_pin(_new_pin())
    with open_store(home) as store:
        store.staff.add(name, role, pin_hash, _BY, datetime.now(UTC))
    _say(f"“{name}” 계정을 만들었습니다({role}).\nThe account “{name}” is there ({role}).")


@app.command()
def pin(name: Name, home: Home) -> None:
    """Give an account a new PIN; this also unlocks it."""
    pin_hash = hashed_pin(_new_pin())
    with open_store(home) as store:
        store.staff.set_pin(name, pin_hash, _BY, datetime.now(UTC))
    _say(f"“{name}”의 PIN을 바꾸었습니다.\n“{name}” has a new PIN.")


@app.command()
def remove(name: Name, home: Home) -> None:
    """Remove an account; what was done under it stays in the log."""
    with open_store(home) as store:
        store.staff.remove(name, _BY, datetime.now(UTC))
    _say(f"“{name}” 계정을 지웠습니다.\nThe account “{name}” is removed.")


@app.command("list")
def list_accounts(home: Home, as_json: AsJson = False) -> None:
    """List the accounts."""
    with open_store(home) as store:
        accounts = store.staff.accounts()
    if as_json:
        _say(json.dumps([asdict(each) for each in accounts], ensure_ascii=False))
        return
    for each in accounts:
        missed = f", 틀린 PIN {each.misses}회 ({each.misses} missed)" if each.misses else ""
        _say(f"{each.name}: {each.role}, {each.added_at}{missed}")
    if not accounts:
        _say("계정이 없습니다.\nThere is no account yet; add one with “forum-staff account add NAME --role manager”.")


@app.command()
def log(
    home: Home,
    most: Annotated[int, typer.Option("--most", min=1, help="How many of the newest lines.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Say what was done under which account, the newest first."""
    with open_store(home) as store:
        done = store.staff.log(most)
    if as_json:
        _say(json.dumps([asdict(each) for each in done], ensure_ascii=False))
        return
    for each in done:
        _say(f"{each.at} {each.account} {each.deed} {each.detail}".rstrip())


def _new_pin() -> str:
    """Ask for a PIN twice, out of sight; raises ForumError where it is not taken or the two differ."""
    first, second = _ask("PIN (6~12): "), _ask("PIN 다시 (again): ")
    if problem := pin_problem(first):
        raise ForumError(problem)
    if first != second:
        raise ForumError(
            "두 번 입력한 PIN이 다릅니다. 아무것도 바꾸지 않았습니다. 다시 하십시오.\n"
            "The two PINs differ; nothing was changed. Try again."
        )
    return first


def _ask(question: str) -> str:
    return getpass(question) if sys.stdin.isatty() else sys.stdin.readline().strip()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
