"""What visitors add to their submissions: papers that are only ever appended, or emptied where they are taken back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, select, update

from sync.central.store import tables as t
from sync.central.store.visitor_tables import visitor_paper

Kind = Literal["words", "re-examination", "contact", "proposers"]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper; `content` is None once it was taken back."""

    no: int
    content: str | None
    written_at: datetime


def hold_receipt(connection: Connection, receipt_id: str) -> bytes | None:
    """Return a receipt's record, held until the transaction ends; None where it is not here or was withdrawn."""
    query = select(t.record.c.payload).where(t.record.c.receipt_id == receipt_id).with_for_update()
    return connection.execute(query).scalar_one_or_none()


def add_paper(connection: Connection, receipt_id: str, kind: Kind, content: str | None, at: datetime) -> int:
    """Append a paper, and return its number; the receipt is held."""
    c = visitor_paper.c
    query = select(func.coalesce(func.max(c.no), 0)).where(c.receipt_id == receipt_id, c.kind == kind)
    no = int(connection.execute(query).scalar_one()) + 1
    values = {"receipt_id": receipt_id, "kind": kind, "no": no, "content": content, "written_at": at}
    connection.execute(insert(visitor_paper).values(values))
    return no


def papers_of(connection: Connection, receipt_id: str, kind: Kind) -> list[Paper]:
    """Return a receipt's papers of a kind, oldest first."""
    c = visitor_paper.c
    query = select(c.no, c.content, c.written_at).where(c.receipt_id == receipt_id, c.kind == kind).order_by(c.no)
    return [Paper(*row) for row in connection.execute(query)]


def every_paper(connection: Connection, kind: Kind) -> dict[str, list[Paper]]:
    """Return every paper of a kind that still says something, by receipt, oldest first."""
    c = visitor_paper.c
    found: dict[str, list[Paper]] = {}
    query = select(c.receipt_id, c.no, c.content, c.written_at).where(c.kind == kind, c.content.is_not(None))
    for receipt_id, *paper in connection.execute(query.order_by(c.receipt_id, c.no)):
        found.setdefault(receipt_id, []).append(Paper(*paper))
    return found


def empty_papers(connection: Connection, receipt_id: str, kind: Kind | None = None) -> None:
    """Erase what a receipt's papers say, of one kind or of all."""
    c = visitor_paper.c
    statement = update(visitor_paper).where(c.receipt_id == receipt_id, c.content.is_not(None)).values(content=None)
    connection.execute(statement if kind is None else statement.where(c.kind == kind))
