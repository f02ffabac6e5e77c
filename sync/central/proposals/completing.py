"""A proposer completes a proposal: what is added lies beside the record, which never changes, until a review begins."""

import json
from collections.abc import Mapping
from datetime import date, datetime

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, Question
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import submission_from_bytes
from sync.central.central import Central
from sync.central.proposals.deciding import record_event_in
from sync.central.proposals.folding import state_of
from sync.central.proposals.intake import kept_words
from sync.central.proposals.words_of import added_of, wording
from sync.central.review.events import Completed
from sync.central.review.proposal import Proposal, Stage
from sync.central.store import papers, proposals

# Enough for anybody who means it, and an end to anybody who does not.
MOST_TIMES = 20


class CompletionClosed(ForumError):
    """The review has begun, or the proposal is gone; nothing was added."""


def is_completable(state: Proposal, today: date) -> bool:
    """Tell whether nobody reviews it yet, or the ministry has asked; an entry is fixed once its contest has closed."""
    is_fixed = state.contest_closes is not None and state.contest_closes < today
    return state.stage is Stage.COMPLETION_ASKED or (state.stage is Stage.RECEIVED and not is_fixed)


def completable(activity: Activity) -> tuple[Question, ...]:
    """Return the parts of a proposal that can be completed: 현황·문제점, 개선방안, 기대효과."""
    return tuple(each for each in activity.questions if each.type == "text" and each.id not in ("title", "gist"))


def complete(central: Central, proposal_id: str, activity: Activity, words: Mapping[str, str], now: datetime) -> None:
    """Add words to a proposal, by question; where a completion was asked, this answers it and its clock runs on.

    Durable when this returns. Raises CompletionClosed with nothing added.
    """
    today = seoul_day(now)
    with central.database.writing() as connection:
        payload = papers.hold_receipt(connection, proposal_id)
        stored = proposals.find_proposal(connection, proposal_id, lock=True)
        if payload is None or stored is None:
            raise CompletionClosed("The proposal was withdrawn; nothing was added.")
        state = state_of(proposals.events_of(connection, proposal_id), stored.terms, today)
        if not is_completable(state, today):
            raise CompletionClosed("The review has begun, or the contest has closed; nothing was added.")
        content = json.dumps(dict(words), ensure_ascii=False)
        if papers.add_paper(connection, proposal_id, "words", content, now) > MOST_TIMES:
            raise CompletionClosed("It was added to often enough; nothing was added.")
        added = added_of(papers.papers_of(connection, proposal_id, "words"))
        whole = wording(submission_from_bytes(payload), activity, added)
        proposals.keep_words(connection, proposal_id, kept_words(whole))
        if state.stage is Stage.COMPLETION_ASKED:
            record_event_in(connection, proposal_id, Completed(on=today), "", None, now)
