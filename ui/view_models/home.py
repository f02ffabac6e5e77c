"""The home screen: what a visitor can take part in today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.packs import Activity, words_in
from ui import words
from ui.journey import Journey
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity as a tile."""

    key: str
    kind: str
    kind_words: str
    title: str
    description: str
    time_words: str
    is_closed: bool
    closed_words: str
    is_live: bool


def activity_rows(activities: Iterable[Activity], language: str, today: date) -> list[ActivityRow]:
    """Return the tiles: what is open first, then what is closed, each in the pack's order."""
    rows = [
        ActivityRow(
            activity.id,
            activity.kind,
            words.kind_words(activity.kind),
            words_in(activity.title, language),
            words_in(activity.description, language) if activity.description else "",
            words.time_words(activity.minutes),
            not activity.is_open(today),
            words.closed_words(activity, today),
            any(session.on == today for session in activity.programme),
        )
        for activity in activities
    ]
    return sorted(rows, key=lambda row: row.is_closed)


@QmlElement
class HomeViewModel(QObject):
    """The tiles of the home screen."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._activities = Rows(ActivityRow, self)
        self._title, self._has_outcomes = "", False

    @Property(QObject, constant=True)
    def activities(self) -> QObject:
        """The tiles."""
        return self._activities

    @Property(str, notify=changed)
    def title(self) -> str:
        """The name of the forum, from its pack."""
        return self._title

    @Property(bool, notify=changed)
    def hasOutcomes(self) -> bool:  # noqa: N802 (QML's)
        """Whether there is anything to tell of past suggestions."""
        return self._has_outcomes

    @Slot()
    def showOutcomes(self) -> None:  # noqa: N802 (QML's)
        """See what became of past suggestions."""
        self._journey.show_outcomes()

    @Slot(str)
    def open(self, key: str) -> None:
        """Begin an activity."""
        self._journey.open_activity(key)

    @Slot()
    def showResults(self) -> None:  # noqa: N802 (QML's)
        """See what others answered."""
        self._journey.show_some_results()

    def refresh(self) -> None:
        """Read the journey anew."""
        journey = self._journey
        activities = [activity for _, activity in journey.activities()]
        self._activities.show(activity_rows(activities, journey.language, journey.today()))
        self._has_outcomes = any(pack.outcomes for pack in journey.packs)
        self._title = words_in(journey.packs[0].title, journey.language) if journey.packs else ""
        self.changed.emit()
