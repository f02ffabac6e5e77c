"""A kiosk that is no longer in use: what it holds of the epochs that it began is taken, and a new epoch is not."""

from sync.central.store.database import Database
from sync.central.store.devices import Device
from sync.central.store.records import head
from sync.protocol.problems import RETIRED, Problem


def refuse_new_epoch(database: Database, device: Device, epoch: int) -> None:
    """Raise Problem RETIRED where a retired kiosk sends an epoch of which nothing is here."""
    if device.retired_at is None:
        return
    with database.reading() as connection:
        present = head(connection, device.device_id, epoch)
    if present is None or present.seq == 0:
        raise Problem(RETIRED)
