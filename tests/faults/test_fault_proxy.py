"""Each fault, at each request of an upload, loses and doubles nothing; and the proxy really does what it says."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.faults.central_thread import CentralThread, serving_thread
from tests.faults.fault_proxy import FAULTS, Fault, FaultProxy, proxying
from tests.faults.world import World

# What one upload asks for: news, the head, a pack, a batch, a withdrawal.
_REQUESTS = 5


@pytest.fixture
def central(tmp_path: Path, database_url: str | None) -> Iterator[CentralThread]:
    with serving_thread(tmp_path / "central", database_url) as running:
        yield running


@pytest.fixture
def proxy(central: CentralThread) -> Iterator[FaultProxy]:
    with proxying(central.address, 1) as running:
        yield running


@pytest.fixture
def world(tmp_path: Path, central: CentralThread, proxy: FaultProxy) -> Iterator[World]:
    made = World(tmp_path, central, proxy, random.Random(1), "kiosk")
    yield made
    made.close()


def test_each_fault_at_each_request_of_an_upload_breaks_no_promise(world: World) -> None:
    for fault in FAULTS:
        for place in range(_REQUESTS):
            world.end_uploader()
            world.thank(2)
            world.withdraw()
            planned: list[Fault] = ["none"] * place
            world.upload(*planned, fault)
        assert world.settle() == [], fault
        # The last request, a withdrawal, is not made where the visitor picked had withdrawn before.
        assert world.proxy.seen[fault] >= _REQUESTS - 2, fault


# A pack is sent beside the news and again before its records: both are refused, and what is between them is not.
_TWICE: dict[Fault, list[Fault]] = {
    "captive-portal": ["captive-portal"],
    "too-large": ["too-large", "none", "too-large"],
}


@pytest.mark.parametrize("fault", _TWICE)
@pytest.mark.parametrize("place", range(_REQUESTS))
def test_a_first_upload_breaks_no_promise_when_a_captive_portal_or_a_small_proxy_answers(
    tmp_path: Path, central: CentralThread, proxy: FaultProxy, place: int, fault: Fault
) -> None:
    world = World(tmp_path, central, proxy, random.Random(1), "kiosk")
    world.thank(2)
    planned: list[Fault] = ["none"] * place
    world.upload(*planned, *_TWICE[fault])
    assert world.settle() == []
    world.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what the proxy does asks no database
@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("lost-before", requests.ConnectionError),
        ("reset-before", requests.ConnectionError),
        ("reset-after", requests.ConnectionError),
        ("answer-cut", requests.exceptions.ChunkedEncodingError),
        ("captive-portal", 200),
        ("moved", 302),
        ("too-large", 413),
        ("not-allowed", 403),
        ("none", 200),
        ("slow", 200),
        ("duplicated", 200),
    ],
)
def test_the_proxy_fails_as_it_is_told(
    proxy: FaultProxy, fault: Fault, outcome: int | type[requests.RequestException]
) -> None:
    proxy.planned = [fault]
    if isinstance(outcome, int):
        answer = requests.get(f"{proxy.url}/v1/health", timeout=10, allow_redirects=False)
        assert answer.status_code == outcome
        assert ("Free Wi-Fi" in answer.text) == (fault in ("captive-portal", "moved"))
    else:
        with pytest.raises(outcome):
            requests.get(f"{proxy.url}/v1/health", timeout=10)
