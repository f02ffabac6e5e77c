"""The tally to a USB stick: which days, which stick, how far it is, and what came of it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.journey import Journey
from ui.staff import state, words
from ui.staff.desk import StaffDesk
from ui.staff.state import Export, Period
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One period to choose."""

    key: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class StickRow:
    """One stick to choose."""

    key: str
    name: str
    is_chosen: bool


@QmlElement
class StaffExportViewModel(QObject):
    """What is chosen, and the export that is on its way."""

    changed = Signal()

    def __init__(self, desk: StaffDesk, journey: Journey) -> None:
        super().__init__()
        self._desk, self._journey = desk, journey
        self._export = Export()
        self._periods, self._sticks = Rows(PeriodRow, self), Rows(StickRow, self)

    @Property(QObject, constant=True)
    def periods(self) -> QObject:
        """The periods to choose from."""
        return self._periods

    @Property(QObject, constant=True)
    def sticks(self) -> QObject:
        """The sticks that are plugged in."""
        return self._sticks

    @Property(str, notify=changed)
    def daysWords(self) -> str:  # noqa: N802 (QML's)
        """The chosen days."""
        return words.days_words(*state.days_of(self._export.period, self._journey.today()))

    @Property(bool, notify=changed)
    def hasStick(self) -> bool:  # noqa: N802 (QML's)
        """Whether any stick is plugged in."""
        return bool(self._export.sticks)

    @Property(bool, notify=changed)
    def canExport(self) -> bool:  # noqa: N802 (QML's)
        """Whether an export can begin."""
        return state.can_export(self._export)

    @Property(bool, notify=changed)
    def exporting(self) -> bool:
        """Whether an export is on its way."""
        return self._export.stage != ""

    @Property(str, notify=changed)
    def stageWords(self) -> str:  # noqa: N802 (QML's)
        """What it is doing."""
        return words.stage_words(self._export.stage)

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of everything is done, 0 to 1: what is made is the first half, what is written the second."""
        stages = ("counting", "csv", "json", "xlsx", "pdf")
        if self._export.stage in stages:
            return 0.1 * stages.index(self._export.stage)
        return 0.5 + 0.5 * self._export.share if self._export.stage else 0.0

    @Property(str, notify=changed)
    def doneWords(self) -> str:  # noqa: N802 (QML's)
        """What lies on the stick; empty before."""
        return "" if self._export.done is None else words.exported_words(self._export.done)

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What could not be done; empty where all went well."""
        return "" if self._export.trouble is None else words.trouble_words(self._export.trouble)

    @Slot(str)
    def choosePeriod(self, period: str) -> None:  # noqa: N802 (QML's)
        """Choose the days."""
        self._desk.exporting.choose_period(Period(period))

    @Slot(str)
    def chooseStick(self, device: str) -> None:  # noqa: N802 (QML's)
        """Choose the stick."""
        self._desk.exporting.choose_stick(device)

    @Slot()
    def start(self) -> None:
        """Export."""
        self._desk.exporting.start()

    @Slot()
    def stop(self) -> None:
        """Stop the export."""
        self._desk.exporting.stop()

    def refresh(self) -> None:
        """Read the desk anew."""
        staff = self._desk.staff
        self._export = export = Export() if staff is None else staff.export
        self._periods.show([PeriodRow(each, words.period_words(each), each is export.period) for each in Period])
        self._sticks.show(
            [
                StickRow(each.device, f"{each.name} · {words.room_words(each.free)}", each.device == export.chosen)
                for each in export.sticks
            ]
        )
        self.changed.emit()
