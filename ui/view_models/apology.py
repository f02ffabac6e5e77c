"""The honest screens: something went wrong while a visitor was here, or nothing can be kept at all."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.journey import Journey
from ui.navigation import Apology

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ApologyViewModel(QObject):
    """What an honest screen says."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._apology = Apology("", saved=True)
        self._can_retry = False

    @Property(str, notify=changed)
    def code(self) -> str:
        """A code that the visitor can tell staff."""
        return self._apology.code

    @Property(bool, notify=changed)
    def saved(self) -> bool:
        """Whether the answers are kept."""
        return self._apology.saved

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """What happened, for staff."""
        return self._apology.sentence

    @Property(bool, notify=changed)
    def canRetry(self) -> bool:  # noqa: N802 (QML's)
        """Whether the answers are still here and can be sent again."""
        return self._can_retry

    @Slot()
    def retry(self) -> None:
        """Send the answers again."""
        self._journey.submit()

    @Slot()
    def leave(self) -> None:
        """Give up and start over."""
        self._journey.end()

    def refresh(self) -> None:
        """Read the journey anew."""
        place = self._journey.place
        if place.apology is not None:
            self._apology = place.apology
        self._can_retry = place.submission is not None and not place.saving and place.receipt is None
        self.changed.emit()
