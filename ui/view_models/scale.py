"""A step on a scale, or stars."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum import visits
from kiosk.forum.packs import words_in
from kiosk.forum.visits import Visit
from ui.journey import Journey

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ScaleState:
    """A scale from `minimum` to `maximum`; `value` is not a number where nothing is chosen."""

    minimum: int = 1
    maximum: int = 5
    value: float = float("nan")
    low: str = ""
    high: str = ""


def scale_state(visit: Visit) -> ScaleState:
    """Return the scale of the question that stands open."""
    question = visits.current_question(visit)
    if question is None or question.type not in ("scale", "rating"):
        return ScaleState()
    low, high = question.bounds
    value = visit.answers.get(question.id)
    return ScaleState(
        int(low),
        int(high),
        float(value) if isinstance(value, int | float) else float("nan"),
        words_in(question.low, visit.language) if question.low else "",
        words_in(question.high, visit.language) if question.high else "",
    )


@QmlElement
class ScaleViewModel(QObject):
    """The scale of one question."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._state = ScaleState()

    @Property(int, notify=changed)
    def minimum(self) -> int:
        """The lowest step."""
        return self._state.minimum

    @Property(int, notify=changed)
    def maximum(self) -> int:
        """The highest step."""
        return self._state.maximum

    @Property(float, notify=changed)
    def value(self) -> float:
        """The chosen step; not a number before."""
        return self._state.value

    @Property(int, notify=changed)
    def stars(self) -> int:
        """The chosen step, or 0 before."""
        return 0 if self._state.value != self._state.value else int(self._state.value)

    @Property(str, notify=changed)
    def low(self) -> str:
        """What the lowest step means."""
        return self._state.low

    @Property(str, notify=changed)
    def high(self) -> str:
        """What the highest step means."""
        return self._state.high

    @Slot(int)
    def choose(self, step: int) -> None:
        """Take a step."""
        visit = self._journey.place.visit
        if visit is not None and visit.at is not None:
            self._journey.answer(visit.at, step)

    def refresh(self) -> None:
        """Read the journey anew."""
        visit = self._journey.place.visit
        self._state = ScaleState() if visit is None else scale_state(visit)
        self.changed.emit()
