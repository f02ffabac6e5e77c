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
# A sentence in Korean and in English.
_Said = tuple[str, str]


def do_daily_work(store: Store, settings: KioskSettings, now: datetime) -> DailyWork:
    """Do every step and note what came of it."""
    done: list[_Said] = []
    problems: list[_Said] = []

    def step(korean: str, english: str, work: Callable[[], _Said]) -> None:
        try:
            done.append(work())
        except (ForumError, OSError) as error:
            told = str(error).split("\n", 1)  # in Korean first where it is told in both
            problems.append((f"{korean}: {told[0]}", f"{english}: {' '.join(told[-1].split())}"))

    daily = settings.daily
    step("집계", "tallies", lambda: _write_tallies(store, daily, seoul_day(now)))
    step("백업", "backup", lambda: _back_up(store, daily, now))
    step("이전 저장소", "replaced stores", lambda: _bound_replaced_stores(store.home, daily.keep_replaced_stores))
    step("오류 보고서", "crash reports", lambda: _bound_crash_reports(store.home))
    (done_ko, done_en), (problems_ko, problems_en) = _apart(done), _apart(problems)
    work = DailyWork(utc_text(now), done_en, problems_en, done_ko, problems_ko)
    note_daily_work(store, work)
    return work


def _apart(said: list[_Said]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(korean for korean, _ in said), tuple(english for _, english in said)


def _write_tallies(store: Store, daily: Daily, today: date) -> _Said:
    """Write each day since the last one that was written, which may have gone on after its closing time."""
    noted = store.line_note(_TALLIED)
    first = max(date.fromisoformat(noted) if noted else today, today - timedelta(days=_MOST_DAYS - 1))
    day = min(first, today)
    days = 0
    while day <= today:
        export_tally(store, day, day, daily.formats, daily.tallies)
        store.save_line_note(_TALLIED, day.isoformat())
        day, days = day + timedelta(days=1), days + 1
    return f"{days}일의 집계를 {daily.tallies}에 썼습니다", f"tallies of {days} days are in {daily.tallies}"


def _back_up(store: Store, daily: Daily, now: datetime) -> _Said:
    made = write_backup(store, daily.backups, now, read_passphrase(daily.passphrase_file))
    gone = keep_newest(([each] for each in backups(daily.backups)), daily.keep_backups)
    return (
        f"백업 {made.path}에 제출 {made.submissions:,}건을 담았습니다. 오래된 백업 {len(gone)}개를 지웠습니다",
        f"{made.path} holds {made.submissions:,} submissions; {len(gone)} older backups deleted",
    )


def _bound_replaced_stores(home: Path, most: int) -> _Said:
    gone = len(keep_newest(replaced_stores(home), most))
    return f"이전 저장소의 오래된 파일 {gone}개를 지웠습니다", f"{gone} files of old replaced stores deleted"


def _bound_crash_reports(home: Path) -> _Said:
    gone = len(keep_newest_reports(home))
    return f"오래된 오류 보고서 {gone}개를 지웠습니다", f"{gone} old crash reports deleted"
