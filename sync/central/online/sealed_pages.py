"""Contact and other proposers from a phone: agreed to, sealed at once, never shown again; or taken back."""

from typing import Any

from fastapi import Response

from kiosk.forum.consent_words import CONSENT_WORDS, Notice
from kiosk.forum.contact import ContactRefusal, why_not_asked
from sync.central.online.contact_form import contact_values, sealed_by_form
from sync.central.online.desk import Ask
from sync.central.online.standing import standing_of
from sync.central.proposals.proposers import (
    MOST_PROPOSERS,
    ProposersRejected,
    checked_proposers,
    sealed_proposers,
)
from sync.central.review.proposal import UNDECIDED
from sync.central.store import papers
from sync.central.store.papers import Kind

# Nobody needs more, and a receipt's link is no place to store things.
_MOST_TIMES = 20
_PARTS = ("title", "purpose", "items", "retention", "refusal")


def contact_page(ask: Ask) -> Response:
    """Show the consent screens and the fields, or keep a contact sealed, or take it back."""
    words, activity, about = CONSENT_WORDS[ask.language], ask.held.activity, ask.held.submission.about
    key = ask.central.sealing_key
    if ask.typed("remove"):
        return _removed(ask, "contact")
    if refused := why_not_asked(key, about):
        why = ask.say["contact_no_key"] if refused is ContactRefusal.NO_KEY else words.refusals[refused]
        return ask.page("refused.html", 409, head=ask.say["no_contact"], why=why)
    values: dict[str, Any] = {
        **contact_values(activity, about, ask.language),
        "present": _is_there(ask, "contact", ask.held.submission.contact),
    }
    if ask.fields is None or key is None:
        return ask.page("contact.html", problems=[], **values)
    sent = sealed_by_form(ask.typed, activity, about, ask.language, key, ask.held.receipt_id, ask.now)
    if sent.sealed is None:
        return ask.page("contact.html", 422, problems=sent.problems, **values)
    return _kept(ask, "contact", sent.sealed)


def proposers_page(ask: Ask) -> Response:
    """Show the fields for those who proposed together, or keep them sealed, or take them back."""
    standing = standing_of(ask.central, ask.held, ask.now)
    key, words = ask.central.sealing_key, CONSENT_WORDS[ask.language]
    if standing is None:
        return ask.back()
    if ask.typed("remove"):
        return _removed(ask, "proposers")
    refused = why_not_asked(key, ask.held.submission.about)
    if refused or standing.state.stage not in UNDECIDED:
        why = ask.say["contact_no_key"] if refused is ContactRefusal.NO_KEY else ask.say["no_proposers_lead"]
        why = words.refusals[refused] if refused is ContactRefusal.UNDER_14 else why
        return ask.page("refused.html", 409, head=ask.say["no_proposers"], why=why)
    values: dict[str, Any] = {
        "consent": words,
        "notice": Notice(*(ask.say[f"proposers_{part}"] for part in _PARTS)),
        "most": MOST_PROPOSERS,
        "present": _is_there(ask, "proposers", None),
    }
    if ask.fields is None or key is None:
        return ask.page("proposers.html", problems=[], **values)
    rows = [(ask.typed(f"name.{place}"), ask.typed(f"share.{place}")) for place in range(MOST_PROPOSERS)]
    if not ask.typed("agree"):
        return ask.page("proposers.html", 422, problems=[ask.say["proposers_no_consent"]], **values)
    try:
        found = checked_proposers(rows)
    except ProposersRejected as error:
        return ask.page("proposers.html", 422, problems=[ask.say[f"proposers_{error.problem}"]], **values)
    return _kept(ask, "proposers", sealed_proposers(key, ask.held.receipt_id, found, ask.language, ask.now))


def _is_there(ask: Ask, kind: Kind, recorded: str | None) -> bool:
    with ask.central.database.reading() as connection:
        newest = papers.papers_of(connection, ask.held.receipt_id, kind)[-1:]
    return bool(newest[0].content if newest else recorded)


def _removed(ask: Ask, kind: Kind) -> Response:
    recorded = ask.held.submission.contact if kind == "contact" else None
    return _kept(ask, kind, None) if _is_there(ask, kind, recorded) else ask.back()


def _kept(ask: Ask, kind: Kind, sealed: str | None) -> Response:
    """Keep the newest word on this and erase those before; what the record itself holds is then opened no more."""
    receipt_id = ask.held.receipt_id
    with ask.central.database.writing() as connection:
        if papers.hold_receipt(connection, receipt_id) is None:
            return ask.back()
        if sealed and len(papers.papers_of(connection, receipt_id, kind)) >= _MOST_TIMES:
            return ask.page("refused.html", 409, head=ask.say[f"no_{kind}"], why=ask.say["too_often"])
        papers.empty_papers(connection, receipt_id, kind)
        papers.add_paper(connection, receipt_id, kind, sealed, ask.now)
    return ask.back(f"{kind}_{'kept' if sealed else 'removed'}")
