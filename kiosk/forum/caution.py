"""What looks like a personal number or address in a visitor's free text: where it stands, and the text without it."""

import re
from collections.abc import Set
from dataclasses import dataclass

from kiosk.forum.answers import asked_with_answers
from kiosk.forum.personal_data import PersonalData, find_personal_data
from kiosk.forum.visits import Visit

# A text that the visitor decided to leave as it is: the question's id and the very text.
Accepted = Set[tuple[str, str]]
_AROUND = 14


@dataclass(frozen=True, slots=True)
class Sighting:
    """One find: what it is, the find itself, and the words before and after it."""

    kind: PersonalData
    before: str
    text: str
    after: str


def suspicious_question(visit: Visit, accepted: Accepted) -> str | None:
    """Return the first question whose text betrays something that the visitor has not decided on, or None."""
    for question, value in asked_with_answers(visit.activity, visit.answers):
        if isinstance(value, str) and question.type == "text" and _is_suspicious(question.id, value, accepted):
            return question.id
    return None


def is_suspicious_here(visit: Visit, accepted: Accepted) -> bool:
    """Tell whether the open question's text does."""
    question = None if visit.at is None else visit.activity.question(visit.at)
    value = None if question is None or question.type != "text" else visit.answers.get(question.id)
    return question is not None and isinstance(value, str) and _is_suspicious(question.id, value, accepted)


def sightings(text: str) -> list[Sighting]:
    """Return every find with the words around it."""
    return [
        Sighting(
            found.kind,
            ("…" if found.start > _AROUND else "") + text[max(0, found.start - _AROUND) : found.start],
            text[found.start : found.end],
            text[found.end : found.end + _AROUND] + ("…" if found.end + _AROUND < len(text) else ""),
        )
        for found in find_personal_data(text)
    ]


def erased(text: str) -> str:
    """Return the text without any find; nothing is found in the result."""
    while found := find_personal_data(text):
        for each in reversed(found):
            text = text[: each.start] + text[each.end :]
    return re.sub(r"[ \t]{2,}", " ", text).strip()


def _is_suspicious(question_id: str, text: str, accepted: Accepted) -> bool:
    return (question_id, text) not in accepted and bool(find_personal_data(text))
