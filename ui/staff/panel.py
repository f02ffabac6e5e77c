"""The frame of the staff panel: who is inside, the pages, the language, and the way out; and what each page gets."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.journey import Journey
from ui.languages import FIRST_LANGUAGE
from ui.navigation import Screen
from ui.staff import state, words
from ui.staff.cards import StaffCardsViewModel
from ui.staff.content import StaffContentViewModel
from ui.staff.desk import StaffDesk
from ui.staff.entry import StaffEntryViewModel
from ui.staff.exporting import StaffExportViewModel
from ui.staff.installing import StaffInstallViewModel
from ui.staff.machine import StaffMachineViewModel
from ui.staff.message import StaffMessageViewModel
from ui.staff.people import StaffPeopleViewModel
from ui.staff.settings import StaffSettingsViewModel
from ui.staff.state import Page
from ui.staff.testing import StaffTestsViewModel
from ui.staff.today import StaffTodayViewModel
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# Pages that are turned to from another one stand under its name.
PAGES = (
    Page.TODAY,
    Page.EXPORT,
    Page.CARDS,
    Page.CONTENT,
    Page.PEOPLE,
    Page.SETTINGS,
    Page.MACHINE,
    Page.TESTS,
)
_UNDER = {Page.INSTALL: Page.CONTENT, Page.NAME: Page.PEOPLE, Page.PIN: Page.PEOPLE, Page.MESSAGE: Page.MACHINE}
# The languages that staff screens are written for.
_OTHER_LANGUAGE = {FIRST_LANGUAGE: "en"}


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page to turn to."""

    key: str
    name: str
    is_open: bool


@QmlElement
class StaffPanelViewModel(QObject):
    """The frame."""

    changed = Signal()

    def __init__(self, desk: StaffDesk, journey: Journey) -> None:
        super().__init__()
        self._desk, self._journey = desk, journey
        self._pages = Rows(PageRow, self)
        self._who = ""

    @Property(str, notify=changed)
    def who(self) -> str:
        """The account and its role; empty at the door."""
        return self._who

    @Property(QObject, constant=True)
    def pages(self) -> QObject:
        """The pages that this role may see."""
        return self._pages

    @Slot(str)
    def turnTo(self, page: str) -> None:  # noqa: N802 (QML's)
        """Open a page."""
        self._desk.turn_to(Page(page))

    @Slot()
    def toggleLanguage(self) -> None:  # noqa: N802 (QML's)
        """Go on in the other language of the staff."""
        self._journey.choose_language(_OTHER_LANGUAGE.get(self._journey.language, FIRST_LANGUAGE))

    @Slot()
    def leave(self) -> None:
        """Leave the panel."""
        self._desk.leave()

    def card_words(self) -> str:
        """Return what stands over the paper card that is typed in; empty while none is."""
        place = self._journey.place
        if place.staff is None or place.visit is None:
            return ""
        return words.card_title(place.staff.cards.day or self._journey.today())

    def refresh(self) -> None:
        """Read the desk anew."""
        staff = self._desk.staff
        if staff is not None:
            self._who = f"{staff.account} · {words.role_words(staff.role)}" if staff.role is not None else ""
            here = _UNDER.get(staff.page, staff.page)
            pages = [each for each in PAGES if state.may_see(staff, each)]
            self._pages.show([PageRow(each, words.page_words(each), each is here) for each in pages])
        self.changed.emit()


def staff_models(desk: StaffDesk, journey: Journey) -> dict[Screen, Any]:
    """Return the view model of each page's screen."""
    people = StaffPeopleViewModel(desk)
    return {
        Screen.STAFF_ENTRY: StaffEntryViewModel(desk),
        Screen.STAFF_TODAY: StaffTodayViewModel(desk, journey),
        Screen.STAFF_EXPORT: StaffExportViewModel(desk, journey),
        Screen.STAFF_CARDS: StaffCardsViewModel(desk, journey),
        Screen.STAFF_CONTENT: StaffContentViewModel(desk, journey),
        Screen.STAFF_INSTALL: StaffInstallViewModel(desk, journey),
        Screen.STAFF_PEOPLE: people,
        Screen.STAFF_NAME: people,
        Screen.STAFF_PIN: people,
        Screen.STAFF_SETTINGS: StaffSettingsViewModel(desk),
        Screen.STAFF_MACHINE: StaffMachineViewModel(desk),
        Screen.STAFF_MESSAGE: StaffMessageViewModel(desk),
        Screen.STAFF_TESTS: StaffTestsViewModel(desk),
    }
