"""A proposal's receipt page, which follows its every step, and the request for re-examination."""

from fastapi import Response

from kiosk.forum.personal_data import find_personal_data
from kiosk.forum.seoul import seoul_day
from sync.central.online.desk import Ask
from sync.central.online.entry import entered
from sync.central.online.file_pages import has_files
from sync.central.online.handoff_words import HANDOFF_WORDS
from sync.central.online.standing import Standing, standing_of
from sync.central.proposals.deciding import record_event, record_event_in
from sync.central.public.addresses import Addresses
from sync.central.public.suggestions import SHOWN
from sync.central.review.events import PublicityChanged, ReExaminationAsked
from sync.central.review.proposal import UNDECIDED, Stage, TransitionRefused
from sync.central.store.papers import add_paper, hold_receipt
from sync.central.store.showing import shown_proposals

LONGEST_REASON = 2000
# Events stay for ever; whoever changes a wish so often means something else.
_MOST_EVENTS = 200
# What the append-only event says; the proposer's own words lie apart, where a withdrawal can erase them.
_EVENT_REASON = "제안자가 접수증 페이지에서 요청함 (사유는 따로 보관)"


def following_page(ask: Ask, standing: Standing) -> Response:
    """Show where a proposal stands, what comes next, and what its proposer can do."""
    stage = standing.state.stage.value
    due = standing.completion_due
    return ask.page(
        "following.html",
        standing=standing,
        state=standing.state,
        head=ask.say[f"head_{stage}"],
        lead=ask.say[_lead(standing)].format(due=ask.day(due) if due else ""),
        contest=entered(ask, standing.state),
        owed=None if standing.owed is None else (ask.say[f"due_{standing.owed.what.value}"], standing.owed),
        done=ask.done,
        has_files=has_files(ask),
        undecided=UNDECIDED,
        earlier=_public_address(ask, standing.state.earlier_id),
        public_page=_public_address(ask, ask.held.receipt_id),
    )


def _lead(standing: Standing) -> str:
    stage = standing.state.stage
    is_fixed = stage is Stage.RECEIVED and not standing.is_completable
    return "lead_contest_closed" if is_fixed else f"lead_{stage.value}"


def choose_publicity(ask: Ask) -> Response:
    """Show whether the steps are public, or keep the proposer's wish about it (art. 7)."""
    standing = standing_of(ask.central, ask.held, ask.now)
    if standing is None:
        return ask.back()
    public = standing.state.public
    if ask.fields is None:
        return ask.page("publicity.html", public=public)
    wish = {"yes": True, "no": False}.get(ask.typed("public"), public)
    if wish == public:
        return ask.back()
    if standing.stored.seq >= _MOST_EVENTS:
        return ask.page("refused.html", 409, head=ask.say["no_publicity"], why=ask.say["too_often"])
    event = PublicityChanged(on=seoul_day(ask.now), public=wish)
    try:
        record_event(ask.central.database, ask.held.receipt_id, event, "", None, ask.now)
    except TransitionRefused:  # withdrawn meanwhile
        return ask.back()
    return ask.back("publicity")


def _public_address(ask: Ask, proposal_id: str | None) -> str | None:
    """Return where the public sees a proposal, or None where it does not."""
    if proposal_id is None:
        return None
    with ask.central.database.reading() as connection:
        if not shown_proposals(connection, [proposal_id], SHOWN, seoul_day(ask.now)):
            return None
    return f"/suggestions/{Addresses(ask.central).public_id(proposal_id)}?lang={ask.language}"


def ask_again(ask: Ask) -> Response:
    """Ask for re-examination, or say plainly why that cannot be."""
    standing = standing_of(ask.central, ask.held, ask.now)
    if standing is None:
        return ask.back()
    if not standing.may_ask_again:
        return _too_late(ask, standing)
    reason = ask.typed("reason")[:LONGEST_REASON]
    if ask.fields is None:
        return ask.page(
            "again.html", until=standing.last_day_to_ask_again, problem=None, warned=False, longest=LONGEST_REASON
        )
    personal = bool(find_personal_data(reason)) and not ask.typed("warned")
    if not reason or personal:
        problem = HANDOFF_WORDS[ask.language].personal if personal else ask.say["again_empty"]
        until = standing.last_day_to_ask_again
        return ask.page("again.html", 422, until=until, problem=problem, warned=personal, longest=LONGEST_REASON)
    try:
        _request(ask, reason)
    except TransitionRefused:
        return _too_late(ask, standing_of(ask.central, ask.held, ask.now) or standing)
    return ask.back("again")


def _request(ask: Ask, reason: str) -> None:
    receipt_id = ask.held.receipt_id
    event = ReExaminationAsked(on=seoul_day(ask.now), reason=_EVENT_REASON)
    with ask.central.database.writing() as connection:
        if hold_receipt(connection, receipt_id) is not None:
            record_event_in(connection, receipt_id, event, "", None, ask.now)
            add_paper(connection, receipt_id, "re-examination", reason, ask.now)


def _too_late(ask: Ask, standing: Standing) -> Response:
    last = standing.last_day_to_ask_again
    if last is not None:
        why = ask.say["no_again_late"].format(day=ask.day(last))
    elif standing.state.asked_again_by_proposer:
        why = ask.say["no_again_once"]
    else:
        why = ask.say["no_again_now"]
    return ask.page("refused.html", 409, head=ask.say["no_again"], why=why)
