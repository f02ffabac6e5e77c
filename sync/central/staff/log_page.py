"""The log: who read, decided or changed what, newest first, all of it or of one person or receipt."""

from urllib.parse import urlencode

from fastapi import Response

from sync.central.proposals.searching import search_of
from sync.central.staff.desk import Ask
from sync.central.staff.pages import page
from sync.central.staff.words import noted_reason, noted_word
from sync.central.store import proposals
from sync.central.store.access import newest_accesses

_ON_A_PAGE = 100


def show_log(ask: Ask) -> Response:
    """Show a page of the log."""
    before = ask.query.get("before", "")
    last = int(before) if before.isascii() and before.isdecimal() and len(before) < 18 else None
    who, number = (ask.query.get(name, "").replace("\x00", "").strip()[:64] for name in ("who", "number"))
    ids = search_of(number).ids
    rows, proposed = [], set[str]()
    if ids or not number:  # what is no receipt number has nothing in the log
        with ask.central.database.reading() as connection:
            rows = newest_accesses(connection, last, _ON_A_PAGE + 1, who, ids)
            proposed = proposals.known(connection, {row.receipt_id for _, row in rows if row.receipt_id})
    more = {"who": who, "number": number, "before": rows[_ON_A_PAGE - 1][0]} if len(rows) > _ON_A_PAGE else None
    return page(
        ask.shown,
        "log.html",
        rows=[
            (row, noted_word(ask.language, row.what), noted_reason(ask.language, row.what, row.reason))
            for _, row in rows[:_ON_A_PAGE]
        ],
        proposed=proposed,
        who=who,
        number=number,
        more=urlencode({name: value for name, value in more.items() if value}) if more else None,
    )
