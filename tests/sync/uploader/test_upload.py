"""Uploading over a line that loses, changes and refuses: nothing lost, nothing doubled, nothing false believed."""

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.store import Store
from sync.central.central import opened_database
from sync.central.settings import Settings
from sync.uploader.enrolment import enrol
from sync.uploader.outcomes import Conflict, Refused, Temporary, TooLarge
from sync.uploader.running import Runner
from sync.uploader.upload import LOST_NOTE, open_upload
from tests.programs import ran, started
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.central.conftest import central, enrolment_code  # noqa: F401
from tests.sync.server import CentralProcess, serving
from tests.sync.wire import Answer, Wire, running_wire

On = Callable[[], Answer]


@pytest.fixture
def wire(central: CentralProcess, store: Store) -> Iterator[Wire]:  # noqa: F811
    """A wire to the central store, with this test's kiosk enrolled through it."""
    with running_wire(central.url) as running:
        enrol(store, running.url, enrolment_code(central, f"kiosk-{store.device_id}"), allow_http=False)
        store.install_pack(small_pack())
        running.asked.clear()
        running.came.clear()
        yield running


def _drain(store: Store) -> int:
    with closing(open_upload(store, allow_http=False)) as upload:
        return upload.drain().sent


def _stored(central: CentralProcess, store: Store) -> list[int]:  # noqa: F811
    home, url = central.environment["FORUM_CENTRAL_HOME"], central.environment.get("FORUM_DATABASE_URL")
    query = text("SELECT seq FROM record JOIN device ON device.no = device_no WHERE device.name = :name ORDER BY seq")
    with opened_database(Settings(home=Path(home), database_url=url)) as database, database.reading() as connection:
        return list(connection.execute(query, {"name": f"kiosk-{store.device_id}"}).scalars())


def _is_batch(path: str) -> bool:
    return path.endswith("/batches")


def test_a_lost_answer_is_found_out_from_the_head_and_nothing_is_sent_twice(
    central: CentralProcess,  # noqa: F811
    wire: Wire,
    store: Store,
) -> None:
    store.keep_all([poll_submission() for _ in range(3)])

    def lose(_method: str, path: str, on: On) -> Answer | None:
        answer = on()
        return None if _is_batch(path) else answer

    wire.bend = lose
    with pytest.raises(Temporary, match="cannot be reached"):
        _drain(store)
    assert (store.pending(), _stored(central, store)) == (3, [1, 2, 3])

    wire.asked.clear()
    assert _drain(store) == 3
    assert not any(_is_batch(path) for _, path in wire.asked)
    assert (store.pending(), _stored(central, store)) == (0, [1, 2, 3])


@pytest.mark.parametrize(
    "answer",
    [
        Answer(200, {"Content-Type": "text/html"}, b"<html>Welcome to the hotel's network</html>"),
        Answer(200, {"Content-Type": "application/json"}, b'{"receipt": "{}", "signature": "AA", "outcomes": []}'),
        Answer(302, {"Location": "http://127.0.0.1:1/login"}, b""),
        Answer(404, {"Content-Type": "text/html"}, b"not here"),
        Answer(403, {"Content-Type": "text/html"}, b"blocked"),
        Answer(500, {}, b""),
        Answer(200, {}, b"x" * 2_000_000),
        None,
    ],
    ids=["portal", "forged", "redirect", "html 404", "html 403", "500", "endless", "cut"],
)
def test_anything_but_a_signed_receipt_keeps_every_record(
    central: CentralProcess,  # noqa: F811
    wire: Wire,
    store: Store,
    answer: Answer | None,
) -> None:
    store.keep_all([poll_submission() for _ in range(2)])
    wire.bend = lambda _method, path, on: answer if _is_batch(path) else on()
    with pytest.raises(Temporary, match="every record is kept"):
        _drain(store)
    assert store.pending() == 2
    wire.bend = lambda _method, _path, on: on()
    assert _drain(store) == 2
    assert _stored(central, store) == [1, 2]


def test_a_receipt_for_less_than_what_was_sent_confirms_nothing(wire: Wire, store: Store) -> None:
    store.keep(poll_submission())
    _drain(store)
    old: list[Answer] = []

    def replay(_method: str, path: str, on: On) -> Answer | None:
        if not _is_batch(path):
            return on()
        old.append(on())
        return old[0]

    wire.bend = replay
    store.keep(poll_submission())
    _drain(store)
    store.keep(poll_submission())
    with pytest.raises(Conflict, match="does not cover"):
        _drain(store)
    assert store.pending() == 1


def test_too_large_a_batch_is_halved_until_it_passes(
    central: CentralProcess,  # noqa: F811
    wire: Wire,
    store: Store,
) -> None:
    store.keep_all([poll_submission() for _ in range(10)])
    refusals = [Answer(413, {}, b""), Answer(413, {}, b"")]
    wire.bend = lambda _method, path, on: refusals.pop() if _is_batch(path) and refusals else on()
    assert _drain(store) == 10
    assert _stored(central, store) == list(range(1, 11))
    assert sum(_is_batch(path) for _, path in wire.asked) == 2 + 5  # 10, 5, then five of two


def test_a_record_that_is_too_large_alone_is_told_and_kept(wire: Wire, store: Store) -> None:
    store.keep_all([poll_submission() for _ in range(3)])
    wire.bend = lambda _method, path, on: Answer(413, {}, b"") if _is_batch(path) else on()
    with pytest.raises(TooLarge):
        _drain(store)
    assert store.pending() == 3


def test_many_batches_arrive_once_and_in_order(
    central: CentralProcess,  # noqa: F811
    wire: Wire,
    store: Store,
) -> None:
    store.keep_all([poll_submission() for _ in range(1203)])
    assert _drain(store) == 1203
    assert _stored(central, store) == list(range(1, 1204))
    assert sum(_is_batch(path) for _, path in wire.asked) == 3
    assert sum(method == "PUT" for method, _ in wire.asked) == 1


def test_a_retired_key_stops_the_sending_and_keeps_the_records(wire: Wire, store: Store) -> None:
    store.keep(poll_submission())
    enrolment = store.enrolment()
    assert enrolment is not None
    store.save_enrolment(replace(enrolment, device_key=bytes(32)))
    with pytest.raises(Refused, match="not signed"):
        _drain(store)
    assert store.pending() == 1


def test_a_cloned_kiosk_is_found_out(
    central: CentralProcess,  # noqa: F811
    wire: Wire,
    store: Store,
    tmp_path: Path,
) -> None:
    import shutil

    from kiosk.store import open_store

    store.keep(poll_submission())
    shutil.copytree(store.home, tmp_path / "clone")
    assert _drain(store) == 1
    store.keep(poll_submission())
    assert _drain(store) == 1
    with open_store(tmp_path / "clone") as clone:
        clone.keep(poll_submission())
        with pytest.raises(Conflict, match="cloned or restored"):
            _drain(clone)
        assert clone.pending() == 2
    assert _stored(central, store) == [1, 2]


def test_a_ministry_that_lost_records_gets_them_again_from_where_it_stands(
    wire: Wire, store: Store, tmp_path: Path, database_url: str | None
) -> None:
    store.keep(poll_submission())
    _drain(store)
    store.keep(poll_submission())
    with serving(tmp_path / "new-central", None) as fresh:
        enrol(store, fresh.url, enrolment_code(fresh, "lobby"), allow_http=False)
        assert _drain(store) == 2
        assert store.pending() == 0
    assert "up to 0 only" in (store.line_note(LOST_NOTE) or "")


def test_the_uploader_deletes_what_was_delivered_after_the_period_and_tells_if_the_ministry_loses_it(
    wire: Wire, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=100)
    store.keep_all([poll_submission(recorded_at=long_ago) for _ in range(3)])
    store.confirm(b"a receipt of then", 1, 3, long_ago)
    monkeypatch.setenv("FORUM_RETENTION_DAYS", "90")
    told: list[str] = []

    def tell(sentence: str) -> None:
        told.append(sentence)
        runner.stop()

    runner = Runner(store, allow_http=False, tell=tell)
    runner.run()
    assert told == ["The words of 3 delivered submissions were deleted here after their period."]
    assert list(store.records(date(2000, 1, 1), date(2100, 1, 1))) == []
    assert sum(line.count for line in store.results("first-poll") if line.option_id == "submissions") == 3

    # The ministry never had them: it was put back to an older backup than the period.
    store.keep(poll_submission())
    _drain(store)
    assert "3 of them go without their words" in (store.line_note(LOST_NOTE) or "")


def test_the_uploader_runs_until_it_is_told_to_end(wire: Wire, store: Store, home: Path) -> None:
    arrived = wire.came
    with started("forum-sync", "run") as program:
        store.keep(poll_submission())
        assert arrived.wait(60)
        assert program.out.readline() == "1 submissions were uploaded.\n"
        assert (program.stop(), program.complaints()) == (0, "")
    assert store.pending() == 0


def test_the_uploader_ends_while_it_waits_for_an_answer(wire: Wire, store: Store, home: Path) -> None:
    from threading import Event

    release = Event()

    def hang(_method: str, _path: str, _on: On) -> Answer | None:
        release.wait(60)
        return None

    wire.bend = hang
    store.keep(poll_submission())
    with started("forum-sync", "run") as program:
        assert wire.came.wait(60)
        assert (program.stop(signal.SIGINT, seconds=10), program.complaints()) == (0, "")
    release.set()
    assert store.pending() == 1


def test_status_says_where_the_line_stands(wire: Wire, store: Store, home: Path) -> None:
    store.keep(poll_submission())
    wire.bend = lambda _method, _path, _on: Answer(503, {"Retry-After": "7"}, b"")
    failed = ran("forum-sync", "once")
    assert failed.code == 1
    assert failed.err.count("\n") == 1
    told = json.loads(ran("forum-sync", "status", "--json").out)
    assert (told["pending"], told["last_receipt_at"]) == (1, None)
    assert told["last_attempt_outcome"] == failed.err.strip()
    wire.bend = lambda _method, _path, on: on()
    assert ran("forum-sync", "once").code == 0
    told = json.loads(ran("forum-sync", "status", "--json").out)
    assert (told["pending"], told["last_receipt_through"]) == (0, 1)
