"""Completing a proposal from a phone: 현황·문제점, 개선방안, 기대효과, until its review begins."""

from typing import Any

from fastapi import Response

from kiosk.forum.personal_data import find_personal_data
from sync.central.online.desk import Ask
from sync.central.online.handoff_words import HANDOFF_WORDS
from sync.central.online.standing import standing_of
from sync.central.proposals.completing import CompletionClosed, completable, complete


def add_words(ask: Ask) -> Response:
    """Show the parts that can be completed, or add what was written; what was written before is never shown."""
    standing = standing_of(ask.central, ask.held, ask.now)
    questions = completable(ask.held.activity)
    if standing is None:
        return ask.back()
    if not standing.is_completable or not questions:
        return _closed(ask)
    values: dict[str, Any] = {
        "standing": standing,
        "questions": questions,
        "written": {part["question_id"] for part in standing.stored.parts},
    }
    if ask.fields is None:
        return ask.page("more.html", problem=None, wrong={}, warned=False, **values)
    words = {each.id: text for each in questions if (text := ask.typed(f"q.{each.id}"))}
    say = HANDOFF_WORDS[ask.language]
    wrong = {each.id: say.too_much for each in questions if len(words.get(each.id, "")) > each.max_length}
    personal = (
        {} if ask.typed("warned") else {of: say.personal for of, text in words.items() if find_personal_data(text)}
    )
    if not words or wrong or personal:
        problem = say.not_sent if words else ask.say["more_empty"]
        wrong = {**personal, **wrong}
        return ask.page("more.html", 422, problem=problem, wrong=wrong, warned=bool(personal), **values)
    try:
        complete(ask.central, ask.held.receipt_id, ask.held.activity, words, ask.now)
    except CompletionClosed:
        return _closed(ask)
    return ask.back("more")


def _closed(ask: Ask) -> Response:
    return ask.page("refused.html", 409, head=ask.say["no_more"], why=ask.say["no_more_lead"])
