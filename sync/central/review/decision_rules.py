"""The rules of the decision and of what follows it: notice, carrying out, re-examination."""

from dataclasses import replace
from datetime import date

from sync.central.review.calendar import last_day, period_end
from sync.central.review.events import (
    Adopted,
    AskedBy,
    CarriedOut,
    Notified,
    Postponed,
    ReExaminationAsked,
    Refused,
)
from sync.central.review.proposal import Decision, Proposal, Stage, TransitionRefused
from sync.central.review.review_rules import required_reason
from sync.central.review.scoring import scoring_problem

# Whose re-examinations need a committee's deliberation (art. 8(2)).
_NEEDS_COMMITTEE = frozenset({AskedBy.PROPOSER, AskedBy.PROPOSER_SEEING_IT_DONE, AskedBy.INTERIOR_MINISTRY})


def adopted(proposal: Proposal, event: Adopted) -> Proposal:
    """채택 (art. 10): with a planned day within the three years of keeping."""
    latest = last_day(event.on, proposal.terms.keep_adopted)
    if not event.on <= event.planned_for <= latest:
        raise TransitionRefused("planned-day", f"Plan the carrying out between the decision's day and {latest}.")
    return _decided(proposal, Decision(True, event.on, event.reason, event.planned_for), Stage.ADOPTED)


def refused(proposal: Proposal, event: Refused) -> Proposal:
    """불채택 (art. 10): with its reason."""
    required_reason(event.reason)
    return _decided(proposal, Decision(False, event.on, event.reason), Stage.NOT_ADOPTED)


def notified(proposal: Proposal, event: Notified) -> Proposal:
    """통지 (art. 10(1)): the proposer knows; the term for re-examination counts from this day."""
    decision = _decision(proposal)
    if decision.notified_on:
        raise TransitionRefused("already-notified", f"The proposer was told on {decision.notified_on}.")
    return replace(proposal, decision=replace(decision, notified_on=event.on))


def postponed(proposal: Proposal, event: Postponed) -> Proposal:
    """A new planned day with the reason for it (art. 11(2))."""
    required_reason(event.reason)
    decision = _notified_decision(proposal)
    if event.planned_for <= event.on or event.planned_for == decision.planned_for:
        raise TransitionRefused("planned-day", "Name a new day that is still to come.")
    return replace(proposal, decision=replace(decision, planned_for=event.planned_for))


def carried_out(proposal: Proposal, event: CarriedOut) -> Proposal:
    """실시 (art. 11(1)): what was promised has been done."""
    _notified_decision(proposal)
    return replace(proposal, stage=Stage.CARRIED_OUT, carried_out_on=event.on, ended_on=event.on)


def last_day_to_ask_again(proposal: Proposal, by: AskedBy) -> date | None:
    """Return the last day on which a refusal may be examined again, or None where it may not be at all.

    The proposer: fifteen days from the notice, once (art. 12(1)); two years from it where the same has been carried out
    after all (art. 14(3)). The Ministry of the Interior or this one: as long as the refusal is kept (art. 14(1)).
    """
    decision = proposal.decision
    if proposal.stage is not Stage.NOT_ADOPTED or decision is None or decision.notified_on is None:
        return None
    terms = proposal.terms
    match by:
        case AskedBy.PROPOSER:
            if proposal.asked_again_by_proposer:
                return None
            return period_end(decision.notified_on, terms.ask_again_within, terms.declared)
        case AskedBy.PROPOSER_SEEING_IT_DONE:
            return period_end(decision.notified_on, terms.ask_again_if_carried_out_within, terms.declared)
        case AskedBy.INTERIOR_MINISTRY | AskedBy.OWN_INITIATIVE:
            return last_day(decision.on, terms.keep_not_adopted)


def re_examination_asked(proposal: Proposal, event: ReExaminationAsked) -> Proposal:
    """재심사 (art. 12, 14): the clock starts anew from the request (art. 12(3) applies art. 10 again)."""
    required_reason(event.reason)
    _notified_decision(proposal)
    latest = last_day_to_ask_again(proposal, event.by)
    if latest is None:
        raise TransitionRefused("asked-before", "The proposer has asked once already; the second decision stands.")
    if event.on > latest:
        raise TransitionRefused("too-late-to-ask-again", f"Re-examination could be asked until {latest}.")
    return replace(
        proposal,
        stage=Stage.RE_EXAMINATION,
        re_examination=event.by,
        asked_again_by_proposer=proposal.asked_again_by_proposer or event.by is AskedBy.PROPOSER,
        clock_from=event.on,
        stops=(),
        review_started_on=None,
        committee=(),
        sheets=(),
        decision=None,
    )


def _decided(proposal: Proposal, decision: Decision, stage: Stage) -> Proposal:
    awaited = [stop for stop in proposal.open_stops if stop.due >= decision.on]
    if awaited:
        raise TransitionRefused(
            "opinion-awaited", f"{awaited[0].body} may answer until {awaited[0].due}; wait, or waive the opinion."
        )
    if proposal.re_examination in _NEEDS_COMMITTEE and not proposal.committee:
        raise TransitionRefused("committee-needed", "A committee deliberates on this re-examination; appoint one.")
    problem = scoring_problem(proposal.sheets, proposal.committee, proposal.terms.reviewers_at_least)
    if problem:
        raise TransitionRefused("scores", problem)
    stops = tuple(stop if stop.ended else replace(stop, ended=decision.on) for stop in proposal.stops)
    return replace(proposal, stage=stage, decision=decision, stops=stops)


def _decision(proposal: Proposal) -> Decision:
    if proposal.decision is None:
        raise TransitionRefused("not-decided", "Nothing has been decided yet.")
    return proposal.decision


def _notified_decision(proposal: Proposal) -> Decision:
    decision = _decision(proposal)
    if decision.notified_on is None:
        raise TransitionRefused("not-notified", "The proposer has not been told of the decision; notify it first.")
    return decision
