"""What the machine page does: uploading now, starting anew, and out of service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.forum.staffing import OWN, Closure, Deed, own_message
from kiosk.store import Store
from ui.staff.machine_room import read_machine, upload_now
from ui.staff.state import Machine, Outcome, Page, Staff

if TYPE_CHECKING:
    from ui.staff.desk import StaffDesk


class MachineDesk:
    """The kiosk itself."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def read(self) -> None:
        """Read how the kiosk itself is."""
        self._desk.do(lambda store: read_machine(store, self._desk.roots.thermal), self._on_read)

    def upload(self) -> None:
        """Upload now what waits."""

        def upload(store: Store, by: str) -> Outcome:
            store.staff.note(by, "uploaded", "", datetime.now(UTC))
            return upload_now(self._desk.home, self._desk.roots.uploader)

        self._act(Deed.UPLOAD, "upload", upload)

    def restart(self) -> None:
        """Start the touchscreen anew."""

        def note(store: Store, by: str) -> Outcome:
            store.staff.note(by, "restarted", "", datetime.now(UTC))
            return Outcome("restart")

        self._act(Deed.RESTART, "restart", note)

    def begin_message(self) -> None:
        """Write a message of one's own; the one that is shown now is where it begins."""

        def begun(staff: Staff) -> Staff:
            closure = staff.machine.closure
            return replace(staff, written="" if closure is None else closure.message)

        self._desk.change(begun)
        self._desk.turn_to(Page.MESSAGE)

    def write(self, message: str) -> None:
        """Take the message as it is now."""
        self._desk.change(lambda staff: replace(staff, written=message))

    def show_message(self) -> None:
        """Put the kiosk out of service with what was written."""
        staff = self._desk.staff
        message = "" if staff is None else own_message(staff.written)
        if message:
            self._desk.turn_to(Page.MACHINE)
            self.close(Closure(OWN, message))

    def close(self, closure: Closure) -> None:
        """Put the kiosk out of service with a message for visitors."""

        def close(store: Store, by: str) -> Outcome:
            store.staff.close(closure, by, datetime.now(UTC))
            return Outcome("close")

        self._act(Deed.CLOSURE, "close", close)

    def reopen(self) -> None:
        """Let visitors in again."""

        def reopen(store: Store, by: str) -> Outcome:
            store.staff.open(by, datetime.now(UTC))
            return Outcome("open")

        self._act(Deed.CLOSURE, "open", reopen)

    def _act(self, deed: Deed, doing: str, task: Callable[[Store, str], Outcome]) -> None:
        """Do something with the machine and log it, where the role may; one thing at a time."""
        staff = self._desk.staff
        if staff is None or not staff.may(deed) or staff.machine.doing:
            return
        self._desk.show(replace(staff, machine=replace(staff.machine, doing=doing, outcome=Outcome())))

        def done(store: Store) -> Machine:
            outcome = task(store, staff.account)
            return replace(read_machine(store, self._desk.roots.thermal), outcome=outcome)

        def then(machine: Machine) -> None:
            self._desk.change(lambda now: replace(now, machine=machine))
            if deed is Deed.RESTART:
                self._desk.restart_asked.emit()

        self._desk.do(done, then)

    def _on_read(self, machine: Machine) -> None:
        self._desk.change(lambda staff: replace(staff, machine=machine) if not staff.machine.doing else staff)
