"""A pack from a USB stick: which are there, what one of them changes or why it is not taken, and accepting it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.packs import words_in
from ui.journey import Journey
from ui.staff import content_words, words
from ui.staff.desk import StaffDesk
from ui.staff.state import Content, Page
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# So many faults of a broken file are shown; whoever made it finds all of them with `forum-staff pack check`.
_MOST_FAULTS = 5


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One file of a stick."""

    key: int
    name: str
    where: str
    is_chosen: bool
    is_good: bool


@QmlElement
class StaffInstallViewModel(QObject):
    """What lies on the sticks, and the pack that is looked at."""

    changed = Signal()

    def __init__(self, desk: StaffDesk, journey: Journey) -> None:
        super().__init__()
        self._desk, self._journey = desk, journey
        self._content = Content()
        self._found, self._changes = Rows(FoundRow, self), Rows(content_words.ChangeRow, self)

    @Property(QObject, constant=True)
    def found(self) -> QObject:
        """The files."""
        return self._found

    @Property(QObject, constant=True)
    def changes(self) -> QObject:
        """What accepting changes."""
        return self._changes

    @Property(bool, notify=changed)
    def looked(self) -> bool:
        """Whether the sticks were looked through."""
        return self._content.sticks is not None

    @Property(bool, notify=changed)
    def hasStick(self) -> bool:  # noqa: N802 (QML's)
        """Whether any stick is plugged in."""
        return bool(self._content.sticks)

    @Property(bool, notify=changed)
    def hasFound(self) -> bool:  # noqa: N802 (QML's)
        """Whether any file calls itself a pack."""
        return bool(self._content.found)

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        """Whether one of them is looked at."""
        return self._content.looked_at is not None

    @Property(bool, notify=changed)
    def canChooseAgain(self) -> bool:  # noqa: N802 (QML's)
        """Whether there are others to look at."""
        return self._content.looked_at is not None and len(self._content.found) > 1

    @Property(bool, notify=changed)
    def canAccept(self) -> bool:  # noqa: N802 (QML's)
        """Whether the one that is looked at can be installed."""
        found = self._content.looked_at
        return found is not None and found.refused is None

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """Why it cannot; empty where it can."""
        found = self._content.looked_at
        return "" if found is None else content_words.refused_words(found)

    @Property(str, notify=changed)
    def faults(self) -> str:
        """What is wrong with the file, for whoever made it."""
        found = self._content.looked_at
        return "" if found is None else content_words.faults_words(found, self._journey.language, _MOST_FAULTS)

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What could not be done; empty where all went well."""
        return "" if self._content.trouble is None else words.trouble_words(self._content.trouble)

    @Slot(int)
    def lookAt(self, place: int) -> None:  # noqa: N802 (QML's)
        """Look at one of them."""
        self._desk.content.look_at(place)

    @Slot()
    def accept(self) -> None:
        """Install it."""
        self._desk.content.accept()

    @Slot()
    def back(self) -> None:
        """Go back to the files, or to what is in force."""
        self._desk.content.look_at(-1) if self.canChooseAgain else self._desk.turn_to(Page.CONTENT)

    def refresh(self) -> None:
        """Read the desk anew."""
        staff, language = self._desk.staff, self._journey.language
        self._content = content = Content() if staff is None else staff.content
        self._found.show(
            [
                FoundRow(
                    place,
                    each.name if each.pack is None else words_in(each.pack.title, language),
                    content_words.found_words(each),
                    place == content.chosen,
                    each.refused is None,
                )
                for place, each in enumerate(content.found)
            ]
        )
        looked_at = content.looked_at
        shown = looked_at is not None and looked_at.refused is None
        self._changes.show(content_words.change_rows(looked_at, language) if looked_at is not None and shown else [])
        self.changed.emit()
