"""The pages of accounts: the list, a new one's name and role, and a PIN that is typed twice."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.seoul import SEOUL
from kiosk.forum.staffing import LONGEST_PIN, Role
from ui import words as forum_words
from ui.staff import people_state, people_words, words
from ui.staff.desk import StaffDesk
from ui.staff.people_state import People
from ui.staff.state import Page
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One account."""

    key: str
    detail: str
    can_remove: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role to choose, and what it may do."""

    key: str
    name: str
    may: str
    is_chosen: bool


@QmlElement
class StaffPeopleViewModel(QObject):
    """The accounts; serves the list, the name and the PIN."""

    changed = Signal()

    def __init__(self, desk: StaffDesk) -> None:
        super().__init__()
        self._desk = desk
        self._people = People()
        self._rows, self._roles = Rows(PersonRow, self), Rows(RoleRow, self)

    @Property(QObject, constant=True)
    def accounts(self) -> QObject:
        """Every account."""
        return self._rows

    @Property(QObject, constant=True)
    def roles(self) -> QObject:
        """The roles."""
        return self._roles

    @Property(str, notify=changed)
    def asked(self) -> str:
        """The account that is about to be removed; empty where none is."""
        return self._people.asked

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._people.doing

    @Property(str, notify=changed)
    def doneWords(self) -> str:  # noqa: N802 (QML's)
        """What was done last; empty before."""
        return people_words.done_words(self._people.done, self._people.done_to)

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is wrong, or could not be done; empty where all is well."""
        if self._people.trouble is not None:
            return words.trouble_words(self._people.trouble)
        return people_words.fault_words(self._people.fault)

    @Property(str, notify=changed)
    def pin(self) -> str:
        """The digits so far."""
        return self._people.pin

    @Property(bool, notify=changed)
    def again(self) -> bool:
        """Whether the PIN is typed for the second time."""
        return self._people.first != ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """Whose PIN it is."""
        return self._people.name

    @Property(int, constant=True)
    def most(self) -> int:
        """The most digits."""
        return LONGEST_PIN

    @Property(bool, notify=changed)
    def canGoOn(self) -> bool:  # noqa: N802 (QML's)
        """Whether the PIN is long enough to be looked at."""
        return people_state.can_go_on(self._people)

    @Slot()
    def add(self) -> None:
        """Begin with somebody new."""
        self._desk.people.add()

    @Slot(str, str)
    def write(self, written: str, composing: str) -> None:
        """Take the new account's name, with the syllable that is still composed."""
        self._desk.people.write_name(written + composing)

    @Slot(str)
    def chooseRole(self, role: str) -> None:  # noqa: N802 (QML's)
        """Choose its role."""
        self._desk.people.choose_role(Role(role))

    @Slot()
    def nameIsDone(self) -> None:  # noqa: N802 (QML's)
        """Go on to the PIN."""
        self._desk.people.name_is_done()

    @Slot(str)
    def changePin(self, name: str) -> None:  # noqa: N802 (QML's)
        """Give somebody another PIN."""
        self._desk.people.change_pin(name)

    @Slot(str)
    def type(self, digits: str) -> None:
        """Take the digits as they are now."""
        self._desk.people.type(digits)

    @Slot()
    def pinIsDone(self) -> None:  # noqa: N802 (QML's)
        """Take the PIN."""
        self._desk.people.pin_is_done()

    @Slot(str)
    def askRemoval(self, name: str) -> None:  # noqa: N802 (QML's)
        """Ask before removing; an empty name takes the question back."""
        self._desk.people.ask_removal(name)

    @Slot()
    def remove(self) -> None:
        """Remove the account that was asked about."""
        self._desk.people.remove()

    @Slot()
    def back(self) -> None:
        """Give up what is typed and go back to the list."""
        self._desk.turn_to(Page.PEOPLE)

    def refresh(self) -> None:
        """Read the desk anew; nothing of a PIN stays when nobody is here."""
        staff = self._desk.staff
        self._people = people = People() if staff is None else staff.people
        by = "" if staff is None else staff.account
        self._rows.show(
            [
                PersonRow(
                    each.name,
                    people_words.person_words(
                        words.role_words(each.role),
                        forum_words.full_day_words(datetime.fromisoformat(each.added_at).astimezone(SEOUL).date()),
                        each.misses,
                        is_oneself=each.name == by,
                    ),
                    people_state.may_remove(people.accounts, each.name, by),
                )
                for each in people.accounts
            ]
        )
        self._roles.show(
            [RoleRow(each, words.role_words(each), people_words.may_words(each), each is people.role) for each in Role]
        )
        self.changed.emit()
