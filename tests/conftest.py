"""What every test may ask for: a home, a store in it, a small pack, and a way to run our commands as a person would."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kiosk.forum.packs import Pack
from kiosk.store import Store, open_store
from tests.programs import Ran as Ran
from tests.programs import ran
from tests.small_pack import small_pack

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# The same examples in every run of the suite (others: --hypothesis-profile=default), and none judged by its duration.
settings.register_profile("suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


Run = Callable[..., Ran]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where processes share the tests, begin with the files of few tests: these are the long stories."""
    if hasattr(config, "workerinput"):
        tests_in = Counter(item.path for item in items)
        items.sort(key=lambda item: (tests_in[item.path], item.path))


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
    """Run one of the four commands in a process of its own: run("forum-staff", "status"); `through` another program."""
    return ran
