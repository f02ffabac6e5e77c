"""The first schema: device, packs, submissions, outbox, receipts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "device",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("device_id", sa.String, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("name", sa.String),
        sa.Column("central_url", sa.String),
        sa.Column("public_url", sa.String),
        sa.Column("device_key", sa.LargeBinary),
        sa.Column("server_key", sa.LargeBinary),
        sa.Column("sealing_key", sa.LargeBinary),
        sa.CheckConstraint("id = 1", name="one_device"),
    )
    op.create_table(
        "pack",
        sa.Column("pack_id", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("canonical", sa.LargeBinary, nullable=False),
        sa.Column("installed_at", sa.String, nullable=False),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("receipt_id", sa.String, nullable=False, unique=True),
        sa.Column("pack_id", sa.String, nullable=False),
        sa.Column("pack_version", sa.Integer, nullable=False),
        sa.Column("activity_id", sa.String, nullable=False),
        sa.Column("day", sa.String, nullable=False),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("payload", sa.LargeBinary),
        sa.Column("commitment", sa.LargeBinary, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("epoch", "seq"),
    )
    op.create_index("submission_by_day", "submission", ["day"])
    op.create_index("submission_by_activity", "submission", ["activity_id", "id"])
    op.create_table(
        "outbox",
        sa.Column("submission_id", sa.Integer, sa.ForeignKey("submission.id"), primary_key=True),
    )
    op.create_table(
        "receipt",
        sa.Column("epoch", sa.Integer, primary_key=True),
        sa.Column("through_seq", sa.Integer, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("received_at", sa.String, nullable=False),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("next_at", sa.String),
        sa.CheckConstraint("id = 1", name="one_attempt"),
    )
    op.create_table(
        "intake",
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("activity_id", sa.String, primary_key=True),
        sa.Column("channel", sa.String, primary_key=True),
        sa.Column("lines_done", sa.Integer, nullable=False),
        sa.Column("finished_at", sa.String),
    )
