"""A disk that fills up: what was just said is still kept, and the next visit does not begin."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.forum.staffing import Role
from kiosk.staff_entry import enter, hashed_pin
from kiosk.store import ballast as module
from kiosk.store import open_store
from kiosk.store.ballast import BALLAST_FILE, make_ready
from kiosk.store.errors import StoreFull, StoreUnwritable
from tests.submissions import poll_submission

LONG = "가" * 2000


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of its own with 4 MB, where this machine lets one be made; ballast and least room to measure."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("This user may not mount a file system.")
    monkeypatch.setattr(module, "BALLAST_BYTES", 512 * 1024)
    monkeypatch.setattr(module, "LEAST_ROOM", 1024 * 1024)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def _fill(folder: Path) -> None:
    """Fill the disk to the last byte."""
    with (folder / "something else").open("wb", buffering=0) as file:
        for size in (65_536, 4096, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue


def test_what_is_said_when_the_disk_becomes_full_is_kept_and_the_next_visit_does_not_begin(small_disk: Path) -> None:
    home = small_disk / "kiosk"
    with open_store(home) as store:
        make_ready(home)
        assert (home / BALLAST_FILE).stat().st_size == 512 * 1024
        _fill(small_disk)
        kept = [store.keep(poll_submission({"first": "security", "why": LONG})) for _ in range(3)]
        assert not (home / BALLAST_FILE).exists()
        with pytest.raises(StoreFull, match="no new visit begins"):
            make_ready(home)
        assert [each.seq for each in kept] == [1, 2, 3]
    (small_disk / "something else").unlink()
    with open_store(home) as store:
        make_ready(home)
        assert (home / BALLAST_FILE).exists()
        assert (store.pending(), list(store.verify())) == (3, [])


def test_staff_come_in_when_the_disk_is_full_and_their_entry_is_logged(small_disk: Path) -> None:
    now = datetime.now(UTC)
    with open_store(small_disk / "kiosk") as store:
        store.staff.add("jisu", Role.ATTENDANT, hashed_pin("482913"), "test", now)
        make_ready(store.home)
        _fill(small_disk)
        entries = [enter(store, "jisu", pin, now).role for pin in ("000001", "482913", "482913")]
        assert entries == [None, Role.ATTENDANT, Role.ATTENDANT]
        assert [each.deed for each in store.staff.log(3)] == ["entered", "entered", "missed"]


def test_without_ballast_a_full_disk_is_said_and_nothing_is_lost(small_disk: Path) -> None:
    home = small_disk / "kiosk"
    with open_store(home) as store:
        store.keep(poll_submission())
        _fill(small_disk)
        many = [poll_submission({"first": "security", "why": LONG}) for _ in range(200)]
        with pytest.raises((StoreFull, StoreUnwritable), match="kept before is"):
            store.keep_all(many)
        before = store.pending()
        (small_disk / "something else").unlink()
        assert store.keep(poll_submission()).seq == before + 1
        assert list(store.verify()) == []
