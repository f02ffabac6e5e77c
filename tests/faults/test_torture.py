"""The short form of `make torture`: a hundred seeded histories, and stories that hypothesis tells."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.faults.central_thread import CentralThread, serving_thread
from tests.faults.fault_proxy import FAULTS, Fault, FaultProxy, proxying
from tests.faults.killing import MEMORY
from tests.faults.torture import torture
from tests.faults.world import World

_SEED = 20261122


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_fifty_histories_lose_double_and_miss_nothing(database: str) -> None:
    toll = torture(database, histories=50, seed=_SEED)
    assert toll.broken == []
    assert (toll.lost, toll.doubled, toll.gaps, toll.wrong) == (0, 0, 0, 0)
    assert (toll.histories, toll.thanked > 500, toll.faults > 100) == (50, True, True)


class KioskMachine(RuleBasedStateMachine):
    """Hypothesis chooses what happens, and shrinks a broken promise to the shortest story that breaks it."""

    central: ClassVar[CentralThread]
    proxy: ClassVar[FaultProxy]
    made: ClassVar[int] = 0

    @initialize(seed=st.integers(0, 10**6))
    def begin(self, seed: int) -> None:
        KioskMachine.made += 1
        self.folder = tempfile.TemporaryDirectory(prefix="forum-machine-", dir=MEMORY)
        self.proxy.random = Random(seed)
        name = f"machine-{KioskMachine.made}"
        self.world = World(Path(self.folder.name), self.central, self.proxy, Random(seed), name)

    @rule(count=st.integers(1, 4))
    def thank(self, count: int) -> None:
        self.world.thank(count)

    @rule(faults=st.lists(st.sampled_from(FAULTS), max_size=5), batches=st.none() | st.integers(1, 3))
    def upload(self, faults: list[Fault], batches: int | None) -> None:
        self.world.upload(*faults, batches=batches)

    @rule()
    def withdraw(self) -> None:
        self.world.withdraw()

    @rule()
    def withdraw_at_ministry(self) -> None:
        self.world.withdraw_at_ministry()

    @rule()
    def jump_clock(self) -> None:
        self.world.jump_clock()

    @rule()
    def fill_disk(self) -> None:
        self.world.fill_disk()

    @rule()
    def restart_kiosk(self) -> None:
        self.world.restart_kiosk()

    @rule()
    def race(self) -> None:
        self.world.race()

    @rule()
    def back_up(self) -> None:
        self.world.back_up()

    @rule()
    def restore(self) -> None:
        self.world.restore()

    def teardown(self) -> None:
        if hasattr(self, "world"):
            try:
                assert self.world.settle() == []
            finally:
                self.world.close()
                self.folder.cleanup()


@pytest.fixture
def central(tmp_path: Path, database_url: str | None) -> Iterator[CentralThread]:
    with serving_thread(tmp_path / "central", database_url) as running:
        yield running


def test_no_story_that_hypothesis_tells_breaks_a_promise(central: CentralThread) -> None:
    with proxying(central.address, 1) as proxy:
        KioskMachine.central, KioskMachine.proxy = central, proxy
        run_state_machine_as_test(
            KioskMachine,
            settings=settings(
                max_examples=12,
                stateful_step_count=15,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
