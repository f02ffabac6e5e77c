"""Where staff stand in the panel: a frozen state, and pure functions that return the next one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from kiosk.day_overview import DayOverview
from kiosk.forum.packs import Activity
from kiosk.forum.seoul import SEOUL, seoul_day
from kiosk.forum.staffing import LONGEST_PIN, SHORTEST_PIN, Closure, Deed, Role, may
from kiosk.forum.submissions import UNDO_SECONDS
from kiosk.status import KioskStatus
from kiosk.stick_export import OnStick
from kiosk.stick_packs import OnThisStick
from kiosk.store.content import InForce
from kiosk.usb_sticks import Stick
from ui.recorder import KeptReceipt
from ui.staff.people_state import People
from ui.staff.settings_state import Settings
from ui.staff.trouble import Trouble


class Page(StrEnum):
    """The pages of the panel."""

    ENTRY = "entry"
    TODAY = "today"
    EXPORT = "export"
    CARDS = "cards"
    CONTENT = "content"
    INSTALL = "install"
    PEOPLE = "people"
    NAME = "name"
    PIN = "pin"
    SETTINGS = "settings"
    MACHINE = "machine"
    MESSAGE = "message"
    TESTS = "tests"


class Period(StrEnum):
    """The days that can be exported."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"


_DEED_OF: dict[Page, Deed] = {
    Page.TODAY: Deed.TALLY,
    Page.EXPORT: Deed.TALLY,
    Page.CARDS: Deed.CARDS,
    Page.CONTENT: Deed.CONTENT,
    Page.INSTALL: Deed.CONTENT,
    Page.PEOPLE: Deed.ACCOUNTS,
    Page.NAME: Deed.ACCOUNTS,
    Page.PIN: Deed.ACCOUNTS,
    Page.SETTINGS: Deed.SETTINGS,
    Page.MACHINE: Deed.STATUS,
    Page.MESSAGE: Deed.CLOSURE,
    Page.TESTS: Deed.TESTS,
}


@dataclass(frozen=True, slots=True)
class Export:
    """The export to a stick: what is chosen, how far it is (0 to 1 of a stage), and what came of it."""

    period: Period = Period.TODAY
    sticks: tuple[Stick, ...] = ()
    chosen: str = ""
    looked: bool = False
    stage: str = ""
    share: float = 0.0
    done: OnStick | None = None
    trouble: Trouble | None = None

    @property
    def stick(self) -> Stick | None:
        """The stick that is written to."""
        return next((each for each in self.sticks if each.device == self.chosen), None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of something that was done with the machine; how many were uploaded and wait, a sentence from below."""

    code: str = ""
    sent: int = 0
    waiting: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """How the kiosk itself is: `celsius` is None where nothing tells, `doing` is what is being done now."""

    status: KioskStatus | None = None
    celsius: float | None = None
    closure: Closure | None = None
    doing: str = ""
    outcome: Outcome = Outcome()


@dataclass(frozen=True, slots=True)
class ContentDone:
    """What was done with the content last: “closed”, “opened”, “installed” or “rolled-back”, of which subject.

    `undo` is the one of these that takes it back; empty where nothing does.
    """

    code: str
    subject: str
    undo: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The packs in force, what lies on the sticks, which of it is looked at, and what came of what was done."""

    in_force: tuple[InForce, ...] = ()
    closed: frozenset[str] = frozenset()
    sticks: tuple[str, ...] | None = None
    found: tuple[OnThisStick, ...] = ()
    chosen: int = -1
    doing: bool = False
    done: ContentDone | None = None
    trouble: Trouble | None = None

    @property
    def looked_at(self) -> OnThisStick | None:
        """The pack of a stick that is looked at."""
        return self.found[self.chosen] if 0 <= self.chosen < len(self.found) else None


@dataclass(frozen=True, slots=True)
class Cards:
    """Paper cards: the day on the next one, the last that was entered, how long it can be taken back, today's count."""

    day: date | None = None
    language: str = ""
    entered: int = 0
    last: KeptReceipt | None = None
    last_of: Activity | None = None
    undo_seconds: int = 0
    undone: bool = False
    trouble: Trouble | None = None

    def moment(self, now: datetime) -> datetime:
        """Return when a card was written, as far as it says so: now for one of today, else the noon of its day."""
        if self.day in (None, seoul_day(now)):
            return now
        return datetime.combine(self.day or seoul_day(now), time(12), SEOUL).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of the staff: on their way in with a PIN, or inside with a role; `written` is their message so far."""

    page: Page = Page.ENTRY
    accounts: tuple[str, ...] = ()
    account: str = ""
    pin: str = ""
    checking: bool = False
    missed: bool = False
    locked_seconds: int = 0
    role: Role | None = None
    day: DayOverview | None = None
    export: Export = field(default_factory=Export)
    machine: Machine = field(default_factory=Machine)
    written: str = ""
    content: Content = field(default_factory=Content)
    cards: Cards = field(default_factory=Cards)
    people: People = field(default_factory=People)
    settings: Settings = field(default_factory=Settings)
    trouble: Trouble | None = None

    def may(self, deed: Deed) -> bool:
        """Tell whether they may do something."""
        return self.role is not None and may(self.role, deed)

    def after_card(self, receipt: KeptReceipt, activity: Activity) -> Staff:
        """Return where they stand once a card that they typed in is on disk."""
        cards = replace(
            self.cards, last=receipt, last_of=activity, undo_seconds=UNDO_SECONDS, undone=False, trouble=None
        )
        return replace(self, cards=replace(cards, entered=cards.entered + 1))


def at_the_door(accounts: tuple[str, ...]) -> Staff:
    """The gesture was made; where there is one account only, it is chosen."""
    return Staff(accounts=accounts, account=accounts[0] if len(accounts) == 1 else "")


def chose(staff: Staff, account: str) -> Staff:
    """Another account was chosen: the PIN begins anew."""
    if account not in staff.accounts or staff.checking:
        return staff
    return replace(staff, account=account, pin="", missed=False, locked_seconds=0)


def typed(staff: Staff, pin: str) -> Staff:
    """Digits were typed or taken back."""
    if staff.checking or len(pin) > LONGEST_PIN or not (pin == "" or (pin.isascii() and pin.isdigit())):
        return staff
    return replace(staff, pin=pin, missed=False)


def can_enter(staff: Staff) -> bool:
    """Tell whether a PIN can be tried."""
    ready = staff.account != "" and len(staff.pin) >= SHORTEST_PIN
    return staff.page is Page.ENTRY and ready and not staff.checking and not staff.locked_seconds


def not_entered(staff: Staff, locked_for: timedelta) -> Staff:
    """The PIN was wrong, or the account is locked."""
    seconds = -(-locked_for // timedelta(seconds=1))
    return replace(staff, pin="", checking=False, missed=True, locked_seconds=seconds)


def entered(staff: Staff, role: Role) -> Staff:
    """The PIN was right."""
    return Staff(Page.TODAY, staff.accounts, staff.account, role=role)


def with_card_day(staff: Staff, days: int, today: date) -> Staff:
    """The day on the next card, so many days later or earlier; never after today."""
    day = min(today, (staff.cards.day or today) + timedelta(days=days))
    return replace(staff, cards=replace(staff.cards, day=day))


def may_see(staff: Staff, page: Page) -> bool:
    """Tell whether a page may be turned to."""
    deed = _DEED_OF.get(page)
    return deed is not None and staff.may(deed)


def turned_to(staff: Staff, page: Page) -> Staff:
    """Another page, where it may be seen; an export that is on its way goes on."""
    if not may_see(staff, page) or page is staff.page:
        return staff
    export = staff.export if staff.export.stage else Export(sticks=staff.export.sticks, chosen=staff.export.chosen)
    content = replace(staff.content, done=None, trouble=None, chosen=-1, sticks=None, found=())
    cards = replace(staff.cards, last=None, last_of=None, undo_seconds=0, trouble=None)
    people = staff.people if page in (Page.NAME, Page.PIN) else People(staff.people.accounts)
    staff = replace(staff, cards=cards, people=people, settings=Settings())
    staff = replace(staff, machine=replace(staff.machine, outcome=Outcome()))
    written = staff.written if page is Page.MESSAGE else ""
    return replace(staff, page=page, export=export, content=content, written=written)


def with_sticks(export: Export, sticks: tuple[Stick, ...]) -> Export:
    """What is plugged in now; the first is chosen where the chosen one is gone. What was written stays said."""
    chosen = export.chosen if any(each.device == export.chosen for each in sticks) else ""
    return replace(export, sticks=sticks, chosen=chosen or (sticks[0].device if sticks else ""), looked=True)


def can_export(export: Export) -> bool:
    """Tell whether an export can begin."""
    return export.stick is not None and not export.stage


def days_of(period: Period, today: date) -> tuple[date, date]:
    """Return the first and the last day of a period."""
    match period:
        case Period.TODAY:
            return today, today
        case Period.YESTERDAY:
            return today - timedelta(days=1), today - timedelta(days=1)
        case Period.WEEK:
            return today - timedelta(days=6), today
        case Period.MONTH:
            return today.replace(day=1), today
