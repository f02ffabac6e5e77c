"""The log: who read, decided or changed what, newest first."""

from fastapi import Response

from sync.central.staff.desk import Ask
from sync.central.staff.pages import page
from sync.central.store.access import newest_accesses

_ON_A_PAGE = 100


def show_log(ask: Ask) -> Response:
    """Show a page of the log."""
    before = ask.query.get("before", "")
    number = int(before) if before.isascii() and before.isdecimal() and len(before) < 18 else None
    with ask.central.database.reading() as connection:
        rows = newest_accesses(connection, number, _ON_A_PAGE + 1)
    more = rows[_ON_A_PAGE - 1][0] if len(rows) > _ON_A_PAGE else None
    return page(ask.shown, "log.html", rows=[row for _, row in rows[:_ON_A_PAGE]], more=more)
