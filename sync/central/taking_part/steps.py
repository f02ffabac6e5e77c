"""The pages of a visit from home in their order: one question each, and one statement each; pure.

Which questions there are, and what keeps a visit from being submitted, is decided by `kiosk.forum.visits`, as at the
kiosk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.forum import visits
from kiosk.forum.answers import asked_questions, is_answered
from kiosk.forum.packs import Question, Statement
from kiosk.forum.visits import Visit


@dataclass(frozen=True, slots=True)
class Step:
    """One page: a question, with the one statement of it that is voted on where it has statements."""

    question: Question
    statement: Statement | None = None

    @property
    def path(self) -> str:
        """Where it lies under the activity's address."""
        return f"q/{self.question.id}" + (f"/{self.statement.id}" if self.statement else "")


def steps(visit: Visit) -> list[Step]:
    """Return every page of what is asked after the answers so far."""
    return list(_steps(visit))


def _steps(visit: Visit) -> Iterator[Step]:
    for question in asked_questions(visit.activity, visit.answers):
        if question.type == "statements":
            yield from (Step(question, statement) for statement in question.statements)
        else:
            yield Step(question)


def step_at(visit: Visit, path: str) -> Step | None:
    """Return the page at a path, or None where it is not asked after these answers."""
    return next((step for step in _steps(visit) if step.path == path), None)


def step_after(visit: Visit, step: Step, *, changing: bool = False) -> Step | None:
    """Return the next page, or None for what follows the questions.

    Who came from the review goes straight back to it, unless the change opened or broke something.
    """
    order = steps(visit)
    after = order[order.index(step) + 1 :] if step in order else order
    if changing:
        after = [each for each in after if each.question == step.question or has_problem(visit, each)]
    return after[0] if after else None


def step_after_question(visit: Visit, step: Step, *, changing: bool = False) -> Step | None:
    """Return the page after all of a question's statements."""
    rest = [each for each in steps(visit) if each.question == step.question]
    return step_after(visit, rest[-1] if rest else step, changing=changing)


def step_before(visit: Visit, step: Step) -> Step | None:
    """Return the page before, or None where it is the first."""
    order = steps(visit)
    place = order.index(step) if step in order else 0
    return order[place - 1] if place else None


def first_open(visit: Visit) -> Step | None:
    """Return the first page that has no answer yet, or None where every one has: where a visit goes on."""
    return next((step for step in _steps(visit) if not _is_done(visit, step)), None)


def step_of(visit: Visit, question_id: str) -> Step | None:
    """Return a question's first page."""
    return next((step for step in _steps(visit) if step.question.id == question_id), None)


def place_of(order: Sequence[Step], step: Step) -> int:
    """Return a page's place among all, from 1."""
    return order.index(step) + 1


def has_problem(visit: Visit, step: Step) -> str | None:
    """Return `required`, the sentence of a broken rule, or None."""
    return visits.problem_here(replace(visit, at=step.question.id))


def _is_done(visit: Visit, step: Step) -> bool:
    value = visit.answers.get(step.question.id)
    if step.question.type == "note":
        return any(is_answered(each) for each in visit.answers.values())
    if step.statement is not None:
        return isinstance(value, dict) and step.statement.id in value
    return is_answered(value)
