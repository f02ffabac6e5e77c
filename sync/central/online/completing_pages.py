"""Completing a proposal from a phone: 현황·문제점, 개선방안, 기대효과, until its review begins."""

from typing import Any

from fastapi import Response

from kiosk.forum.personal_data import find_personal_data
from sync.central.online.desk import Ask
from sync.central.online.handoff_words import HANDOFF_WORDS
from sync.central.online.standing import standing_of
from sync.central.proposals.completing import OPEN, CompletionClosed, completable, complete


def add_words(ask: Ask) -> Response:
    """Show the parts that can be completed, or add what was written; what was written before is never shown."""
    standing = standing_of(ask.central, ask.held, ask.now)
    questions = completable(ask.held.activity)
    if standing is None:
        return ask.back()
    if standing.state.stage not in OPEN or not questions:
        return _closed(ask)
    values: dict[str, Any] = {
        "standing": standing,
        "questions": questions,
        "written": {part["question_id"] for part in standing.stored.parts},
    }
    if ask.fields is None:
        return ask.page("more.html", problem=None, warned=False, **values)
    words = {each.id: text for each in questions if (text := ask.typed(f"q.{each.id}"))}
    personal = any(map(find_personal_data, words.values())) and not ask.typed("warned")
    problem = None
    if not words:
        problem = ask.say["more_empty"]
    elif any(len(words.get(each.id, "")) > each.max_length for each in questions):
        problem = HANDOFF_WORDS[ask.language].too_much
    elif personal:
        problem = HANDOFF_WORDS[ask.language].personal
    if problem:
        return ask.page("more.html", 422, problem=problem, warned=personal, **values)
    try:
        complete(ask.central, ask.held.receipt_id, ask.held.activity, words, ask.now)
    except CompletionClosed:
        return _closed(ask)
    return ask.back("more")


def _closed(ask: Ask) -> Response:
    return ask.page("refused.html", 409, head=ask.say["no_more"], why=ask.say["no_more_lead"])
