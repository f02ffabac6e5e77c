"""Reconciling: each day's count as the kiosk signed it, beside what arrived, and what is missing by its places."""

from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Connection

from kiosk.forum.tally_files import tally_json
from sync.central.results.tally import tally
from sync.central.store import devices, reports
from sync.central.store.database import Database
from sync.central.store.errors import CentralError
from sync.protocol.reports import DayTally

State = Literal["equal", "missing", "differs"]


@dataclass(frozen=True, slots=True)
class Missing:
    """Places of an epoch that the kiosk filled and that are not here, both included."""

    epoch: int
    first_seq: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class ReconciledDay:
    """One kiosk's day: what it says that it took, what is here, and what is missing.

    `uncounted` of what it counts was withdrawn after it had deleted the words: only the ministry's count can tell.
    """

    kiosk: str
    day: date
    state: State
    kiosk_submissions: int
    ministry_submissions: int
    missing: tuple[Missing, ...]
    uncounted: int = 0

    def told(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        return {**asdict(self), "day": self.day.isoformat(), "missing": [asdict(each) for each in self.missing]}

    def sentence(self) -> str:
        """Say it to people."""
        start = f"{self.kiosk}, {self.day}: "
        if self.state == "equal":
            late = f", {self.uncounted} of them withdrawn since the kiosk deleted their words" if self.uncounted else ""
            return f"{start}equal, {self.kiosk_submissions} submissions{late}."
        counts = f"the kiosk counts {self.kiosk_submissions} and the ministry {self.ministry_submissions}"
        if self.state == "differs":
            return f"{start}all records are here, but {counts}, or other answers; a withdrawal may be on its way."
        places = ", ".join(f"{each.first_seq} to {each.last_seq} of epoch {each.epoch}" for each in self.missing)
        return f"{start}records {places} are missing; {counts}."


def reconcile(database: Database, kiosk: str | None, day: date | None) -> list[ReconciledDay]:
    """Compare the days that kiosks have reported, of one kiosk or all, one day or all; raises CentralError."""
    found = []
    with database.reading() as connection:
        for device in _devices(connection, kiosk):
            for reported in reports.reported_days(connection, device.no, day):
                told = DayTally.model_validate_json(reported.statement)
                missing = tuple(
                    gap
                    for span in told.spans
                    for gap in _gaps(connection, device.no, span.epoch, span.first_seq, span.last_seq)
                )
                found.append(_compared(database, device.name, reported.day, told, missing))
    return found


def _compared(database: Database, name: str, day: date, told: DayTally, missing: tuple[Missing, ...]) -> ReconciledDay:
    lines = tally(database, day, day, name)
    here = sum(line.count for line in lines if line.option_id == "submissions" and not line.question_id)
    uncounted = max(0, told.submissions + told.withdrawn - sum(each.records for each in told.spans))
    same = uncounted or sha256(tally_json(lines)).hexdigest() == told.counts
    equal = same and here == told.submissions - uncounted
    state: State = "missing" if missing else "equal" if equal else "differs"
    return ReconciledDay(name, day, state, told.submissions, here, missing, uncounted)


def _gaps(connection: Connection, device_no: int, epoch: int, first: int, last: int) -> list[Missing]:
    """Name what of [first, last] is not stored, as few ranges as can be."""
    gaps, expected = [], first
    for seq in [*reports.stored_seqs(connection, device_no, epoch, first, last), last + 1]:
        if seq > expected:
            gaps.append(Missing(epoch, expected, seq - 1))
        expected = seq + 1
    return gaps


def _devices(connection: Connection, kiosk: str | None) -> list[devices.Device]:
    if kiosk is None:
        return devices.every_device(connection)
    device = devices.device_named(connection, kiosk)
    if device is None:
        raise CentralError(f"No kiosk is enrolled as “{kiosk}”; nothing was compared. Mend the name.")
    return [device]
