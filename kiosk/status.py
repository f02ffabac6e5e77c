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


def status_sentences(state: KioskStatus) -> list[str]:
    """Say it in sentences."""
    who = f"Kiosk “{state.name}”" if state.name else "This kiosk is not enrolled"
    where = f" sends to {state.central_url}." if state.central_url else "; run “forum-sync enrol” to connect it."
    sentences = [
        f"{who}{where}",
        f"Submissions kept here: {state.submissions:,}. Waiting to be uploaded: {state.pending:,}.",
    ]
    if state.quarantined:
        sentences.append(
            f"{state.quarantined:,} submissions are in quarantine: the ministry's server would not read them. They are "
            "kept here; see “forum-sync quarantine list”."
        )
    if state.last_receipt_at:
        sentences.append(
            f"The ministry last acknowledged at {state.last_receipt_at}, up to {state.last_receipt_through}."
        )
    elif state.submissions:
        sentences.append("The ministry has acknowledged nothing yet.")
    if state.last_attempt_at:
        again = f" Next try at {state.next_attempt_at}." if state.next_attempt_at else ""
        sentences.append(f"Last try at {state.last_attempt_at}: {state.last_attempt_outcome}{again}")
    sentences += map(str, state.recoveries)
    if state.staff_calls_today:
        sentences.append(
            f"Visitors called for staff {state.staff_calls_today} times today, last at {state.last_staff_call_at}."
        )
    low = " That is little: make room." if state.disk_low else ""
    sentences.append(f"Disk: {state.disk_free / 1e9:.1f} GB free.{low}")
    known = {True: "set by the network", False: "NOT set by the network", None: "source unknown"}[state.clock_synced]
    sentences.append(f"Clock: {state.clock} ({known}).")
    if state.last_daily_work_at:
        sentences.append(f"Tallies and backup were last made at {state.last_daily_work_at}.")
    if state.replaced_stores:
        sentences.append(f"Replaced stores that are kept: {', '.join(state.replaced_stores)}.")
    return sentences
