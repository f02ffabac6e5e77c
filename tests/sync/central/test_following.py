"""The short way for records that follow: it moves the heads by itself, and never where a head stands elsewhere."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosk.forum.chain import first_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.central.central import opened_database
from sync.central.ingest.accept import accept
from sync.central.ingest.examine import examine
from sync.central.settings import Settings
from sync.central.store import devices, records
from sync.central.store import tables as t
from sync.central.store.database import Database
from sync.central.store.following import Following, follow
from sync.central.store.packs import PackShelf
from sync.protocol.batches import Batch
from tests.postgres import Postgres
from tests.submissions import poll_submission
from tests.sync.central.conftest import chained

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
KEY, OTHER_KEY = bytes(32), bytes([1]) * 32


@pytest.fixture
def database(postgres: Postgres, tmp_path: Path) -> Iterator[Database]:
    with opened_database(Settings(home=tmp_path, database_url=postgres.fresh_database())) as opened:
        yield opened


@dataclass(frozen=True)
class _Kiosk:
    """An enrolled kiosk of which as many records came as its head says, in batches of one."""

    database: Database
    device_id: str
    batches: list[Batch]

    def accept(self, place: int) -> list[str]:
        return list(accept(self.database, PackShelf(), self.batches[place], NOW).outcomes)

    def following(self, place: int, before: bytes | None = None, payload: bytes | None = None) -> Following:
        batch = self.batches[place]
        sent = batch.records[0] if payload is None else chained([payload], batch.first_seq)[0]
        whole = Batch(self.device_id, 1, batch.first_seq, before or batch.prev_chain, [sent])
        record = examine(sent, lambda *_: None)
        return Following(self.device_id, KEY, 1, whole.prev_chain, whole.chain_after(), record)

    def state(self) -> tuple[int, int, bytes | None]:
        with self.database.reading() as connection:
            head = records.head(connection, self.device_id, 1)
            assert head is not None
            here = select(func.count()).select_from(t.record).where(t.record.c.device_no == head.device_no)
            return connection.execute(here).scalar_one(), head.seq, head.chain


def _kiosk(database: Database, count: int) -> _Kiosk:
    device_id = new_receipt_id()
    with database.writing() as connection:
        devices.enrol(connection, device_id, device_id, KEY, NOW)
    made, chain = [], first_link(device_id, 1)
    for record in chained([canonical_bytes(poll_submission()) for _ in range(count)]):
        made.append(Batch(device_id, 1, record.seq, chain, [record]))
        chain = made[-1].chain_after()
    return _Kiosk(database, device_id, made)


def _follow(database: Database, *group: Following) -> set[str]:
    with database.at_once() as connection:
        return follow(connection, group, NOW)


def test_records_that_follow_are_stored_together_and_move_their_heads(database: Database) -> None:
    kiosks = [_kiosk(database, 2) for _ in range(3)]
    for each in kiosks:
        each.accept(0)
    assert _follow(database, *(each.following(1) for each in kiosks)) == {each.device_id for each in kiosks}
    for each in kiosks:
        assert each.state() == (2, 2, each.batches[1].chain_after())
        assert each.accept(1) == ["duplicate"]


def test_nothing_changes_where_a_head_stands_elsewhere_and_the_others_are_stored(database: Database) -> None:
    new, known, ahead, bent, good = kiosks = [_kiosk(database, 3) for _ in range(5)]
    for each in kiosks[1:]:
        each.accept(0)
    before = [each.state() for each in kiosks[:4]]
    group = (
        new.following(0),  # its epoch has no head yet
        known.following(0),
        ahead.following(2),
        bent.following(1, before=bytes(32)),
        good.following(1),
    )
    assert _follow(database, *group) == {good.device_id}
    assert [each.state() for each in kiosks[:4]] == before
    assert good.state()[:2] == (2, 2)


def test_nothing_changes_for_a_kiosk_whose_key_is_another_by_now(database: Database) -> None:
    kiosk = _kiosk(database, 2)
    kiosk.accept(0)
    with database.writing() as connection:
        devices.enrol(connection, kiosk.device_id, kiosk.device_id, OTHER_KEY, NOW)
    before = kiosk.state()
    assert _follow(database, kiosk.following(1)) == set()
    assert kiosk.state() == before


def test_nothing_changes_where_a_receipt_is_taken_and_the_record_keeps_its_place_by_the_long_way(
    database: Database,
) -> None:
    kiosk, other = _kiosk(database, 2), _kiosk(database, 2)
    kiosk.accept(0)
    other.accept(0)
    twice = kiosk.batches[0].records[0].payload or b""
    before = kiosk.state(), other.state()
    assert _follow(database, kiosk.following(1, payload=twice), other.following(1)) == set()
    assert (kiosk.state(), other.state()) == before
    [record] = chained([twice], 2)
    repeated = Batch(kiosk.device_id, 1, 2, kiosk.batches[1].prev_chain, [record])
    assert accept(database, PackShelf(), repeated, NOW).outcomes == ["duplicate"]
    assert kiosk.state() == (2, 2, repeated.chain_after())
    assert _follow(database, other.following(1)) == {other.device_id}


def test_the_same_record_sent_many_times_at_once_both_ways_is_stored_once(database: Database) -> None:
    kiosk = _kiosk(database, 12)
    kiosk.accept(0)
    for place in range(1, 12):

        def send(number: int, place: int = place) -> str:
            if number % 2:
                return "held_for_review" if _follow(database, kiosk.following(place)) else "duplicate"
            return kiosk.accept(place)[0]

        with ThreadPoolExecutor(6) as crowd:
            outcomes = list(crowd.map(send, range(6)))
        assert sorted(outcomes) == ["duplicate"] * 5 + ["held_for_review"]
    assert kiosk.state() == (12, 12, kiosk.batches[-1].chain_after())
