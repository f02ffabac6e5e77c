"""What visitors' phones and browsers submit: devices that are this server itself, with chains of their own."""

import uuid
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from kiosk.forum.packs import Pack, pack_from_bytes
from kiosk.forum.submissions import Channel
from sync.central.store import tables as t

# Visits that go on from a kiosk, and those from home: what tallies call them. No kiosk may be enrolled so.
OWN_NAMES: frozenset[Channel] = frozenset({"phone", "online"})
OWN_EPOCH = 1


def own_device(connection: Connection, name: Channel, server_public_key: bytes, at: datetime) -> tuple[int, str]:
    """Return the number and the id of one of the server's own devices, made at its first submission."""
    columns = t.device.c
    query = select(columns.no, columns.device_id).where(columns.name == name)
    row = connection.execute(query).one_or_none()
    if row is None:
        fresh = {"device_id": str(uuid.uuid4()), "name": name, "public_key": server_public_key, "enrolled_at": at}
        try:
            with connection.begin_nested():
                no = connection.execute(insert(t.device).values(fresh).returning(columns.no)).scalar_one()
                key = {"device_no": no, "public_key": server_public_key, "since": at}
                connection.execute(insert(t.device_key).values(key))
        except IntegrityError:
            pass  # another process made it at the same moment
        row = connection.execute(query).one()
    return row.no, row.device_id


def pack_with_digest(connection: Connection, pack_id: str, version: int, start: bytes) -> Pack | None:
    """Return the pack whose SHA-256 begins so, as any device sent it; None where it has not come yet."""
    query = (
        select(t.pack.c.digest, t.pack.c.canonical)
        .join(t.device_pack, t.device_pack.c.digest == t.pack.c.digest)
        .where(t.device_pack.c.pack_id == pack_id, t.device_pack.c.version == version)
        .distinct()
    )
    for row in connection.execute(query):
        if row.digest.startswith(start):
            return pack_from_bytes(row.canonical)
    return None


def is_stored(connection: Connection, receipt_id: str) -> bool:
    """Tell whether a receipt's record is here, withdrawn or not."""
    return connection.execute(select(t.record.c.entry).where(t.record.c.receipt_id == receipt_id)).first() is not None
