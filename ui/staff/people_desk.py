"""What the pages of accounts do: add, another PIN, remove; the store logs each with who did it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.forum.errors import ForumError
from kiosk.forum.staffing import Deed, Role
from kiosk.staff_entry import hashed_pin
from kiosk.store import Store
from kiosk.store.staff_accounts import Account
from ui.staff import people_state
from ui.staff.people_state import People
from ui.staff.state import Page
from ui.staff.trouble import trouble_of

if TYPE_CHECKING:
    from ui.staff.desk import StaffDesk


class PeopleDesk:
    """Accounts."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def read(self) -> None:
        """Read the accounts."""

        def then(accounts: list[Account]) -> None:
            self._change(lambda people: replace(people, accounts=tuple(accounts)))

        self._desk.do(lambda store: store.staff.accounts(), then, self._fail)

    def add(self) -> None:
        """Begin with somebody new."""
        self._change(people_state.adding)
        self._desk.turn_to(Page.NAME)

    def write_name(self, name: str) -> None:
        """Take the new account's name."""
        self._change(lambda people: people_state.wrote_name(people, name))

    def choose_role(self, role: Role) -> None:
        """Choose the new account's role."""
        self._change(lambda people: replace(people, role=role))

    def name_is_done(self) -> None:
        """Go on to the PIN, where the name is good."""
        self._change(people_state.checked_name)
        if self._desk.staff is not None and not self._desk.staff.people.fault:
            self._desk.turn_to(Page.PIN)

    def change_pin(self, name: str) -> None:
        """Begin with another PIN."""
        self._change(lambda people: people_state.changing_pin(people, name))
        self._desk.turn_to(Page.PIN)

    def type(self, pin: str) -> None:
        """Take the PIN's digits as they are now."""
        self._change(lambda people: people_state.typed(people, pin))

    def pin_is_done(self) -> None:
        """Take the PIN; the second time it is kept."""
        staff = self._desk.staff
        if staff is None or not staff.may(Deed.ACCOUNTS) or not people_state.can_go_on(staff.people):
            return
        after = people_state.went_on(staff.people)
        self._change(lambda _people: after)
        if not after.doing:
            return
        name, role, pin, is_new, by = after.name, after.role, after.pin, after.is_new, staff.account

        def keep(store: Store) -> None:
            pin_hash = hashed_pin(pin)
            if is_new:
                store.staff.add(name, role, pin_hash, by, datetime.now(UTC))
            else:
                store.staff.set_pin(name, pin_hash, by, datetime.now(UTC))

        self._keep(keep, "added" if is_new else "pin", name)

    def ask_removal(self, name: str) -> None:
        """Ask whether an account shall be removed; an empty name asks nothing."""
        self._change(lambda people: replace(people, asked=name))

    def remove(self) -> None:
        """Remove the account that was asked about."""
        staff = self._desk.staff
        if staff is None or not staff.may(Deed.ACCOUNTS) or not staff.people.asked or staff.people.doing:
            return
        name, by = staff.people.asked, staff.account
        self._change(lambda people: replace(people, asked="", doing=True))

        def remove(store: Store) -> None:
            if not people_state.may_remove(store.staff.accounts(), name, by):
                raise ForumError("The last manager, and oneself, cannot be removed here; nothing was changed.")
            store.staff.remove(name, by, datetime.now(UTC))

        self._keep(remove, "removed", name)

    def _keep(self, task: Callable[[Store], None], done: str, name: str) -> None:
        def work(store: Store) -> list[Account]:
            task(store)
            return store.staff.accounts()

        def then(accounts: list[Account]) -> None:
            self._desk.turn_to(Page.PEOPLE)
            self._change(lambda _people: People(tuple(accounts), done=done, done_to=name))

        self._desk.do(work, then, self._fail)

    def _fail(self, error: Exception) -> None:
        self._desk.turn_to(Page.PEOPLE)
        self._change(lambda people: People(people.accounts, trouble=trouble_of(error)))

    def _change(self, change: Callable[[People], People]) -> None:
        self._desk.change(lambda staff: replace(staff, people=change(staff.people)))
