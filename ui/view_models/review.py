"""The review: every answer, each one tap from being changed."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.about_words import ABOUT_WORDS
from kiosk.forum.answers import asked_questions
from kiosk.forum.packs import words_in
from kiosk.forum.submissions import DECLINED
from kiosk.forum.visits import Visit
from ui import closing, words
from ui.closing import ABOUT_STEPS, Closing, Step
from ui.journey import Journey
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# No question's id holds a dot.
_PREFIX = "closing."


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with its answer; what was left out says so."""

    key: str
    label: str
    answer: str
    is_empty: bool = False


def _row(key: str, label: str, answer: str) -> AnswerRow:
    return AnswerRow(key, label, answer or words.left_out(), not answer)


def answer_rows(visit: Visit) -> list[AnswerRow]:
    """Return the questions that were asked, in order."""
    return [
        _row(
            question.id,
            words_in(question.label, visit.language),
            words.answer_words(question, visit.answers.get(question.id), visit.language),
        )
        for question in asked_questions(visit.activity, visit.answers)
        if question.type != "note"
    ]


def closing_rows(visit: Visit, said: Closing, sealing_key: bytes | None) -> list[AnswerRow]:
    """Return what the visitor told of themselves; a contact is never shown back."""
    rows = []
    spoken = ABOUT_WORDS.get(visit.language, ABOUT_WORDS["en"])
    for step in closing.steps(visit.activity, said, sealing_key):
        if step in ABOUT_STEPS:
            value = said.about.get(step, "")
            answer = spoken.declined if value == DECLINED else spoken.choices[step].get(value, "")
            rows.append(_row(_PREFIX + step, spoken.questions[step], answer))
        elif step is Step.OFFER:
            name, kept, none = words.contact_row()
            rows.append(AnswerRow(_PREFIX + step, name, none if said.sealed is None else kept))
    return rows


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
        """Go to one question, or to what the visitor told of themselves."""
        if key.startswith(_PREFIX):
            self._journey.change_step(Step(key.removeprefix(_PREFIX)))
        else:
            self._journey.change(key)

    @Slot()
    def submit(self) -> None:
        """Send the answers."""
        self._journey.submit()

    def refresh(self) -> None:
        """Read the journey anew."""
        place = self._journey.place
        rows = [] if place.visit is None else answer_rows(place.visit)
        more = [] if place.visit is None else closing_rows(place.visit, place.closing, self._journey.sealing_key)
        self._answers.show([*rows, *more])
        self._saving, self._blank = place.saving, all(row.is_empty for row in rows)
        self.changed.emit()
