"""What the operating system knows of this process: when it started, and how much memory it holds."""

import os
import time
from pathlib import Path


def milliseconds_since_start() -> float:
    """Return the milliseconds since the process was started (to a hundredth of a second, the kernel's tick)."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace").rsplit(")", 1)[1].split()
    started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000


def proportional_set_size() -> int:
    """Return the memory of the process in KiB, shared pages counted by their share (PSS)."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
