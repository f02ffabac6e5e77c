"""Out of service: what visitors are told, by the reason that staff gave or in their own words."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.journey import Journey
from ui.staff import words

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ClosedViewModel(QObject):
    """The message; its words are those of the language that is shown."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey

    @Property(str, notify=changed)
    def title(self) -> str:
        """What visitors are told."""
        return words.closure_words(self._journey.place.closure)[0]

    @Property(str, notify=changed)
    def detail(self) -> str:
        """What they can do."""
        return words.closure_words(self._journey.place.closure)[1]

    @Slot()
    def refresh(self) -> None:
        """Read the journey anew."""
        self.changed.emit()
