"""A proposal's page: its words, its timeline, its clock, and the forms of what can be done now."""

import uuid
from collections.abc import Mapping
from datetime import date

from fastapi import Response
from sqlalchemy import Connection

from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import submission_from_bytes
from sync.central.proposals.consulting import ask_opinion, opinion_token
from sync.central.proposals.deciding import ProposalChanged, ProposalUnknown, record_event
from sync.central.proposals.intake import bring_up_to_date
from sync.central.proposals.reading import Dossier, dossier
from sync.central.proposals.searching import search_of
from sync.central.proposals.withdrawing import withdraw
from sync.central.proposals.words_of import added_of, wording
from sync.central.review.events import OpinionAsked, Withdrawn
from sync.central.review.proposal import Stage, TransitionRefused
from sync.central.review.scoring import Criterion
from sync.central.review.words import word
from sync.central.staff import event_forms
from sync.central.staff.desk import Ask
from sync.central.staff.event_forms import FormRejected, event_of_form, kind_named, name_of, offered, offered_now
from sync.central.staff.event_words import happened_word, refusal
from sync.central.staff.pages import message_page, page, redirect
from sync.central.staff.permissions import Role, may_record
from sync.central.staff.topics import activities, activity_label, topic_label
from sync.central.staff.words import say
from sync.central.store import accounts, devices, inbox
from sync.central.store.access import Access, note_access, payload_of_receipt
from sync.central.store.inbox import Filter
from sync.central.store.papers import papers_of

_Form = Mapping[str, list[str]]


def show_proposal(ask: Ask) -> Response:
    """Show one proposal."""
    done = ask.query.get("done", "")
    recorded = say(ask.language, "recorded", event=happened_word(ask.language, done)) if kind_named(done) else None
    return _page(ask, recorded=recorded)


def record(ask: Ask) -> Response:
    """Record an event, or say in one sentence why it cannot be; nothing that was typed is lost."""
    kind = kind_named(ask.path["kind"])
    proposal_id = _id(ask.path["proposal_id"])
    if kind is None or proposal_id is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    if not may_record(ask.role, kind):
        return message_page(ask.shown, 403, "forbidden", "forbidden-lead")
    staff, name = ask.signed_in.account.name, name_of(kind)
    seen = ask.typed("seen")
    expected = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 9 else 0
    try:
        event = event_of_form(kind, ask.form, _context(ask, staff))
        if isinstance(event, OpinionAsked):
            ask_opinion(ask.central, proposal_id, event, staff, expected, ask.now)
        elif isinstance(event, Withdrawn):
            withdraw(ask.central.database, proposal_id, event, staff, expected, ask.now)
        else:
            record_event(ask.central.database, proposal_id, event, staff, expected, ask.now)
    except TransitionRefused as error:
        return _page(ask, 409, problem=refusal(ask.language, error.code, str(error)), open_form=name)
    except FormRejected as error:
        sentence = f"{say(ask.language, 'required-fields')}: {_field_word(ask.language, error.field)}"
        return _page(ask, 422, problem=sentence, open_form=name)
    except ProposalChanged:
        return _page(ask, 409, problem=say(ask.language, "changed"), open_form=name)
    except ProposalUnknown:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    return redirect(f"/staff/proposals/{proposal_id}?done={name}")


def show_original(ask: Ask) -> Response:
    """Show what was really written, after noting who reads it and why."""
    proposal_id = _id(ask.path["proposal_id"])
    reason = ask.typed("reason").strip()[:500]
    if proposal_id is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    if not reason:
        sentence = f"{say(ask.language, 'required-fields')}: {say(ask.language, 'why-original')}"
        return _page(ask, 422, problem=sentence)
    with ask.central.database.writing() as connection:
        payload = payload_of_receipt(connection, proposal_id)
        if payload is None:
            return message_page(ask.shown, 404, "unknown", "unknown-lead")
        note_access(connection, Access(ask.now, ask.signed_in.account.name, "original text", proposal_id, reason))
    submission = submission_from_bytes(payload)
    with ask.central.database.reading() as connection:
        found = dossier(connection, proposal_id, seoul_day(ask.now))
        added = added_of(papers_of(connection, proposal_id, "words"))
        pack = None
        if found:
            find = ask.central.shelf.packs_asked_for(connection, found.stored.device_no)
            pack = find(submission.pack_id, submission.pack_version)
    activity = pack.activity(submission.activity_id) if pack else None
    if activity is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    words = wording(submission, activity, added, mask=False)
    return page(ask.shown, "original.html", words=words, proposal_id=proposal_id)


def show_beside(ask: Ask) -> Response:
    """Show two proposals side by side."""
    one, other = _id(ask.path["proposal_id"]), _id(ask.path["other_id"])
    with ask.central.database.reading() as connection:
        today = seoul_day(ask.now)
        pair = [dossier(connection, each, today) if each else None for each in (one, other)]
    if None in pair or one == other:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    both = sorted((each for each in pair if each), key=lambda each: (each.stored.received_on, each.stored.proposal_id))
    earlier, later = both
    linked = kind_named("linked")
    return page(
        ask.shown,
        "beside.html",
        earlier=earlier,
        later=later,
        can_link=linked in offered(later.state.stage, ask.role),
        shared=_shared(earlier, later),
    )


def _page(
    ask: Ask, status: int = 200, *, problem: str | None = None, open_form: str = "", recorded: str | None = None
) -> Response:
    proposal_id = _id(ask.path["proposal_id"])
    if proposal_id is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    today = seoul_day(ask.now)
    bring_up_to_date(ask.central, ask.now)
    with ask.central.database.reading() as connection:
        found = dossier(connection, proposal_id, today)
        if found is None:
            return message_page(ask.shown, 404, "unknown", "unknown-lead")
        known = activities(connection, ask.central.shelf, found.stored.device_no)
        kiosk = next((each.name for each in devices.every_device(connection) if each.no == found.stored.device_no), "–")
        people = [each for each in accounts.every_account(connection) if not each.closed_at]
    activity = known.get(found.stored.activity_id)
    return page(
        ask.shown,
        "proposal.html",
        status,
        of=found,
        problem=problem,
        recorded=recorded,
        stages=Stage,
        topic=topic_label(activity, found.stored.topic, ask.language),
        activity=activity_label(activity, found.stored.activity_id, ask.language),
        kiosk=kiosk,
        forms=[(name_of(kind), event_forms.FIELDS[kind]) for kind in offered_now(found.state, ask.role, today)],
        open_form=open_form,
        typed={name: values[0] for name, values in ask.form.items()} if open_form else {},
        picked=ask.form.get("members", []) if open_form else [each.reviewer for each in found.state.committee],
        suggested=event_forms.suggestions(found.state, today),
        people=[each for each in people if Role(each.role) is not Role.VIEWER],
        criteria=list(Criterion),
        links={
            event.record["body"]: f"{ask.origin}/opinion/"
            + opinion_token(ask.central, proposal_id, event.record["body"], event.seq)
            for event in found.events
            if event.kind == "opinion-asked"
        },
        awaited=[stop.body for stop in found.state.open_stops if stop.body],
    )


def _context(ask: Ask, staff: str) -> event_forms.Context:
    with ask.central.database.reading() as connection:
        people = accounts.every_account(connection)

    def earlier(number: str) -> tuple[str, date] | None:
        with ask.central.database.reading() as connection:
            return _numbered(connection, number, seoul_day(ask.now))

    citizens = {each.name: each.citizen for each in people if not each.closed_at}
    return event_forms.Context(staff, citizens, earlier)


def _numbered(connection: Connection, number: str, today: date) -> tuple[str, date] | None:
    ids = search_of(number).ids
    rows = inbox.listed(connection, Filter(ids=ids), "newest", today, 2).rows if ids else []
    return (rows[0].proposal_id, rows[0].received_on) if len(rows) == 1 else None


def _field_word(language: str, field: str) -> str:
    """Return how a field of an event's form is called on the page."""
    if field in list(Criterion):
        return word(Criterion(field), language)
    return say(language, "day" if field == "on" else field)


def _shared(earlier: Dossier, later: Dossier) -> int | None:
    alike = next((each.alike for each in later.similar if each.proposal_id == earlier.stored.proposal_id), None)
    return None if alike is None else round(100 * alike)


def _id(text: str) -> str | None:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return None
