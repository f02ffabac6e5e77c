"""Indexes by which the inbox stays quick among a million proposals: one number for urgency, and every order it has."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

# What sync.central.store.urgency computes: the lane, then the day's ordinal, of all the last where there is no day.
_ON_POSTGRESQL = "lane * 10000000 + coalesce(due_on - DATE '0001-01-01' + 1, 9999999)"
_ON_SQLITE = "lane * 10000000 + coalesce(CAST(julianday(due_on) - 1721424.5 AS INTEGER), 9999999)"


def upgrade() -> None:
    """Add the number, exchange the indexes, and tell PostgreSQL how to keep and count the rows."""
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    op.add_column("proposal", sa.Column("urgency", sa.Integer, nullable=False, server_default="0"))
    op.execute(f"UPDATE proposal SET urgency = {_ON_POSTGRESQL if is_postgresql else _ON_SQLITE}")  # noqa: S608 - ours
    op.drop_index("proposal_by_urgency", "proposal")
    op.drop_index("proposal_by_stage", "proposal")
    op.create_index("proposal_by_urgency", "proposal", ["urgency", "proposal_id"])
    op.create_index("proposal_by_day", "proposal", ["received_on", "proposal_id"])
    for column, name in (("stage", "stage"), ("topic", "topic"), ("activity_id", "activity")):
        op.create_index(f"proposal_by_{name}", "proposal", [column, "urgency", "proposal_id"])
        op.create_index(f"proposal_by_{name}_and_day", "proposal", [column, "received_on", "proposal_id"])
    op.create_index("proposal_by_folding", "proposal", ["lane", "folded_on"])
    if is_postgresql:
        # Long words lie beside the row, so that thousands of candidates are read in few pages.
        op.execute("ALTER TABLE proposal SET (toast_tuple_target = 256)")
        # Which stages, topics and activities go together; without it, a rare pair of common ones is sought for long.
        op.execute("CREATE STATISTICS proposal_filters (mcv) ON lane, stage, topic, activity_id FROM proposal")
