"""Content packs as the kiosks sent them: stored once by content, and bound to each device's version for good."""

from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kiosk.forum.packs import Pack, pack_from_bytes
from sync.central.store import tables as t
from sync.central.store.errors import CentralError

_MOST_CACHED = 512

PackOf = Callable[[str, int], Pack | None]


class NotMet(LookupError):
    """A pack is not in memory; whether there is one, only the database tells."""


class PackClash(CentralError):
    """A device sent other bytes under a version that it had used before."""


def keep_pack(connection: Connection, device_no: int, pack_id: str, version: int, canonical: bytes) -> bool:
    """Keep a pack for a device; False where it was there already. Raises PackClash."""
    digest = sha256(canonical).digest()
    insert_pack = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    # The device's row is held, so that two requests of one device do not meet here.
    connection.execute(select(t.device.c.no).where(t.device.c.no == device_no).with_for_update())
    known = _digest(connection, device_no, pack_id, version)
    if known is not None:
        if known != digest:
            raise PackClash(f"“{pack_id}” version {version} is there with other words.")
        return False
    connection.execute(insert_pack(t.pack).values(digest=digest, canonical=canonical).on_conflict_do_nothing())
    connection.execute(
        insert(t.device_pack).values(device_no=device_no, pack_id=pack_id, version=version, digest=digest)
    )
    return True


class PackShelf:
    """Packs in memory, by content, so that each is parsed once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._by_digest: dict[bytes, Pack] = {}
        self._by_place: dict[tuple[int, str, int], Pack] = {}

    def packs_asked_for(self, connection: Connection, device_no: int) -> PackOf:
        """Return the look-up of one device's packs, which asks the database for what it has not met before."""

        def find(pack_id: str, version: int) -> Pack | None:
            place = (device_no, pack_id, version)
            pack = self._by_place.get(place)
            if pack is None and (digest := _digest(connection, *place)) is not None:
                pack = self._placed(connection, place, digest)
            return pack

        return find

    def packs_met(self, device_no: int) -> PackOf:
        """Return the look-up of those of one device's packs that are in memory; it raises NotMet for any other."""

        def find(pack_id: str, version: int) -> Pack:
            pack = self._by_place.get((device_no, pack_id, version))
            if pack is None:
                raise NotMet
            return pack

        return find

    def packs_of(self, connection: Connection, device_no: int) -> PackOf:
        """Return the look-up of one device's packs by id and version; it asks the database nothing more."""
        packs = self.every_pack_of(connection, device_no)
        return lambda pack_id, version: packs.get((pack_id, version))

    def every_pack(self, connection: Connection) -> list[Pack]:
        """Return every pack that any device ever sent."""
        return [self._pack(connection, digest) for digest in connection.execute(_DIGESTS).scalars().all()]

    def every_pack_of(self, connection: Connection, device_no: int) -> dict[tuple[str, int], Pack]:
        """Return every pack that one device ever sent, by id and version."""
        rows = connection.execute(_OF_DEVICE, {"device_no": device_no}).all()
        return {
            (row.pack_id, row.version): self._placed(connection, (device_no, row.pack_id, row.version), row.digest)
            for row in rows
        }

    def _placed(self, connection: Connection, place: tuple[int, str, int], digest: bytes) -> Pack:
        pack = self._pack(connection, digest)
        with self._lock:
            if len(self._by_place) >= _MOST_CACHED:
                self._by_place.clear()
            self._by_place[place] = pack
        return pack

    def _pack(self, connection: Connection, digest: bytes) -> Pack:
        pack = self._by_digest.get(digest)
        if pack is None:
            canonical = connection.execute(select(t.pack.c.canonical).where(t.pack.c.digest == digest)).scalar_one()
            pack = pack_from_bytes(canonical)
            with self._lock:
                if len(self._by_digest) >= _MOST_CACHED:
                    self._by_digest.clear()
                self._by_digest[digest] = pack
        return pack


def _digest(connection: Connection, device_no: int, pack_id: str, version: int) -> bytes | None:
    if not 0 < version < 2**31:
        return None
    values = {"device_no": device_no, "pack_id": pack_id, "version": version}
    return connection.execute(_DIGEST, values).scalar_one_or_none()


_DIGESTS = select(t.pack.c.digest)
_OF_DEVICE = select(t.device_pack.c.pack_id, t.device_pack.c.version, t.device_pack.c.digest).where(
    t.device_pack.c.device_no == bindparam("device_no")
)
_DIGEST = select(t.device_pack.c.digest).where(
    t.device_pack.c.device_no == bindparam("device_no"),
    t.device_pack.c.pack_id == bindparam("pack_id"),
    t.device_pack.c.version == bindparam("version"),
)


def newest_packs(connection: Connection, shelf: PackShelf, device_no: int) -> list[Pack]:
    """Return the newest version of each pack that a device sent."""
    columns = t.device_pack.c
    rows = connection.execute(
        select(columns.pack_id, func.max(columns.version))
        .where(columns.device_no == device_no)
        .group_by(columns.pack_id)
        .order_by(columns.pack_id)
    )
    pack_of = shelf.packs_asked_for(connection, device_no)
    found = [pack_of(pack_id, version) for pack_id, version in rows.all()]
    return [pack for pack in found if pack is not None]
