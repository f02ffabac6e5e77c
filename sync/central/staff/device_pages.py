"""The kiosks: who is silent, what waits or lacks, how each one is, and retiring one."""

from datetime import timedelta

from fastapi import Response

from sync.central.results.device_states import device_states
from sync.central.staff.desk import Ask
from sync.central.staff.pages import message_page, page, redirect
from sync.central.store import devices
from sync.central.store.access import Access, note_access

SILENT_AFTER = timedelta(hours=24)


def show_devices(ask: Ask) -> Response:
    """Show how the kiosks are, the silent ones first."""
    rows = device_states(ask.central.database, ask.now, SILENT_AFTER)
    rows.sort(key=lambda row: (row.retired_at is not None, not row.late, row.name))
    return page(ask.shown, "devices.html", rows=rows)


def change_device(ask: Ask) -> Response:
    """Retire a kiosk, which may still send what it holds; or bring it back."""
    retire = ask.typed("state") == "retired"
    with ask.central.database.writing() as connection:
        found = devices.find_device(connection, ask.path["device_id"]) if _is_id(ask.path["device_id"]) else None
        if found is None:
            return message_page(ask.shown, 404, "unknown", "unknown-lead")
        devices.retire(connection, found.no, ask.now if retire else None)
        what = "device retired" if retire else "device brought back"
        note_access(connection, Access(ask.now, ask.signed_in.account.name, what, None, found.name))
    return redirect("/staff/devices")


def _is_id(text: str) -> bool:
    return len(text) == 36 and all(each in "0123456789abcdef-" for each in text)
