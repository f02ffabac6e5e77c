"""The page of paper cards: the day and the language of the next one, its activity, and the last one that was kept."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.packs import words_in
from ui import words as forum_words
from ui.journey import Journey
from ui.languages import LANGUAGES
from ui.staff import words
from ui.staff.desk import StaffDesk
from ui.staff.state import Cards
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CardActivityRow:
    """One activity; `why_not` says why there can be no card of it on the day."""

    key: str
    name: str
    why_not: str


@dataclass(frozen=True, slots=True)
class CardLanguageRow:
    """One language of cards."""

    key: str
    name: str
    is_chosen: bool


@QmlElement
class StaffCardsViewModel(QObject):
    """The next card and the last one."""

    changed = Signal()

    def __init__(self, desk: StaffDesk, journey: Journey) -> None:
        super().__init__()
        self._desk, self._journey = desk, journey
        self._cards = Cards()
        self._activities, self._languages = Rows(CardActivityRow, self), Rows(CardLanguageRow, self)

    @Property(QObject, constant=True)
    def activities(self) -> QObject:
        """What cards are there of."""
        return self._activities

    @Property(QObject, constant=True)
    def languages(self) -> QObject:
        """The languages of cards."""
        return self._languages

    @Property(str, notify=changed)
    def dayWords(self) -> str:  # noqa: N802 (QML's)
        """The day on the next card."""
        return forum_words.weekday_words(self._cards.day or self._journey.today())

    @Property(bool, notify=changed)
    def isToday(self) -> bool:  # noqa: N802 (QML's)
        """Whether it is of today."""
        return self._cards.day in (None, self._journey.today())

    @Property(int, notify=changed)
    def entered(self) -> int:
        """How many cards were entered today."""
        return self._cards.entered

    @Property(str, notify=changed)
    def doneWords(self) -> str:  # noqa: N802 (QML's)
        """What became of the last card; empty before."""
        last, of = self._cards.last, self._cards.last_of
        if last is None or of is None:
            return ""
        if self._cards.undone:
            return words.card_undone_words(last.number)
        return words.card_kept_words(words_in(of.title, self._journey.language), last.number)

    @Property(int, notify=changed)
    def undoSeconds(self) -> int:  # noqa: N802 (QML's)
        """For how long it can still be taken back."""
        return self._cards.undo_seconds

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What could not be done; empty where all went well."""
        return "" if self._cards.trouble is None else words.trouble_words(self._cards.trouble)

    @Slot(int)
    def turnDay(self, days: int) -> None:  # noqa: N802 (QML's)
        """Go to a later or an earlier day."""
        self._desk.cards.turn_day(days)

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:  # noqa: N802 (QML's)
        """Choose the language of the next card."""
        self._desk.cards.choose_language(language)

    @Slot(str)
    def begin(self, activity: str) -> None:
        """Type in a card."""
        self._desk.cards.begin(activity)

    @Slot()
    def undo(self) -> None:
        """Take the last card back."""
        self._desk.cards.undo()

    def refresh(self) -> None:
        """Read the desk anew."""
        staff, language = self._desk.staff, self._journey.language
        self._cards = cards = Cards() if staff is None else staff.cards
        day, written = cards.day or self._journey.today(), cards.language or language
        self._activities.show(
            [
                CardActivityRow(each.id, words_in(each.title, language), forum_words.closed_words(each, day))
                for pack in self._journey.packs
                for each in pack.every_activity()
            ]
        )
        self._languages.show([CardLanguageRow(each.code, each.name, each.code == written) for each in LANGUAGES])
        self.changed.emit()
