"""A stick to be tested with: a small real file system, and the files in which the kernel would tell of it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.usb_sticks import Stick, find_sticks


class PluggedIn:
    """A real mount that the kiosk takes for a stick by the mount table and the disks that are given to it."""

    def __init__(self, folder: Path, beside: Path) -> None:
        self.folder = folder
        self.mounts, self.devices = Path("/proc/self/mountinfo"), beside / "dev"
        number = folder.stat().st_dev
        place = self.devices / f"{os.major(number)}:{os.minor(number)}"
        place.mkdir(parents=True)
        (place / "removable").write_text("1\n")

    def stick(self, home: Path) -> Stick:
        """Return what the kiosk finds."""
        (found,) = find_sticks(home, self.mounts, self.devices)
        return found

    def pull(self) -> None:
        """Take it out, whatever is being written."""
        subprocess.run(["umount", "--lazy", self.folder], check=True)


@contextmanager
def plugged_in(beside: Path, size: str = "4m") -> Iterator[PluggedIn]:
    """Mount a file system of its own; skips where this user may not mount."""
    folder = beside / "LOBBY"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if made.returncode != 0:
        pytest.skip("This user may not mount a file system.")
    try:
        yield PluggedIn(folder, beside)
    finally:
        subprocess.run(["umount", "--lazy", folder], capture_output=True)  # it may be pulled out already
