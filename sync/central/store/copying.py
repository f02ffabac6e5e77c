"""Records into PostgreSQL by binary COPY, the fastest way in; the same constraints hold as for INSERT.

The rows are packed here, in the format that PostgreSQL's manual gives for COPY: a row is its number of fields, then for
each field its length (-1 for NULL) and its bytes in network order. The driver packs any type, at three times the cost.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from struct import Struct
from typing import TYPE_CHECKING, cast

import psycopg
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

if TYPE_CHECKING:
    from sync.central.store.records import NewRecord

_COPY = (
    "COPY record (device_no, epoch, received_at, seq, commitment, salt, payload, receipt_id, activity_id, day, held) "
    "FROM STDIN (FORMAT BINARY)"
)
FILE_START = b"PGCOPY\n\xff\r\n\0" + bytes(8)
FILE_END = b"\xff\xff"
_NULL = b"\xff\xff\xff\xff"
_FIELDS = Struct("!h").pack(11)
_length = Struct("!i").pack
_whole = Struct("!iq").pack  # the length of eight bytes, and a bigint
_day = Struct("!ii").pack  # the length of four bytes, and days since 2000
_RECEIPT = _length(16)
_FIRST_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
_FIRST_DAY = date(2000, 1, 1).toordinal()


def copy_records(
    connection: Connection, device_no: int, epoch: int, records: "Iterable[NewRecord]", at: datetime
) -> None:
    """Append records within the transaction; raises IntegrityError where a constraint refuses one."""
    driver = cast("psycopg.Connection[object]", connection.connection.driver_connection)
    rows = b"".join(_rows(device_no, epoch, records, at))
    try:
        with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
            copy.write(rows)
    except psycopg.IntegrityError as error:
        raise IntegrityError(_COPY, None, error) from error


def _rows(device_no: int, epoch: int, records: "Iterable[NewRecord]", at: datetime) -> Iterator[bytes]:
    since = at - _FIRST_MOMENT
    microseconds = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    start = _FIELDS + _whole(8, device_no) + _whole(8, epoch) + _whole(8, microseconds)
    ends: dict[tuple[str | None, date | None, str | None], bytes] = {}  # few are different
    yield FILE_START
    for seq, commitment, salt, payload, receipt_id, activity_id, day, held in records:
        end = ends.get((activity_id, day, held))
        if end is None:
            since_start = _NULL if day is None else _day(4, day.toordinal() - _FIRST_DAY)
            end = ends[activity_id, day, held] = _text(activity_id) + since_start + _text(held)
        yield b"".join(
            (
                start,
                _whole(8, seq),
                _field(commitment),
                _field(salt),
                _field(payload),
                _NULL if receipt_id is None else _RECEIPT + bytes.fromhex(receipt_id.replace("-", "")),
                end,
            )
        )
    yield FILE_END


def _field(raw: bytes | None) -> bytes:
    return _NULL if raw is None else _length(len(raw)) + raw


def _text(text: str | None) -> bytes:
    return _NULL if text is None else _field(text.encode())
