"""The tables of the central store; migrations/ makes them, on PostgreSQL and on SQLite alike."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
)

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Write in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Read in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite numbers rows by itself only where the key is a plain INTEGER.
Number = BigInteger().with_variant(Integer(), "sqlite")

# One row: which key signs receipts. Another key beside the same records would void every receipt.
server = Table(
    "server",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("public_key", LargeBinary, nullable=False),
)

device = Table(
    "device",
    metadata,
    Column("no", Number, Identity(), primary_key=True),
    Column("device_id", Uuid(as_uuid=False), nullable=False, unique=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("enrolled_at", Moment, nullable=False),
    Column("retired_at", Moment),
)

# Every key that a device ever had: receipts that visitors hold stay good after a new enrolment.
device_key = Table(
    "device_key",
    metadata,
    Column("device_no", Number, ForeignKey("device.no"), primary_key=True),
    Column("public_key", LargeBinary, primary_key=True),
    Column("since", Moment, nullable=False),
)

# One-time codes, as their SHA-256; the device and key that used one may ask again, should the answer get lost.
enrolment_code = Table(
    "enrolment_code",
    metadata,
    Column("code_digest", LargeBinary, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("device_id", Uuid(as_uuid=False)),
    Column("public_key", LargeBinary),
)

pack = Table(
    "pack",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("canonical", LargeBinary, nullable=False),
)

# Which words each device used under a version: never exchanged once written.
device_pack = Table(
    "device_pack",
    metadata,
    Column("device_no", Number, ForeignKey("device.no"), primary_key=True),
    Column("pack_id", String(64), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, ForeignKey("pack.digest"), nullable=False),
)

chain_head = Table(
    "chain_head",
    metadata,
    Column("device_no", Number, ForeignKey("device.no"), primary_key=True),
    Column("epoch", Number, primary_key=True, autoincrement=False),
    Column("seq", Number, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("received_at", Moment, nullable=False),
)

# Append-only. `entry` is the order of arrival; `receipt_id`, `activity_id` and `day` are copied out of the payload for
# looking up, and are empty where the payload could not be read. `held` says why staff should look at the record.
record = Table(
    "record",
    metadata,
    Column("entry", Number, Identity(), primary_key=True),
    Column("device_no", Number, nullable=False),
    Column("epoch", Number, nullable=False),
    Column("seq", Number, nullable=False),
    Column("commitment", LargeBinary, nullable=False),
    Column("salt", LargeBinary),
    Column("payload", LargeBinary),
    Column("receipt_id", Uuid(as_uuid=False), unique=True),
    Column("activity_id", String(64)),
    Column("day", Date),
    Column("held", String(32)),
    Column("received_at", Moment, nullable=False),
    UniqueConstraint("device_no", "epoch", "seq"),
    # Days come nearly in order, so a block-range index finds them at next to no cost for each insert.
    Index("record_by_day", "day", postgresql_using="brin"),
)

# What was withdrawn, by the kiosk or by a receipt's link; a row of a receipt that is not here yet waits for its record.
# The numbers of one device grow in the order of commit, for its row is held: a kiosk reads on from the last it saw.
withdrawal = Table(
    "withdrawal",
    metadata,
    Column("no", Number, Identity(), primary_key=True),
    Column("device_no", Number, ForeignKey("device.no"), nullable=False),
    Column("receipt_id", Uuid(as_uuid=False), nullable=False),
    Column("source", String(8), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("erased_at", Moment),
    UniqueConstraint("device_no", "receipt_id"),
)

# Who read what was sealed, when and why; triggers refuse every change of a row.
access_log = Table(
    "access_log",
    metadata,
    Column("no", Number, Identity(), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("who", String(64), nullable=False),
    Column("what", String(32), nullable=False),
    Column("receipt_id", Uuid(as_uuid=False)),
    Column("reason", String(500), nullable=False),
)
