"""Proposals, their events, consulted bodies, visitors' additions, staff accounts and sessions; retired devices."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from sync.central.store.tables import Moment, Number

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables of the review."""
    op.add_column("device", sa.Column("retired_at", Moment))
    op.create_table(
        "intake",
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), primary_key=True),
        sa.Column("epoch", Number, primary_key=True, autoincrement=False),
        sa.Column("seq", Number, nullable=False),
    )
    _proposals()
    _additions()
    _accounts()
    _keep_events()


def _proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("proposal_id", sa.Uuid, primary_key=True),
        sa.Column("device_no", Number, sa.ForeignKey("device.no"), nullable=False),
        sa.Column("activity_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("topic", sa.String(64)),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("channel", sa.String(8), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("parts", sa.JSON, nullable=False),
        sa.Column("search_text", sa.Text, nullable=False),
        sa.Column("pairs", ARRAY(sa.BigInteger).with_variant(sa.JSON(), "sqlite")),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.Column("terms", sa.String(16), nullable=False),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("stage", sa.String(20), nullable=False),
        sa.Column("public", sa.Boolean, nullable=False),
        sa.Column("lane", sa.Integer, nullable=False),
        sa.Column("duty", sa.String(16)),
        sa.Column("due_on", sa.Date),
        sa.Column("days_left", sa.Integer),
        sa.Column("keep_until", sa.Date),
        sa.Column("earlier_id", sa.Uuid),
        sa.Column("folded_on", sa.Date, nullable=False),
        sa.Column("last_reminded", sa.Date),
    )
    op.create_index("proposal_by_urgency", "proposal", ["lane", "due_on", "proposal_id"])
    op.create_index("proposal_by_stage", "proposal", ["stage", "lane", "due_on", "proposal_id"])
    op.create_index("proposal_by_earlier", "proposal", ["earlier_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.create_index("proposal_by_pairs", "proposal", ["pairs"], postgresql_using="gin")
    op.create_table(
        "proposal_band",
        sa.Column("band", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("proposal_id", sa.Uuid, primary_key=True),
    )
    op.create_index("proposal_band_by_proposal", "proposal_band", ["proposal_id"])
    op.create_table(
        "proposal_event",
        sa.Column("proposal_id", sa.Uuid, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.Column("staff", sa.String(64), nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
    )
    op.create_table(
        "opinion",
        sa.Column("token_digest", sa.LargeBinary, primary_key=True),
        sa.Column("proposal_id", sa.Uuid, nullable=False, index=True),
        sa.Column("body", sa.String(200), nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("answered_at", Moment),
        sa.Column("author", sa.String(100)),
        sa.Column("answer", sa.Text),
    )


def _additions() -> None:
    op.create_table(
        "addition",
        sa.Column("no", Number, sa.Identity(), primary_key=True),
        sa.Column("receipt_id", sa.Uuid, nullable=False),
        sa.Column("question_id", sa.String(64), nullable=False),
        sa.Column("device_no", Number, nullable=False),
        sa.Column("activity_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("decided_by", sa.String(64)),
        sa.Column("decided_at", Moment),
    )
    op.create_index("addition_once", "addition", ["receipt_id", "question_id"], unique=True)
    op.create_index("addition_by_state", "addition", ["state", "kind", "no"])


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("no", Number, sa.Identity(), primary_key=True),
        sa.Column("name", sa.String(32), nullable=False, unique=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("citizen", sa.Boolean, nullable=False),
        sa.Column("password_hash", sa.String(255), nullable=False),
        sa.Column("totp_secret", sa.LargeBinary, nullable=False),
        sa.Column("last_step", Number, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until", Moment),
        sa.Column("closed_at", Moment),
        sa.Column("made_at", Moment, nullable=False),
    )
    op.create_table(
        "session",
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("account_no", Number, sa.ForeignKey("account.no"), nullable=False),
        sa.Column("form_token", sa.String(64), nullable=False),
        sa.Column("began_at", Moment, nullable=False),
        sa.Column("seen_at", Moment, nullable=False),
    )


def _keep_events() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION proposal_event_stays() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$"
        )
        op.execute(
            "CREATE TRIGGER proposal_event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON proposal_event "
            "FOR EACH STATEMENT EXECUTE FUNCTION proposal_event_stays()"
        )
    else:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER proposal_event_stays_{change.lower()} BEFORE {change} ON proposal_event "
                "BEGIN SELECT RAISE(ABORT, 'events are append-only'); END"
            )
