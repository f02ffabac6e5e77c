"""Records into PostgreSQL by binary COPY, the fastest way in; the same constraints hold as for INSERT."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, cast
from uuid import UUID

import psycopg
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

if TYPE_CHECKING:
    from sync.central.store.records import NewRecord

_TYPES = ("int8", "int8", "int8", "bytea", "bytea", "bytea", "uuid", "varchar", "date", "varchar", "timestamptz")
_COPY = (
    "COPY record (device_no, epoch, seq, commitment, salt, payload, receipt_id, activity_id, day, held, received_at) "
    "FROM STDIN (FORMAT BINARY)"
)


def copy_records(
    connection: Connection, device_no: int, epoch: int, records: "Iterable[NewRecord]", at: datetime
) -> None:
    """Append records within the transaction; raises IntegrityError where a constraint refuses one."""
    driver = cast("psycopg.Connection[object]", connection.connection.driver_connection)
    try:
        with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
            copy.set_types(_TYPES)
            for each in records:
                copy.write_row(
                    (
                        device_no,
                        epoch,
                        each.seq,
                        each.commitment,
                        each.salt,
                        each.payload,
                        each.receipt_id and UUID(each.receipt_id),
                        each.activity_id,
                        each.day,
                        each.held,
                        at,
                    )
                )
    except psycopg.IntegrityError as error:
        raise IntegrityError(_COPY, None, error) from error
