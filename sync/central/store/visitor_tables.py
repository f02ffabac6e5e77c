"""The tables of what visitors write from their phones: before they submit, and what they add after that."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, Text, Uuid

from sync.central.store.tables import Moment, metadata

# Append-only: triggers let a row change only by losing its content. `kind` is “words” (JSON by question),
# “re-examination” (why it is asked), “contact” or “proposers” (both sealed to the ministry's key).
visitor_paper = Table(
    "visitor_paper",
    metadata,
    Column("receipt_id", Uuid(as_uuid=False), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("content", Text),
    Column("written_at", Moment, nullable=False),
)

attachment = Table(
    "attachment",
    metadata,
    Column("receipt_id", Uuid(as_uuid=False), primary_key=True),
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, nullable=False),
    Column("media", String(32), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("removed_at", Moment),
)

# Written once under its SHA-256; a trigger refuses every change. Each receipt has its own, so that erasing one of them
# never touches another's.
attachment_content = Table(
    "attachment_content",
    metadata,
    Column("receipt_id", Uuid(as_uuid=False), primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# A visit from home until it is submitted: encrypted with a key that its browser holds, found by that key's SHA-256.
draft = Table(
    "draft",
    metadata,
    Column("draft_id", LargeBinary, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("kept_until", Moment, nullable=False),
    Index("draft_by_end", "kept_until"),
)
