"""How every kiosk is doing: when it was last heard, what waits there, what it lacks, and what went wrong."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from kiosk.forum.seoul import utc_text
from sync.central.store import devices, reports
from sync.central.store.database import Database
from sync.central.store.online import OWN_NAMES
from sync.central.store.reports import Report
from sync.protocol.batches import LARGEST_SEQ


@dataclass(frozen=True, slots=True)
class DeviceState:
    """One kiosk; clock_offset in seconds, disk_free in bytes.

    `conflict_at` is since when another store sends records under its name (a clone, a set-back disk).
    `gap` is how many records it believes here, or lost to damage, that are not here; `lost_after` names the place after
    which damage there may have cost more. What only a heartbeat tells is None before the first one.
    """

    name: str
    device_id: str
    enrolled_at: datetime
    retired_at: datetime | None
    last_heard: datetime | None
    late: bool
    records: int
    held: int
    gap: int
    pending: int | None
    quarantined: int | None
    clock_offset: float | None
    disk_free: int | None
    version: str | None
    pack_problem: str | None
    lost_after: str | None = None
    conflict_at: datetime | None = None

    @property
    def clock_is_off(self) -> bool:
        """Tell whether its clock is so far off that people should know."""
        return self.clock_offset is not None and abs(self.clock_offset) >= _CLOCK

    @property
    def disk_is_low(self) -> bool:
        """Tell whether so little disk is left there that people should know."""
        return self.disk_free is not None and self.disk_free < _DISK

    def told(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        moments = ("enrolled_at", "retired_at", "last_heard", "conflict_at")
        return asdict(self) | {name: None if (at := getattr(self, name)) is None else utc_text(at) for name in moments}

    def sentence(self) -> str:
        """Say it to people."""
        heard = "never heard" if self.last_heard is None else f"last heard {utc_text(self.last_heard)}"
        state = "retired, " if self.retired_at else "LATE, " if self.late else ""
        parts = [f"{self.name}: {state}{heard}", f"{self.records} records here"]
        if self.pending is not None:
            parts.append(f"{self.pending} wait there")
        parts += [
            f"{count} {what}"
            for count, what in (
                (self.gap, "MISSING here"),
                (self.held, "held for review"),
                (self.quarantined or 0, "in quarantine there"),
            )
            if count
        ]
        if self.lost_after:
            parts.append(f"DAMAGED there: what it kept after {self.lost_after} may be lost")
        if self.conflict_at:
            parts.append(
                f"CLONED or set back: since {utc_text(self.conflict_at)} a store of this name holds other records; "
                "once only one is in use, run “forum-sync rejoin” there"
            )
        if self.clock_is_off:
            parts.append(f"its clock is {self.clock_offset:+.0f} s off")
        if self.disk_is_low:
            parts.append(f"only {(self.disk_free or 0) // 2**20} MiB of disk left")
        if self.pack_problem:
            parts.append(self.pack_problem)
        return "; ".join(parts) + "."


# Seconds and bytes from which people should know.
_CLOCK = 60.0
_DISK = 2**30


def device_states(database: Database, now: datetime, late_after: timedelta) -> list[DeviceState]:
    """Return every enrolled kiosk's state, by name."""
    with database.reading() as connection:
        heads = reports.heads(connection)
        heard, held = reports.reports(connection), reports.held_counts(connection)
        return [
            _with_damage(
                connection,
                device.no,
                _state(device, heads, heard.get(device.no), held.get(device.no, 0), now, late_after),
                heard.get(device.no),
            )
            for device in devices.every_device(connection)
            if device.name not in OWN_NAMES
        ]


def _state(
    device: devices.Device,
    heads: dict[tuple[int, int], tuple[int, datetime]],
    report: Report | None,
    held: int,
    now: datetime,
    late_after: timedelta,
) -> DeviceState:
    ours = {epoch: head for (no, epoch), head in heads.items() if no == device.no}
    moments = [at for _, at in ours.values()] + ([report.received_at] if report else [])
    last_heard = max(moments, default=None)
    body = report.body if report else {}
    gap = 0
    if report:
        # What the kiosk does not hold in its outbox any more, it believes to be here.
        confirmed = body.get("confirmed")
        believed = body["last_seq"] - body["pending"] if confirmed is None else confirmed
        gap = max(0, believed - ours.get(body["epoch"], (0, now))[0])
    return DeviceState(
        name=device.name,
        device_id=device.device_id,
        enrolled_at=device.enrolled_at,
        retired_at=device.retired_at,
        last_heard=last_heard,
        late=device.retired_at is None and now - (last_heard or device.enrolled_at) > late_after,
        records=sum(seq for seq, _ in ours.values()),
        held=held,
        gap=gap,
        pending=body.get("pending"),
        quarantined=body.get("quarantined"),
        clock_offset=report.clock_offset if report else None,
        disk_free=body.get("disk_free"),
        version=body.get("version"),
        pack_problem=body.get("pack_problem"),
        conflict_at=datetime.fromisoformat(conflict[1]) if (conflict := body.get("conflict")) else None,
    )


def _with_damage(connection: Connection, device_no: int, state: DeviceState, report: Report | None) -> DeviceState:
    """Add what a kiosk lost to damage and had not sent before."""
    gap, after = state.gap, None
    for lost in report.body.get("lost", ()) if report else ():
        epoch, first, last = lost["epoch"], lost["first_seq"], lost["last_seq"]
        if last is None:
            here = reports.stored_seqs(connection, device_no, epoch, first, LARGEST_SEQ)
            after = f"epoch {epoch}, {max(here, default=first - 1)}"
        else:
            gap += last - first + 1 - len(reports.stored_seqs(connection, device_no, epoch, first, last))
    return replace(state, gap=gap, lost_after=after)
