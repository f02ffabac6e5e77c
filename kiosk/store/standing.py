"""Where a store stands: who it is, what it holds, what waits, and what came of the last try to upload."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from kiosk.store import line_notes, outbox, quarantine, recoveries
from kiosk.store import tables as t
from kiosk.store.recoveries import Recovery


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """Where the store stands; moments are RFC 3339 in UTC, the day that of Seoul.

    `stopped` is why nothing is sent until people do something: “conflict” (the ministry holds other records in the
    places of these), “refused” (it does not take this kiosk's), or empty.
    """

    device_id: str
    epoch: int
    name: str | None
    central_url: str | None
    submissions: int
    pending: int
    oldest_pending_day: str | None
    last_receipt_at: str | None
    last_receipt_through: int | None
    last_attempt_at: str | None
    last_attempt_outcome: str | None
    next_attempt_at: str | None
    quarantined: int
    recoveries: tuple[Recovery, ...]
    stopped: str = ""


def read_status(connection: Connection) -> StoreStatus:
    """Read where a store stands."""
    who = connection.execute(select(t.device)).one()
    attempt = connection.execute(outbox.LAST_ATTEMPT).one_or_none()
    receipt = connection.execute(outbox.LAST_RECEIPT).one_or_none()
    return StoreStatus(
        device_id=who.device_id,
        epoch=who.epoch,
        name=who.name,
        central_url=who.central_url,
        submissions=connection.execute(select(func.count()).select_from(t.submission)).scalar_one(),
        pending=connection.execute(outbox.COUNT).scalar_one(),
        oldest_pending_day=connection.execute(outbox.OLDEST_DAY).scalar_one_or_none(),
        last_receipt_at=receipt.received_at if receipt else None,
        last_receipt_through=receipt.through_seq if receipt else None,
        last_attempt_at=attempt.at if attempt else None,
        last_attempt_outcome=attempt.outcome if attempt else None,
        next_attempt_at=attempt.next_at if attempt else None,
        quarantined=connection.execute(quarantine.COUNT).scalar_one(),
        recoveries=recoveries.read(connection),
        stopped=line_notes.read(connection, line_notes.STOPPED) or "",
    )
