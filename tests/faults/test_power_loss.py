"""A power cut loses nothing that was thanked, whatever the disk kept of what was not synced."""

from pathlib import Path
from random import Random

from tests.faults.children import visit_store
from tests.faults.disk_log import disk_after, recorded
from tests.faults.power_loss import central_outage, kiosk_outage

_SEED = 20261122


def test_nothing_thanked_is_lost_when_the_power_fails_at_the_kiosk() -> None:
    outage = kiosk_outage(disks=120, seed=_SEED)
    assert outage.findings == []
    assert outage.thanked == 16


def test_nothing_acknowledged_is_lost_when_the_power_fails_at_an_embedded_central_store() -> None:
    outage = central_outage(disks=80, seed=_SEED)
    assert outage.findings == []
    assert outage.thanked == 24


def test_a_replayed_recording_is_byte_for_byte_what_the_process_left_behind(tmp_path: Path) -> None:
    home, disk = tmp_path / "home", tmp_path / "disk"
    done = recorded(home, tmp_path / "book", tmp_path / "log", visit_store, home, tmp_path / "book", 3)
    disk_after(done, "all", Random(1), disk)
    left = {path.name: path.read_bytes() for path in home.iterdir() if not path.name.endswith("-shm")}
    assert {path.name: path.read_bytes() for path in disk.iterdir()} == left
