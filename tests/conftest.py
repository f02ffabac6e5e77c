"""What every test may ask for: a home, a store in it, a small pack, and a way to run our commands as a person would."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from kiosk.forum.packs import Pack
from kiosk.store import Store, open_store
from tests.small_pack import small_pack

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# The same examples in every run of the suite (others: --hypothesis-profile=default), and none judged by its duration.
settings.register_profile("suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "kiosk"
    monkeypatch.setenv("FORUM_HOME", str(path))
    return path


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with open_store(home) as opened:
        yield opened


@pytest.fixture
def pack() -> Pack:
    return small_pack()


@pytest.fixture
def run() -> Run:
    """Run one of the four commands in a process of its own: run("forum-staff", "status")."""

    def call(command: str, *arguments: Any, through: tuple[str, ...] = (), **environment: str) -> Ran:
        program = Path(sys.executable).with_name(command)
        done = subprocess.run(
            [*through, str(program), *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, **environment},
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call
