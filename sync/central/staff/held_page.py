"""The records that are held for review: authentic, but not what was expected; a person looks at them here."""

from typing import Any

from fastapi import Response
from pydantic_core import from_json

from kiosk.forum.personal_data import masked
from sync.central.staff.desk import Ask
from sync.central.staff.pages import page
from sync.central.store import devices
from sync.central.store.reports import held_records

_ON_A_PAGE = 50
_MOST_LETTERS = 2000


def show_held(ask: Ask) -> Response:
    """Show a page of them, newest first, with the masked words of those that can be read."""
    before = ask.query.get("before", "")
    last = int(before) if before.isascii() and before.isdecimal() and len(before) < 18 else None
    with ask.central.database.reading() as connection:
        rows = held_records(connection, last, _ON_A_PAGE + 1)
        names = {each.no: each.name for each in devices.every_device(connection)}
    return page(
        ask.shown,
        "held.html",
        rows=[(row, names.get(row.device_no, "–"), written(row.payload)) for row in rows[:_ON_A_PAGE]],
        more=rows[_ON_A_PAGE - 1].entry if len(rows) > _ON_A_PAGE else None,
    )


def written(payload: bytes | None) -> list[tuple[str, str]]:
    """Return the texts among a payload's answers by question, masked; none where it cannot be read."""
    try:
        content: Any = from_json(payload or b"")
    except ValueError:
        return []
    answers = content.get("answers") if isinstance(content, dict) else None
    texts = answers.items() if isinstance(answers, dict) else ()
    return [(name[:64], masked(text[:_MOST_LETTERS])) for name, text in texts if isinstance(text, str) and text.strip()]
