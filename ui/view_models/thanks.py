"""The thanks: the receipt's number, its code for the phone, a while to take it back, and then the screen is free."""

import time
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.journey import Journey
from ui.navigation import Screen
from ui.qr_picture import module_count, qr_source

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

THANKS_SECONDS = 60
UNDO_SECONDS = 60


@dataclass(frozen=True, slots=True)
class ThanksState:
    """What the visitor takes home."""

    kind: str = ""
    number: str = ""
    qr_source: str = ""
    qr_modules: int = 0
    seconds_left: int = THANKS_SECONDS
    undo_seconds: int = 0
    withdrawn: bool = False
    has_contact: bool = False


@QmlElement
class ThanksViewModel(QObject):
    """The receipt, after the store has committed."""

    changed = Signal()
    undo_offered = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._state = ThanksState()
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """The kind of the activity, which decides what happens next."""
        return self._state.kind

    @Property(str, notify=changed)
    def number(self) -> str:
        """The receipt's number."""
        return self._state.number

    @Property(str, notify=changed)
    def qrSource(self) -> str:  # noqa: N802 (QML's)
        """The picture of the QR code; empty where the kiosk is not enrolled."""
        return self._state.qr_source

    @Property(int, notify=changed)
    def qrModules(self) -> int:  # noqa: N802 (QML's)
        """How many modules the code has across."""
        return self._state.qr_modules

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:  # noqa: N802 (QML's)
        """Seconds until the screen is free again."""
        return self._state.seconds_left

    @Property(int, notify=changed)
    def undoSeconds(self) -> int:  # noqa: N802 (QML's)
        """Seconds in which what was submitted can still be taken back here; 0 when they are over."""
        return self._state.undo_seconds

    @Property(bool, notify=changed)
    def withdrawn(self) -> bool:
        """Whether it was taken back."""
        return self._state.withdrawn

    @Property(bool, notify=changed)
    def hasContact(self) -> bool:  # noqa: N802 (QML's)
        """Whether the ministry can answer."""
        return self._state.has_contact

    @Slot()
    def offerUndo(self) -> None:  # noqa: N802 (QML's)
        """Ask whether what was submitted shall really be taken back; time enough to read is given."""
        self.stay()
        self.undo_offered.emit()

    @Slot()
    def stay(self) -> None:
        """Give the visitor the whole time again."""
        self._show(replace(self._state, seconds_left=THANKS_SECONDS))

    @Slot()
    def finish(self) -> None:
        """End the visit."""
        self._journey.end()

    @Slot()
    def goHome(self) -> None:  # noqa: N802 (QML's)
        """Take part in something else."""
        self._journey.go_home()

    def refresh(self) -> None:
        """Read the journey anew."""
        place = self._journey.place
        if place.screen is not Screen.THANKS or place.receipt is None or place.visit is None:
            self._second.stop()
            self._show(ThanksState())
            return
        if not self._second.isActive():
            self._second.start()
        link = place.receipt.link
        self._show(
            replace(
                self._state,
                kind=place.visit.activity.kind,
                number=place.receipt.number,
                qr_source="" if link is None else qr_source(link),
                qr_modules=0 if link is None else module_count(link),
                undo_seconds=0 if place.withdrawn else self._undo_seconds(),
                withdrawn=place.withdrawn,
                has_contact=place.submission is not None and place.submission.contact is not None,
            )
        )

    def _count_down(self) -> None:
        if self._state.seconds_left <= 1:
            self._second.stop()
            self._journey.end()
            return
        undo = 0 if self._state.withdrawn else self._undo_seconds()
        self._show(replace(self._state, seconds_left=self._state.seconds_left - 1, undo_seconds=undo))

    def _undo_seconds(self) -> int:
        return max(0, round(UNDO_SECONDS - (time.monotonic() - self._journey.kept_at)))

    def _show(self, state: ThanksState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()
