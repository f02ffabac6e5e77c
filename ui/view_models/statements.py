"""Other people's statements, one at a time: agree, disagree or pass."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum import visits
from kiosk.forum.packs import VOTES, Question, words_in
from ui.journey import Journey

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class StatementsState:
    """Which statement stands open, from 0, and the vote on it where there is one."""

    question_id: str = ""
    place: int = 0
    total: int = 0
    text: str = ""
    vote: str = ""


def first_open(question: Question, votes: dict[str, str]) -> int:
    """Return the place of the first statement without a vote, or the last."""
    places = [place for place, statement in enumerate(question.statements) if statement.id not in votes]
    return places[0] if places else len(question.statements) - 1


def statements_state(question: Question, votes: Any, place: int, language: str) -> StatementsState:
    """Return what is shown of a place."""
    statement = question.statements[place]
    vote = (votes or {}).get(statement.id, "")
    return StatementsState(question.id, place, len(question.statements), words_in(statement.text, language), vote)


@QmlElement
class StatementsViewModel(QObject):
    """The statement that stands open; a vote leads to the next one."""

    changed = Signal()
    turned = Signal(bool)  # another statement, forward

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._state = StatementsState()

    @Property(str, notify=changed)
    def text(self) -> str:
        """The statement."""
        return self._state.text

    @Property(str, notify=changed)
    def vote(self) -> str:
        """The visitor's vote on it; empty before."""
        return self._state.vote

    @Property(int, notify=changed)
    def place(self) -> int:
        """Which statement this is, from 1."""
        return self._state.place + 1

    @Property(int, notify=changed)
    def total(self) -> int:
        """How many statements there are."""
        return self._state.total

    @Slot(str)
    def choose(self, vote: str) -> None:
        """Vote on the statement, and go on."""
        question, votes = self._question(), self._votes()
        if question is None or vote not in VOTES:
            return
        place = self._state.place
        self._journey.answer(question.id, {**votes, question.statements[place].id: vote})
        if place + 1 < len(question.statements):
            self._turn(question, place + 1)
        else:
            self._journey.go_on()

    @Slot()
    def finish(self) -> None:
        """Leave the rest unanswered."""
        self._journey.go_on()

    @Slot()
    def goBack(self) -> None:  # noqa: N802 (QML's)
        """Go to the statement before, or to the question before."""
        question = self._question()
        if question is not None and self._state.place > 0:
            self._turn(question, self._state.place - 1)
        else:
            self._journey.go_back()

    def refresh(self) -> None:
        """Read the journey anew; a question that was just opened starts at its first open statement."""
        question, visit = self._question(), self._journey.place.visit
        if question is None or visit is None:
            self._show(StatementsState())
            return
        here = self._state.question_id == question.id
        place = self._state.place if here else first_open(question, self._votes())
        self._show(statements_state(question, visit.answers.get(question.id), place, visit.language))

    def _turn(self, question: Question, place: int) -> None:
        forward = place > self._state.place
        self._state = replace(self._state, place=place)
        self.refresh()
        self.changed.emit()
        self.turned.emit(forward)

    def _question(self) -> Question | None:
        visit = self._journey.place.visit
        question = None if visit is None else visits.current_question(visit)
        return question if question is not None and question.type == "statements" else None

    def _votes(self) -> dict[str, str]:
        visit, question = self._journey.place.visit, self._question()
        votes = None if visit is None or question is None else visit.answers.get(question.id)
        return votes if isinstance(votes, dict) else {}

    def _show(self, state: StatementsState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()
