"""The statute's state machine: which event may happen to a proposal, and what becomes of it.

Source: 국민 제안 규정 (Presidential Decree no. 33649), art. 6 to 14; each rule names its clause.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from sync.central.review import closing_rules, decision_rules, review_rules
from sync.central.review.events import (
    Adopted,
    CarriedOut,
    Closed,
    Completed,
    CompletionAsked,
    Event,
    Linked,
    Notified,
    OpinionAsked,
    OpinionReceived,
    OpinionWaived,
    Postponed,
    PublicityChanged,
    Received,
    ReExaminationAsked,
    Refused,
    ReviewStarted,
    Scored,
    Transferred,
    Unlinked,
    Withdrawn,
)
from sync.central.review.proposal import UNDECIDED, Proposal, Stage, TransitionRefused
from sync.central.review.terms import FORUM_TERMS, Terms

_S = Stage
_FIRST_EXAMINATION = UNDECIDED - {_S.RE_EXAMINATION}
_NOT_WITHDRAWN = frozenset(Stage) - {_S.WITHDRAWN}

# For each event: the stages it may happen in.
ALLOWED: Mapping[type[Event], frozenset[Stage]] = MappingProxyType(
    {
        Received: frozenset(),
        PublicityChanged: _NOT_WITHDRAWN,
        CompletionAsked: frozenset({_S.RECEIVED, _S.UNDER_REVIEW}),
        Completed: frozenset({_S.COMPLETION_ASKED}),
        Transferred: _FIRST_EXAMINATION,
        Linked: _FIRST_EXAMINATION | {_S.LINKED},
        Unlinked: frozenset({_S.LINKED}),
        Closed: frozenset({_S.RECEIVED, _S.COMPLETION_ASKED, _S.UNDER_REVIEW}),
        ReviewStarted: frozenset({_S.RECEIVED, _S.UNDER_REVIEW, _S.RE_EXAMINATION}),
        Scored: frozenset({_S.UNDER_REVIEW, _S.CONSULTING, _S.RE_EXAMINATION}),
        OpinionAsked: frozenset({_S.UNDER_REVIEW, _S.CONSULTING, _S.RE_EXAMINATION}),
        OpinionReceived: frozenset({_S.CONSULTING}),
        OpinionWaived: frozenset({_S.CONSULTING}),
        Adopted: frozenset({_S.UNDER_REVIEW, _S.CONSULTING, _S.RE_EXAMINATION}),
        Refused: frozenset({_S.UNDER_REVIEW, _S.CONSULTING, _S.RE_EXAMINATION}),
        Notified: frozenset({_S.ADOPTED, _S.NOT_ADOPTED}),
        Postponed: frozenset({_S.ADOPTED}),
        CarriedOut: frozenset({_S.ADOPTED}),
        ReExaminationAsked: frozenset({_S.NOT_ADOPTED}),
        Withdrawn: _NOT_WITHDRAWN,
    }
)

_RULES: Mapping[type[Event], Callable[[Proposal, Any], Proposal]] = MappingProxyType(
    {
        PublicityChanged: closing_rules.publicity_changed,
        CompletionAsked: review_rules.completion_asked,
        Completed: review_rules.completed,
        Transferred: closing_rules.transferred,
        Linked: closing_rules.linked,
        Unlinked: closing_rules.unlinked,
        Closed: closing_rules.closed,
        ReviewStarted: review_rules.review_started,
        Scored: review_rules.scored,
        OpinionAsked: review_rules.opinion_asked,
        OpinionReceived: review_rules.opinion_ended,
        OpinionWaived: review_rules.opinion_ended,
        Adopted: decision_rules.adopted,
        Refused: decision_rules.refused,
        Notified: decision_rules.notified,
        Postponed: decision_rules.postponed,
        CarriedOut: decision_rules.carried_out,
        ReExaminationAsked: decision_rules.re_examination_asked,
        Withdrawn: closing_rules.withdrawn,
    }
)


def receive(event: Received, today: date, terms: Terms = FORUM_TERMS) -> Proposal:
    """Return the proposal that its receipt begins; raises TransitionRefused.

    The term of a contest's entry counts from the contest's last day, of any other from the receipt.
    """
    if event.on > today:
        raise TransitionRefused("in-future", f"{event.on} has not come yet; record what has happened.")
    if event.contest_closes and event.contest_closes < event.on:
        raise TransitionRefused(
            "contest-closed", f"The contest closed on {event.contest_closes}; receive the entry as a proposal."
        )
    return Proposal(
        id=event.proposal_id,
        terms=terms,
        received_on=event.on,
        clock_from=event.contest_closes or event.on,
        stage=Stage.RECEIVED,
        last_on=event.on,
        public=event.public,
        contest_closes=event.contest_closes,
    )


def apply(proposal: Proposal, event: Event, today: date) -> Proposal:
    """Return the proposal after an event; raises TransitionRefused, with one plain sentence, where it cannot be."""
    if proposal.stage is Stage.WITHDRAWN:
        raise TransitionRefused("withdrawn", "The proposer has withdrawn the proposal; nothing more can happen to it.")
    if proposal.stage not in ALLOWED[type(event)]:
        raise TransitionRefused(
            "not-in-this-stage",
            f"“{event.kind}” cannot happen to a proposal that is “{proposal.stage}”; "
            "open it again to see what can be done now.",
        )
    if event.on > today:
        raise TransitionRefused("in-future", f"{event.on} has not come yet; record what has happened.")
    if event.on < proposal.last_on:
        raise TransitionRefused(
            "out-of-order", f"The last step was on {proposal.last_on}; a step of {event.on} cannot follow it."
        )
    return replace(_RULES[type(event)](proposal, event), last_on=event.on)


def fold(events: Iterable[Event], today: date, terms: Terms = FORUM_TERMS) -> Proposal:
    """Return the state that stored events, oldest first, add up to; raises TransitionRefused where they do not."""
    first, *others = events
    if not isinstance(first, Received):
        raise TransitionRefused("not-received", "A proposal's first event is its receipt.")
    proposal = receive(first, today, terms)
    for event in others:
        proposal = apply(proposal, event, today)
    return proposal
