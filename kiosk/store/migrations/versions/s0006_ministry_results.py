"""What the ministry publishes of each activity, for the kiosk to show."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "ministry_results",
        sa.Column("activity_id", sa.String, primary_key=True),
        sa.Column("through", sa.String, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("counts", sa.LargeBinary, nullable=False),
    )
