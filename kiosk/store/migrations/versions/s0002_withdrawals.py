"""Withdrawals on their way to the ministry, and the key that unfinished visits are sealed to."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table and the columns."""
    op.add_column("device", sa.Column("handoff_key", sa.LargeBinary))
    op.add_column("device", sa.Column("withdrawals_seen", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "withdrawal",
        sa.Column("submission_id", sa.Integer, sa.ForeignKey("submission.id"), primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("receipt", sa.LargeBinary),
    )
