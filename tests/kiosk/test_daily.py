"""The work at closing time: tallies, a backup that can be restored, the newest kept, and what failed said in status."""

import configparser
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.daily import do_daily_work
from kiosk.daily_notes import last_daily_work
from kiosk.housekeeping import backups, replaced_stores
from kiosk.settings import read_settings
from kiosk.status import read_status
from kiosk.store import Store, open_store
from kiosk.store.backups import restore_backup
from tests.conftest import Run
from tests.small_pack import small_pack
from tests.submissions import poll_submission

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def lived(home: Path) -> Store:
    with open_store(home) as store:
        store.install_pack(small_pack())
        for day in range(3):
            store.keep(poll_submission(recorded_at=NOW - day * DAY))
        (home / "kiosk.toml").write_text('[daily]\nformats = ["csv"]\nkeep_backups = 2\nkeep_replaced_stores = 1\n')
        return store


def test_tallies_and_backups_are_made_each_day_and_the_newest_are_kept(lived: Store) -> None:
    home = lived.home
    with open_store(home) as store:
        for day in range(4):
            work = do_daily_work(store, read_settings(home), NOW + day * DAY)
            assert work.problems == ()
        assert last_daily_work(store) == work
    assert sorted(path.name for path in (home / "tallies").iterdir()) == [
        f"tally_2026-11-2{day}.csv" for day in range(4)
    ]
    assert len(backups(home / "backups")) == 2


def test_days_that_were_missed_are_made_up_for(lived: Store) -> None:
    with open_store(lived.home) as store:
        settings = read_settings(lived.home)
        do_daily_work(store, settings, NOW - 2 * DAY)
        do_daily_work(store, settings, NOW)
    assert len(list((lived.home / "tallies").iterdir())) == 3


def test_a_scheduled_backup_is_restored_with_everything(lived: Store, tmp_path: Path) -> None:
    with open_store(lived.home) as store:
        do_daily_work(store, read_settings(lived.home), NOW)
    (backup,) = backups(lived.home / "backups")
    done = restore_backup(backup, tmp_path / "new", None, lived.home / "store.key", False)
    assert done.submissions == 3
    with open_store(tmp_path / "new") as restored:
        assert list(restored.verify()) == []
        assert restored.status().submissions == 3


def test_a_step_that_fails_is_named_in_status_and_stops_no_other(lived: Store) -> None:
    home = lived.home
    (home / "backups").write_text("in the way")
    with open_store(home) as store:
        work = do_daily_work(store, read_settings(home), NOW)
        assert [each.split(":")[0] for each in work.problems] == ["backup"]
        assert (home / "tallies" / "tally_2026-11-20.csv").exists()
        (trouble,) = [each for each in read_status(store).troubles if "forum-staff daily" in each.english]
    assert "마감 작업의 일부가 되지 않았습니다" in trouble.korean
    assert work.problems[0] in trouble.english
    assert work.problems_ko[0].startswith("백업: ")
    assert work.problems_ko[0] in trouble.korean


def test_what_was_done_and_what_failed_is_told_in_korean_and_english(lived: Store, run: Run) -> None:
    (lived.home / "backups").write_text("in the way")
    done = run("forum-staff", "daily")
    assert done.code == 1
    assert done.out.splitlines()[0].startswith("1일의 집계를 ")
    assert "tallies of 1 days are in " in done.out
    korean, english = done.err.splitlines()
    assert korean.startswith("백업: ")
    assert "쓰지 못했습니다" in korean
    assert english.startswith("backup: ")
    assert "could not be written" in english


def test_old_replaced_stores_are_deleted_and_the_newest_is_named_in_status(lived: Store) -> None:
    home = lived.home
    for number in (1, 2):
        for ending in ("", "-wal"):
            (home / f"forum.db.before-{number}{ending}").write_bytes(b"x" * 1000)
    newest = replaced_stores(home)[0]
    with open_store(home) as store:
        assert do_daily_work(store, read_settings(home), NOW).problems == ()
        state = read_status(store)
    assert replaced_stores(home) == [newest]
    assert state.replaced_stores == (newest[0].name,)
    assert any("저장소 1개" in each.korean for each in state.troubles)


def test_the_timer_starts_a_program_that_is_there() -> None:
    units = ROOT / "assets/deployment/units"
    service, timer = configparser.ConfigParser(), configparser.ConfigParser()
    service.read(units / "forum-daily.service")
    timer.read(units / "forum-daily.timer")
    program = Path(service["Service"]["ExecStart"].split()[0]).name
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert (program in scripts, service["Service"]["ExecStart"].split()[1]) == (True, "daily")
    assert timer["Timer"]["OnCalendar"].endswith("Asia/Seoul")
