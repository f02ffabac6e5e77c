"""The kiosks: who is silent, what waits or lacks, how each one is, enrolling and retiring one."""

from collections.abc import Mapping
from datetime import timedelta

from fastapi import Response

from kiosk.forum.errors import ForumError
from sync.central.ingest.enrolment import CODE_LIFE, kiosk_name, make_code
from sync.central.results.device_states import device_states
from sync.central.staff.desk import Ask
from sync.central.staff.pages import message_page, page, redirect
from sync.central.staff.words import say
from sync.central.store import devices
from sync.central.store.access import Access, note_access

SILENT_AFTER = timedelta(hours=24)


def show_devices(ask: Ask) -> Response:
    """Show how the kiosks are, the silent ones first."""
    return _page(ask)


def enrol_device(ask: Ask) -> Response:
    """Make a one-time code for a kiosk, and show it this once with what to do."""
    try:
        name = kiosk_name(ask.typed("name"))
    except ForumError:
        return _page(ask, 422, problem=say(ask.language, "name-wrong"))
    with ask.central.database.reading() as connection:
        if any(each.name == name for each in devices.every_device(connection)):
            return _page(ask, 409, problem=say(ask.language, "name-taken", name=name))
    code = make_code(ask.central.database, name, ask.now)
    with ask.central.database.writing() as connection:
        note_access(connection, Access(ask.now, ask.signed_in.account.name, "device code", None, name))
    made = {
        "name": name,
        "until": ask.now + CODE_LIFE,
        "command": f"forum-sync enrol --central {ask.origin} --code {code}",
    }
    return _page(ask, made=made)


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


def _page(
    ask: Ask, status: int = 200, *, problem: str | None = None, made: Mapping[str, object] | None = None
) -> Response:
    rows = device_states(ask.central.database, ask.now, SILENT_AFTER)
    rows.sort(key=lambda row: (row.retired_at is not None, not row.late, row.name))
    typed = ask.typed("name") if problem else ""
    return page(ask.shown, "devices.html", status, rows=rows, problem=problem, made=made, typed=typed)


def _is_id(text: str) -> bool:
    return len(text) == 36 and all(each in "0123456789abcdef-" for each in text)
