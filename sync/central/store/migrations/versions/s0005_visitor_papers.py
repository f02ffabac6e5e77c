"""What visitors add from their phones: words, requests, sealed contact and names, and attachments."""

import sqlalchemy as sa
from alembic import op

from sync.central.store.tables import Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables, and what keeps them from being rewritten."""
    op.create_table(
        "visitor_paper",
        sa.Column("receipt_id", sa.Uuid, primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("no", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("content", sa.Text),
        sa.Column("written_at", Moment, nullable=False),
    )
    op.create_table(
        "attachment",
        sa.Column("receipt_id", sa.Uuid, primary_key=True),
        sa.Column("no", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("media", sa.String(32), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("removed_at", Moment),
    )
    op.create_table(
        "attachment_content",
        sa.Column("receipt_id", sa.Uuid, primary_key=True),
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        _keep_on_postgresql()
    else:
        _keep_on_sqlite()


def _keep_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION visitor_paper_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'UPDATE' AND NEW.content IS NULL AND (NEW.receipt_id, NEW.kind, NEW.no, NEW.written_at) "
        "= (OLD.receipt_id, OLD.kind, OLD.no, OLD.written_at) THEN RETURN NEW; END IF; "
        "RAISE EXCEPTION 'papers are append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER visitor_paper_stays BEFORE UPDATE OR DELETE ON visitor_paper "
        "FOR EACH ROW EXECUTE FUNCTION visitor_paper_stays()"
    )
    op.execute(
        "CREATE FUNCTION attachment_content_stays() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'contents are written once'; END $$"
    )
    op.execute(
        "CREATE TRIGGER attachment_content_stays BEFORE UPDATE ON attachment_content "
        "FOR EACH STATEMENT EXECUTE FUNCTION attachment_content_stays()"
    )


def _keep_on_sqlite() -> None:
    op.execute(
        "CREATE TRIGGER visitor_paper_stays_update BEFORE UPDATE ON visitor_paper WHEN NOT (NEW.content IS NULL AND "
        "(NEW.receipt_id, NEW.kind, NEW.no, NEW.written_at) = (OLD.receipt_id, OLD.kind, OLD.no, OLD.written_at)) "
        "BEGIN SELECT RAISE(ABORT, 'papers are append-only'); END"
    )
    op.execute(
        "CREATE TRIGGER visitor_paper_stays_delete BEFORE DELETE ON visitor_paper "
        "BEGIN SELECT RAISE(ABORT, 'papers are append-only'); END"
    )
    op.execute(
        "CREATE TRIGGER attachment_content_stays BEFORE UPDATE ON attachment_content "
        "BEGIN SELECT RAISE(ABORT, 'contents are written once'); END"
    )
