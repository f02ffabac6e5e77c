"""Tallies at the ministry, counted by the kiosk's own rules from the same bytes."""

import json
from datetime import date
from typing import Any

from kiosk.forum.tallies import Tally, TallyLine, tally_rows
from sync.central.ingest.examine import UNREADABLE
from sync.central.store import devices
from sync.central.store.database import Database
from sync.central.store.errors import CentralError
from sync.central.store.packs import PackShelf
from sync.central.store.records import stored_records

# What counting can raise for a payload that no kiosk of ours writes.
_UNCOUNTABLE = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError)


def tally(database: Database, first: date, last: date, kiosk: str | None = None) -> list[TallyLine]:
    """Count the days of one kiosk, or of all, both days included; raises CentralError for an unknown kiosk.

    Each kiosk's records are counted with the words that this kiosk used, so that its lines equal its own.
    """
    shelf = PackShelf()
    lines: list[TallyLine] = []
    with database.reading() as connection:
        for device in _devices(database, kiosk):
            pack_of = shelf.packs_of(connection, device.no)
            counted = Tally(pack_of)
            for record in stored_records(connection, device.no, first, last):
                if record.held == UNREADABLE:
                    continue
                content = json.loads(record.payload)
                if record.held is None or _countable(content, Tally(pack_of)):
                    counted.add(device.name, content)
            lines.extend(counted.lines())
    return sorted(lines)


def _devices(database: Database, kiosk: str | None) -> list[devices.Device]:
    with database.reading() as connection:
        if kiosk is None:
            return devices.every_device(connection)
        device = devices.device_named(connection, kiosk)
    if device is None:
        raise CentralError(f"No kiosk is enrolled as “{kiosk}”; nothing was written. Mend the name.")
    return [device]


def _countable(content: dict[str, Any], scratch: Tally) -> bool:
    try:
        scratch.add("", content)
    except _UNCOUNTABLE:
        return False
    return all(isinstance(cell, str) for row in tally_rows(scratch.lines()) for cell in row[:-1])
