"""A central store opened in this process, on both databases, with a kiosk whose records lie in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from kiosk.forum.submissions import Submission, canonical_bytes, new_receipt_id
from sync.central.central import Central, opened_central
from sync.central.ingest.examine import examine
from sync.central.proposals.intake import bring_up_to_date
from sync.central.settings import Settings
from sync.central.store import devices, records
from sync.central.store.packs import keep_pack
from tests.sync.central.conftest import chained
from tests.sync.central.staff.proposing import proposing_pack

KIOSK = new_receipt_id()
Arrive = Callable[..., None]


@pytest.fixture
def opened(settings: Settings) -> Iterator[Central]:
    with opened_central(settings) as central:
        pack = proposing_pack()
        with central.database.writing() as connection:
            devices.enrol(connection, KIOSK, "lobby", bytes(32), datetime.now(UTC))
            kiosk = devices.find_device(connection, KIOSK)
            assert kiosk is not None
            keep_pack(connection, kiosk.no, pack.id, pack.version, pack.canonical())
        yield central


@pytest.fixture
def arrive(opened: Central) -> Arrive:
    """Let submissions, or a record's bare bytes, arrive as the ingest stores them, and take them in."""

    def call(*submissions: Submission | bytes, take_in: bool = True) -> None:
        now = datetime.now(UTC)
        with opened.database.writing() as connection:
            head = records.lock_head(connection, KIOSK, 1)
            assert head is not None
            payloads = [each if isinstance(each, bytes) else canonical_bytes(each) for each in submissions]
            fresh = chained(payloads, head.seq + 1)
            pack_of = opened.shelf.packs_of(connection, head.device_no)
            records.add_records(connection, head.device_no, 1, [examine(each, pack_of) for each in fresh], now)
            records.advance_head(connection, head.device_no, 1, fresh[-1].seq, bytes(32), now)
        while take_in and not bring_up_to_date(opened, now):
            pass

    return call
