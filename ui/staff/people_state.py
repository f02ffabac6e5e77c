"""Accounts in the panel: a frozen state, and pure functions that return the next one; a PIN stays until it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.forum.staffing import LONGEST_PIN, SHORTEST_PIN, Role, is_account_name, pin_fault, removal_fault
from kiosk.store.staff_accounts import Account
from ui.staff.trouble import Trouble

Fault = Literal["", "name", "taken", "length", "trivial", "differs"]


@dataclass(frozen=True, slots=True)
class People:
    """The accounts; the one that is added (`is_new`) or gets another PIN; `first` is the PIN as it was typed first.

    `asked` is the account that is about to be removed, `done` what was done last (added, pin, removed) to `done_to`.
    """

    accounts: tuple[Account, ...] = ()
    name: str = ""
    role: Role = Role.ATTENDANT
    is_new: bool = False
    pin: str = ""
    first: str = ""
    fault: Fault = ""
    asked: str = ""
    doing: bool = False
    done: str = ""
    done_to: str = ""
    trouble: Trouble | None = None


def adding(people: People) -> People:
    """Somebody new: the name comes first."""
    return People(people.accounts, is_new=True)


def wrote_name(people: People, name: str) -> People:
    """Take the name as it is now."""
    return replace(people, name=name.strip().lower(), fault="")


def checked_name(people: People) -> People:
    """Say what is wrong with the name, if anything."""
    fault: Fault = ""
    if not is_account_name(people.name):
        fault = "name"
    elif any(each.name == people.name for each in people.accounts):
        fault = "taken"
    return replace(people, fault=fault)


def changing_pin(people: People, name: str) -> People:
    """Another PIN for somebody."""
    return People(people.accounts, name=name)


def typed(people: People, pin: str) -> People:
    """Digits were typed or taken back."""
    if people.doing or len(pin) > LONGEST_PIN or not (pin == "" or (pin.isascii() and pin.isdigit())):
        return people
    return replace(people, pin=pin, fault="")


def can_go_on(people: People) -> bool:
    """Tell whether what is typed is long enough to be looked at."""
    return len(people.pin) >= SHORTEST_PIN and not people.doing


def went_on(people: People) -> People:
    """Take the PIN: the first time it is asked for again; the second time it has to be the same."""
    if not people.first:
        fault = pin_fault(people.pin)
        return replace(people, pin="", fault=fault) if fault else replace(people, first=people.pin, pin="")
    if people.pin != people.first:
        return replace(people, pin="", first="", fault="differs")
    return replace(people, doing=True)


def may_remove(accounts: Sequence[Account], name: str, by: str) -> bool:
    """Tell whether somebody may remove an account here."""
    return removal_fault({each.name: each.role for each in accounts}, name, by) is None
