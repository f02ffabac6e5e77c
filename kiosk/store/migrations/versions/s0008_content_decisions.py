"""What staff decided about the content: packs rolled back, activities closed and opened."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table, append-only."""
    op.create_table(
        "content_decision",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("shown", sa.Integer),
        sa.Column("newest", sa.Integer),
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER content_decision_no_{change.lower()} BEFORE {change} ON content_decision "
            "BEGIN SELECT RAISE(ABORT, 'what was decided is append-only'); END"
        )
