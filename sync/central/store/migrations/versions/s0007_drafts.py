"""Visits from home that are not submitted yet, each encrypted with a key that only its browser holds."""

import sqlalchemy as sa
from alembic import op

from sync.central.store.tables import Moment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "draft",
        sa.Column("draft_id", sa.LargeBinary, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("kept_until", Moment, nullable=False),
    )
    op.create_index("draft_by_end", "draft", ["kept_until"])
