"""How every kiosk is doing: when it was last heard, what waits there, what it lacks, and what went wrong."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from kiosk.forum.seoul import utc_text
from sync.central.store import devices, reports
from sync.central.store.database import Database
from sync.central.store.reports import Report


@dataclass(frozen=True, slots=True)
class DeviceState:
    """One kiosk; clock_offset in seconds, disk_free in bytes, `gap` how many records it believes here that are not.

    What only a heartbeat tells is None before the first one.
    """

    name: str
    device_id: str
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

    def told(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        return {**asdict(self), "last_heard": None if self.last_heard is None else utc_text(self.last_heard)}

    def sentence(self) -> str:
        """Say it to people."""
        heard = "never heard" if self.last_heard is None else f"last heard {utc_text(self.last_heard)}"
        parts = [f"{self.name}: {'LATE, ' if self.late else ''}{heard}", f"{self.records} records here"]
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
        if self.clock_offset is not None and abs(self.clock_offset) >= _CLOCK:
            parts.append(f"its clock is {self.clock_offset:+.0f} s off")
        if self.disk_free is not None and self.disk_free < _DISK:
            parts.append(f"only {self.disk_free // 2**20} MiB of disk left")
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
            _state(device, heads, heard.get(device.no), held.get(device.no, 0), now, late_after)
            for device in devices.every_device(connection)
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
        believed = body["last_seq"] - body["pending"] - (body.get("quarantined") or 0)
        gap = max(0, believed - ours.get(body["epoch"], (0, now))[0])
    return DeviceState(
        name=device.name,
        device_id=device.device_id,
        last_heard=last_heard,
        late=last_heard is None or now - last_heard > late_after,
        records=sum(seq for seq, _ in ours.values()),
        held=held,
        gap=gap,
        pending=body.get("pending"),
        quarantined=body.get("quarantined"),
        clock_offset=report.clock_offset if report else None,
        disk_free=body.get("disk_free"),
        version=body.get("version"),
        pack_problem=body.get("pack_problem"),
    )
