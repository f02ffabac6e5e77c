"""The staff panel's one place that holds where staff stand; what each page does has a desk of its own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.day_overview import DayOverview, read_day
from kiosk.staff_entry import Entry, enter
from kiosk.store import Store, open_store
from ui.journey import Journey
from ui.navigation import Screen
from ui.staff import state
from ui.staff.backroom import Backroom
from ui.staff.cards_desk import CardsDesk
from ui.staff.content_desk import ContentDesk
from ui.staff.export_desk import ExportDesk
from ui.staff.machine_desk import MachineDesk
from ui.staff.people_desk import PeopleDesk
from ui.staff.roots import Roots
from ui.staff.settings_desk import SettingsDesk
from ui.staff.state import Outcome, Page, Staff
from ui.staff.trouble import trouble_of

IDLE_SECONDS = 600
# Whoever made the gesture and enters no PIN is gone sooner.
DOOR_IDLE_SECONDS = 60
_LOOK_FOR_STICKS_MS = 1000
_WITH_STICKS = frozenset({Page.EXPORT, Page.INSTALL})
_FROM = frozenset({Screen.ATTRACT, Screen.HOME, Screen.OUT_OF_ORDER, Screen.CLOSED})

_Result = TypeVar("_Result")


class StaffDesk(QObject):
    """Moves the journey through `ui.staff.state`; everything that takes longer is done in the backroom."""

    restart_asked = Signal()
    settings_changed = Signal()

    def __init__(self, journey: Journey, home: Path, roots: Roots) -> None:
        super().__init__()
        self.journey, self.home, self.roots = journey, home, roots
        self.backroom = Backroom()
        self.exporting, self.machine, self.content = ExportDesk(self), MachineDesk(self), ContentDesk(self)
        self.cards, self.people, self.settings = CardsDesk(self), PeopleDesk(self), SettingsDesk(self)
        self._arrive: dict[Page, Callable[[], None]] = {
            Page.TODAY: self._read_day,
            Page.EXPORT: self.exporting.look_for_sticks,
            Page.MACHINE: self.machine.read,
            Page.CARDS: self.cards.read,
            Page.CONTENT: self.content.read,
            Page.PEOPLE: self.people.read,
            Page.SETTINGS: self.settings.read,
            Page.INSTALL: self.content.look_for_packs,
        }
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._leave_idle)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        self._look = QTimer(self, interval=_LOOK_FOR_STICKS_MS)
        self._look.timeout.connect(self._arrive_again)

    @property
    def staff(self) -> Staff | None:
        """Where staff stand; None while nobody of them is here."""
        return self.journey.place.staff

    def may_open(self) -> bool:
        """Tell whether the gesture is heard: where no visit is open."""
        return self.journey.place.screen in _FROM

    # Coming and going

    def open(self) -> None:
        """The gesture was made."""
        if self.may_open():
            if self.journey.place.screen is Screen.HOME:
                self.journey.end()
            self.do(lambda store: tuple(each.name for each in store.staff.accounts()), self._stand_at_the_door)

    def choose(self, account: str) -> None:
        """Choose the account."""
        self.change(lambda staff: state.chose(staff, account))

    def type(self, pin: str) -> None:
        """Take the PIN's digits as they are now."""
        self.change(lambda staff: state.typed(staff, pin))

    def enter(self) -> None:
        """Try the PIN."""
        staff = self.staff
        if staff is not None and state.can_enter(staff):
            self.show(replace(staff, checking=True))
            self.do(lambda store: enter(store, staff.account, staff.pin, datetime.now(UTC)), self._on_entry)

    def leave(self) -> None:
        """Leave the panel; visitors may come."""
        self._leave("left")

    def note_touch(self) -> None:
        """Somebody is still here."""
        if self._idle.isActive():
            self._idle.start()

    def close(self) -> None:
        """End what is being done."""
        self.exporting.stop()
        self.backroom.close()

    def turn_to(self, page: Page) -> None:
        """Open another page."""
        self.change(lambda staff: state.turned_to(staff, page))
        staff = self.staff
        if staff is None or staff.page is not page:
            return
        if page in self._arrive:
            self._arrive[page]()
        self._look.start() if page in _WITH_STICKS else self._look.stop()

    # What the desks of the pages do it with

    def do(
        self,
        task: Callable[[Store], _Result],
        then: Callable[[_Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do something with the store, open only for that, so that a damaged one can be mended meanwhile."""

        def with_store() -> _Result:
            with open_store(self.home) as store:
                return task(store)

        self.backroom.do(with_store, then, failed or self.tell_trouble)

    def change(self, change: Callable[[Staff], Staff]) -> None:
        """Change where staff stand, if somebody is here."""
        staff = self.staff
        if staff is not None:
            after = change(staff)
            if after != staff:
                self.show(after)

    def show(self, staff: Staff) -> None:
        """Show where staff stand."""
        self.journey.show_staff(staff)

    def tell_trouble(self, error: Exception) -> None:
        """Tell what could not be done."""

        def troubled(staff: Staff) -> Staff:
            machine = replace(staff.machine, doing="", outcome=Outcome("trouble", said=str(error)))
            return replace(staff, trouble=trouble_of(error), checking=False, machine=machine)

        self.change(troubled)

    # How

    def _stand_at_the_door(self, accounts: tuple[str, ...]) -> None:
        if self.may_open():
            self._idle.start(DOOR_IDLE_SECONDS * 1000)
            self.show(state.at_the_door(accounts))

    def _on_entry(self, entry: Entry) -> None:
        staff = self.staff
        if staff is None:
            return
        if entry.role is None:
            self.show(state.not_entered(staff, entry.locked_for))
            self._second.start()
            return
        self._idle.start(IDLE_SECONDS * 1000)
        self.show(state.entered(staff, entry.role))
        self._read_day()

    def _count_down(self) -> None:
        self.change(lambda staff: replace(staff, locked_seconds=max(0, staff.locked_seconds - 1)))
        if self.staff is None or not self.staff.locked_seconds:
            self._second.stop()

    def _leave_idle(self) -> None:
        staff = self.staff
        if staff is not None and (staff.export.stage or self.journey.place.saving):
            self._idle.start()  # what is being written is finished first
        else:
            self._leave("left-idle")

    def _leave(self, deed: str) -> None:
        staff = self.staff
        if staff is None:
            return
        self.exporting.stop()
        for timer in (self._idle, self._second, self._look):
            timer.stop()
        self.journey.leave_all()
        if staff.role is not None:
            self.do(lambda store: store.staff.note(staff.account, deed, "", datetime.now(UTC)), _nothing)

    def _arrive_again(self) -> None:
        if self.staff is not None and self.staff.page in self._arrive:
            self._arrive[self.staff.page]()

    def _read_day(self) -> None:
        def then(day: DayOverview) -> None:
            self.change(lambda staff: replace(staff, day=day))

        self.do(lambda store: read_day(store, self.journey.today()), then)


def _nothing(_result: Any) -> None:
    """Nobody waits for it."""
