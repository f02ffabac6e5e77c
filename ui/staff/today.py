"""Today at a glance: how many finished, when, in which language and activity, and where visits were given up."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.day_overview import DayOverview, Part
from kiosk.forum.packs import words_in
from ui import words as forum_words
from ui.journey import Journey
from ui.staff import words
from ui.staff.desk import StaffDesk
from ui.staff.state import Page
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar: what finished, then what did not, as shares of the longest bar."""

    key: str
    label: str
    finished: int
    gone: int
    finished_share: float
    gone_share: float


def bars(parts: Sequence[Part], labels: Sequence[str]) -> list[BarRow]:
    """Return the parts as bars, the longest one as long as there is room."""
    most = max((part.finished + part.left for part in parts), default=0) or 1
    return [
        BarRow(part.key, label, part.finished, part.left, part.finished / most, part.left / most)
        for part, label in zip(parts, labels, strict=True)
    ]


def given_up_bars(day: DayOverview, language: str) -> list[BarRow]:
    """Return the steps at which most visits were given up."""
    most = max((each.visits for each in day.given_up), default=1)
    rows = []
    for place, each in enumerate(day.given_up[:_MOST_STEPS]):
        step = words.step_words(each.step, words_in(each.words, language) if each.words else "")
        label = f"{words_in(each.activity, language)} · {step}"
        rows.append(BarRow(str(place), label, 0, each.visits, 0.0, each.visits / most))
    return rows


@QmlElement
class StaffTodayViewModel(QObject):
    """The figures and the charts of today."""

    changed = Signal()

    def __init__(self, desk: StaffDesk, journey: Journey) -> None:
        super().__init__()
        self._desk, self._journey = desk, journey
        self._day: DayOverview | None = None
        self._hours, self._languages = Rows(BarRow, self), Rows(BarRow, self)
        self._activities, self._steps = Rows(BarRow, self), Rows(BarRow, self)

    @Property(bool, notify=changed)
    def counted(self) -> bool:
        """Whether today was counted."""
        return self._day is not None

    @Property(str, notify=changed)
    def dayWords(self) -> str:  # noqa: N802 (QML's)
        """Which day it is."""
        return forum_words.weekday_words(self._journey.today())

    @Property(int, notify=changed)
    def visits(self) -> int:
        """Everybody who began."""
        return self._day.visits if self._day is not None else 0

    @Property(int, notify=changed)
    def finished(self) -> int:
        """Who submitted."""
        return self._day.finished if self._day is not None else 0

    @Property(int, notify=changed)
    def abandoned(self) -> int:
        """Who gave up."""
        return self._day.abandoned if self._day is not None else 0

    @Property(int, notify=changed)
    def toPhone(self) -> int:  # noqa: N802 (QML's)
        """Who went on at the phone."""
        return self._day.to_phone if self._day is not None else 0

    @Property(str, notify=changed)
    def median(self) -> str:
        """How long it took those who finished."""
        return words.duration_words(self._day.median_seconds if self._day is not None else None)

    @Property(QObject, constant=True)
    def hours(self) -> QObject:
        """By hour."""
        return self._hours

    @Property(QObject, constant=True)
    def languages(self) -> QObject:
        """By language."""
        return self._languages

    @Property(QObject, constant=True)
    def activities(self) -> QObject:
        """By activity."""
        return self._activities

    @Property(QObject, constant=True)
    def steps(self) -> QObject:
        """Where visits were given up."""
        return self._steps

    @Property(bool, notify=changed)
    def hasSteps(self) -> bool:  # noqa: N802 (QML's)
        """Whether any visit was given up."""
        return self._day is not None and bool(self._day.given_up)

    @Slot()
    def export(self) -> None:
        """Go on to the stick."""
        self._desk.turn_to(Page.EXPORT)

    def refresh(self) -> None:
        """Read the desk anew."""
        staff = self._desk.staff
        self._day = day = None if staff is None else staff.day
        if day is not None:
            language = self._journey.language
            self._hours.show(bars(day.hours, [words.hour_words(each.key) for each in day.hours]))
            self._languages.show(bars(day.languages, [words.language_words(each.key) for each in day.languages]))
            self._activities.show(bars(day.activities, [words_in(each.words, language) for each in day.activities]))
            self._steps.show(given_up_bars(day, language))
        self.changed.emit()
