"""The ministry's results come down the line: signed, with a tag, and nothing else takes their place."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.store import Store, open_store
from sync.protocol.encoding import to_text
from sync.protocol.published import PublishedResults, sign_results
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.in_process import run_here as run
from tests.sync.server import CentralProcess
from tests.sync.wire import Answer, Wire, running_wire, straight

AGO = datetime.now(UTC) - timedelta(days=3)


@pytest.fixture
def central_home(central_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ministry that has a public address, and so publishes."""
    monkeypatch.setenv("FORUM_PUBLIC_URL", "https://forum.example.go.kr")
    return central_home


@pytest.fixture
def wire(enrolled: CentralProcess, store: Store) -> Iterator[Wire]:
    with running_wire(enrolled.url) as running:
        enrolment = store.enrolment()
        assert enrolment is not None
        store.save_enrolment(replace(enrolment, central_url=running.url))
        yield running


def _keep(store: Store, count: int) -> None:
    store.keep_all([poll_submission({"first": "economy"}, recorded_at=AGO) for _ in range(count)])


def _once(*more: object) -> Any:
    ran = run("forum-sync", "once", "--json", *more)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def _problem() -> Any:
    return json.loads(run("forum-sync", "status", "--json").out)["pack_problem"]


def _bent(change: Callable[[Answer], bytes]) -> Callable[[str, str, Callable[[], Answer]], Answer]:
    def bend(_method: str, path: str, on: Callable[[], Answer]) -> Answer:
        answer = on()
        return Answer(answer.status, answer.headers, change(answer)) if path == "/v1/results" else answer

    return bend


def test_a_kiosk_gets_the_counts_of_every_kiosk_once_a_day(wire: Wire, store: Store, tmp_path: Path) -> None:
    second = tmp_path / "second"
    with open_store(second) as other:
        other.install_pack(small_pack())
        _keep(other, 20)
    code = json.loads(run("forum-central", "enrol", "gate", "--json").out)["code"]
    assert run("forum-sync", "enrol", "--home", second, "--central", wire.target, "--code", code).code == 0
    _once("--home", second)  # its records are sent first; then it asks, and the day's edition is made
    _keep(store, 12)
    statuses: list[int] = []

    def noting(_method: str, path: str, on: Callable[[], Answer]) -> Answer:
        answer = on()
        if path == "/v1/results":
            statuses.append(answer.status)
        return answer

    wire.bend = noting
    for _ in range(2):
        _once()
        results = store.ministry.results("first-poll")
        assert results is not None
        assert (results.people, results.counts["first", "economy"]) == (20, 20)
    assert statuses == [200, 304]
    assert store.ministry.results("long-survey") is None
    assert _problem() is None


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
def test_results_that_are_forged_or_altered_leave_those_that_are_shown_and_are_told(wire: Wire, store: Store) -> None:
    _keep(store, 12)
    _once()
    shown = store.ministry.results("first-poll")
    assert shown is not None

    def forged(answer: Answer) -> bytes:
        statement = json.loads(answer.body)["statement"]
        signature = Ed25519PrivateKey.generate().sign(b"open-forum-kiosk/results/1\n" + statement.encode())
        return json.dumps({"statement": statement, "signature": to_text(signature)}).encode()

    for change in (forged, lambda answer: answer.body.replace(b'people\\":12', b'people\\":99')):
        store.save_line_note("results tag", "")
        wire.bend = _bent(change)
        _once()
        assert store.ministry.results("first-poll") == shown
        assert "not signed by the ministry" in _problem()
        (state,) = json.loads(run("forum-central", "devices", "--json").out)
        assert "not signed by the ministry" in state["pack_problem"]
    wire.bend = straight
    _once()
    assert _problem() is None


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
def test_older_results_do_not_come_back_and_newer_ones_take_the_place_of_all(
    wire: Wire, store: Store, central_home: Path
) -> None:
    _keep(store, 12)
    _once()
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex((central_home / "server.key").read_text().strip()))
    today = store.ministry.as_of()
    assert today is not None
    for days, kept in ((-1, True), (1, False)):
        results = PublishedResults(as_of=(today + timedelta(days=days)).isoformat(), activities=[])
        body = sign_results(key, results).model_dump_json().encode()
        store.save_line_note("results tag", "")
        wire.bend = _bent(lambda _, body=body: body)  # type: ignore[misc]
        _once()
        assert (store.ministry.results("first-poll") is not None) is kept
