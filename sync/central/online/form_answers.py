"""The answer to a question out of a form's fields, whatever its type: `q.QUESTION`, and parts of it after a dot."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from kiosk.forum.packs import Question


def answer_of(question: Question, fields: Sequence[tuple[str, str]]) -> Any:
    """Return what was answered, right or wrong, and nothing where nothing was."""
    name, first = f"q.{question.id}", dict(reversed(fields))
    match question.type:
        case "multiple":
            return [value for field, value in fields if field == name]
        case "ranking":
            ranked = (first.get(f"{name}.{rank}", "") for rank in range(1, len(question.options) + 1))
            return [value for value in ranked if value]
        case "statements":
            votes = {each.id: first.get(f"{name}.{each.id}", "") for each in question.statements}
            return {statement: vote for statement, vote in votes.items() if vote}
        case "number" | "scale" | "rating":
            return _number(first.get(name, "").strip())
        case "text":
            return first.get(name, "").replace("\r\n", "\n")
        case _:
            return first.get(name, "")


def _number(text: str) -> Any:
    try:
        number = float(text)
    except ValueError:
        return text
    if not isfinite(number):
        return text
    return int(number) if number.is_integer() else number
