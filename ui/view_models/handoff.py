"""“휴대전화로 이어서”: the code that takes the unfinished visit to the phone."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.journey import Journey
from ui.qr_picture import module_count, qr_source

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HandoffViewModel(QObject):
    """The code, or why there is none."""

    changed = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._link: str | None = None
        self._ready = self._kept_back = False

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is known if there is a code."""
        return self._ready

    @Property(bool, notify=changed)
    def fits(self) -> bool:
        """Whether what was written fits into a code that phones can read."""
        return self._link is not None

    @Property(bool, notify=changed)
    def contactStays(self) -> bool:  # noqa: N802 (QML's)
        """Whether a contact was left, which does not go along."""
        return self._kept_back

    @Property(str, notify=changed)
    def qrSource(self) -> str:  # noqa: N802 (QML's)
        """The picture of the code."""
        return "" if self._link is None else qr_source(self._link)

    @Property(int, notify=changed)
    def qrModules(self) -> int:  # noqa: N802 (QML's)
        """How many modules the code has across."""
        return 0 if self._link is None else module_count(self._link)

    @Slot()
    def goBack(self) -> None:  # noqa: N802 (QML's)
        """Go on here."""
        self._journey.go_back()

    @Slot()
    def finish(self) -> None:
        """It is on the phone: end the visit here."""
        if self._journey.has_settled():
            self._journey.end()

    def refresh(self) -> None:
        """Read the journey anew."""
        place = self._journey.place
        self._ready = place.handed is not None
        self._link = None if place.handed is None else place.handed.link
        self._kept_back = place.closing.sealed is not None
        self.changed.emit()
