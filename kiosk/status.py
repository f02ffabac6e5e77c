"""Where the kiosk stands: what waits, what was acknowledged, disk and clock, as figures and as sentences for staff."""

import shutil
import time
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.clock_jumps import jumps_within
from kiosk.crash_reports import crash_reports
from kiosk.daily_notes import last_daily_work
from kiosk.forum.seoul import seoul_day, utc_text
from kiosk.housekeeping import bytes_of, replaced_stores
from kiosk.staff_calls import staff_calls
from kiosk.store import Store, StoreStatus
from kiosk.troubles import Surroundings, Trouble, troubles

# Below this the kiosk warns; a submission needs a few kilobytes.
LOW_DISK_BYTES = 500_000_000
_CLOCK_SYNCED = Path("/run/systemd/timesync/synchronized")


@dataclass(frozen=True, slots=True)
class KioskStatus(StoreStatus):
    """The store's status and the machine's; `disk_free` in bytes, `clock_synced` None where nobody knows."""

    disk_free: int = 0
    disk_low: bool = False
    clock_synced: bool | None = None
    clock: str = ""
    staff_calls_today: int = 0
    last_staff_call_at: str | None = None
    last_daily_work_at: str | None = None
    replaced_stores: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def read_status(store: Store) -> KioskStatus:
    """Read where store and machine stand now."""
    now = datetime.now(UTC)
    free = shutil.disk_usage(store.home).free
    synced = _CLOCK_SYNCED.exists() if _CLOCK_SYNCED.parent.exists() else None
    stands = store.status()
    calls = staff_calls(store.home, seoul_day(now))
    daily, replaced = last_daily_work(store), replaced_stores(store.home)
    around = Surroundings(
        now=now,
        disk_low=free < LOW_DISK_BYTES,
        clock_synced=synced,
        daily=daily,
        replaced=len(replaced),
        replaced_bytes=bytes_of(path for group in replaced for path in group),
        crashes=len(crash_reports(store.home)),
        jumps=jumps_within(store.home, now, timedelta(days=1)),
    )
    return KioskStatus(
        **{each.name: getattr(stands, each.name) for each in fields(stands)},
        disk_free=free,
        disk_low=free < LOW_DISK_BYTES,
        clock_synced=synced,
        clock=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        staff_calls_today=len(calls),
        last_staff_call_at=utc_text(calls[-1].at) if calls else None,
        last_daily_work_at=daily.at if daily else None,
        replaced_stores=tuple(group[0].name for group in replaced),
        troubles=tuple(troubles(stands, around)),
    )
