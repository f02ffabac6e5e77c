from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.store import StoreError, open_store
from kiosk.store.backups import restore_backup, write_backup
from kiosk.store.copies import BackupRefused
from tests.small_pack import small_pack
from tests.submissions import poll_submission

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 22)
PASSPHRASE = "열린포럼 백업 'quoted\" 2026"


def _kept(home: Path, count: int) -> list[bytes]:
    with open_store(home) as store:
        store.install_pack(small_pack())
        store.keep_all([poll_submission() for _ in range(count)])
        return list(store.records(DAY, DAY))


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_backup_restores_every_byte_into_a_new_epoch(home: Path, tmp_path: Path, passphrase: str | None) -> None:
    records = _kept(home, 7)
    with open_store(home) as store:
        backup = write_backup(store, tmp_path / "stick", AT, passphrase)
        device_id = store.device_id
    assert (backup.submissions, backup.epoch, backup.seq) == (7, 1, 7)
    other = tmp_path / "other"
    key_file = None if passphrase else home / "store.key"
    restored = restore_backup(backup.path, other, passphrase, key_file)
    assert (restored.submissions, restored.beyond, restored.before) == (7, None, None)
    with open_store(other) as store:
        assert store.device_id == device_id
        assert store.epoch == restored.epoch > 1
        assert list(store.records(DAY, DAY)) == records
        assert [each.id for each in store.packs()] == ["small"]
        kept = store.keep(poll_submission())
        assert (kept.epoch, kept.seq) == (restored.epoch, 1)
        assert list(store.verify()) == []
        assert store.pending() == 8


def test_a_backup_shows_nothing_and_is_for_its_owner_only(home: Path, tmp_path: Path) -> None:
    with open_store(home) as store:
        store.keep(poll_submission({"first": "security", "why": "PLAINTEXT"}))
        backup = write_backup(store, tmp_path, AT, PASSPHRASE)
    content = backup.path.read_bytes()
    assert b"PLAINTEXT" not in content
    assert not content.startswith(b"SQLite format")
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == [backup.path.name]


def test_what_is_kept_while_a_backup_is_open_elsewhere_stays(home: Path, tmp_path: Path) -> None:
    _kept(home, 2)
    with open_store(home) as one, open_store(home) as two:
        write_backup(one, tmp_path, AT, PASSPHRASE)
        two.keep(poll_submission())
        assert one.pending() == 3


def test_a_store_that_is_there_is_replaced_only_when_told_and_kept_beside(home: Path, tmp_path: Path) -> None:
    _kept(home, 3)
    with open_store(home) as store:
        backup = write_backup(store, tmp_path, AT)
    _kept(home, 2)
    with pytest.raises(BackupRefused, match="--replace"):
        restore_backup(backup.path, home)
    restored = restore_backup(backup.path, home, replace=True)
    assert (restored.submissions, restored.epoch, restored.beyond) == (3, 2, 2)
    assert restored.before is not None
    assert restored.before.exists()
    again = restore_backup(backup.path, home, replace=True)
    assert again.epoch == 3
    assert again.before != restored.before
    with open_store(home) as store:
        assert store.pending() == 3


def test_a_damaged_store_gives_way_and_its_epochs_are_jumped_over(home: Path, tmp_path: Path) -> None:
    _kept(home, 3)
    with open_store(home) as store:
        backup = write_backup(store, tmp_path, AT)
    live = home / "forum.db"
    live.write_bytes(b"\0" * live.stat().st_size)
    restored = restore_backup(backup.path, home, replace=True)
    assert restored.beyond is None
    assert restored.epoch >= 2
    with open_store(home) as store:
        assert list(store.verify()) == []


def test_nothing_is_restored_under_a_running_program(home: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    _kept(home, 1)
    with open_store(home) as store:
        backup = write_backup(store, tmp_path, AT)
    program = (
        "import sys; from pathlib import Path; from kiosk.store import open_store\n"
        "store = open_store(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "open\n"
        with pytest.raises(BackupRefused, match="stop the kiosk"):
            restore_backup(backup.path, home, replace=True)
        running.communicate("")
    assert restore_backup(backup.path, home, replace=True).submissions == 1


@pytest.mark.parametrize("wrong", ["flipped", "truncated", "passphrase"])
def test_a_backup_that_is_not_whole_or_not_ours_changes_nothing(home: Path, tmp_path: Path, wrong: str) -> None:
    records = _kept(home, 40)
    with open_store(home) as store:
        path = write_backup(store, tmp_path, AT, PASSPHRASE).path
    content = bytearray(path.read_bytes())
    if wrong == "flipped":
        content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content[: -4096 * 3] if wrong == "truncated" else content))
    with pytest.raises(StoreError) as caught:
        restore_backup(path, home, "another passphrase" if wrong == "passphrase" else PASSPHRASE, replace=True)
    korean, english = str(caught.value).split("\n")
    assert "백업" in korean
    assert path.name in english
    assert sorted(each.name for each in home.iterdir() if "before" in each.name or "restoring" in each.name) == []
    with open_store(home) as store:
        assert list(store.records(DAY, DAY)) == records


def test_a_short_passphrase_is_refused(home: Path, tmp_path: Path) -> None:
    with open_store(home) as store, pytest.raises(BackupRefused, match="12"):
        write_backup(store, tmp_path, AT, "1234")
