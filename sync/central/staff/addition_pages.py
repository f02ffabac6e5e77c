"""Moderation: what visitors added is read here before others see it; an opinion may become a proposal."""

from typing import Final

from fastapi import Response

from kiosk.forum.packs import Activity
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import submission_from_bytes
from sync.central.proposals.intake import bring_up_to_date, make_proposal
from sync.central.staff.desk import Ask
from sync.central.staff.pages import message_page, page, redirect
from sync.central.staff.topics import activities, activity_label
from sync.central.store import intake as store
from sync.central.store.access import Access, note_access, payload_of_receipt
from sync.central.store.intake import Addition

KINDS: Final = ("statements", "seminar", "opinion")
STATES: Final = ("waiting", "shown", "hidden", "promoted")
_ON_A_PAGE = 50


def show_additions(ask: Ask) -> Response:
    """Show what waits to be read, by kind; or what was decided before."""
    bring_up_to_date(ask.central, ask.now)
    kind = ask.query.get("kind", "")
    state = ask.query.get("state", "")
    kind, state = kind if kind in KINDS else KINDS[0], state if state in STATES else STATES[0]
    after = ask.query.get("after", "0")
    number = int(after) if after.isascii() and after.isdecimal() and len(after) < 18 else 0
    titles: dict[int, str] = {}
    with ask.central.database.reading() as connection:
        rows = store.additions(connection, state, kind, number, _ON_A_PAGE + 1)
        counts = store.addition_counts(connection)
        known: dict[int, dict[str, Activity]] = {}
        for row in rows:
            if row.device_no not in known:
                known[row.device_no] = activities(connection, ask.central.shelf, row.device_no)
            titles[row.no] = activity_label(known[row.device_no].get(row.activity_id), row.activity_id, ask.language)
    return page(
        ask.shown,
        "additions.html",
        rows=rows[:_ON_A_PAGE],
        more=rows[_ON_A_PAGE - 1].no if len(rows) > _ON_A_PAGE else None,
        titles=titles,
        kind=kind,
        state=state,
        kinds=KINDS,
        states=STATES if kind == "opinion" else STATES[:3],
        counts=counts,
    )


def decide_addition(ask: Ask) -> Response:
    """Show an addition to others, or not; or receive an opinion as a proposal."""
    number, wish = ask.path["number"], ask.typed("state")
    is_number = number.isascii() and number.isdecimal() and len(number) < 18
    if not is_number or wish not in STATES:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    with ask.central.database.writing() as connection:
        found = store.find_addition(connection, int(number))
        if found is None or (wish == "promoted" and found.kind != "opinion"):
            return message_page(ask.shown, 404, "unknown", "unknown-lead")
        staff = ask.signed_in.account.name
        if wish == "promoted":
            payload = payload_of_receipt(connection, found.receipt_id)
            activity = _activity(ask, found)
            if payload is None or activity is None:
                return message_page(ask.shown, 404, "unknown", "unknown-lead")
            submission = submission_from_bytes(payload)
            make_proposal(connection, submission, activity, found.device_no, seoul_day(ask.now), ask.now)
        store.decide_addition(connection, found.no, wish, staff, ask.now)
        note_access(connection, Access(ask.now, staff, f"addition {wish}", found.receipt_id, found.question_id))
    return redirect(f"/staff/additions?kind={found.kind}")


def _activity(ask: Ask, found: Addition) -> Activity | None:
    with ask.central.database.reading() as connection:
        return activities(connection, ask.central.shelf, found.device_no).get(found.activity_id)
