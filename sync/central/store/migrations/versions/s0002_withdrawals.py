"""Withdrawals, and the log of who read what was sealed, which nobody can rewrite."""

import sqlalchemy as sa
from alembic import op

from sync.central.store.tables import Moment, Number

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables and what keeps the log append-only."""
    op.create_table(
        "withdrawal",
        sa.Column("no", Number, sa.Identity(), primary_key=True),
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), nullable=False),
        sa.Column("receipt_id", sa.Uuid, nullable=False),
        sa.Column("source", sa.String(8), nullable=False),
        sa.Column("asked_at", Moment, nullable=False),
        sa.Column("erased_at", Moment),
        sa.UniqueConstraint("device_no", "receipt_id"),
    )
    op.create_table(
        "access_log",
        sa.Column("no", Number, sa.Identity(), primary_key=True),
        sa.Column("at", Moment, nullable=False),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("receipt_id", sa.Uuid),
        sa.Column("reason", sa.String(500), nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION access_log_stays() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the access log is append-only'; END $$"
        )
        op.execute(
            "CREATE TRIGGER access_log_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log "
            "FOR EACH STATEMENT EXECUTE FUNCTION access_log_stays()"
        )
    else:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER access_log_stays_{change.lower()} BEFORE {change} ON access_log "
                "BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END"
            )
