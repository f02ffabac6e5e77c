"""Writing: the text so far, the syllable that is still being composed included."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum import visits
from kiosk.forum.packs import TEXT_LIMIT, Question
from ui.journey import Journey

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TextViewModel(QObject):
    """The text of one question; a new question is `opened`, and the screen takes its text from `initial` once."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._long, self._limit = False, TEXT_LIMIT

    @Property(str, notify=changed)
    def initial(self) -> str:
        """The text as it was when the question was opened."""
        visit = self._journey.place.visit
        value = None if visit is None or visit.at is None else visit.answers.get(visit.at)
        return value if isinstance(value, str) else ""

    @Property(bool, notify=changed)
    def isLong(self) -> bool:  # noqa: N802 (QML's)
        """Whether there is room for more than a line."""
        return self._long

    @Property(int, notify=changed)
    def limit(self) -> int:
        """The most characters."""
        return self._limit

    @Slot(str, str)
    def write(self, text: str, composing: str) -> None:
        """Keep what is written; what is still `composing` counts as written, and is committed on leaving."""
        question = self._question()
        if question is not None:
            self._journey.answer(question.id, (text + composing)[: question.max_length])

    def refresh(self) -> None:
        """Read the journey anew."""
        question = self._question()
        long, limit = (False, TEXT_LIMIT) if question is None else (question.long, question.max_length)
        if (long, limit) != (self._long, self._limit):
            self._long, self._limit = long, limit
            self.changed.emit()

    def _question(self) -> Question | None:
        visit = self._journey.place.visit
        question = None if visit is None else visits.current_question(visit)
        return question if question is not None and question.type == "text" else None
