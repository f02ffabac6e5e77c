"""The public log, what kiosks report of themselves and of their days, and the packs that are offered to them."""

import sqlalchemy as sa
from alembic import op

from sync.central.store.tables import Moment, Number

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    _log()
    op.create_table(
        "device_report",
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), primary_key=True, autoincrement=False),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("clock_offset", sa.Float, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "day_tally",
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("signature", sa.String(128), nullable=False),
        sa.Column("received_at", Moment, nullable=False),
    )
    op.create_table(
        "offered_pack",
        sa.Column("pack_id", sa.String(64), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.LargeBinary, sa.ForeignKey("pack.digest"), nullable=False),
        sa.Column("offered_at", Moment, nullable=False),
    )


def _log() -> None:
    op.create_table(
        "public_log",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("origin", sa.String(256), nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("size", Number, nullable=False),
        sa.Column("frontier", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "log_through",
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), primary_key=True),
        sa.Column("epoch", Number, primary_key=True, autoincrement=False),
        sa.Column("seq", Number, nullable=False),
    )
    op.create_table(
        "log_leaf",
        sa.Column("log_index", Number, primary_key=True, autoincrement=False),
        sa.Column("commitment", sa.LargeBinary, nullable=False),
    )
    op.create_index("log_leaf_by_commitment", "log_leaf", ["commitment"])
    op.create_table(
        "log_node",
        sa.Column("level", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("node_index", Number, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "log_checkpoint",
        sa.Column("size", Number, primary_key=True, autoincrement=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("signed_at", Moment, nullable=False),
    )
    op.create_table(
        "log_day",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("size", Number, sa.ForeignKey("log_checkpoint.size"), nullable=False),
    )
