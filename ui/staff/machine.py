"""The machine page: what waits, what was acknowledged, disk, clock and warmth; and what can be done about it."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forum.seoul import SEOUL
from kiosk.forum.staffing import OWN, Closure
from kiosk.status import KioskStatus
from ui.staff import words
from ui.staff.desk import StaffDesk
from ui.staff.state import Machine
from ui.view_models.rows import Rows

QML_IMPORT_NAME = "Forum.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# A kiosk behind glass in a lobby; beyond this processors slow down.
_HOT_CELSIUS = 85.0


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of the machine; `bad` where somebody has to do something."""

    key: str
    label: str
    value: str
    bad: bool


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """One message for visitors; the empty key lets them in."""

    key: str
    name: str
    is_chosen: bool


def facts(machine: Machine) -> list[FactRow]:
    """Return what staff should know of the machine, in the order in which it matters."""
    status = machine.status
    if status is None:
        return []
    rows = [
        ("pending", words.count_words(status.pending), False),
        ("receipt", words.moment_words(status.last_receipt_at), False),
        ("attempt", _attempt(status), False),
        ("kept", words.count_words(status.submissions), False),
        ("disk", words.megabytes(status.disk_free), status.disk_low),
        ("clock", _clock(status), status.clock_synced is False),
        ("warmth", words.warmth_words(machine.celsius), (machine.celsius or 0.0) >= _HOT_CELSIUS),
        ("calls", words.calls_words(status.staff_calls_today, status.last_staff_call_at), False),
    ]
    if status.stopped:
        rows.insert(0, ("stopped", words.stopped_words(status.stopped), True))
    if status.quarantined:
        rows.append(("quarantine", words.count_words(status.quarantined), True))
    if status.recoveries:
        rows.append(("recoveries", words.moment_words(status.recoveries[-1].at), True))
    rows.append(("name", status.name or words.not_enrolled(), status.name is None))
    return [FactRow(key, words.fact_words(key), value, bad) for key, value, bad in rows]


def _attempt(status: KioskStatus) -> str:
    tried = words.moment_words(status.last_attempt_at)
    return words.next_try_words(tried, status.next_attempt_at) if status.next_attempt_at else tried


def _clock(status: KioskStatus) -> str:
    moment = datetime.fromisoformat(status.clock).astimezone(SEOUL)
    return f"{moment:%Y-%m-%d %H:%M} · {words.clock_words(status.clock_synced)}"


@QmlElement
class StaffMachineViewModel(QObject):
    """The facts, and what is being done."""

    changed = Signal()

    def __init__(self, desk: StaffDesk) -> None:
        super().__init__()
        self._desk = desk
        self._machine = Machine()
        self._facts, self._closures = Rows(FactRow, self), Rows(ClosureRow, self)

    @Property(QObject, constant=True)
    def facts(self) -> QObject:
        """What staff should know of the machine."""
        return self._facts

    @Property(QObject, constant=True)
    def closures(self) -> QObject:
        """Whether visitors may come, or what they are told."""
        return self._closures

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._machine.doing != ""

    @Property(bool, notify=changed)
    def uploading(self) -> bool:
        """Whether what waits is being uploaded."""
        return self._machine.doing == "upload"

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """What came of what was done last."""
        return words.outcome_words(self._machine.outcome)

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """Whether it went wrong."""
        return self._machine.outcome.code in ("not-uploaded", "trouble")

    @Property(str, notify=changed)
    def ownMessage(self) -> str:  # noqa: N802 (QML's)
        """What staff wrote for visitors, while it is shown; else empty."""
        return self._machine.closure.message if self._machine.closure is not None else ""

    @Slot()
    def upload(self) -> None:
        """Upload now."""
        self._desk.machine.upload()

    @Slot()
    def restart(self) -> None:
        """Start the app anew."""
        self._desk.machine.restart()

    @Slot(str)
    def choose(self, reason: str) -> None:
        """Let visitors in, or tell them why not."""
        if reason == OWN:
            self._desk.machine.begin_message()
        elif reason:
            self._desk.machine.close(Closure(reason))
        else:
            self._desk.machine.reopen()

    def refresh(self) -> None:
        """Read the desk anew."""
        staff = self._desk.staff
        self._machine = Machine() if staff is None else staff.machine
        self._facts.show(facts(self._machine))
        closure = self._machine.closure
        shown = "" if closure is None else closure.reason
        reasons = ("", *words.CLOSURES, OWN)
        self._closures.show([ClosureRow(each, words.closure_name(each), each == shown) for each in reasons])
        self.changed.emit()
