"""The staff panel's one place that holds where staff stand, does what they ask for, and logs it."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.day_overview import DayOverview, read_day
from kiosk.forum.staffing import Deed
from kiosk.staff_entry import Entry, enter
from kiosk.stick_export import OnStick, export_to_stick
from kiosk.stick_files import StickProblem
from kiosk.store import Store, open_store
from kiosk.usb_sticks import Stick, find_sticks
from ui.journey import Journey
from ui.navigation import Screen
from ui.staff import state
from ui.staff.backroom import Backroom
from ui.staff.machine_room import read_machine, upload_now
from ui.staff.roots import Roots
from ui.staff.state import Machine, Outcome, Page, Period, Staff, Trouble

IDLE_SECONDS = 600
# Whoever made the gesture and enters no PIN is gone sooner.
DOOR_IDLE_SECONDS = 60
_LOOK_FOR_STICKS_MS = 1000
_FROM = frozenset({Screen.ATTRACT, Screen.HOME, Screen.OUT_OF_ORDER, Screen.CLOSED})

_Result = TypeVar("_Result")


class StaffDesk(QObject):
    """Moves the journey through `ui.staff.state`; everything that takes longer is done in the backroom."""

    restart_asked = Signal()

    def __init__(self, journey: Journey, home: Path, roots: Roots) -> None:
        super().__init__()
        self._journey, self._home, self._roots = journey, home, roots
        self._backroom = Backroom()
        self._stop_export = threading.Event()
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._leave_idle)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        self._look = QTimer(self, interval=_LOOK_FOR_STICKS_MS)
        self._look.timeout.connect(self._look_for_sticks)

    @property
    def staff(self) -> Staff | None:
        """Where staff stand; None while nobody of them is here."""
        return self._journey.place.staff

    def may_open(self) -> bool:
        """Tell whether the gesture is heard: where no visit is open."""
        return self._journey.place.screen in _FROM

    # Coming and going

    def open(self) -> None:
        """The gesture was made."""
        if self.may_open():
            if self._journey.place.screen is Screen.HOME:
                self._journey.end()
            self._do(lambda store: tuple(each.name for each in store.staff.accounts()), self._stand_at_the_door)

    def choose(self, account: str) -> None:
        """Choose the account."""
        self._change(lambda staff: state.chose(staff, account))

    def type(self, pin: str) -> None:
        """Take the PIN's digits as they are now."""
        self._change(lambda staff: state.typed(staff, pin))

    def enter(self) -> None:
        """Try the PIN."""
        staff = self.staff
        if staff is not None and state.can_enter(staff):
            self._show(replace(staff, checking=True))
            self._do(lambda store: enter(store, staff.account, staff.pin, datetime.now(UTC)), self._on_entry)

    def leave(self) -> None:
        """Leave the panel; visitors may come."""
        self._leave("left")

    def note_touch(self) -> None:
        """Somebody is still here."""
        if self._idle.isActive():
            self._idle.start()

    def close(self) -> None:
        """End what is being done."""
        self._stop_export.set()
        self._backroom.close()

    # What can be done

    def turn_to(self, page: Page) -> None:
        """Open another page."""
        self._change(lambda staff: state.turned_to(staff, page))
        staff = self.staff
        if staff is None or staff.page is not page:
            return
        if page is Page.TODAY:
            self._do(lambda store: read_day(store, self._journey.today()), self._on_day)
        elif page is Page.MACHINE:
            self._do(lambda store: read_machine(store, self._roots.thermal), self._on_machine)
        elif page is Page.EXPORT:
            self._look_for_sticks()
        self._look.start() if page is Page.EXPORT else self._look.stop()

    def choose_period(self, period: Period) -> None:
        """Choose the days to export."""
        self._change_export(lambda export: replace(export, period=period, done=None, trouble=None))

    def choose_stick(self, device: str) -> None:
        """Choose the stick to write to."""
        self._change_export(lambda export: replace(export, chosen=device, done=None, trouble=None))

    def export(self) -> None:
        """Write the tally of the chosen days to the chosen stick."""
        staff = self.staff
        stick = None if staff is None else staff.export.stick
        if staff is None or stick is None or not staff.may(Deed.TALLY) or not state.can_export(staff.export):
            return
        days = state.days_of(staff.export.period, self._journey.today())
        self._stop_export.clear()
        self._change_export(lambda export: replace(export, stage="counting", share=0.0, done=None, trouble=None))

        def task(store: Store) -> OnStick:
            done = export_to_stick(store, stick, *days, tell=self._tell_export, stopped=self._stop_export.is_set)
            store.staff.note(staff.account, "exported", done.folder, datetime.now(UTC))
            return done

        self._do(task, self._on_exported, self._on_not_exported)

    def stop_export(self) -> None:
        """Stop the export; nothing of it is left on the stick."""
        self._stop_export.set()

    def upload(self) -> None:
        """Upload now what waits."""

        def upload(store: Store, by: str) -> Outcome:
            store.staff.note(by, "uploaded", "", datetime.now(UTC))
            return upload_now(self._home, self._roots.uploader)

        self._act(Deed.UPLOAD, "upload", upload)

    def restart(self) -> None:
        """Start the touchscreen anew."""

        def note(store: Store, by: str) -> Outcome:
            store.staff.note(by, "restarted", "", datetime.now(UTC))
            return Outcome("restart")

        self._act(Deed.RESTART, "restart", note)

    def close_for(self, reason: str) -> None:
        """Put the kiosk out of service with a message for visitors."""

        def close(store: Store, by: str) -> Outcome:
            store.staff.close(reason, by, datetime.now(UTC))
            return Outcome("close")

        self._act(Deed.CLOSURE, "close", close)

    def reopen(self) -> None:
        """Let visitors in again."""

        def reopen(store: Store, by: str) -> Outcome:
            store.staff.open(by, datetime.now(UTC))
            return Outcome("open")

        self._act(Deed.CLOSURE, "open", reopen)

    # How

    def _stand_at_the_door(self, accounts: tuple[str, ...]) -> None:
        if self.may_open():
            self._idle.start(DOOR_IDLE_SECONDS * 1000)
            self._show(state.at_the_door(accounts))

    def _on_entry(self, entry: Entry) -> None:
        staff = self.staff
        if staff is None:
            return
        if entry.role is None:
            self._show(state.not_entered(staff, entry.locked_for))
            self._second.start()
            return
        self._idle.start(IDLE_SECONDS * 1000)
        self._show(state.entered(staff, entry.role))
        self._do(lambda store: read_day(store, self._journey.today()), self._on_day)

    def _count_down(self) -> None:
        self._change(lambda staff: replace(staff, locked_seconds=max(0, staff.locked_seconds - 1)))
        if self.staff is None or not self.staff.locked_seconds:
            self._second.stop()

    def _leave_idle(self) -> None:
        staff = self.staff
        if staff is not None and staff.export.stage:
            self._idle.start()  # what is being written is finished first
        else:
            self._leave("left-idle")

    def _leave(self, deed: str) -> None:
        staff = self.staff
        if staff is None:
            return
        self._stop_export.set()
        for timer in (self._idle, self._second, self._look):
            timer.stop()
        self._journey.end()
        if staff.role is not None:
            self._do(lambda store: store.staff.note(staff.account, deed, "", datetime.now(UTC)), _nothing)

    def _on_day(self, day: DayOverview) -> None:
        self._change(lambda staff: replace(staff, day=day))

    def _look_for_sticks(self) -> None:
        def found(sticks: list[Stick]) -> None:
            if self.staff is not None and not self.staff.export.stage:
                self._change_export(lambda export: state.with_sticks(export, tuple(sticks)))

        self._backroom.do(
            lambda: find_sticks(self._home, self._roots.mounts, self._roots.devices), found, self._on_trouble
        )

    def _tell_export(self, stage: str, share: float) -> None:
        self._backroom.tell(self._on_export_told, (stage, share))

    def _on_export_told(self, told: tuple[str, float]) -> None:
        self._change_export(lambda export: replace(export, stage=told[0], share=told[1]) if export.stage else export)

    def _on_exported(self, done: OnStick) -> None:
        self._change_export(lambda export: replace(export, stage="", done=done))

    def _on_not_exported(self, error: Exception) -> None:
        self._change_export(lambda export: replace(export, stage="", trouble=trouble_of(error)))

    def _act(self, deed: Deed, doing: str, task: Callable[[Store, str], Outcome]) -> None:
        """Do something with the machine and log it, where the role may; one thing at a time."""
        staff = self.staff
        if staff is None or not staff.may(deed) or staff.machine.doing:
            return
        self._show(replace(staff, machine=replace(staff.machine, doing=doing, outcome=Outcome())))

        def done(store: Store) -> Machine:
            outcome = task(store, staff.account)
            return replace(read_machine(store, self._roots.thermal), outcome=outcome)

        def then(machine: Machine) -> None:
            self._change(lambda now: replace(now, machine=machine))
            if deed is Deed.RESTART:
                self.restart_asked.emit()

        self._do(done, then)

    def _on_machine(self, machine: Machine) -> None:
        self._change(lambda staff: replace(staff, machine=machine) if not staff.machine.doing else staff)

    def _on_trouble(self, error: Exception) -> None:
        def troubled(staff: Staff) -> Staff:
            machine = replace(staff.machine, doing="", outcome=Outcome("trouble", said=str(error)))
            return replace(staff, trouble=trouble_of(error), checking=False, machine=machine)

        self._change(troubled)

    def _do(
        self,
        task: Callable[[Store], _Result],
        then: Callable[[_Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do something with the store, open only for that, so that a damaged one can be mended meanwhile."""

        def with_store() -> _Result:
            with open_store(self._home) as store:
                return task(store)

        self._backroom.do(with_store, then, failed or self._on_trouble)

    def _change_export(self, change: Callable[[state.Export], state.Export]) -> None:
        self._change(lambda staff: replace(staff, export=change(staff.export)))

    def _change(self, change: Callable[[Staff], Staff]) -> None:
        staff = self.staff
        if staff is not None:
            after = change(staff)
            if after != staff:
                self._show(after)

    def _show(self, staff: Staff) -> None:
        self._journey.show_staff(staff)


def trouble_of(error: Exception) -> Trouble:
    """Return what to tell of an error."""
    if isinstance(error, StickProblem):
        return Trouble(error.kind, error.needed, error.free)
    return Trouble("other", sentence=str(error))


def _nothing(_result: Any) -> None:
    """Nobody waits for it."""
