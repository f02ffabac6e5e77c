"""Devices: one-time codes, enrolment, keys."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from sync.central.store import tables as t
from sync.central.store.errors import CentralError


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled kiosk; `public_key` is raw Ed25519 (32 bytes)."""

    no: int
    device_id: str
    name: str
    public_key: bytes
    enrolled_at: datetime
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class Code:
    """A one-time code as stored, and who used it."""

    name: str
    expires_at: datetime
    device_id: str | None
    public_key: bytes | None


class NameTaken(CentralError):
    """Another device is enrolled under this name."""


def server_public_key(connection: Connection) -> bytes | None:
    """Return the public key that signs this database's receipts, or None before the first start."""
    return connection.execute(select(t.server.c.public_key)).scalar_one_or_none()


def keep_server_public_key(connection: Connection, public_key: bytes) -> None:
    """Bind this database to the key that signs its receipts."""
    connection.execute(insert(t.server).values(id=1, public_key=public_key))


def keep_code(connection: Connection, digest: bytes, name: str, made_at: datetime, expires_at: datetime) -> None:
    """Keep a fresh one-time code."""
    connection.execute(
        insert(t.enrolment_code).values(code_digest=digest, name=name, made_at=made_at, expires_at=expires_at)
    )


def lock_code(connection: Connection, digest: bytes) -> Code | None:
    """Return a code, held against every other use until the transaction ends."""
    columns = t.enrolment_code.c
    row = connection.execute(
        select(columns.name, columns.expires_at, columns.device_id, columns.public_key)
        .where(columns.code_digest == digest)
        .with_for_update()
    ).one_or_none()
    return None if row is None else Code(*row)


def use_code(connection: Connection, digest: bytes, device_id: str, public_key: bytes) -> None:
    """Note who used a code."""
    connection.execute(
        update(t.enrolment_code)
        .where(t.enrolment_code.c.code_digest == digest)
        .values(device_id=device_id, public_key=public_key)
    )


def enrol(connection: Connection, device_id: str, name: str, public_key: bytes, at: datetime) -> None:
    """Enrol a device, or give it a new name and key; raises NameTaken, by the database's own uniqueness."""
    known = find_device(connection, device_id)
    values = {"name": name, "public_key": public_key, "enrolled_at": at}
    try:
        if known is None:
            statement = insert(t.device).values(device_id=device_id, **values).returning(t.device.c.no)
            no = connection.execute(statement).scalar_one()
        else:
            no = known.no
            connection.execute(update(t.device).where(t.device.c.no == no).values(**values))
    except IntegrityError:
        raise NameTaken(f"Another kiosk is enrolled as “{name}”; nothing was changed. Choose another name.") from None
    if known is None or known.public_key != public_key:
        had = select(t.device_key.c.device_no).where(
            t.device_key.c.device_no == no, t.device_key.c.public_key == public_key
        )
        if connection.execute(had).first() is None:
            connection.execute(insert(t.device_key).values(device_no=no, public_key=public_key, since=at))


def find_device(connection: Connection, device_id: str) -> Device | None:
    """Return an enrolled device by its id."""
    return _device(connection, _BY_ID, device_id)


def device_named(connection: Connection, name: str) -> Device | None:
    """Return an enrolled device by its name."""
    return _device(connection, _BY_NAME, name)


def every_device(connection: Connection) -> list[Device]:
    """Return the enrolled devices by name."""
    rows = connection.execute(select(*_COLUMNS).order_by(t.device.c.name))
    return [Device(*row) for row in rows]


def keys_of(connection: Connection, device_id: str) -> list[bytes]:
    """Return every key that a device ever had, newest first; empty for a device that was never enrolled."""
    query = (
        select(t.device_key.c.public_key)
        .join(t.device, t.device.c.no == t.device_key.c.device_no)
        .where(t.device.c.device_id == device_id)
        .order_by(t.device_key.c.since.desc())
    )
    return list(connection.execute(query).scalars())


_COLUMNS = tuple(t.device.c[name] for name in Device.__slots__)
# Built once: building a statement costs as much as executing it.
_BY_ID = select(*_COLUMNS).where(t.device.c.device_id == bindparam("sought"))
_BY_NAME = select(*_COLUMNS).where(t.device.c.name == bindparam("sought"))


def _device(connection: Connection, query: Select[Any], sought: str) -> Device | None:
    row = connection.execute(query, {"sought": sought}).one_or_none()
    return None if row is None else Device(*row)


def retire(connection: Connection, no: int, at: datetime | None) -> None:
    """Note that a kiosk is no longer in use, or (None) that it is again; what it holds of its epochs is still taken."""
    connection.execute(update(t.device).where(t.device.c.no == no).values(retired_at=at))
