"""The tables of the kiosk's store; kiosk/store/migrations makes them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, UniqueConstraint

metadata = MetaData()

# One row: who this kiosk is, and, once enrolled, whom it trusts.
device = Table(
    "device",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("device_id", String, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("name", String),
    Column("central_url", String),
    Column("public_url", String),
    Column("device_key", LargeBinary),
    Column("server_key", LargeBinary),
    Column("sealing_key", LargeBinary),
    Column("handoff_key", LargeBinary),
    # How far the ministry's list of withdrawals was read.
    Column("withdrawals_seen", Integer, nullable=False, server_default="0"),
)

# Every version ever installed, for as long as a submission to it may exist.
pack = Table(
    "pack",
    metadata,
    Column("pack_id", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("canonical", LargeBinary, nullable=False),
    Column("installed_at", String, nullable=False),
)

# Append-only: a row is written once. A withdrawal, or the end of the retention period, empties its salt and payload;
# what still waits may move to another epoch (`kiosk.store.rejoining`).
submission = Table(
    "submission",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("receipt_id", String, nullable=False, unique=True),
    Column("pack_id", String, nullable=False),
    Column("pack_version", Integer, nullable=False),
    Column("activity_id", String, nullable=False),
    Column("day", String, nullable=False),
    Column("salt", LargeBinary),
    Column("payload", LargeBinary),
    Column("commitment", LargeBinary, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    UniqueConstraint("epoch", "seq"),
    Index("submission_by_day", "day"),
    Index("submission_by_activity", "activity_id", "id"),
)

# What the ministry has not acknowledged yet.
outbox = Table(
    "outbox",
    metadata,
    Column("submission_id", Integer, ForeignKey("submission.id"), primary_key=True),
)

# The ministry's signed receipts, as they came.
receipt = Table(
    "receipt",
    metadata,
    Column("epoch", Integer, primary_key=True),
    Column("through_seq", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("received_at", String, nullable=False),
)

# One row: the last try to upload.
attempt = Table(
    "attempt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("next_at", String),
)

# How far each file of `forum-staff record` got, so that an interrupted import goes on where it stopped.
intake = Table(
    "intake",
    metadata,
    Column("digest", String, primary_key=True),
    Column("activity_id", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("lines_done", Integer, nullable=False),
    Column("finished_at", String),
)

# What the line remembers between two runs.
line_note = Table(
    "line_note",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

# Records that the ministry's server will not read; they go as erased ones, and their words stay here.
quarantine = Table(
    "quarantine",
    metadata,
    Column("submission_id", Integer, ForeignKey("submission.id"), primary_key=True),
    Column("at", String, nullable=False),
    Column("reason", String, nullable=False),
)

# What the ministry publishes of each activity, verified; all of one edition.
ministry_results = Table(
    "ministry_results",
    metadata,
    Column("activity_id", String, primary_key=True),
    Column("through", String, nullable=False),
    Column("people", Integer, nullable=False),
    Column("counts", LargeBinary, nullable=False),
)

# What was counted of a day before its words were deleted after the retention period (`kiosk.forum.day_counts`).
kept_day = Table(
    "kept_day",
    metadata,
    Column("day", String, primary_key=True),
    Column("counts", LargeBinary, nullable=False),
    Column("deleted", Integer, nullable=False),
)

# Which submissions were withdrawn; `receipt` is the ministry's signed word that it erased them too.
withdrawal = Table(
    "withdrawal",
    metadata,
    Column("submission_id", Integer, ForeignKey("submission.id"), primary_key=True),
    Column("at", String, nullable=False),
    Column("receipt", LargeBinary),
)

# Who may enter the staff panel; a miss is counted before the PIN is looked at, so that no power cut forgets it.
staff_account = Table(
    "staff_account",
    metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("pin_hash", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("misses", Integer, nullable=False, server_default="0"),
    Column("last_miss_at", String),
)

# What staff did, append-only: triggers refuse every change.
staff_log = Table(
    "staff_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("account", String, nullable=False),
    Column("deed", String, nullable=False),
    Column("detail", String, nullable=False),
)

# One row while the kiosk is out of service: the code of the message for visitors, and its words where staff wrote them.
closure = Table(
    "closure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reason", String, nullable=False),
    Column("since", String, nullable=False),
    Column("message", String, nullable=False, server_default=""),
)

# How many visits ended without a submission, and where; counts, and nothing of a visitor. Days and hours are Seoul's.
visit_end = Table(
    "visit_end",
    metadata,
    Column("day", String, primary_key=True),
    Column("hour", Integer, primary_key=True),
    Column("activity_id", String, primary_key=True),
    Column("language", String, primary_key=True),
    Column("step", String, primary_key=True),
    Column("outcome", String, primary_key=True),
    Column("visits", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
)

# What staff decided about the content, append-only: a pack is shown in an older version for as long as `newest` is its
# newest one; an activity is closed until it is opened again.
content_decision = Table(
    "content_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("what", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("shown", Integer),
    Column("newest", Integer),
)
