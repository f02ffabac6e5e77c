"""The content page: the packs in force, each activity with its switch, and what was done last."""

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


@dataclass(frozen=True, slots=True)
class InForceRow:
    """One pack that visitors see; `before` names the version that can be gone back to, or is empty."""

    key: str
    name: str
    detail: str
    before: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity: its days, whether it can be entered today, and whether staff let it be."""

    key: str
    name: str
    days: str
    standing: str
    is_on: bool
    is_open: bool


@QmlElement
class StaffContentViewModel(QObject):
    """What is in force."""

    changed = Signal()

    def __init__(self, desk: StaffDesk, journey: Journey) -> None:
        super().__init__()
        self._desk, self._journey = desk, journey
        self._content = Content()
        self._packs, self._activities = Rows(InForceRow, self), Rows(ActivityRow, self)

    @Property(QObject, constant=True)
    def packs(self) -> QObject:
        """The packs in force."""
        return self._packs

    @Property(QObject, constant=True)
    def activities(self) -> QObject:
        """Their activities."""
        return self._activities

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._content.doing

    @Property(str, notify=changed)
    def doneWords(self) -> str:  # noqa: N802 (QML's)
        """What was done last; empty before."""
        done = self._content.done
        return "" if done is None else content_words.done_words(self._content, done, self._journey.language)

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:  # noqa: N802 (QML's)
        """Whether it can be taken back."""
        return self._content.done is not None and self._content.done.undo != ""

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What could not be done; empty where all went well."""
        return "" if self._content.trouble is None else words.trouble_words(self._content.trouble)

    @Slot()
    def toSticks(self) -> None:  # noqa: N802 (QML's)
        """Look for a pack on a stick."""
        self._desk.turn_to(Page.INSTALL)

    @Slot(str)
    def switch(self, activity: str) -> None:
        """Close an activity, or open it."""
        self._desk.content.switch(activity)

    @Slot(str)
    def rollBack(self, pack: str) -> None:  # noqa: N802 (QML's)
        """Show a pack's version before."""
        self._desk.content.roll_back(pack)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        self._desk.content.undo()

    def refresh(self) -> None:
        """Read the desk anew."""
        staff, language, today = self._desk.staff, self._journey.language, self._journey.today()
        self._content = content = Content() if staff is None else staff.content
        self._packs.show(
            [
                InForceRow(
                    each.pack.id,
                    words_in(each.pack.title, language),
                    content_words.in_force_words(each),
                    "" if each.before is None else content_words.version_words(each.before),
                )
                for each in content.in_force
            ]
        )
        self._activities.show(
            [
                ActivityRow(
                    activity.id,
                    words_in(activity.title, language),
                    content_words.days_words(activity),
                    content_words.state_words(activity, today, closed=activity.id in content.closed),
                    activity.id not in content.closed,
                    activity.id not in content.closed and activity.is_open(today),
                )
                for each in content.in_force
                for activity in each.pack.activities
            ]
        )
        self.changed.emit()
