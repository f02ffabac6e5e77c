"""The tables of the public log, of what kiosks report, and of the packs that are offered to them."""

from sqlalchemy import Column, Date, Float, ForeignKey, Identity, Index, Integer, LargeBinary, String, Table, Text

from sync.central.store.tables import Moment, Number, metadata

# One row: the log's name and key, which never change, and all that appending needs. Holding it makes one appender.
public_log = Table(
    "public_log",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("origin", String(256), nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("size", Number, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
)

# How far each epoch of a device is in the log; what its chain's head is beyond that still waits.
log_through = Table(
    "log_through",
    metadata,
    Column("device_no", Number, ForeignKey("device.no"), primary_key=True),
    Column("epoch", Number, primary_key=True, autoincrement=False),
    Column("seq", Number, nullable=False),
)

# The log's entries. They stay when a record's words are erased, or the record's table is damaged.
log_leaf = Table(
    "log_leaf",
    metadata,
    Column("log_index", Number, primary_key=True, autoincrement=False),
    Column("commitment", LargeBinary, nullable=False),
    Index("log_leaf_by_commitment", "commitment"),
)

# Complete nodes of the higher levels; the lower ones are hashed anew from the entries.
log_node = Table(
    "log_node",
    metadata,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("node_index", Number, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
)

# Every note that was ever signed.
log_checkpoint = Table(
    "log_checkpoint",
    metadata,
    Column("size", Number, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
    Column("signed_at", Moment, nullable=False),
)

# The checkpoint that closes each day in Seoul.
log_day = Table(
    "log_day",
    metadata,
    Column("day", Date, primary_key=True),
    Column("size", Number, ForeignKey("log_checkpoint.size"), nullable=False),
)

# What each kiosk last said of itself; clock_offset is its clock minus ours, in seconds.
device_report = Table(
    "device_report",
    metadata,
    Column("device_no", Number, ForeignKey("device.no"), primary_key=True, autoincrement=False),
    Column("received_at", Moment, nullable=False),
    Column("clock_offset", Float, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# A kiosk's own count of one of its days, as it signed it.
day_tally = Table(
    "day_tally",
    metadata,
    Column("device_no", Number, ForeignKey("device.no"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("statement", Text, nullable=False),
    Column("signature", String(128), nullable=False),
    Column("received_at", Moment, nullable=False),
)

# Which packs the kiosks are to take; the newest version of each counts. A version whose `offered_at` is still to come
# is planned: nobody outside sees it, and it may be taken back. `restores` is the version whose words it brings back.
offered_pack = Table(
    "offered_pack",
    metadata,
    Column("pack_id", String(64), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, ForeignKey("pack.digest"), nullable=False),
    Column("offered_at", Moment, nullable=False),
    Column("by", String(64), nullable=False, server_default=""),
    Column("decided_at", Moment),
    Column("restores", Integer),
)

# A pack that staff look at before they publish it, or throw it away.
pack_draft = Table(
    "pack_draft",
    metadata,
    Column("no", Number, Identity(), primary_key=True),
    Column("pack_id", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("canonical", LargeBinary, nullable=False),
    Column("restores", Integer),
    Column("by", String(64), nullable=False),
    Column("made_at", Moment, nullable=False),
)
