"""Which questions are asked, and which answers are accepted, on the touchscreen, the phone, paper and imports alike."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kiosk.forum.conditions import parse_condition
from kiosk.forum.errors import AnswersRejected
from kiosk.forum.packs import VOTES, Activity, Question

Answer = str | int | float | list[str] | dict[str, str]
Answers = dict[str, Answer]
# RFC 8785 writes numbers as IEEE 754 doubles: beyond this, whole numbers are no longer exact.
LARGEST_NUMBER = 2**53 - 1


def is_answered(value: Any) -> bool:
    """Tell whether a value is an answer at all: nothing, no choice, no vote or a blank text is none."""
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and not (isinstance(value, list | tuple | dict) and len(value) == 0)


def asked_questions(activity: Activity, answers: Mapping[str, Any]) -> Iterator[Question]:
    """Yield the questions that these answers lead through, in order; answers to skipped questions do not count."""
    for question, _ in asked_with_answers(activity, answers):
        yield question


def asked_with_answers(activity: Activity, answers: Mapping[str, Any]) -> Iterator[tuple[Question, Any]]:
    """Yield the questions that these answers lead through, each with its answer, None where it has none.

    A question comes with the options that are offered after these answers, and not at all where none of them is.
    """
    for question, value, _ in _walk(activity, answers):
        yield question, value


def _walk(activity: Activity, answers: Mapping[str, Any]) -> Iterator[tuple[Question, Any, Mapping[str, Any]]]:
    """Yield what is asked, its answer, and the answers that count up to and with this one."""
    counted: dict[str, Any] = {}
    for question in activity.questions:
        if question.show_if is not None and not parse_condition(question.show_if).holds(counted):
            continue
        if question.filters_options:
            options = tuple(
                option
                for option in question.options
                if option.show_if is None or parse_condition(option.show_if).holds(counted)
            )
            if not options:
                continue
            question = question.offering(options)
        value = answers.get(question.id)
        if is_answered(value):
            counted[question.id] = value
            yield question, value, counted
        else:
            yield question, None, counted


def without_skipped(activity: Activity, answers: Mapping[str, Any]) -> Answers:
    """Return only the answers that count: given, and to a question that is still asked."""
    return {
        question.id: answers[question.id]
        for question in asked_questions(activity, answers)
        if is_answered(answers.get(question.id))
    }


def problems(activity: Activity, answers: Mapping[str, Any]) -> dict[str, str]:
    """Return what keeps answers from being complete: question ids in order, with `required` or a broken rule."""
    return {
        question.id: problem
        for question, value, counted in _walk(activity, answers)
        if (problem := _problem(question, value, counted))
    }


def check_answers(activity: Activity, answers: Mapping[str, Any]) -> Answers:
    """Return the answers to be recorded; raises AnswersRejected naming every question whose answer breaks a rule."""
    given: Answers = {}
    broken: dict[str, str] = {}
    for question, value, counted in _walk(activity, answers):
        if value is not None:
            given[question.id] = value
        if problem := _problem(question, value, counted):
            broken[question.id] = f"“{question.id}” {'must be answered' if problem == 'required' else problem}"
    wrong = {} if len(given) == len(answers) else _unasked(activity, answers, given)
    if wrong or broken:
        raise AnswersRejected(wrong | broken)
    return given


def _unasked(activity: Activity, answers: Mapping[str, Any], given: Answers) -> dict[str, str]:
    """Name the answers to no question, and those to questions that are not asked."""
    wrong: dict[str, str] = {}
    for question_id, value in answers.items():
        if question_id in given:
            continue
        if activity.question(question_id) is None:
            wrong[question_id] = f"the activity “{activity.id}” has no question “{question_id}”"
        elif is_answered(value):
            wrong[question_id] = f"“{question_id}” is not asked after these answers; leave it out"
    return wrong


def answer_problem(question: Question, value: Any) -> str | None:
    """Return what is wrong with an answer by itself, to be read after the question's id, or None where it is right."""
    return _RULES[question.type](question, value)


def _problem(question: Question, value: Any, counted: Mapping[str, Any]) -> str | None:
    """Return what is wrong at a question that is asked; `counted` are the answers up to and with its own."""
    if value is None:
        return "required" if question.required else None
    if problem := _RULES[question.type](question, value):
        return problem
    if question.valid_if is None or parse_condition(question.valid_if).holds(counted):
        return None
    return f"must fit “{question.valid_if}”"


def _single(question: Question, value: Any) -> str | None:
    if not isinstance(value, str):
        return "takes one option id"
    return None if value in question.option_ids else f"has no option “{value}”"


def _several(question: Question, value: Any) -> str | None:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return "takes a list of option ids"
    known = question.option_ids
    for each in value:
        if each not in known:
            return f"has no option “{each}”"
    if len(set(value)) != len(value):
        return "names an option twice"
    if question.at_most is not None and len(value) > question.at_most:
        return f"takes at most {question.at_most} options"
    return None


def _number(question: Question, value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return "takes a number"
    if abs(value) > LARGEST_NUMBER:
        return "is too large"
    scale = question.type != "number"
    low, high = question.bounds if scale else (question.minimum, question.maximum)
    if low is not None and value < low:
        return f"is below {low:g}"
    if high is not None and value > high:
        return f"is above {high:g}"
    if (scale or question.whole) and value != int(value):
        return "takes a whole number"
    return None


def _text(question: Question, value: Any) -> str | None:
    if not isinstance(value, str):
        return "takes text"
    if len(value) > question.max_length:
        return f"is longer than {question.max_length} characters"
    if "\x00" in value or not _has_utf8(value):
        return "has a character that is not text"
    return None


def _has_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return True


def _statements(question: Question, value: Any) -> str | None:
    if not isinstance(value, dict):
        return "takes a vote for each statement"
    known = {statement.id for statement in question.statements}
    for statement, vote in value.items():
        if statement not in known:
            return f"has no statement “{statement}”"
        if vote not in VOTES:
            return f"takes agree, disagree or pass for “{statement}”, not “{vote}”"
    return None


def _note(question: Question, value: Any) -> str | None:
    return "takes no answer"


_RULES: dict[str, Callable[[Question, Any], str | None]] = {
    "single": _single,
    "multiple": _several,
    "ranking": _several,
    "scale": _number,
    "rating": _number,
    "number": _number,
    "text": _text,
    "statements": _statements,
    "note": _note,
}
