"""One record a request: those of many kiosks go to the database together, and each kiosk gets its own answer."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import text

from kiosk.forum.chain import first_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.central.central import Central, opened_central
from sync.central.ingest.accept import Accepted
from sync.central.ingest.routes import take_batch
from sync.central.ingest.singles import Singles
from sync.central.settings import Settings
from sync.central.store import devices, records
from sync.central.store.packs import keep_pack
from sync.central.web.gate import Gate
from sync.protocol.batches import Batch, encode_batch
from sync.protocol.bundles import SignedRequest
from sync.protocol.problems import Problem
from sync.protocol.signatures import signature_headers
from tests.postgres import Postgres
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.central.conftest import chained

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture
def central(postgres: Postgres, tmp_path: Path) -> Iterator[Central]:
    with opened_central(Settings(home=tmp_path, database_url=postgres.fresh_database())) as opened:
        yield opened


@dataclass(eq=False)
class _Kiosk:
    """An enrolled kiosk that has sent its pack and its first record."""

    central: Central
    device_id: str = field(default_factory=new_receipt_id)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    def __post_init__(self) -> None:
        self.enrol()
        with self.central.database.writing() as connection:
            found = devices.find_device(connection, self.device_id)
            assert found is not None
            pack = small_pack()
            keep_pack(connection, found.no, pack.id, pack.version, pack.canonical())
        self._seq, self._chain = 0, first_link(self.device_id, 1)
        take_batch(self.central, self.device_id, self.next_request())

    def enrol(self) -> None:
        with self.central.database.writing() as connection:
            public = self.key.public_key().public_bytes_raw()
            devices.enrol(connection, self.device_id, self.device_id, public, NOW)

    def next_request(self, **changed: Any) -> SignedRequest:
        self._seq += 1
        self.records = chained([canonical_bytes(poll_submission(**changed))], self._seq)
        batch = Batch(self.device_id, 1, self._seq, self._chain, self.records)
        self._chain = batch.chain_after()
        return self.signed(encode_batch(batch))

    def signed(self, body: bytes) -> SignedRequest:
        target = f"/v1/devices/{self.device_id}/batches"
        headers = signature_headers(self.key, self.device_id, "POST", target, body)
        return SignedRequest("POST", target, {name.lower(): value for name, value in headers.items()}, body)


def _singles(central: Central) -> Singles:
    return Singles(central, Gate(working=2, waiting=30, patience=30))


def _seq(taken: tuple[Accepted, datetime] | None) -> int:
    assert taken is not None
    assert taken[0].outcomes == ["created"]
    return taken[0].through_seq


def _transactions(central: Central, kiosks: list[_Kiosk]) -> list[int]:
    """Return in which transaction each kiosk's second record was stored."""
    query = text("SELECT record.xmin::text FROM record JOIN device ON no = device_no WHERE seq = 2 AND device_id = :id")
    with central.database.reading() as connection:
        return [int(connection.execute(query, {"id": each.device_id}).scalar_one()) for each in kiosks]


def test_records_that_come_while_others_are_being_stored_go_together_with_one_commit(central: Central) -> None:
    first, *others = [_Kiosk(central) for _ in range(5)]

    async def story() -> None:
        singles = _singles(central)
        with central.database.writing() as connection:
            records.lock_head(connection, first.device_id, 1)  # its record has to wait for this
            ahead = asyncio.create_task(singles.take(first.device_id, first.next_request()))
            while not await asyncio.to_thread(_somebody_waits, central):
                pass
            behind = [asyncio.create_task(singles.take(each.device_id, each.next_request())) for each in others]
            await asyncio.sleep(0)
            assert not any(each.done() for each in (ahead, *behind))
        assert [_seq(each) for each in await asyncio.gather(ahead, *behind)] == [2] * 5

    asyncio.run(story())
    alone, *together = _transactions(central, [first, *others])
    assert len(set(together)) == 1
    assert alone not in together


def test_those_whose_turn_does_not_come_in_time_hear_that_the_server_is_busy(central: Central) -> None:
    first, *others = [_Kiosk(central) for _ in range(3)]

    async def story() -> list[object]:
        singles = Singles(central, Gate(working=2, waiting=30, patience=0.05))
        with central.database.writing() as connection:
            records.lock_head(connection, first.device_id, 1)  # its record has to wait for this
            ahead = asyncio.create_task(singles.take(first.device_id, first.next_request()))
            while not await asyncio.to_thread(_somebody_waits, central):
                pass
            behind = [singles.take(each.device_id, each.next_request()) for each in others]
            told = await asyncio.gather(*behind, return_exceptions=True)
        assert _seq(await ahead) == 2
        return list(told)

    assert [isinstance(each, Problem) and each.kind.code for each in asyncio.run(story())] == ["busy"] * 2


def _somebody_waits(central: Central) -> bool:
    query = text("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
    with central.database.reading() as connection:
        return connection.execute(query).first() is not None


def test_what_does_not_simply_follow_is_left_to_the_long_way_and_keeps_nobody_else(central: Central) -> None:
    good, repeating, ahead, unknown_words = [_Kiosk(central) for _ in range(4)]
    sent = repeating.next_request()
    ahead.next_request()
    requests = {
        good: good.next_request(),
        repeating: sent,
        ahead: ahead.next_request(),
        unknown_words: unknown_words.next_request(pack_version=7),
    }

    async def story() -> list[tuple[Accepted, datetime] | None]:
        singles = _singles(central)
        _seq(await singles.take(repeating.device_id, sent))
        return await asyncio.gather(*(singles.take(each.device_id, request) for each, request in requests.items()))

    taken = asyncio.run(story())
    assert _seq(taken[0]) == 2
    assert taken[1:] == [None] * 3


def test_two_requests_of_one_kiosk_at_once_are_stored_once(central: Central) -> None:
    kiosk = _Kiosk(central)
    request = kiosk.next_request()

    async def story() -> list[tuple[Accepted, datetime] | None]:
        singles = _singles(central)
        return await asyncio.gather(*(singles.take(kiosk.device_id, request) for _ in range(3)))

    taken = asyncio.run(story())
    assert [each is None for each in taken] == [False, True, True]


def test_an_old_key_stores_nothing_once_the_kiosk_is_enrolled_anew(central: Central) -> None:
    kiosk = _Kiosk(central)
    by_the_old_key = kiosk.next_request()
    kiosk.key = Ed25519PrivateKey.generate()
    kiosk.enrol()

    assert asyncio.run(_singles(central).take(kiosk.device_id, by_the_old_key)) is None
    with pytest.raises(Problem, match="not signed"):
        take_batch(central, kiosk.device_id, by_the_old_key)


def test_more_requests_than_may_wait_hear_that_the_server_is_busy(central: Central) -> None:
    kiosks = [_Kiosk(central) for _ in range(4)]

    async def story() -> list[object]:
        singles = Singles(central, Gate(working=1, waiting=1, patience=30))
        every = [singles.take(each.device_id, each.next_request()) for each in kiosks]
        return await asyncio.gather(*every, return_exceptions=True)

    told = asyncio.run(story())
    assert [isinstance(each, Problem) and each.kind.code == "busy" for each in told] == [False, False, True, True]
