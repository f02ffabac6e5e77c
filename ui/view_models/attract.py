"""The attract screen: today's question, how many took part, and the invitation, in turn in four languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.languages import FIRST_LANGUAGE, LANGUAGES

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

TURN_SECONDS = 8


@dataclass(frozen=True, slots=True)
class AttractState:
    """What is shown from afar; `turn` is the place of the language whose turn it is."""

    question: Mapping[str, str] = field(default_factory=dict)
    participants: int = 0
    turn: int = 0
    paused: bool = False
    ready: bool = False


def turned(state: AttractState, steps: int) -> AttractState:
    """Go on, or back, by some languages."""
    return replace(state, turn=(state.turn + steps) % len(LANGUAGES))


@QmlElement
class AttractViewModel(QObject):
    """The attract screen's state; `turn_came` asks the application to speak another language."""

    changed = Signal()
    turn_came = Signal(str)
    start_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = AttractState()
        self._turn = QTimer(self, interval=TURN_SECONDS * 1000)
        self._turn.timeout.connect(lambda: self._turn_by(1))

    @Property(str, notify=changed)
    def question(self) -> str:
        """Today's question in the language whose turn it is."""
        return self._state.question.get(LANGUAGES[self._state.turn].code, "")

    @Property(int, notify=changed)
    def participants(self) -> int:
        """How many took part today."""
        return self._state.participants

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        """Whether the languages stand still."""
        return self._state.paused

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether the store is open and there is something to take part in."""
        return self._state.ready

    @Slot()
    def start(self) -> None:
        """Somebody touched the screen: begin in Korean."""
        self.startIn(FIRST_LANGUAGE)

    @Slot(str)
    def startIn(self, code: str) -> None:  # noqa: N802 (QML's)
        """Begin in a language."""
        if self._state.ready:
            self._turn.stop()
            self.start_asked.emit(code)

    @Slot()
    def togglePause(self) -> None:  # noqa: N802 (QML's)
        """Let the languages stand still, or go on."""
        self._show(replace(self._state, paused=not self._state.paused))
        self._turn.stop() if self._state.paused else self._turn.start()

    @Slot()
    def next(self) -> None:
        """Show the next language."""
        self._turn_by(1)

    @Slot()
    def previous(self) -> None:
        """Show the language before."""
        self._turn_by(-1)

    def show(self, question: Mapping[str, str], participants: int) -> None:
        """Show what the store holds today."""
        self._show(replace(self._state, question=question, participants=participants, ready=True))

    def begin(self) -> None:
        """Nobody is here: start with the first language again."""
        self._show(replace(self._state, turn=0, paused=False))
        self._turn.start()

    def rest(self) -> None:
        """Somebody is here: no more turns."""
        self._turn.stop()

    def _turn_by(self, steps: int) -> None:
        self._show(turned(self._state, steps))
        if not self._state.paused:
            self._turn.start()
        self.turn_came.emit(LANGUAGES[self._state.turn].code)

    def _show(self, state: AttractState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()
