"""The page of settings: opening hours, the files of closing time, and how many backups are kept."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.settings import DAYS, FORMATS
from ui.staff import settings_state, settings_words
from ui.staff.desk import StaffDesk
from ui.staff.settings_state import FEWEST_BACKUPS, MOST_BACKUPS, Settings
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the week with its hours."""

    key: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class EndRow:
    """When the day that is looked at opens, or closes."""

    key: str
    time: str
    can_earlier: bool
    can_later: bool


@dataclass(frozen=True, slots=True)
class FormatRow:
    """One kind of file."""

    key: str
    name: str
    is_chosen: bool


@QmlElement
class StaffSettingsViewModel(QObject):
    """The settings."""

    changed = Signal()

    def __init__(self, desk: StaffDesk) -> None:
        super().__init__()
        self._desk = desk
        self._settings = Settings()
        self._days, self._ends, self._formats = Rows(DayRow, self), Rows(EndRow, self), Rows(FormatRow, self)

    @Property(QObject, constant=True)
    def days(self) -> QObject:
        """The week, Monday first."""
        return self._days

    @Property(QObject, constant=True)
    def ends(self) -> QObject:
        """When the day that is looked at opens and closes; nothing where it is closed."""
        return self._ends

    @Property(QObject, constant=True)
    def formats(self) -> QObject:
        """The kinds of files."""
        return self._formats

    @Property(bool, notify=changed)
    def isRead(self) -> bool:  # noqa: N802 (QML's)
        """Whether the file could be read."""
        return self._settings.kept is not None

    @Property(bool, notify=changed)
    def hasHours(self) -> bool:  # noqa: N802 (QML's)
        """Whether the screen follows opening hours."""
        return self._settings.wanted.hours is not None

    @Property(str, notify=changed)
    def dayName(self) -> str:  # noqa: N802 (QML's)
        """The day that is looked at."""
        return settings_words.day_words(self._settings.day)

    @Property(bool, notify=changed)
    def dayIsOpen(self) -> bool:  # noqa: N802 (QML's)
        """Whether it has hours."""
        return self._settings.hours_of_day is not None

    @Property(int, constant=True)
    def step(self) -> int:
        """How far a touch moves an hour, in minutes."""
        return settings_state.STEP_MINUTES

    @Property(str, notify=changed)
    def formatsDefault(self) -> str:  # noqa: N802 (QML's)
        """Which files are written where nothing is set."""
        return settings_words.formats_default()

    @Property(str, notify=changed)
    def backups(self) -> str:
        """How many backups are kept."""
        return settings_words.backups_words(self._settings.wanted)

    @Property(str, notify=changed)
    def backupsDefault(self) -> str:  # noqa: N802 (QML's)
        """How many are kept where nothing is set."""
        return settings_words.backups_default()

    @Property(bool, notify=changed)
    def canKeepFewer(self) -> bool:  # noqa: N802 (QML's)
        """Whether fewer can be kept."""
        return self._settings.wanted.keep_backups > FEWEST_BACKUPS

    @Property(bool, notify=changed)
    def canKeepMore(self) -> bool:  # noqa: N802 (QML's)
        """Whether more can be kept."""
        return self._settings.wanted.keep_backups < MOST_BACKUPS

    @Property(bool, notify=changed)
    def canSave(self) -> bool:  # noqa: N802 (QML's)
        """Whether anything waits to be saved."""
        return settings_state.is_changed(self._settings) and not self._settings.doing

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._settings.doing

    @Property(str, notify=changed)
    def doneWords(self) -> str:  # noqa: N802 (QML's)
        """What was done last; empty before."""
        return settings_words.done_words(self._settings.done)

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:  # noqa: N802 (QML's)
        """Whether it can be taken back."""
        return self._settings.rewritten is not None

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What could not be done; empty where all is well."""
        return settings_words.trouble_words(self._settings.trouble)

    @Slot()
    def switchHours(self) -> None:  # noqa: N802 (QML's)
        """Let the screen follow opening hours, or stay on."""
        self._desk.settings.change(settings_state.switched_hours)

    @Slot(str)
    def chooseDay(self, day: str) -> None:  # noqa: N802 (QML's)
        """Look at a day."""
        self._desk.settings.change(lambda settings: settings_state.looked_at(settings, DAYS.index(day)))

    @Slot()
    def switchDay(self) -> None:  # noqa: N802 (QML's)
        """Open the day that is looked at, or close it."""
        self._desk.settings.change(settings_state.switched_day)

    @Slot(str, int)
    def move(self, end: settings_state.End, steps: int) -> None:
        """Open or close later, or earlier."""
        self._desk.settings.change(lambda settings: settings_state.moved(settings, end, steps))

    @Slot(int)
    def spread(self, days: int) -> None:
        """Make the first so many days like the one that is looked at."""
        self._desk.settings.change(lambda settings: settings_state.spread(settings, days))

    @Slot(str)
    def switchFormat(self, form: str) -> None:  # noqa: N802 (QML's)
        """Write a kind of file, or not."""
        self._desk.settings.change(lambda settings: settings_state.switched_format(settings, form))

    @Slot(int)
    def keepMore(self, more: int) -> None:  # noqa: N802 (QML's)
        """Keep more backups, or fewer."""
        self._desk.settings.change(lambda settings: settings_state.kept_more(settings, more))

    @Slot()
    def save(self) -> None:
        """Write what was changed."""
        self._desk.settings.save()

    @Slot()
    def undo(self) -> None:
        """Take back what was saved last."""
        self._desk.settings.undo()

    def refresh(self) -> None:
        """Read the desk anew."""
        staff = self._desk.staff
        self._settings = settings = Settings() if staff is None else staff.settings
        self._days.show(
            [
                DayRow(key, settings_words.day_row_words(settings, day), day == settings.day)
                for day, key in enumerate(DAYS)
            ]
        )
        self._ends.show(
            [
                EndRow(
                    end,
                    f"{moment:%H:%M}",
                    settings_state.can_move(settings, end, -1),
                    settings_state.can_move(settings, end, 1),
                )
                for end, moment in zip(settings_state.ENDS, settings.hours_of_day or (), strict=False)
            ]
        )
        chosen = settings.wanted.formats
        self._formats.show([FormatRow(each, settings_words.format_words(each), each in chosen) for each in FORMATS])
        self.changed.emit()
