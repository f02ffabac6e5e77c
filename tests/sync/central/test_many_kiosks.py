"""FAILURES.md, rule 19: counters that many write deadlock; here records are appended, and every count is derived."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Barrier

import pytest

from kiosk.forum.chain import first_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from kiosk.forum.tallies import Tally
from sync.central.ingest.accept import accept
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.results.tally import tally
from sync.central.settings import Settings
from sync.central.store import devices
from sync.central.store.database import Database
from sync.central.store.packs import PackShelf, keep_pack
from sync.protocol.batches import Batch
from tests.postgres import Postgres
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.central.conftest import chained

_KIOSKS, _BATCHES, _RECORDS = 5, 4, 12
_NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
_DAY = date(2026, 11, 22)


@pytest.fixture
def database(postgres: Postgres, tmp_path: Path) -> Iterator[Database]:
    from sync.central.central import opened_database

    with opened_database(Settings(home=tmp_path, database_url=postgres.fresh_database())) as opened:
        yield opened


class _Kiosk:
    """A kiosk's batches, some of a single record, and the receipts in them."""

    def __init__(self, database: Database, number: int) -> None:
        self.name, self.device_id, pack = f"kiosk-{number}", new_receipt_id(), small_pack()
        with database.writing() as connection:
            devices.enrol(connection, self.device_id, self.name, bytes([number] * 32), _NOW)
            found = devices.find_device(connection, self.device_id)
            assert found is not None
            keep_pack(connection, found.no, pack.id, pack.version, pack.canonical())
        self.no = found.no
        answers = ("security", "economy", "culture")
        self.visits = [poll_submission({"first": answers[place % 3]}) for place in range(_BATCHES * (_RECORDS + 1))]
        records = chained([canonical_bytes(each) for each in self.visits])
        self.batches: list[Batch] = []
        chain, start = first_link(self.device_id, 1), 0
        for size in [_RECORDS, 1] * _BATCHES:
            self.batches.append(Batch(self.device_id, 1, start + 1, chain, records[start : start + size]))
            chain, start = self.batches[-1].chain_after(), start + size


def test_batches_and_withdrawals_of_many_kiosks_at_once_never_deadlock_and_the_tallies_are_equal(
    database: Database,
) -> None:
    kiosks, shelf = [_Kiosk(database, number) for number in range(_KIOSKS)], PackShelf()
    together = Barrier(2 * _KIOSKS)

    def send(kiosk: _Kiosk) -> None:
        """One of two senders of a kiosk: each batch comes twice, at the same time as everybody else's."""
        together.wait(60)
        for batch in kiosk.batches:
            accept(database, shelf, batch, _NOW)
            withdraw_receipt(database, kiosk.device_id, kiosk.visits[batch.first_seq - 1].receipt_id, _NOW)

    with ThreadPoolExecutor(2 * _KIOSKS) as pool:
        for done in [pool.submit(send, kiosk) for kiosk in kiosks for _ in range(2)]:
            done.result(120)  # a deadlock, or any other error of the database, is raised here

    for kiosk in kiosks:
        expected = Tally(lambda *_: small_pack())
        gone = {batch.first_seq - 1 for batch in kiosk.batches}
        for place, visit in enumerate(kiosk.visits):
            if place not in gone:
                expected.add(kiosk.name, json.loads(canonical_bytes(visit)))
        assert tally(database, _DAY, _DAY, kiosk.name) == sorted(expected.lines())
