"""The message of their own that staff show to visitors while the kiosk is out of service."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column; what was set before has no words of its own."""
    op.add_column("closure", sa.Column("message", sa.String, nullable=False, server_default=""))
