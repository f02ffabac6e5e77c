"""Visits that are not submitted yet: kept as ciphertext for a while, found by whoever holds the key."""

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.central.store.visitor_tables import draft


def find_draft(connection: Connection, draft_id: bytes, now: datetime, *, lock: bool = False) -> bytes | None:
    """Return a draft's ciphertext, held until the transaction ends where `lock` says so; None where its time is up."""
    query = select(draft.c.content).where(draft.c.draft_id == draft_id, draft.c.kept_until > now)
    return connection.execute(query.with_for_update() if lock else query).scalar_one_or_none()


def keep_draft(connection: Connection, draft_id: bytes, content: bytes, kept_until: datetime) -> None:
    """Keep a draft in place of what it was."""
    kind = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    values = {"content": content, "kept_until": kept_until}
    statement = kind(draft).values(draft_id=draft_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["draft_id"], set_=values))


def forget_draft(connection: Connection, draft_id: bytes) -> None:
    """Erase a draft."""
    connection.execute(delete(draft).where(draft.c.draft_id == draft_id))


def forget_expired(connection: Connection, now: datetime) -> None:
    """Erase every draft whose time is up."""
    connection.execute(delete(draft).where(draft.c.kept_until <= now))
