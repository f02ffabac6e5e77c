"""Devices and their codes, packs, chain heads and records."""

import sqlalchemy as sa
from alembic import op

from sync.central.store.tables import Moment, Number

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "server",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "device",
        sa.Column("no", Number, sa.Identity(), primary_key=True),
        sa.Column("device_id", sa.Uuid, nullable=False, unique=True),
        sa.Column("name", sa.String(64), nullable=False, unique=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("enrolled_at", Moment, nullable=False),
    )
    op.create_table(
        "device_key",
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), primary_key=True),
        sa.Column("public_key", sa.LargeBinary, primary_key=True),
        sa.Column("since", Moment, nullable=False),
    )
    op.create_table(
        "enrolment_code",
        sa.Column("code_digest", sa.LargeBinary, primary_key=True),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("expires_at", Moment, nullable=False),
        sa.Column("device_id", sa.Uuid),
        sa.Column("public_key", sa.LargeBinary),
    )
    op.create_table(
        "pack",
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("canonical", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "device_pack",
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), primary_key=True),
        sa.Column("pack_id", sa.String(64), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.LargeBinary, sa.ForeignKey("pack.digest"), nullable=False),
    )
    op.create_table(
        "chain_head",
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), primary_key=True),
        sa.Column("epoch", Number, primary_key=True, autoincrement=False),
        sa.Column("seq", Number, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.Column("received_at", Moment, nullable=False),
    )
    op.create_table(
        "record",
        sa.Column("entry", Number, sa.Identity(), primary_key=True),
        sa.Column("device_no", Number, nullable=False),
        sa.Column("epoch", Number, nullable=False),
        sa.Column("seq", Number, nullable=False),
        sa.Column("commitment", sa.LargeBinary, nullable=False),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("payload", sa.LargeBinary),
        sa.Column("receipt_id", sa.Uuid, unique=True),
        sa.Column("activity_id", sa.String(64)),
        sa.Column("day", sa.Date),
        sa.Column("held", sa.String(32)),
        sa.Column("received_at", Moment, nullable=False),
        sa.UniqueConstraint("device_no", "epoch", "seq"),
    )
    op.create_index("record_by_day", "record", ["day"], postgresql_using="brin")
