"""The tables of the review: proposals and their events, visitors' additions, staff accounts and their sessions."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY

from sync.central.store.tables import Moment, Number, metadata

# How far each epoch of a device was read for proposals. Places in an epoch are taken in the order of commit, for the
# device's row is held; a cursor on `record.entry` could overtake a transaction that commits later.
intake = Table(
    "intake",
    metadata,
    Column("device_no", Number, ForeignKey("device.no"), primary_key=True),
    Column("epoch", Number, primary_key=True, autoincrement=False),
    Column("seq", Number, nullable=False),
)

# `proposal_id` is the receipt's. Title and parts are masked; what was really written stays in the record alone.
# The columns from `stage` to `folded_on` repeat what the events add up to on that day, for the inbox.
proposal = Table(
    "proposal",
    metadata,
    Column("proposal_id", Uuid(as_uuid=False), primary_key=True),
    Column("device_no", Number, ForeignKey("device.no"), nullable=False),
    Column("activity_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("topic", String(64)),
    Column("language", String(8), nullable=False),
    Column("channel", String(8), nullable=False),
    Column("title", Text, nullable=False),
    Column("parts", JSON, nullable=False),
    Column("search_text", Text, nullable=False),
    # Pairs of neighbouring letters; SQLite, which holds few, reads the text instead.
    Column("pairs", ARRAY(BigInteger).with_variant(JSON(), "sqlite")),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("terms", String(16), nullable=False),
    Column("received_on", Date, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("stage", String(20), nullable=False),
    Column("public", Boolean, nullable=False),
    Column("lane", Integer, nullable=False),
    Column("urgency", Integer, nullable=False, server_default="0"),
    Column("duty", String(16)),
    Column("due_on", Date),
    Column("days_left", Integer),
    Column("keep_until", Date),
    Column("earlier_id", Uuid(as_uuid=False)),
    Column("folded_on", Date, nullable=False),
    Column("last_reminded", Date),
    Index("proposal_by_urgency", "urgency", "proposal_id"),
    Index("proposal_by_day", "received_on", "proposal_id"),
    Index("proposal_by_stage", "stage", "urgency", "proposal_id"),
    Index("proposal_by_stage_and_day", "stage", "received_on", "proposal_id"),
    Index("proposal_by_topic", "topic", "urgency", "proposal_id"),
    Index("proposal_by_topic_and_day", "topic", "received_on", "proposal_id"),
    Index("proposal_by_activity", "activity_id", "urgency", "proposal_id"),
    Index("proposal_by_activity_and_day", "activity_id", "received_on", "proposal_id"),
    Index("proposal_by_folding", "lane", "folded_on"),
    Index("proposal_by_earlier", "earlier_id"),
)

proposal_band = Table(
    "proposal_band",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("proposal_id", Uuid(as_uuid=False), primary_key=True),
    Index("proposal_band_by_proposal", "proposal_id"),
)

# Append-only: triggers refuse every change of a row. `staff` is empty where the forum itself noted the event.
proposal_event = Table(
    "proposal_event",
    metadata,
    Column("proposal_id", Uuid(as_uuid=False), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("on", Date, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("record", JSON, nullable=False),
    Column("staff", String(64), nullable=False),
    Column("recorded_at", Moment, nullable=False),
)

# Append-only like a proposal's events; a contest is an activity of kind `call`.
contest_event = Table(
    "contest_event",
    metadata,
    Column("activity_id", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("on", Date, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("record", JSON, nullable=False),
    Column("staff", String(64), nullable=False),
    Column("recorded_at", Moment, nullable=False),
)

# A consulted body's own link, as its SHA-256; it works until the body has answered or is waited for no longer.
opinion = Table(
    "opinion",
    metadata,
    Column("token_digest", LargeBinary, primary_key=True),
    Column("proposal_id", Uuid(as_uuid=False), nullable=False, index=True),
    Column("body", String(200), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("author", String(100)),
    Column("answer", Text),
)

# What visitors wrote that others may read only after a person has: added statements, seminar questions, opinions.
addition = Table(
    "addition",
    metadata,
    Column("no", Number, Identity(), primary_key=True),
    Column("receipt_id", Uuid(as_uuid=False), nullable=False),
    Column("question_id", String(64), nullable=False),
    Column("device_no", Number, nullable=False),
    Column("activity_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("text", Text, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("state", String(12), nullable=False),
    Column("decided_by", String(64)),
    Column("decided_at", Moment),
    Index("addition_once", "receipt_id", "question_id", unique=True),
    Index("addition_by_state", "state", "kind", "no"),
)

account = Table(
    "account",
    metadata,
    Column("no", Number, Identity(), primary_key=True),
    Column("name", String(32), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("citizen", Boolean, nullable=False),
    Column("password_hash", String(255), nullable=False),
    Column("totp_secret", LargeBinary, nullable=False),
    Column("last_step", Number, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Moment),
    Column("closed_at", Moment),
    Column("made_at", Moment, nullable=False),
)

# Whom an account is at the ministry's own provider of identities. `subject` is noted at the first sign-in, so that an
# address that is given to somebody else does not open the account.
account_identity = Table(
    "account_identity",
    metadata,
    Column("account_no", Number, ForeignKey("account.no"), primary_key=True),
    Column("issuer", String(300), nullable=False),
    Column("claim", String(32), nullable=False),
    Column("value", String(320), nullable=False),
    Column("subject", String(255)),
    UniqueConstraint("issuer", "claim", "value"),
)

# A sign-in that went to the provider and has not come back; `browser_digest` binds it to the browser that began it.
provider_request = Table(
    "provider_request",
    metadata,
    Column("state_digest", LargeBinary, primary_key=True),
    Column("browser_digest", LargeBinary, nullable=False),
    Column("nonce", String(64), nullable=False),
    Column("verifier", String(128), nullable=False),
    Column("began_at", Moment, nullable=False),
)

# Sessions by the SHA-256 of their cookie: who reads the database cannot take one over.
session = Table(
    "session",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("account_no", Number, ForeignKey("account.no"), nullable=False),
    Column("form_token", String(64), nullable=False),
    Column("began_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
)
