"""Moderation: what visitors added is read here before others see it; an opinion may become a proposal."""

import json
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from fastapi import Response
from sqlalchemy import Connection

from kiosk.forum.packs import Activity, words_in
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import submission_from_bytes
from sync.central.proposals.intake import bring_up_to_date, make_proposal
from sync.central.staff.addition_words import REASONS
from sync.central.staff.desk import Ask
from sync.central.staff.log_words import NOT_LET_THROUGH
from sync.central.staff.pages import message_page, page, redirect
from sync.central.staff.topics import activities, activity_label
from sync.central.staff.words import say
from sync.central.store import intake as store
from sync.central.store.access import Access, note_access, payload_of_receipt, reasons_noted
from sync.central.store.intake import Addition

KINDS: Final = ("statements", "seminar", "opinion")
STATES: Final = ("waiting", "shown", "hidden", "promoted")
_ON_A_PAGE = 50
# Where a pack has what visitors vote on, and what its words are called there.
_VOTED_ON: Final = {"statements": ("statements", "text"), "seminar": ("options", "label")}


@dataclass(frozen=True, slots=True)
class _Row:
    """An addition as the page shows it: where it was written, and why it was not let through."""

    of: Addition
    activity: str
    question: str
    why: str


def show_additions(ask: Ask) -> Response:
    """Show what waits to be read, by kind; or what was decided before."""
    bring_up_to_date(ask.central, ask.now)
    kind, state = _kind(ask.query.get("kind", "")), _state(ask.query.get("state", ""))
    with ask.central.database.reading() as connection:
        found = store.additions(connection, state, kind, _number(ask.query.get("after", "")) or 0, _ON_A_PAGE + 1)
        rows = _rows(connection, ask, found[:_ON_A_PAGE])
        counts = store.addition_counts(connection)
        decided = store.find_addition(connection, _number(ask.query.get("done", "")) or 0)
    return page(
        ask.shown,
        "additions.html",
        rows=rows,
        more=found[_ON_A_PAGE - 1].no if len(found) > _ON_A_PAGE else None,
        kind=kind,
        state=state,
        kinds=KINDS,
        states=STATES if kind == "opinion" else STATES[:3],
        counts=counts,
        decided=decided,
        reasons=REASONS,
        after=ask.query.get("after", ""),
        place=_VOTED_ON.get(kind, ("",))[0],
        lines=pack_lines([row.of for row in rows]) if state == "shown" and kind in _VOTED_ON else "",
    )


def decide_addition(ask: Ask) -> Response:
    """Let an addition through, or not, or have it wait again; or receive an opinion as a proposal."""
    number, wish, why = _number(ask.path["number"]), ask.typed("state"), ask.typed("why")
    if number is None or wish not in STATES:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    if wish == "hidden" and why not in REASONS:
        return message_page(ask.shown, 422, "not-done", "why-missing")
    with ask.central.database.writing() as connection:
        found = store.find_addition(connection, number, lock=True)
        if found is None or found.state == "promoted" or (wish == "promoted" and found.kind != "opinion"):
            return message_page(ask.shown, 404, "unknown", "unknown-lead")
        staff = ask.signed_in.account.name
        if wish == "promoted":
            payload = payload_of_receipt(connection, found.receipt_id)
            activity = activities(connection, ask.central.shelf, found.device_no).get(found.activity_id)
            if payload is None or activity is None:
                return message_page(ask.shown, 404, "unknown", "unknown-lead")
            submission = submission_from_bytes(payload)
            make_proposal(connection, submission, activity, found.device_no, seoul_day(ask.now), ask.now)
        store.decide_addition(connection, found.no, wish, staff, ask.now)
        noted = f"{found.question_id}: {why}" if wish == "hidden" else found.question_id
        note_access(connection, Access(ask.now, staff, f"addition {wish}", found.receipt_id, noted))
    back = {
        "kind": found.kind,
        "state": _state(ask.typed("list")),
        "after": _number(ask.typed("after")),
        "done": number,
    }
    return redirect(f"/staff/additions?{urlencode({name: value for name, value in back.items() if value})}")


def pack_lines(shown: list[Addition]) -> str:
    """Return additions as a content pack writes what is voted on (YAML); a string of JSON is one of YAML, too."""
    lines = []
    for each in shown:
        _, words = _VOTED_ON[each.kind]
        text = json.dumps(" ".join(each.text.split()), ensure_ascii=False)
        lines.append(f"- id: added-{each.no}\n  {words}:\n    {each.language}: {text}\n")
    return "".join(lines)


def _rows(connection: Connection, ask: Ask, found: list[Addition]) -> list[_Row]:
    known: dict[int, dict[str, Activity]] = {}
    hidden = [each.receipt_id for each in found if each.state == "hidden"]
    noted = reasons_noted(connection, NOT_LET_THROUGH, hidden)
    rows = []
    for each in found:
        if each.device_no not in known:
            known[each.device_no] = activities(connection, ask.central.shelf, each.device_no)
        activity = known[each.device_no].get(each.activity_id)
        title = activity_label(activity, each.activity_id, ask.language)
        prefix = f"{each.question_id}: "
        why = [one.removeprefix(prefix) for one in noted.get(each.receipt_id, ()) if one.startswith(prefix)]
        reason = say(ask.language, f"why-{why[-1]}") if why and why[-1] in REASONS else ""
        rows.append(_Row(each, title, _question(activity, each.question_id, ask.language), reason))
    return rows


def _question(activity: Activity | None, question_id: str, language: str) -> str:
    asked = next((each for each in activity.questions if each.id == question_id), None) if activity else None
    return words_in(dict(asked.label), language) if asked else question_id


def _kind(asked: str) -> str:
    return asked if asked in KINDS else KINDS[0]


def _state(asked: str) -> str:
    return asked if asked in STATES else STATES[0]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else None
