"""What was counted of a day, kept when its words are deleted after the retention period."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "kept_day",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("counts", sa.LargeBinary, nullable=False),
        sa.Column("deleted", sa.Integer, nullable=False),
    )
