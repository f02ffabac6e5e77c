"""A server with more kiosks than it can take at once: it answers all, fairly or “busy”, and loses nothing."""

from collections.abc import MutableMapping
from pathlib import Path
from threading import Event
from typing import Any

import anyio
from fastapi import FastAPI
from sqlalchemy import text

from sync.central.central import opened_database
from sync.central.settings import Settings
from sync.central.store.database import CONNECTIONS
from sync.central.web.app import problem_response
from sync.central.web.doorway import Doorway
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
    assert load.acknowledged > 0
    assert load.memory_after - load.memory_before < _GROWTH
    assert 0 < load.connections <= CONNECTIONS
    with opened_database(Settings(home=home, database_url=address)) as database, database.reading() as connection:
        stored = connection.execute(text("SELECT count(*) FROM record")).scalar_one()
    assert load.acknowledged <= stored <= load.acknowledged + 50  # what was under way when the time was over


def test_past_its_limit_the_gate_says_busy_at_once_and_takes_requests_again_afterwards() -> None:
    held = Event()

    async def crowd() -> list[str]:
        gate = Gate(working=2, waiting=3, patience=60)
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


def test_whose_turn_does_not_come_in_time_hears_that_the_gate_is_busy_and_the_others_go_on() -> None:
    held = Event()

    async def crowd() -> list[str]:
        gate = Gate(working=1, waiting=3, patience=0.05)
        told: list[str] = []

        async def one() -> None:
            try:
                await gate.run(lambda: held.wait(30))
                told.append("done")
            except Problem as problem:
                told.append(problem.kind.code)
            if told.count("busy") == 3:
                held.set()

        async with anyio.create_task_group() as group:
            for _ in range(4):
                group.start_soon(one)
        assert not gate.is_full
        assert await gate.run(lambda: 1) == 1
        return told

    assert anyio.run(crowd) == ["busy", "busy", "busy", "done"]


def test_a_kiosk_hears_at_the_door_that_the_gate_is_full_and_nobody_else_does() -> None:
    held, inside = Event(), Event()

    async def knock() -> list[tuple[str, int]]:
        gate = Gate(working=1, waiting=0, patience=60)
        app = FastAPI()
        app.add_middleware(Doorway, gate=gate, busy=lambda: problem_response(Problem(BUSY)))
        heard: list[tuple[str, int]] = []

        def work() -> None:
            inside.set()
            held.wait(30)

        async def ask(path: str) -> None:
            async def receive() -> dict[str, object]:
                return {"type": "http.request", "body": b"", "more_body": False}

            async def send(message: MutableMapping[str, Any]) -> None:
                if message["type"] == "http.response.start":
                    heard.append((path, message["status"]))

            scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
            await app(scope, receive, send)

        async with anyio.create_task_group() as group:
            group.start_soon(gate.run, work)
            while not inside.is_set():
                await anyio.lowlevel.checkpoint()
            await ask("/v1/devices/x/head")
            await ask("/staff")
            held.set()
        await ask("/v1/devices/x/head")
        return heard

    assert anyio.run(knock) == [("/v1/devices/x/head", 503), ("/staff", 404), ("/v1/devices/x/head", 404)]


def test_a_busy_answer_says_when_to_come_again() -> None:
    answer = problem_response(Problem(BUSY))
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
