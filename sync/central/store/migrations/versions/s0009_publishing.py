"""Who published which pack from which day, drafts of packs, and signing in by a provider of identities."""

import sqlalchemy as sa
from alembic import op

from sync.central.store.tables import Moment, Number

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the columns and the tables; what was offered before was offered by the command line."""
    op.add_column("offered_pack", sa.Column("by", sa.String(64), nullable=False, server_default=""))
    op.add_column("offered_pack", sa.Column("decided_at", Moment))
    op.add_column("offered_pack", sa.Column("restores", sa.Integer))
    op.create_table(
        "pack_draft",
        sa.Column("no", Number, sa.Identity(), primary_key=True),
        sa.Column("pack_id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("canonical", sa.LargeBinary, nullable=False),
        sa.Column("restores", sa.Integer),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("made_at", Moment, nullable=False),
    )
    op.create_table(
        "account_identity",
        sa.Column("account_no", Number, sa.ForeignKey("account.no"), primary_key=True),
        sa.Column("issuer", sa.String(300), nullable=False),
        sa.Column("claim", sa.String(32), nullable=False),
        sa.Column("value", sa.String(320), nullable=False),
        sa.Column("subject", sa.String(255)),
        sa.UniqueConstraint("issuer", "claim", "value"),
    )
    op.create_table(
        "provider_request",
        sa.Column("state_digest", sa.LargeBinary, primary_key=True),
        sa.Column("browser_digest", sa.LargeBinary, nullable=False),
        sa.Column("nonce", sa.String(64), nullable=False),
        sa.Column("verifier", sa.String(128), nullable=False),
        sa.Column("began_at", Moment, nullable=False),
    )
