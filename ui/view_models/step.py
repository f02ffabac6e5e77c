"""What every question screen shares: the question, how far along, and the way on and back."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum import visits
from kiosk.forum.packs import words_in
from ui import words
from ui.journey import Journey
from ui.navigation import Place

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class StepState:
    """One question's frame; `place` counts from 1."""

    activity: str = ""
    title: str = ""
    help: str = ""
    place: int = 1
    total: int = 1
    required: bool = False
    answered: bool = False
    can_go_on: bool = False
    changing: bool = False
    # What the pack says of an answer that its condition refuses; a general sentence where it says nothing.
    refused: str = ""


def step_state(place: Place) -> StepState:
    """Return what the frame shows at a place."""
    visit = place.visit
    if visit is None:
        return StepState()
    question = visits.current_question(visit)
    if question is None:
        return StepState(activity=words_in(visit.activity.title, visit.language))
    far, refused = visits.progress(visit), visits.breaks_condition(visit)
    return StepState(
        activity=words_in(visit.activity.title, visit.language),
        title=words_in(question.label, visit.language),
        help=words_in(question.help, visit.language) if question.help else "",
        place=far.place,
        total=far.total,
        required=question.required,
        answered=question.id in visit.answers or question.type == "note",
        can_go_on=visits.problem_here(visit) is None,
        changing=visit.changing,
        refused="" if refused is None else refused or words.does_not_fit(),
    )


@QmlElement
class StepViewModel(QObject):
    """The frame of a question."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._state = StepState()

    @Property(str, notify=changed)
    def activity(self) -> str:
        """The activity's title."""
        return self._state.activity

    @Property(str, notify=changed)
    def title(self) -> str:
        """The question."""
        return self._state.title

    @Property(str, notify=changed)
    def help(self) -> str:
        """A sentence that helps to answer; may be empty."""
        return self._state.help

    @Property(int, notify=changed)
    def place(self) -> int:
        """Which question this is, from 1."""
        return self._state.place

    @Property(int, notify=changed)
    def total(self) -> int:
        """How many questions there are with the answers so far."""
        return self._state.total

    @Property(bool, notify=changed)
    def required(self) -> bool:
        """Whether it has to be answered."""
        return self._state.required

    @Property(bool, notify=changed)
    def answered(self) -> bool:
        """Whether there is an answer."""
        return self._state.answered

    @Property(bool, notify=changed)
    def canGoOn(self) -> bool:  # noqa: N802 (QML's)
        """Whether “next” can be taken."""
        return self._state.can_go_on

    @Property(bool, notify=changed)
    def changing(self) -> bool:
        """Whether the visitor came back from the review to change this answer."""
        return self._state.changing

    @Property(str, notify=changed)
    def refused(self) -> str:
        """Why the answer is not taken, where only a condition of the pack refuses it."""
        return self._state.refused

    @Slot()
    def goOn(self) -> None:  # noqa: N802 (QML's)
        """Go to the next question or the review."""
        self._journey.go_on()

    @Slot()
    def goBack(self) -> None:  # noqa: N802 (QML's)
        """Go to the question before, or home."""
        self._journey.go_back()

    def refresh(self) -> None:
        """Read the journey anew."""
        state = step_state(self._journey.place)
        if state != self._state:
            self._state = state
            self.changed.emit()
