"""Attachments of visitors: written once under their SHA-256, each receipt's apart, gone when they are taken back."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.central.store.visitor_tables import attachment, attachment_content


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment: its number in the proposal, its SHA-256, its media type, its size in bytes."""

    no: int
    digest: bytes
    media: str
    size: int
    added_at: datetime


def add_attachment(connection: Connection, receipt_id: str, media: str, content: bytes, at: datetime) -> int:
    """Keep an attachment, and return its number; the receipt is held."""
    digest = sha256(content).digest()
    kind = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    fresh = kind(attachment_content).values(receipt_id=receipt_id, digest=digest, content=content)
    connection.execute(fresh.on_conflict_do_nothing())
    newest = select(func.coalesce(func.max(attachment.c.no), 0)).where(attachment.c.receipt_id == receipt_id)
    no = int(connection.execute(newest).scalar_one()) + 1
    values = {"receipt_id": receipt_id, "no": no, "digest": digest, "media": media, "size": len(content)}
    connection.execute(insert(attachment).values(added_at=at, **values))
    return no


def attachments_of(connection: Connection, receipt_id: str) -> list[Attachment]:
    """Return a receipt's attachments that were not taken back, oldest first."""
    c = attachment.c
    query = (
        select(c.no, c.digest, c.media, c.size, c.added_at)
        .where(c.receipt_id == receipt_id, c.removed_at.is_(None))
        .order_by(c.no)
    )
    return [Attachment(*row) for row in connection.execute(query)]


def every_attachment(connection: Connection) -> dict[str, list[Attachment]]:
    """Return all attachments that were not taken back, by receipt, oldest first."""
    c = attachment.c
    found: dict[str, list[Attachment]] = {}
    query = select(c.receipt_id, c.no, c.digest, c.media, c.size, c.added_at).where(c.removed_at.is_(None))
    for receipt_id, *one in connection.execute(query.order_by(c.receipt_id, c.no)):
        found.setdefault(receipt_id, []).append(Attachment(*one))
    return found


def ever_attached(connection: Connection, receipt_id: str) -> int:
    """Return how many attachments a receipt ever had."""
    query = select(func.count()).select_from(attachment).where(attachment.c.receipt_id == receipt_id)
    return int(connection.execute(query).scalar_one())


def attachment_bytes(connection: Connection, receipt_id: str, no: int) -> tuple[Attachment, bytes] | None:
    """Return an attachment with its content, or None where it is not here."""
    found = next((each for each in attachments_of(connection, receipt_id) if each.no == no), None)
    if found is None:
        return None
    c = attachment_content.c
    query = select(c.content).where(c.receipt_id == receipt_id, c.digest == found.digest)
    return found, connection.execute(query).scalar_one()


def remove_attachments(connection: Connection, receipt_id: str, no: int | None = None) -> None:
    """Take back one attachment of a receipt, or all; content that no other of its attachments has is erased."""
    c = attachment.c
    ours = update(attachment).where(c.receipt_id == receipt_id, c.removed_at.is_(None))
    connection.execute((ours if no is None else ours.where(c.no == no)).values(removed_at=func.current_timestamp()))
    left = select(c.digest).where(c.receipt_id == receipt_id, c.removed_at.is_(None))
    content = attachment_content.c
    connection.execute(delete(attachment_content).where(content.receipt_id == receipt_id, content.digest.not_in(left)))
