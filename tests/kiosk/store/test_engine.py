import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from kiosk.store import Store, StoreError, open_store
from kiosk.store.engine import check_sqlite
from kiosk.store.errors import StoreBusy, StoreFull, StoreKeyWrong, StoreUnsafe, StoreUnwritable
from tests.submissions import poll_submission


def test_home_and_key_are_for_their_owner_only(home: Path) -> None:
    open_store(home).close()
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "store.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
def test_store_stays_shut_on_a_sqlite_that_can_corrupt_it(version: tuple[int, ...]) -> None:
    with pytest.raises(StoreUnsafe, match=r"3\.51\.3"):
        check_sqlite(version)


def test_this_sqlite_passes_the_gate() -> None:
    check_sqlite(sqlcipher.sqlite_version_info)


def test_commit_is_durable(store: Store) -> None:
    assert store._connection.exec_driver_sql("PRAGMA synchronous").scalar() in (2, "2")
    assert store._connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_wrong_key_is_said_and_changes_nothing(home: Path) -> None:
    with open_store(home) as store:
        store.keep(poll_submission())
    right = (home / "store.key").read_text()
    (home / "store.key").write_text("0" * 64)
    with pytest.raises(StoreKeyWrong, match="nothing was changed"):
        open_store(home)
    (home / "store.key").write_text(right)
    with open_store(home) as store:
        assert store.pending() == 1


def test_missing_key_is_not_made_anew(home: Path) -> None:
    open_store(home).close()
    (home / "store.key").unlink()
    with pytest.raises(StoreKeyWrong, match="missing"):
        open_store(home)
    assert not (home / "store.key").exists()


def test_unreadable_key_is_said(home: Path) -> None:
    open_store(home).close()
    (home / "store.key").write_text("password\n")
    with pytest.raises(StoreKeyWrong, match="64 hex digits"):
        open_store(home)


def test_store_that_another_program_holds_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.store.engine.BUSY_SECONDS", 0.05)
    with open_store(home) as holder, open_store(home) as store:
        holder._connection.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="kept before is safe"):
            store.keep(poll_submission())
        holder._connection.exec_driver_sql("ROLLBACK")
        assert store.keep(poll_submission()).seq == 1


def test_full_disk_is_said_and_nothing_is_lost(store: Store) -> None:
    store.keep(poll_submission())
    pages = store._connection.exec_driver_sql("PRAGMA page_count").scalar()
    store._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFull, match="kept before is safe"):
        store.keep_all([poll_submission({"first": "security", "why": "가" * 1000}) for _ in range(50)])
    store._connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert store.keep(poll_submission()).seq == 2
    assert list(store.verify()) == []


def test_file_in_the_place_of_the_home_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(StoreUnwritable, match="cannot be used"):
        open_store(tmp_path / "home")


def test_store_from_a_newer_version_stays_shut(home: Path) -> None:
    with open_store(home) as store:
        store._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreUnsafe, match="newer version"):
        open_store(home)


def test_truncated_store_is_said(home: Path) -> None:
    with open_store(home) as store:
        store.keep_all([poll_submission() for _ in range(200)])
    os.truncate(home / "forum.db", 4096 * 3)
    for extra in ("forum.db-wal", "forum.db-shm"):
        (home / extra).unlink(missing_ok=True)
    assert _problems(home)


def _problems(home: Path) -> list[str]:
    try:
        with open_store(home) as store:
            return list(store.verify())
    except StoreError as error:
        return [str(error)]


def test_programs_that_start_at_once_agree_on_key_and_device(home: Path) -> None:
    program = [str(Path(sys.executable).with_name("forum-staff")), "status", "--json"]
    started = [subprocess.Popen(program, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    devices = {json.loads(each.communicate(timeout=60)[0])["device_id"] for each in started}
    assert len(devices) == 1
    assert [path.name for path in home.glob("store.key*")] == ["store.key"]
