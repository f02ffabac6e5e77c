"""“이렇게 반영되었습니다”: what became of past suggestions."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.packs import Pack, words_in
from ui import words
from ui.journey import Journey
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What a visitor said, what was done about it, and when."""

    key: str
    said: str
    done: str
    day: str


def outcome_rows(packs: Iterable[Pack], language: str) -> list[OutcomeRow]:
    """Return the outcomes, the newest first."""
    outcomes = sorted((each for pack in packs for each in pack.outcomes), key=lambda each: each.on, reverse=True)
    return [
        OutcomeRow(each.id, words_in(each.said, language), words_in(each.done, language), words.full_day_words(each.on))
        for each in outcomes
    ]


@QmlElement
class OutcomesViewModel(QObject):
    """The cards."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._rows = Rows(OutcomeRow, self)

    @Property(QObject, constant=True)
    def outcomes(self) -> QObject:
        """The cards."""
        return self._rows

    @Slot()
    def goHome(self) -> None:  # noqa: N802 (QML's)
        """Go back to what can be done."""
        self._journey.go_home()

    def refresh(self) -> None:
        """Read the journey anew."""
        self._rows.show(outcome_rows(self._journey.packs, self._journey.language))
        self.changed.emit()
