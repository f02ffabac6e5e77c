"""The review: every answer, each one tap from being changed."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.answers import asked_questions
from kiosk.forum.packs import words_in
from kiosk.forum.visits import Visit
from ui import words
from ui.journey import Journey
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with its answer; an empty answer was left out."""

    key: str
    label: str
    answer: str


def answer_rows(visit: Visit) -> list[AnswerRow]:
    """Return the questions that were asked, in order."""
    return [
        AnswerRow(
            question.id,
            words_in(question.label, visit.language),
            words.answer_words(question, visit.answers.get(question.id), visit.language),
        )
        for question in asked_questions(visit.activity, visit.answers)
    ]


@QmlElement
class ReviewViewModel(QObject):
    """The answers before they are submitted."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._answers = Rows(AnswerRow, self)
        self._saving, self._blank = False, True

    @Property(QObject, constant=True)
    def answers(self) -> QObject:
        """The answers."""
        return self._answers

    @Property(bool, notify=changed)
    def saving(self) -> bool:
        """Whether the answers are being kept just now."""
        return self._saving

    @Property(bool, notify=changed)
    def blank(self) -> bool:
        """Whether nothing at all was answered, so that there is nothing to submit."""
        return self._blank

    @Slot(str)
    def change(self, key: str) -> None:
        """Go to one question."""
        self._journey.change(key)

    @Slot()
    def submit(self) -> None:
        """Send the answers."""
        self._journey.submit()

    def refresh(self) -> None:
        """Read the journey anew."""
        place = self._journey.place
        rows = [] if place.visit is None else answer_rows(place.visit)
        self._answers.show(rows)
        self._saving, self._blank = place.saving, not any(row.answer for row in rows)
        self.changed.emit()
