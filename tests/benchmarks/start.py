"""How soon the touchscreen shows its first frame and what it holds in memory, beside a bare page with the keyboard.

The memory is the proportional set size (PSS) once the kiosk stands with its store open; each is measured in turn.
"""

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from kiosk.pack_files import read_pack_file
from kiosk.store import open_store
from tests.benchmarks.figures import Figure

_TIMES = 7
_PACK = Path("assets/packs/lobby.yaml")
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def figures() -> list[Figure]:
    """Start both in turn and compare the medians."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        with open_store(home) as store:
            store.install_pack(read_pack_file(_PACK))
        kiosk = [str(Path(sys.executable).with_name("forum-kiosk")), "--report-first-frame", "--home", str(home)]
        for _ in range(_TIMES):
            ours.append(_started(kiosk))
            bare.append(_started([sys.executable, "-m", "tests.benchmarks.bare_page"]))
    page = "bare QML page with the Hangul keyboard"
    return [
        Figure(
            "process start to first frame", _median(ours, "first_frame_ms"), "ms", _median(bare, "first_frame_ms"), page
        ),
        Figure(
            "memory at the first frame (PSS)",
            _median(ours, "pss_kb") / 1024,
            "MB",
            _median(bare, "pss_kb") / 1024,
            page,
        ),
        Figure(
            "memory with the store open (PSS)",
            _median(ours, "settled_kb") / 1024,
            "MB",
            _median(bare, "pss_kb") / 1024,
            page,
        ),
    ]


def _started(command: list[str]) -> dict[str, float]:
    """Start a program, read the line of JSON that it prints, and end it."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **_OFFSCREEN}, text=True)
    assert process.stdout is not None
    with process.stdout as output:
        figures: dict[str, float] = {}
        for line in output:
            figures |= json.loads(line)
            if "settled_kb" in figures:
                process.send_signal(signal.SIGTERM)
    process.wait(30)
    return figures


def _median(runs: list[dict[str, float]], name: str) -> float:
    return statistics.median(each[name] for each in runs)
