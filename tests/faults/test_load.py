"""A server with more kiosks than it can take at once: it answers all, fairly or “busy”, and loses nothing."""

from pathlib import Path
from threading import Event

import anyio
from sqlalchemy import text

from sync.central.central import opened_database
from sync.central.settings import Settings
from sync.central.web.app import problem_response
from sync.central.web.gate import Gate
from sync.protocol.problems import BUSY, Problem
from tests.faults.load import press
from tests.postgres import Postgres
from tests.sync.server import serving

_GROWTH = 60_000_000


def test_fifty_kiosks_of_which_some_are_faulty_or_hostile_are_all_answered(tmp_path: Path, postgres: Postgres) -> None:
    home, address = tmp_path / "central", postgres.fresh_database()
    with serving(home, address) as central:
        load = press(central, kiosks=50, seconds=3)
    assert load.wrong == []
    assert load.acknowledged > 50
    assert load.memory_after - load.memory_before < _GROWTH
    with opened_database(Settings(home=home, database_url=address)) as database, database.reading() as connection:
        stored = connection.execute(text("SELECT count(*) FROM record")).scalar_one()
    assert load.acknowledged <= stored <= load.acknowledged + 50  # what was under way when the time was over


def test_past_its_limit_the_gate_says_busy_at_once_and_takes_requests_again_afterwards() -> None:
    held = Event()

    async def crowd() -> list[str]:
        gate = Gate(working=2, waiting=3)
        told: list[str] = []

        async def one() -> None:
            try:
                await gate.run(lambda: held.wait(30))
                told.append("done")
            except Problem as problem:
                told.append(problem.kind.code)

        async with anyio.create_task_group() as group:
            for _ in range(9):
                group.start_soon(one)
            with anyio.fail_after(20):
                while told.count("busy") < 4:
                    await anyio.lowlevel.checkpoint()
            held.set()
        assert await gate.run(lambda: 1) == 1
        return told

    told = anyio.run(crowd)
    assert (told.count("busy"), told.count("done")) == (4, 5)


def test_a_busy_answer_says_when_to_come_again() -> None:
    answer = problem_response(Problem(BUSY))
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
