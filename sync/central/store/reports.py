"""What kiosks reported of themselves and of their days."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kiosk.forum.seoul import utc_text
from sync.central.store import log_tables as l
from sync.central.store import tables as t


@dataclass(frozen=True, slots=True)
class Report:
    """What a kiosk last said of itself; clock_offset is its clock minus ours, in seconds."""

    received_at: datetime
    clock_offset: float
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReportedDay:
    """A kiosk's signed count of one day, as it came."""

    device_no: int
    day: date
    statement: str
    signature: str


def keep_report(
    connection: Connection, device_no: int, at: datetime, clock_offset: float, heartbeat: Mapping[str, Any]
) -> None:
    """Keep what a kiosk said of itself, in place of what it said before.

    A conflict stays, as `[epoch, moment]` of the first that told it, until a heartbeat comes from a later epoch: the
    other store that goes by the same name sends good ones.
    """
    told = [heartbeat["epoch"], utc_text(at)] if heartbeat["conflict"] else None
    query = select(l.device_report.c.body).where(l.device_report.c.device_no == device_no)
    before = json.loads(connection.execute(query).scalar_one_or_none() or "{}").get("conflict")
    conflict = before if before and before[0] >= heartbeat["epoch"] else told
    body = json.dumps({**heartbeat, "conflict": conflict}, ensure_ascii=False).encode()
    values = {"received_at": at, "clock_offset": clock_offset, "body": body}
    connection.execute(
        _insert(connection)(l.device_report)
        .values(device_no=device_no, **values)
        .on_conflict_do_update(index_elements=["device_no"], set_=values)
    )


def reports(connection: Connection) -> dict[int, Report]:
    """Return the newest report of each device, by its number."""
    rows = connection.execute(select(l.device_report))
    return {row.device_no: Report(row.received_at, row.clock_offset, json.loads(row.body)) for row in rows}


def heads(connection: Connection) -> dict[tuple[int, int], tuple[int, datetime]]:
    """Return every chain head: (device number, epoch) to (seq, when it last moved)."""
    rows = connection.execute(select(t.chain_head))
    return {(row.device_no, row.epoch): (row.seq, row.received_at) for row in rows}


def held_counts(connection: Connection) -> dict[int, int]:
    """Return how many records of each device a person should look at."""
    query = select(t.record.c.device_no, func.count()).where(t.record.c.held.is_not(None))
    rows = connection.execute(query.group_by(t.record.c.device_no))
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """A record that a person should look at, and why; `entry` is its place in the order of arrival."""

    entry: int
    device_no: int
    held: str
    activity_id: str | None
    receipt_id: str | None
    payload: bytes | None
    received_at: datetime


def held_records(connection: Connection, before: int | None, most: int) -> list[HeldRecord]:
    """Return the newest records that are held for review, narrowed to those that arrived before one."""
    c = t.record.c
    query = select(c.entry, c.device_no, c.held, c.activity_id, c.receipt_id, c.payload, c.received_at)
    query = query.where(c.held.is_not(None)).order_by(c.entry.desc()).limit(most)
    return [HeldRecord(*row) for row in connection.execute(query if before is None else query.where(c.entry < before))]


def keep_day(connection: Connection, device_no: int, day: date, statement: str, signature: str, at: datetime) -> None:
    """Keep a kiosk's signed count of a day, in place of its earlier one."""
    values = {"statement": statement, "signature": signature, "received_at": at}
    connection.execute(
        _insert(connection)(l.day_tally)
        .values(device_no=device_no, day=day, **values)
        .on_conflict_do_update(index_elements=["device_no", "day"], set_=values)
    )


def reported_days(connection: Connection, device_no: int, day: date | None) -> list[ReportedDay]:
    """Return the signed counts of a device, of one day or of all, in order."""
    c = l.day_tally.c
    query = select(c.device_no, c.day, c.statement, c.signature).where(c.device_no == device_no).order_by(c.day)
    if day is not None:
        query = query.where(c.day == day)
    return [ReportedDay(*row) for row in connection.execute(query)]


def stored_seqs(connection: Connection, device_no: int, epoch: int, first: int, last: int) -> list[int]:
    """Return the places of this range that are stored, in order."""
    c = t.record.c
    query = select(c.seq).where(c.device_no == device_no, c.epoch == epoch, c.seq.between(first, last))
    return list(connection.execute(query.order_by(c.seq)).scalars())


def _insert(connection: Connection) -> Any:
    return postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
