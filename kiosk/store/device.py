"""Who this kiosk is: its identity, and, once enrolled, its name, where to send, and the keys that it trusts."""

import uuid
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select, update

from kiosk.store import tables as t


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What enrolling gave this kiosk: its name, where to send, and the keys, raw (32 bytes each)."""

    name: str
    central_url: str
    public_url: str
    device_key: bytes
    server_key: bytes
    sealing_key: bytes | None = None
    handoff_key: bytes | None = None


EPOCH = select(t.device.c.epoch)


def identity(connection: Connection) -> str:
    """Return the device's id, made the first time."""
    known: str | None = connection.execute(select(t.device.c.device_id)).scalar_one_or_none()
    if known is not None:
        return known
    fresh = str(uuid.uuid4())
    connection.execute(insert(t.device).values(id=1, device_id=fresh, epoch=1))
    return fresh


def read_enrolment(connection: Connection) -> Enrolment | None:
    """Return what enrolling gave, or None before it."""
    row = connection.execute(select(*_ENROLMENT)).one()
    return None if row.device_key is None else Enrolment(**row._mapping)


def save_enrolment(connection: Connection, enrolment: Enrolment) -> None:
    """Keep an enrolment in place of the one before; the new ministry's list of withdrawals is read from its start."""
    connection.execute(update(t.device).values(**asdict(enrolment), withdrawals_seen=0))


def save_ministry_keys(connection: Connection, sealing_key: bytes | None, handoff_key: bytes | None) -> None:
    """Keep the keys that the ministry says to seal to from now on."""
    connection.execute(update(t.device).values(sealing_key=sealing_key, handoff_key=handoff_key))


_ENROLMENT = [t.device.c[name] for name in Enrolment.__dataclass_fields__]
