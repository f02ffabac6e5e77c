"""Staff accounts, what staff did, whether the kiosk is out of service, and visits that ended without a submission."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables, and keep the log append-only."""
    op.create_table(
        "staff_account",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("pin_hash", sa.String, nullable=False),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("misses", sa.Integer, nullable=False, server_default="0"),
        sa.Column("last_miss_at", sa.String),
    )
    op.create_table(
        "staff_log",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("account", sa.String, nullable=False),
        sa.Column("deed", sa.String, nullable=False),
        sa.Column("detail", sa.String, nullable=False),
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER staff_log_no_{change.lower()} BEFORE {change} ON staff_log "
            "BEGIN SELECT RAISE(ABORT, 'the staff log is append-only'); END"
        )
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("since", sa.String, nullable=False),
    )
    op.create_table(
        "visit_end",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("hour", sa.Integer, primary_key=True),
        sa.Column("activity_id", sa.String, primary_key=True),
        sa.Column("language", sa.String, primary_key=True),
        sa.Column("step", sa.String, primary_key=True),
        sa.Column("outcome", sa.String, primary_key=True),
        sa.Column("visits", sa.Integer, nullable=False),
        sa.Column("seconds", sa.Integer, nullable=False),
    )
