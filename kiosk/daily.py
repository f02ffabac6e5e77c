"""What a kiosk does each day at closing time: tallies to a folder, an encrypted backup, old files kept in bounds.

Each step is done whatever becomes of the others, and what came of all of them is noted in the store for `status`.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk.crash_reports import keep_newest_reports
from kiosk.daily_notes import DailyWork, note_daily_work
from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day, utc_text
from kiosk.housekeeping import backups, keep_newest, replaced_stores
from kiosk.passphrases import read_passphrase
from kiosk.reports.tally_export import export_tally
from kiosk.settings import Daily, KioskSettings
from kiosk.store import Store
from kiosk.store.backups import write_backup

_TALLIED = "tallies written through"
# A kiosk that was away is not made to write a year of files at once.
_MOST_DAYS = 31


def do_daily_work(store: Store, settings: KioskSettings, now: datetime) -> DailyWork:
    """Do every step and note what came of it."""
    done: list[str] = []
    problems: list[str] = []

    def step(name: str, work: Callable[[], str]) -> None:
        try:
            done.append(work())
        except (ForumError, OSError) as error:
            problems.append(f"{name}: {' '.join(str(error).split())}")

    daily = settings.daily
    step("tallies", lambda: _write_tallies(store, daily, seoul_day(now)))
    step("backup", lambda: _back_up(store, daily, now))
    step("replaced stores", lambda: _bound_replaced_stores(store.home, daily.keep_replaced_stores))
    step("crash reports", lambda: f"{len(keep_newest_reports(store.home))} old crash reports deleted")
    work = DailyWork(utc_text(now), tuple(done), tuple(problems))
    note_daily_work(store, work)
    return work


def _write_tallies(store: Store, daily: Daily, today: date) -> str:
    """Write each day since the last one that was written, which may have gone on after its closing time."""
    noted = store.line_note(_TALLIED)
    first = max(date.fromisoformat(noted) if noted else today, today - timedelta(days=_MOST_DAYS - 1))
    day = min(first, today)
    days = 0
    while day <= today:
        export_tally(store, day, day, daily.formats, daily.tallies)
        store.save_line_note(_TALLIED, day.isoformat())
        day, days = day + timedelta(days=1), days + 1
    return f"tallies of {days} days are in {daily.tallies}"


def _back_up(store: Store, daily: Daily, now: datetime) -> str:
    made = write_backup(store, daily.backups, now, read_passphrase(daily.passphrase_file))
    gone = keep_newest(([each] for each in backups(daily.backups)), daily.keep_backups)
    return f"{made.path} holds {made.submissions:,} submissions; {len(gone)} older backups deleted"


def _bound_replaced_stores(home: Path, most: int) -> str:
    return f"{len(keep_newest(replaced_stores(home), most))} files of old replaced stores deleted"
