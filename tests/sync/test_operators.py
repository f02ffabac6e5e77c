"""What operators see: gaps named by their places, kiosks that are late, and packs that reach kiosks or do not."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.seoul import SEOUL, seoul_day
from kiosk.store import Store
from sync.protocol.encoding import from_text
from sync.protocol.reports import DayTally, ReportRejected, read_day, sign_day
from sync.protocol.withdrawals import SignedStatement
from tests.small_pack import small_pack_data
from tests.submissions import poll_submission
from tests.sync.in_process import run_here as run
from tests.sync.server import CentralProcess
from tests.sync.wire import Answer, Bend, Wire, running_wire, straight

DAY = "2026-11-22"


def _json(*arguments: object, code: int = 0) -> Any:
    ran = run(*map(str, arguments), "--json")
    assert (ran.code, ran.err) == (code, "")
    return json.loads(ran.out)


@pytest.fixture
def wire(enrolled: CentralProcess, store: Store) -> Iterator[Wire]:
    """A bent wire between the enrolled kiosk and its ministry."""
    from dataclasses import replace

    with running_wire(enrolled.url) as running:
        enrolment = store.enrolment()
        assert enrolment is not None
        store.save_enrolment(replace(enrolment, central_url=running.url))
        yield running


def test_a_day_that_arrived_whole_is_equal_and_a_gap_is_named_by_its_places(
    enrolled: CentralProcess, store: Store
) -> None:
    store.keep_all([poll_submission() for _ in range(10)])
    assert _json("forum-sync", "once") == {"sent": 10, "pending": 0}
    (equal,) = _json("forum-central", "reconcile", "--kiosk", "lobby", "--day", DAY)
    assert (equal["state"], equal["kiosk_submissions"], equal["missing"]) == ("equal", 10, [])

    # The ministry loses the end of what it had: a database put back to an older state.
    from sync.central.central import opened_central
    from sync.central.settings import Settings

    with opened_central(Settings()) as central:
        # They are in the public log before: the server's sequencer would rightly say that it misses them.
        central.log.append()
        with central.database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM record WHERE seq IN (4, 5, 6, 10)")

    (lost,) = _json("forum-central", "reconcile", "--kiosk", "lobby", code=1)
    assert lost["state"] == "missing"
    assert [(gap["first_seq"], gap["last_seq"]) for gap in lost["missing"]] == [(4, 6), (10, 10)]
    assert "records 4 to 6 of epoch 1, 10 to 10 of epoch 1 are missing" in run("forum-central", "reconcile").out
    assert run("forum-central", "reconcile", "--kiosk", "nobody").code == 1


def test_a_withdrawal_after_the_day_was_reported_leaves_it_equal_again(enrolled: CentralProcess, store: Store) -> None:
    kept = store.keep_all([poll_submission() for _ in range(4)])
    _json("forum-sync", "once")
    store.withdraw(kept[2].receipt_id, datetime.now(UTC))
    _json("forum-sync", "once")
    (day,) = _json("forum-central", "reconcile")
    assert (day["state"], day["kiosk_submissions"], day["ministry_submissions"]) == ("equal", 3, 3)


def test_a_withdrawal_after_the_kiosk_deleted_the_words_leaves_the_day_equal_too(
    enrolled: CentralProcess, store: Store
) -> None:
    kept = store.keep_all([poll_submission() for _ in range(5)])
    store.withdraw(kept[0].receipt_id, datetime.now(UTC))
    _json("forum-sync", "once")
    assert store.delete_words(seoul_day(datetime.now(UTC)) + timedelta(days=2)) == (4, 0)
    store.withdraw(kept[2].receipt_id, datetime.now(UTC))
    store.withdraw(kept[4].receipt_id, datetime.now(UTC))
    _json("forum-sync", "once")
    (day,) = _json("forum-central", "reconcile")
    assert (day["state"], day["kiosk_submissions"], day["ministry_submissions"], day["uncounted"]) == ("equal", 4, 2, 2)
    assert "2 of them withdrawn since the kiosk deleted their words" in run("forum-central", "reconcile").out


def test_operators_see_what_waits_who_is_late_and_whose_clock_is_off(enrolled: CentralProcess, store: Store) -> None:
    store.keep_all([poll_submission() for _ in range(3)])
    _json("forum-sync", "once")
    (state,) = _json("forum-central", "devices")
    assert (state["name"], state["late"], state["pending"], state["gap"], state["records"]) == ("lobby", False, 0, 0, 3)
    assert abs(state["clock_offset"]) < 30
    assert state["disk_free"] > 0
    assert state["version"]

    (late,) = _json("forum-central", "devices", "--late-after", 0)
    assert late["late"] is True
    assert "LATE" in run("forum-central", "devices", "--late-after", 0).out

    from sync.central.central import opened_database
    from sync.central.settings import Settings

    with opened_database(Settings()) as database, database.writing() as connection:
        connection.exec_driver_sql("UPDATE chain_head SET seq = 1")
    assert "2 MISSING here" in run("forum-central", "devices").out


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
def test_operators_see_what_is_in_quarantine_and_it_hides_no_gap(enrolled: CentralProcess, store: Store) -> None:
    store.keep_all([poll_submission() for _ in range(5)])
    store.quarantine.add(1, 2, "unreadable", datetime.now(UTC))
    _json("forum-sync", "once")
    (state,) = _json("forum-central", "devices")
    assert (state["quarantined"], state["gap"], state["pending"], state["records"]) == (1, 0, 0, 5)
    assert "1 in quarantine there" in run("forum-central", "devices").out

    from sync.central.central import opened_database
    from sync.central.settings import Settings

    with opened_database(Settings()) as database, database.writing() as connection:
        connection.exec_driver_sql("UPDATE chain_head SET seq = 4")
    (state,) = _json("forum-central", "devices")
    assert (state["quarantined"], state["gap"]) == (1, 1)


def _publish(folder: Path, version: int, title: str) -> None:
    data = small_pack_data(version)
    data["title"]["en"] = title
    path = folder / "small.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    ran = run("forum-central", "publish", path)
    assert (ran.code, ran.err) == (0, "")


def _title(store: Store) -> str:
    (pack,) = store.packs()
    return pack.title["en"]


def test_a_published_pack_reaches_the_kiosk_once(wire: Wire, store: Store, tmp_path: Path) -> None:
    _publish(tmp_path, 2, "Newer forum")
    _json("forum-sync", "once")
    assert _title(store) == "Newer forum"
    assert store.pack("small", 1) is not None
    _json("forum-sync", "once")
    assert [path for method, path in wire.asked if path.startswith("/v1/packs")] == [
        "/v1/packs",
        "/v1/packs/small/2",
        "/v1/packs",
    ]
    assert _json("forum-central", "publish", tmp_path / "small.yaml") == {"pack": "small", "version": 2, "new": False}
    data = small_pack_data(2)
    (tmp_path / "small.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    refused = run("forum-central", "publish", tmp_path / "small.yaml")
    assert (refused.code, refused.err.count("\n")) == (1, 1)


def test_a_pack_planned_for_a_day_waits_for_it_in_seoul_and_no_other_is_planned_meanwhile(
    wire: Wire, store: Store, tmp_path: Path
) -> None:
    from sync.central.central import opened_database
    from sync.central.publishing import standing
    from sync.central.settings import Settings

    _publish(tmp_path, 2, "Newer forum")
    (path := tmp_path / "planned.yaml").write_text(yaml.safe_dump(small_pack_data(3), allow_unicode=True))
    today = seoul_day(datetime.now(UTC))
    day = today + timedelta(days=1)
    late = run("forum-central", "publish", path, "--from", today)
    assert (late.code, "a day to come" in late.err) == (2, True)
    planned = run("forum-central", "publish", path, "--from", day)
    assert (planned.code, planned.out) == (0, f"“small” version 3 is planned for {day}.\n")
    path.write_text(yaml.safe_dump(small_pack_data(4), allow_unicode=True))
    for more in ((), ("--from", day + timedelta(days=1))):
        refused = run("forum-central", "publish", path, *more)
        assert (refused.code, refused.err.count("\n")) == (1, 1)
    _json("forum-sync", "once")
    assert _title(store) == "Newer forum"
    begins = datetime.combine(day, time(), SEOUL)
    with opened_database(Settings()) as database, database.reading() as connection:
        stands = [standing(connection, "small", begins - timedelta(seconds=second)) for second in (1, 0)]
    assert [each.in_force.version for each in stands if each and each.in_force] == [2, 3]


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
def test_a_pack_that_is_altered_forged_or_broken_leaves_the_present_one_and_is_told(
    wire: Wire, store: Store, tmp_path: Path
) -> None:
    _publish(tmp_path, 2, "Newer forum")

    def forged(answer: Answer) -> bytes:
        key = Ed25519PrivateKey.generate()
        statement = json.loads(answer.body)["statement"]
        signature = key.sign(b"open-forum-kiosk/offer/1\n" + statement.encode()).hex()[:86]
        return json.dumps({"statement": statement, "signature": signature}).encode()

    bends: dict[str, list[Callable[[Answer], bytes]]] = {
        "/v1/packs": [forged, lambda answer: answer.body.replace(b'version\\":2', b'version\\":3')],
        "/v1/packs/small/2": [lambda answer: answer.body.replace(b"Newer", b"Worse"), lambda _: b"{}"],
    }
    for place, changes in bends.items():
        for change in changes:
            wire.bend = _changing(place, change)
            store.keep(poll_submission())
            assert _json("forum-sync", "once") == {"sent": 1, "pending": 0}
            assert _title(store) == "Small forum"
            told = _json("forum-sync", "status")
            assert told["pack_problem"]
            (state,) = _json("forum-central", "devices")
            assert state["pack_problem"] == told["pack_problem"]

    wire.bend = straight
    _json("forum-sync", "once")
    assert _title(store) == "Newer forum"
    assert _json("forum-sync", "status")["pack_problem"] is None


def _changing(place: str, change: Callable[[Answer], bytes]) -> Bend:
    """Change what comes from one address."""

    def bend(_method: str, path: str, on: Callable[[], Answer]) -> Answer:
        answer = on()
        return Answer(answer.status, answer.headers, change(answer)) if path == place else answer

    return bend


def test_a_days_count_is_believed_only_from_the_kiosk_that_signed_it() -> None:
    key, device_id = Ed25519PrivateKey.generate(), poll_submission().receipt_id
    tally = DayTally(device_id=device_id, day=DAY, submissions=1, withdrawn=0, counts="0" * 64, spans=[])
    signed = sign_day(key, tally)
    assert read_day(key.public_key(), signed, device_id) == tally
    more = SignedStatement(
        statement=signed.statement.replace('"submissions":1', '"submissions":9'), signature=signed.signature
    )
    others = [
        (key.public_key(), more, device_id),
        (Ed25519PrivateKey.generate().public_key(), signed, device_id),
        (key.public_key(), signed, poll_submission().receipt_id),
    ]
    for case in others:
        with pytest.raises(ReportRejected):
            read_day(*case)
    assert len(from_text(signed.signature)) == 64
