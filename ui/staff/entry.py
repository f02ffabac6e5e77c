"""The door of the staff panel: the account and its PIN."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.staffing import LONGEST_PIN
from ui.staff import state, words
from ui.staff.desk import StaffDesk
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account to choose."""

    name: str
    is_chosen: bool


@QmlElement
class StaffEntryViewModel(QObject):
    """The account, the digits so far, and why they did not open."""

    changed = Signal()

    def __init__(self, desk: StaffDesk) -> None:
        super().__init__()
        self._desk = desk
        self._staff = state.Staff()
        self._accounts = Rows(AccountRow, self)

    @Property(QObject, constant=True)
    def accounts(self) -> QObject:
        """The accounts."""
        return self._accounts

    @Property(bool, notify=changed)
    def hasAccounts(self) -> bool:  # noqa: N802 (QML's)
        """Whether there is any account yet."""
        return bool(self._staff.accounts)

    @Property(str, notify=changed)
    def pin(self) -> str:
        """The digits so far."""
        return self._staff.pin

    @Property(int, constant=True)
    def most(self) -> int:
        """The most digits."""
        return LONGEST_PIN

    @Property(bool, notify=changed)
    def canEnter(self) -> bool:  # noqa: N802 (QML's)
        """Whether the PIN can be tried."""
        return state.can_enter(self._staff)

    @Property(bool, notify=changed)
    def missed(self) -> bool:
        """Whether the PIN was wrong."""
        return self._staff.missed

    @Property(int, notify=changed)
    def lockedSeconds(self) -> int:  # noqa: N802 (QML's)
        """For how long no PIN is tried."""
        return self._staff.locked_seconds

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What could not be done."""
        return words.trouble_words(self._staff.trouble) if self._staff.trouble is not None else ""

    @Slot(str)
    def choose(self, name: str) -> None:
        """Choose an account."""
        self._desk.choose(name)

    @Slot(str)
    def type(self, digits: str) -> None:
        """Take the digits as they are now."""
        self._desk.type(digits)

    @Slot()
    def enter(self) -> None:
        """Try the PIN."""
        self._desk.enter()

    @Slot()
    def leave(self) -> None:
        """Go back to the visitors' screens."""
        self._desk.leave()

    def refresh(self) -> None:
        """Read the desk anew; nothing of a PIN stays when nobody is here."""
        self._staff = self._desk.staff or state.Staff()
        self._accounts.show([AccountRow(each, each == self._staff.account) for each in self._staff.accounts])
        self.changed.emit()
