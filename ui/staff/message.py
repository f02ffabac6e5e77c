"""The page where staff write a message of their own for visitors, and see it as visitors will."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.staffing import LONGEST_MESSAGE, OWN, Closure, own_message
from ui.staff import words
from ui.staff.desk import StaffDesk
from ui.staff.state import Page

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffMessageViewModel(QObject):
    """What is written so far."""

    changed = Signal()

    def __init__(self, desk: StaffDesk) -> None:
        super().__init__()
        self._desk = desk
        self._written = ""

    @Property(str, notify=changed)
    def initial(self) -> str:
        """What the field begins with."""
        return self._written

    @Property(int, constant=True)
    def most(self) -> int:
        """The most characters."""
        return LONGEST_MESSAGE

    @Property(str, notify=changed)
    def title(self) -> str:
        """What visitors will read."""
        return own_message(self._written)

    @Property(str, notify=changed)
    def detail(self) -> str:
        """What stands below it, in the reader's language."""
        return words.closure_words(Closure(OWN))[1]

    @Property(bool, notify=changed)
    def canShow(self) -> bool:  # noqa: N802 (QML's)
        """Whether there is anything to show."""
        return own_message(self._written) != ""

    @Slot(str, str)
    def write(self, written: str, composing: str) -> None:
        """Take what is written, with the syllable that is still composed."""
        self._desk.machine.write(written + composing)

    @Slot()
    def show(self) -> None:
        """Show it to visitors from now on."""
        self._desk.machine.show_message()

    @Slot()
    def back(self) -> None:
        """Give up what is written."""
        self._desk.turn_to(Page.MACHINE)

    def refresh(self) -> None:
        """Read the desk anew."""
        staff = self._desk.staff
        self._written = "" if staff is None else staff.written
        self.changed.emit()
