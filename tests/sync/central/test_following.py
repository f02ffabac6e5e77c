"""The short way for one record that follows: it moves the head by itself, and never where the head stands elsewhere."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
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
from sync.central.store.following import follow
from sync.central.store.packs import PackShelf
from sync.protocol.batches import Batch
from tests.postgres import Postgres
from tests.submissions import poll_submission
from tests.sync.central.conftest import chained

KIOSK = new_receipt_id()
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture
def database(postgres: Postgres, tmp_path: Path) -> Iterator[Database]:
    with opened_database(Settings(home=tmp_path, database_url=postgres.fresh_database())) as opened:
        with opened.writing() as connection:
            devices.enrol(connection, KIOSK, "lobby", bytes(32), NOW)
        yield opened


def _batches(count: int) -> list[Batch]:
    made, chain = [], first_link(KIOSK, 1)
    for record in chained([canonical_bytes(poll_submission()) for _ in range(count)]):
        made.append(Batch(KIOSK, 1, record.seq, chain, [record]))
        chain = made[-1].chain_after()
    return made


def _accept(database: Database, batch: Batch) -> list[str]:
    with database.reading() as connection:
        device = devices.find_device(connection, KIOSK)
    assert device is not None
    return list(accept(database, PackShelf(), device.no, batch, NOW).outcomes)


def _follow(database: Database, batch: Batch, before: bytes | None = None) -> bool:
    record = examine(batch.records[0], lambda *_: None)
    with database.at_once() as connection:
        return follow(connection, KIOSK, 1, record, before or batch.prev_chain, batch.chain_after(), NOW)


def _state(database: Database) -> tuple[int, int, bytes | None]:
    with database.reading() as connection:
        head = records.head(connection, KIOSK, 1)
        stored = connection.execute(select(func.count()).select_from(t.record)).scalar_one()
    assert head is not None
    return stored, head.seq, head.chain


def test_a_record_that_follows_is_stored_and_moves_the_head(database: Database) -> None:
    first, second = _batches(2)
    _accept(database, first)
    assert _follow(database, second)
    assert _state(database) == (2, 2, second.chain_after())


def test_nothing_changes_where_the_head_stands_elsewhere(database: Database) -> None:
    first, second, third = _batches(3)
    assert not _follow(database, first)  # the epoch has no head yet
    _accept(database, first)
    before = _state(database)
    assert not _follow(database, first)
    assert not _follow(database, third)
    assert not _follow(database, second, before=bytes(32))
    assert _state(database) == before


def test_nothing_changes_where_the_receipt_is_taken_and_the_record_keeps_its_place_by_the_long_way(
    database: Database,
) -> None:
    first, second = _batches(2)
    _accept(database, first)
    [twice] = chained([first.records[0].payload or b""], 2)
    repeated = replace(second, records=[twice])
    before = _state(database)
    assert not _follow(database, repeated)
    assert _state(database) == before
    assert _accept(database, repeated) == ["duplicate"]
    assert _state(database) == (2, 2, repeated.chain_after())


def test_the_same_record_sent_many_times_at_once_is_stored_once(database: Database) -> None:
    batches = _batches(12)
    _accept(database, batches[0])
    for batch in batches[1:]:
        with ThreadPoolExecutor(6) as crowd:
            outcomes = list(crowd.map(lambda _, sent=batch: _accept(database, sent)[0], range(6)))
        assert sorted(outcomes) == ["duplicate"] * 5 + ["held_for_review"]
    assert _state(database) == (12, 12, batches[-1].chain_after())
