"""The rules by which a proposal leaves the review without a decision: transfer, duplicate, closing, withdrawal."""

from dataclasses import replace
from datetime import date

from sync.central.review.events import (
    Closed,
    Closing,
    Flaw,
    Linked,
    PublicityChanged,
    Transferred,
    Unlinked,
    Withdrawn,
)
from sync.central.review.proposal import Proposal, Stage, TransitionRefused
from sync.central.review.review_rules import required_reason


def publicity_changed(proposal: Proposal, event: PublicityChanged) -> Proposal:
    """The proposer's wish about publicity (art. 7); title and adoption result stay public."""
    return replace(proposal, public=event.public)


def transferred(proposal: Proposal, event: Transferred) -> Proposal:
    """이송 (art. 6(6)): to the responsible body, with the reason, and the proposer is told."""
    required_reason(event.reason)
    if not event.body.strip():
        raise TransitionRefused("no-body", "Name the body that is responsible.")
    return replace(_ended(proposal, event.on), stage=Stage.TRANSFERRED, transferred_to=event.body)


def linked(proposal: Proposal, event: Linked) -> Proposal:
    """동일제안 (art. 6(3)): the earlier filing has priority, and this one is answered with it."""
    if event.earlier_id == proposal.id:
        raise TransitionRefused("linked-to-itself", "A proposal is no duplicate of itself; choose the earlier one.")
    if event.earlier_received_on > proposal.received_on:
        raise TransitionRefused("earlier-is-later", "The other was received later; link that one to this one instead.")
    return replace(_ended(proposal, event.on), stage=Stage.LINKED, earlier_id=event.earlier_id)


def check_priority(earlier: Proposal) -> None:
    """Raise TransitionRefused where nothing can be linked to an earlier filing: it has no priority itself.

    Duplicates hang on one filing that is answered, never in a chain or a circle in which nobody is.
    """
    if earlier.stage is Stage.LINKED:
        raise TransitionRefused("earlier-is-linked", "That one is a duplicate itself; link to the one it is linked to.")
    if earlier.stage is Stage.WITHDRAWN:
        raise TransitionRefused("earlier-is-withdrawn", "That one was withdrawn and has no priority; review this one.")


def unlinked(proposal: Proposal, event: Unlinked) -> Proposal:
    """The link was a mistake: the proposal goes on in review, and its clock has run on meanwhile."""
    required_reason(event.reason)
    return replace(proposal, stage=proposal.resting_stage, earlier_id=None, ended_on=None)


def closed(proposal: Proposal, event: Closed) -> Proposal:
    """종결 (art. 6(4)): not completed in time; or (art. 6(7)) the same proposer's third filing after two answers."""
    required_reason(event.reason)
    if event.ground is Closing.REPEATED:
        terms = proposal.terms
        if event.filings < terms.repeats_to_close or event.answers < terms.answers_before_closing:
            raise TransitionRefused(
                "not-repeated",
                f"A proposal may be closed when it was filed {terms.repeats_to_close} times or more "
                f"and answered {terms.answers_before_closing} times; answer this one.",
            )
    else:
        _require_not_completed(proposal, event)
    return replace(_ended(proposal, event.on), stage=Stage.CLOSED, closing=event.ground)


def withdrawn(proposal: Proposal, event: Withdrawn) -> Proposal:
    """취하: at any time, by the proposer."""
    return replace(_ended(proposal, event.on), stage=Stage.WITHDRAWN)


def _require_not_completed(proposal: Proposal, event: Closed) -> None:
    asked = next((stop for stop in proposal.open_stops if stop.body is None), None)
    if asked is None:
        raise TransitionRefused("no-completion-asked", "No completion was asked; ask for it, or decide.")
    if event.on <= asked.due:
        raise TransitionRefused("still-time-to-complete", f"The proposer may complete it until {asked.due}; wait.")
    if event.ground is Closing.CIVIL_PETITION and proposal.flaw is not Flaw.CIVIL_PETITION:
        raise TransitionRefused("not-a-petition", "It was not returned as a civil petition; close it as not completed.")


def _ended(proposal: Proposal, on: date) -> Proposal:
    stops = tuple(stop if stop.ended else replace(stop, ended=on) for stop in proposal.stops)
    return replace(proposal, stops=stops, flaw=None, ended_on=on)
