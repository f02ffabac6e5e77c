"""Where the machine tells of itself, and the program that uploads; others in tests."""

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Roots:
    """The mount table, the disks and the thermal zones of the kernel, and forum-sync."""

    mounts: Path = Path("/proc/self/mountinfo")
    devices: Path = Path("/sys/dev/block")
    thermal: Path = Path("/sys/class/thermal")
    uploader: Path = Path(sys.executable).with_name("forum-sync")  # noqa: RUF009 (a path is frozen)
