"""What happens to contests, as events that are only ever appended; quick compression of long words."""

import sqlalchemy as sa
from alembic import op

from sync.central.store.tables import Moment

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table, keep its rows from being changed, and compress by LZ4 where this PostgreSQL can."""
    op.create_table(
        "contest_event",
        sa.Column("activity_id", sa.String(64), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.Column("staff", sa.String(64), nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER contest_event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON contest_event "
            "FOR EACH STATEMENT EXECUTE FUNCTION proposal_event_stays()"
        )
        op.execute(
            "DO $$ BEGIN IF (SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression') "
            "THEN ALTER TABLE proposal ALTER search_text SET COMPRESSION lz4, ALTER pairs SET COMPRESSION lz4; "
            "END IF; END $$"
        )
    else:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER contest_event_stays_{change.lower()} BEFORE {change} ON contest_event "
                "BEGIN SELECT RAISE(ABORT, 'events are append-only'); END"
            )
