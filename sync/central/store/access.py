"""The log of who read what was sealed: rows are only ever added, and the database itself refuses anything else."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from sync.central.store import tables as t


@dataclass(frozen=True, slots=True)
class Access:
    """One reading: who, when, what of which receipt, and why."""

    at: datetime
    who: str
    what: str
    receipt_id: str | None
    reason: str


def note_access(connection: Connection, access: Access) -> None:
    """Add a row; commit before anything is shown."""
    connection.execute(
        insert(t.access_log).values(
            at=access.at, who=access.who, what=access.what, receipt_id=access.receipt_id, reason=access.reason
        )
    )


def accesses(connection: Connection) -> list[Access]:
    """Return every row, oldest first."""
    columns = t.access_log.c
    rows = connection.execute(
        select(columns.at, columns.who, columns.what, columns.receipt_id, columns.reason).order_by(columns.no)
    )
    return [Access(*row) for row in rows]


def payload_of_receipt(connection: Connection, receipt_id: str) -> bytes | None:
    """Return the canonical bytes of a receipt's submission, or None where it is not here or was withdrawn."""
    return connection.execute(
        select(t.record.c.payload).where(t.record.c.receipt_id == receipt_id)
    ).scalar_one_or_none()


def newest_accesses(
    connection: Connection, before: int | None, most: int, who: str = "", ids: tuple[str, str] | None = None
) -> list[tuple[int, Access]]:
    """Return (number, row), newest first, narrowed to those before a number, of one person, of receipts between ids."""
    columns = t.access_log.c
    query = select(columns.no, columns.at, columns.who, columns.what, columns.receipt_id, columns.reason)
    if before is not None:
        query = query.where(columns.no < before)
    if who:
        query = query.where(columns.who == who)
    if ids:
        query = query.where(columns.receipt_id.between(*ids))
    rows = connection.execute(query.order_by(columns.no.desc()).limit(most))
    return [(no, Access(*row)) for no, *row in rows]


def reasons_noted(connection: Connection, what: str, receipt_ids: Collection[str]) -> dict[str, list[str]]:
    """Return the reasons that were noted with this for some receipts, by receipt, oldest first."""
    columns = t.access_log.c
    query = (
        select(columns.receipt_id, columns.reason)
        .where(columns.what == what, columns.receipt_id.in_(receipt_ids))
        .order_by(columns.no)
    )
    found: dict[str, list[str]] = {}
    for receipt_id, reason in connection.execute(query) if receipt_ids else ():
        found.setdefault(receipt_id, []).append(reason)
    return found
