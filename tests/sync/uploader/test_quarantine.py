"""One bad record is set aside with its words, its place in the chain goes on, and staff can have it tried again."""

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.store import Store
from sync.central.central import opened_database
from sync.central.settings import Settings
from sync.protocol.problems import MALFORMED, PROBLEM_TYPE, TOO_LARGE, Problem, problem_body
from sync.uploader.enrolment import enrol
from sync.uploader.outcomes import Rejected, TooLarge
from sync.uploader.upload import open_upload
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.central.conftest import central, enrolment_code  # noqa: F401
from tests.sync.in_process import run_here
from tests.sync.server import CentralProcess
from tests.sync.wire import Answer, Wire, running_wire

On = Callable[[], Answer]
MALFORMED_ANSWER = Answer(
    400, {"Content-Type": PROBLEM_TYPE}, json.dumps(problem_body(Problem(MALFORMED, "Record 1."))).encode()
)
TOO_LARGE_ANSWER = Answer(413, {"Content-Type": PROBLEM_TYPE}, json.dumps(problem_body(Problem(TOO_LARGE))).encode())
BAD = "이 글을 서버가 읽지 못한다"


@pytest.fixture
def wire(central: CentralProcess, store: Store) -> Iterator[Wire]:  # noqa: F811
    """A wire to the central store, with this test's kiosk enrolled through it."""
    with running_wire(central.url) as running:
        enrol(store, running.url, enrolment_code(central, f"kiosk-{store.device_id}"), allow_http=False)
        store.install_pack(small_pack())
        yield running


def _drain(store: Store) -> int:
    with closing(open_upload(store, allow_http=False)) as upload:
        return upload.drain().sent


def _stored(central: CentralProcess, store: Store) -> list[tuple[int, bool]]:  # noqa: F811
    """Return each place that the ministry holds, and whether with its words."""
    home, url = central.environment["FORUM_CENTRAL_HOME"], central.environment.get("FORUM_DATABASE_URL")
    query = text("SELECT seq, payload FROM record JOIN device ON no = device_no WHERE name = :name ORDER BY seq")
    with opened_database(Settings(home=Path(home), database_url=url)) as database, database.reading() as connection:
        rows = connection.execute(query, {"name": f"kiosk-{store.device_id}"})
        return [(row.seq, row.payload is not None) for row in rows]


def _refuses(bad: str, refusal: Answer) -> Callable[[str, str, bytes, On], Answer | None]:
    def bend(_method: str, path: str, body: bytes, on: On) -> Answer | None:
        return refusal if path.endswith("/batches") and bad.encode() in gzip.decompress(body) else on()

    return bend


def _keep(store: Store, count: int, bad: int) -> list[str]:
    """Keep submissions, of which the one at the place `bad` (from 1) is the bad one; return their receipt ids."""
    made = [
        poll_submission({"first": "security", "why": BAD} if place == bad else None) for place in range(1, count + 1)
    ]
    store.keep_all(made)
    return [each.receipt_id for each in made]


@pytest.mark.parametrize("refusal", [MALFORMED_ANSWER, TOO_LARGE_ANSWER], ids=["malformed", "too large"])
def test_one_bad_record_among_many_is_set_aside_and_all_others_arrive(
    central: CentralProcess,  # noqa: F811
    wire: Wire,
    store: Store,
    refusal: Answer,
) -> None:
    _keep(store, 21, bad=14)
    wire.bend_body = _refuses(BAD, refusal)
    assert _drain(store) == 21
    assert _stored(central, store) == [(seq, seq != 14) for seq in range(1, 22)]
    assert [each.record.seq for each in store.quarantine.records()] == [14]
    assert store.status().quarantined == 1
    assert list(store.verify()) == []
    assert sum(BAD.encode() in each for each in store.records(date(2000, 1, 1), date(2100, 1, 1))) == 1


def test_what_is_in_quarantine_arrives_once_the_server_can_read_it(
    central: CentralProcess,  # noqa: F811
    wire: Wire,
    store: Store,
    home: Path,
    tmp_path: Path,
) -> None:
    _keep(store, 3, bad=2)
    wire.bend_body = _refuses(BAD, MALFORMED_ANSWER)
    _drain(store)
    assert run_here("forum-sync", "quarantine", "retry").code == 1
    assert json.loads(run_here("forum-sync", "status", "--json").out)["quarantined"] == 1
    listed = json.loads(run_here("forum-sync", "quarantine", "list", "--json").out)
    assert [each["seq"] for each in listed] == [2]
    assert run_here("forum-sync", "quarantine", "export", tmp_path / "set-aside.jsonl").code == 0
    assert BAD in json.loads((tmp_path / "set-aside.jsonl").read_text())["record"]

    wire.bend_body = None
    done = run_here("forum-sync", "quarantine", "retry", "--json")
    assert (done.code, json.loads(done.out)) == (0, {"released": 1, "refused": 0})
    assert _stored(central, store) == [(1, True), (2, True), (3, True)]
    assert store.quarantine.count() == 0


def test_a_withdrawn_record_never_comes_back_out_of_quarantine(
    central: CentralProcess,  # noqa: F811
    wire: Wire,
    store: Store,
) -> None:
    receipts = _keep(store, 1, bad=1)
    sent: list[tuple[str, str, dict[str, str], bytes]] = []

    def refuse_and_record(method: str, path: str, body: bytes, on: On) -> Answer | None:
        if path.endswith("/batches") and BAD.encode() in gzip.decompress(body):
            sent.append((method, path, wire.headers, body))
            return MALFORMED_ANSWER
        return on()

    wire.bend_body = refuse_and_record
    _drain(store)
    store.withdraw(receipts[0], datetime.now(UTC))
    assert store.quarantine.records() == []
    _drain(store)
    replayed = wire.forward(*sent[0])
    assert (replayed.status, json.loads(replayed.body)["outcomes"]) == (200, ["duplicate"])
    assert _stored(central, store) == [(1, False)]


def test_a_record_that_the_line_bent_once_is_not_set_aside(wire: Wire, store: Store) -> None:
    _keep(store, 1, bad=0)
    refusals = [MALFORMED_ANSWER]
    wire.bend = lambda _method, path, on: refusals.pop() if path.endswith("/batches") and refusals else on()
    assert _drain(store) == 1
    assert store.quarantine.count() == 0


@pytest.mark.parametrize(
    ("refusal", "error"),
    [(MALFORMED_ANSWER, Rejected), (Answer(413, {}, b""), TooLarge)],
    ids=["malformed", "too large"],
)
def test_a_server_that_refuses_everything_sets_nothing_aside(
    wire: Wire, store: Store, refusal: Answer, error: type[Exception]
) -> None:
    _keep(store, 5, bad=0)
    wire.bend = lambda _method, path, on: refusal if path.endswith("/batches") else on()
    with pytest.raises(error):
        _drain(store)
    assert (store.pending(), store.quarantine.count()) == (5, 0)
    wire.bend = lambda _method, _path, on: on()
    assert _drain(store) == 5
