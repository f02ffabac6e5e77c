"""One record a request, as kiosks send all day: those of many kiosks are stored together, with one COMMIT for all.

Only PostgreSQL takes them so, and only a record that simply follows, of a kiosk and a pack that this process has met
before. Everything else, and everything that is wrong, is left to the long way, which looks anew.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.central.central import Central
from sync.central.ingest.accept import Accepted, outcome_of
from sync.central.ingest.examine import examine
from sync.central.store.devices import Device
from sync.central.store.following import Following, follow
from sync.central.store.packs import NotMet
from sync.central.web.gate import Gate
from sync.protocol.batches import BatchMalformed, BatchTooLarge, decode_batch
from sync.protocol.bundles import SignedRequest
from sync.protocol.problems import BUSY, Problem
from sync.protocol.signatures import SignatureRejected, verify_request

# What is larger is read on a thread, so that no other request waits meanwhile.
_MOST_COMPRESSED_BYTES = 8 * 1024
_MOST_BYTES = 64 * 1024


class _Group(NamedTuple):
    """Records of different kiosks, and the storing of them: whose are kept, and since when."""

    records: dict[str, Following]
    stored: asyncio.Task[tuple[set[str], datetime]]


class Singles:
    """Gathers records while those before them are being stored, so that the more come, the less each costs."""

    def __init__(self, central: Central, gate: Gate) -> None:
        self._central, self._gate = central, gate
        self._gathering: _Group | None = None
        self._turn = asyncio.Lock()

    async def take(self, device_id: str, signed: SignedRequest) -> tuple[Accepted, datetime] | None:
        """Store a request's one record, durable when this returns; None, with nothing changed, for the long way.

        Raises Problem BUSY and DatabaseUnavailable.
        """
        device = self._central.met.get(device_id) if self._central.database.is_postgresql else None
        following = None if device is None else self._read(device, signed)
        if following is None:
            return None
        with self._gate.place():
            group = self._gathering = self._gathering or self._gathered()
            if device_id in group.records:
                return None
            group.records[device_id] = following
            kept, at = await asyncio.shield(group.stored)
        if device_id not in kept:
            return None
        return Accepted([outcome_of(following.record)], following.epoch, following.record.seq, following.chain), at

    def _read(self, device: Device, signed: SignedRequest) -> Following | None:
        """Return what a request asks for, or None where it is not so simple, or wrong in any way."""
        if len(signed.body) > _MOST_COMPRESSED_BYTES:
            return None
        try:
            key = Ed25519PublicKey.from_public_bytes(device.public_key)
            verify_request(key, device.device_id, signed.method, signed.target, signed.headers, signed.body)
            batch = decode_batch(signed.body, _MOST_BYTES)
            if len(batch.records) != 1 or batch.device_id != device.device_id:
                return None
            record = examine(batch.records[0], self._central.shelf.packs_met(device.no))
        except (SignatureRejected, BatchTooLarge, BatchMalformed, NotMet):
            return None
        return Following(
            device.device_id, device.public_key, batch.epoch, batch.prev_chain, batch.chain_after(), record
        )

    def _gathered(self) -> _Group:
        records: dict[str, Following] = {}
        return _Group(records, asyncio.create_task(self._store(records)))

    async def _store(self, records: dict[str, Following]) -> tuple[set[str], datetime]:
        try:
            async with asyncio.timeout(self._gate.patience):
                await self._turn.acquire()
        except TimeoutError:
            raise Problem(BUSY) from None
        finally:
            self._gathering = None
        try:
            at = datetime.now(UTC)
            return await self._gate.work(lambda: self._follow(list(records.values()), at)), at
        finally:
            self._turn.release()

    def _follow(self, records: Sequence[Following], at: datetime) -> set[str]:
        with self._central.database.at_once() as connection:
            return follow(connection, records, at)
