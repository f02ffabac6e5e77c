"""The rules from receipt to the eve of a decision: completion, review, scores, opinions."""

from dataclasses import replace
from datetime import date

from sync.central.review.calendar import period_end
from sync.central.review.events import (
    Completed,
    CompletionAsked,
    OpinionAsked,
    OpinionReceived,
    OpinionWaived,
    ReviewStarted,
    Scored,
)
from sync.central.review.proposal import Proposal, Stage, Stop, TransitionRefused
from sync.central.review.scoring import committee_problem, sheet_problem, with_sheet


def required_reason(reason: str) -> str:
    """Return a reason that says something; raises TransitionRefused for an empty one."""
    if not reason.strip():
        raise TransitionRefused("no-reason", "The proposer is owed a reason; write one.")
    return reason


def last_day_to_ask_completion(proposal: Proposal) -> date:
    """Return the last day on which completion may be asked (art. 6(2): within seven days of receipt)."""
    return period_end(proposal.received_on, proposal.terms.ask_completion_within, proposal.terms.declared)


def completion_asked(proposal: Proposal, event: CompletionAsked) -> Proposal:
    """보완요청 (art. 6(2)): within seven days of receipt, for a reason, with a fitting term; the clock stops."""
    required_reason(event.reason)
    latest = last_day_to_ask_completion(proposal)
    if event.on > latest:
        raise TransitionRefused("too-late-to-ask", f"Completion could be asked until {latest}; review it as it is.")
    if event.due <= event.on:
        raise TransitionRefused("no-time-to-complete", "Give the proposer at least until the next day.")
    stop = Stop(body=None, began=event.on, due=event.due)
    return replace(proposal, stage=Stage.COMPLETION_ASKED, flaw=event.flaw, stops=(*proposal.stops, stop))


def completed(proposal: Proposal, event: Completed) -> Proposal:
    """보완: the clock runs on; a completion that comes late, but before the closing, is still taken."""
    return replace(
        proposal, stage=proposal.resting_stage, flaw=None, stops=ended_stops(proposal.stops, event.on, body=None)
    )


def review_started(proposal: Proposal, event: ReviewStarted) -> Proposal:
    """심사 (art. 8): a committee has at least half citizens; a new committee keeps its own members' sheets."""
    problem = committee_problem(event.committee)
    if problem:
        raise TransitionRefused("committee", problem)
    members = {member.reviewer for member in event.committee}
    sheets = tuple(sheet for sheet in proposal.sheets if not members or sheet.reviewer in members)
    begun = replace(
        proposal,
        review_started_on=proposal.review_started_on or event.on,
        committee=event.committee,
        sheets=sheets,
    )
    return replace(begun, stage=begun.resting_stage)


def scored(proposal: Proposal, event: Scored) -> Proposal:
    """One reviewer's five scores; where a committee sits, only its members score."""
    _require_review(proposal)
    problem = sheet_problem(event.sheet)
    if problem:
        raise TransitionRefused("scores", problem)
    if proposal.committee and event.sheet.reviewer not in {member.reviewer for member in proposal.committee}:
        raise TransitionRefused("not-a-member", "A committee reviews this proposal, and only its members score.")
    return replace(proposal, sheets=with_sheet(proposal.sheets, event.sheet))


def opinion_asked(proposal: Proposal, event: OpinionAsked) -> Proposal:
    """의견조회 (art. 9): the proposer is told first; the body answers within three weeks; the clock stops."""
    _require_review(proposal)
    if event.proposer_told_on > event.on:
        raise TransitionRefused("proposer-not-told", "Tell the proposer first that others will be consulted.")
    if any(stop.body == event.body for stop in proposal.open_stops):
        raise TransitionRefused("already-asked", f"{event.body} has been asked and has not answered yet.")
    due = period_end(event.on, proposal.terms.reply_within, proposal.terms.declared)
    return replace(
        proposal, stage=Stage.CONSULTING, stops=(*proposal.stops, Stop(body=event.body, began=event.on, due=due))
    )


def opinion_ended(proposal: Proposal, event: OpinionReceived | OpinionWaived) -> Proposal:
    """A body has answered, or is waited for no longer; the clock runs on when nobody else is awaited."""
    if isinstance(event, OpinionWaived):
        required_reason(event.reason)
    if all(stop.body != event.body for stop in proposal.open_stops):
        raise TransitionRefused("not-asked", f"No answer of {event.body} is awaited.")
    heard = replace(proposal, stops=ended_stops(proposal.stops, event.on, event.body))
    return heard if heard.open_stops else replace(heard, stage=heard.resting_stage)


def ended_stops(stops: tuple[Stop, ...], on: date, body: str | None) -> tuple[Stop, ...]:
    """Return the stops with those that wait for this body, or for the proposer (None), ended."""
    return tuple(replace(stop, ended=on) if stop.ended is None and stop.body == body else stop for stop in stops)


def _require_review(proposal: Proposal) -> None:
    if proposal.review_started_on is None:
        raise TransitionRefused("review-not-started", "The re-examination has not begun; name its reviewers first.")
