"""Content packs: everything that the ministry writes for visitors, validated before anyone sees it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal, Self

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from kiosk.forum.conditions import parse_condition
from kiosk.forum.errors import PackRejected
from kiosk.forum.pack_fields import Condition, Id, Language, TimeOfDay, Words
from kiosk.forum.pack_problems import problem_at, rejected

ActivityKind = Literal["poll", "opinion", "proposal", "call", "survey", "statements", "seminar", "project"]
QuestionType = Literal["single", "multiple", "scale", "rating", "ranking", "number", "text", "statements", "note"]
VOTES = ("agree", "disagree", "pass")
RESERVED_OPTIONS = frozenset({"submissions", "answered", "skipped"})
TEXT_LIMIT = 5000
_TYPES_TOLD = (
    "single: one option; multiple: several options; scale: a step between low and high; rating: stars from 1 to 5; "
    "ranking: options in order; number; text; statements: agree, disagree or pass on each; note: only to be read."
)
# What the JSON Schema can tell an editor about fields that belong to a type; the rules themselves are in Question.
_FIELDS_BY_TYPE = [
    {
        "if": {"properties": {"type": {"enum": ["single", "multiple", "ranking"]}}, "required": ["type"]},
        "then": {"oneOf": [{"required": ["options"]}, {"required": ["options_from"]}]},
        "else": {"not": {"anyOf": [{"required": ["options"]}, {"required": ["options_from"]}]}},
    },
    {
        "if": {"properties": {"type": {"const": "statements"}}, "required": ["type"]},
        "then": {"required": ["statements"]},
        "else": {"not": {"required": ["statements"]}},
    },
]
_RESERVED_WORDS = frozenset({"and", "or", "not", "in", "answered"})


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False, allow_inf_nan=False)


class Option(_Part):
    """One choice of a question; `picture` is the name of a file beside the pack."""

    id: Id
    label: Words
    picture: str | None = Field(default=None, description="The name of a picture's file beside the pack.")
    show_if: Condition | None = None


class Statement(_Part):
    """Something that another person said, to agree or disagree with."""

    id: Id
    text: Words


class Session(_Part):
    """One part of a seminar's programme; `starts` and `ends` are times of the day in Seoul, HH:MM."""

    id: Id
    on: date = Field(description="The day of the session, in Seoul.")
    starts: TimeOfDay
    ends: TimeOfDay | None = None
    title: Words
    speaker: Words | None = None


class Question(_Part):
    """One question; which of the fields apply depends on `type`."""

    id: Id
    type: QuestionType = Field(description=_TYPES_TOLD)
    label: Words = Field(description="The question itself, as the visitor reads it.")
    help: Words | None = Field(default=None, description="One sentence that helps to answer.")
    required: bool = Field(default=False, description="Whether a visitor must answer before going on.")
    show_if: Condition | None = None
    options: tuple[Option, ...] = Field(
        default=(), description="The choices of a single, multiple or ranking question."
    )
    options_from: Literal["topics"] | None = Field(default=None, description="Offer the pack's topics as the options.")
    statements: tuple[Statement, ...] = Field(default=(), description="What to agree or disagree with, one a screen.")
    minimum: float | None = Field(default=None, description="The lowest value of a scale (1 unless told) or a number.")
    maximum: float | None = Field(default=None, description="The highest value of a scale (5 unless told) or a number.")
    whole: bool = Field(default=True, description="Whether a number must be a whole one.")
    low: Words | None = Field(default=None, description="What the lowest step of a scale or rating means.")
    high: Words | None = Field(default=None, description="What the highest step of a scale or rating means.")
    at_most: int | None = Field(default=None, ge=1, description="How many options may be chosen or ranked.")
    long: bool = Field(default=False, description="Whether a text has room for several lines.")
    max_length: int = Field(default=TEXT_LIMIT, ge=1, le=20_000, description="How many characters a text may have.")
    valid_if: Condition | None = Field(
        default=None,
        description="Take an answer only where this condition over it and earlier answers holds: age >= 18.",
    )
    if_invalid: Words | None = Field(default=None, description="What the visitor is told where valid_if does not hold.")

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.id in _RESERVED_WORDS:
            raise ValueError(f"the id “{self.id}” is a word of conditions; choose another")
        choosing = self.type in ("single", "multiple", "ranking")
        # One box to be ticked, such as a consent, makes sense only where it must be.
        fewest = 1 if self.required and self.type != "ranking" else 2
        if choosing and len(self.options) < fewest and self.options_from is None:
            raise ValueError(
                f"a {self.type} question needs at least two options, or one where it is required; add them"
            )
        if not choosing and (self.options or self.options_from):
            raise ValueError(f"a {self.type} question has no options; remove them or change the type")
        if self.options and self.options_from:
            raise ValueError("has both options and options_from; keep one")
        if self.type == "note" and (self.required or self.valid_if is not None):
            raise ValueError("a note takes no answer; remove required and valid_if or change the type")
        if self.if_invalid and self.valid_if is None:
            raise ValueError("has if_invalid, but no valid_if; add the condition or remove the text")
        if self.type == "statements" and not self.statements:
            raise ValueError("a statements question needs at least one statement; add it")
        if self.type != "statements" and self.statements:
            raise ValueError(f"a {self.type} question has no statements; remove them or change the type")
        if self.type in ("scale", "rating"):
            low, high = self.bounds
            if not (low == int(low) and high == int(high) and 1 <= high - low <= 10):
                raise ValueError("a scale goes over 2 to 11 whole steps; mend minimum and maximum")
        elif self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError("the minimum is above the maximum; mend one of them")
        _distinct("options", self.options)
        _distinct("statements", self.statements)
        _not_reserved("options", self.options)
        return self

    @cached_property
    def option_ids(self) -> frozenset[str]:
        """The ids of the options."""
        return frozenset(option.id for option in self.options)

    @cached_property
    def filters_options(self) -> bool:
        """Whether some of the options are offered only after certain answers."""
        return any(option.show_if is not None for option in self.options)

    def offering(self, options: tuple[Option, ...]) -> Self:
        """Return the question with only these of its options."""
        # What was worked out from all of them goes with them.
        return self.model_copy(update={"options": options, "option_ids": frozenset(each.id for each in options)})

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest value of a scale (1 to 5 unless told) or a rating (1 to 5)."""
        return (1 if self.minimum is None else self.minimum, 5 if self.maximum is None else self.maximum)


class Activity(_Part):
    """One thing that a visitor can take part in."""

    id: Id
    kind: ActivityKind = Field(description="What a visitor does; the screens follow it.")
    title: Words
    description: Words | None = Field(default=None, description="What it is about, shown before it starts.")
    minutes: float = Field(default=1, gt=0, le=60, description="The expected time, shown before it starts.")
    opens: date | None = Field(default=None, description="The first day, in Seoul; left out: open from the start.")
    closes: date | None = Field(default=None, description="The last day, in Seoul, included; left out: open for ever.")
    result_on: date | None = Field(default=None, description="The day on which a call's result is announced.")
    rules: Words | None = Field(default=None, description="The rules of a call, one a line.")
    programme: tuple[Session, ...] = Field(default=(), description="The sessions of a seminar.")
    questions: tuple[Question, ...] = Field(min_length=1, description="Asked in this order, one a screen.")

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.opens and self.closes and self.opens > self.closes:
            raise ValueError("closes before it opens; mend opens or closes")
        _distinct("questions", self.questions)
        _distinct("programme", self.programme)
        earlier: dict[str, Question] = {}
        for place, question in enumerate(self.questions):
            for where, condition in _conditions(question):
                known = {**earlier, question.id: question} if where == ("valid_if",) else earlier
                if problem := _condition_problem(condition, known):
                    raise problem_at(("questions", place, *where), problem)
            earlier[question.id] = question
        if all(question.type == "note" for question in self.questions):
            raise problem_at(("questions",), "are only notes; add a question that takes an answer")
        return self

    @cached_property
    def answerable(self) -> tuple[Question, ...]:
        """The questions that take an answer: all but the notes."""
        return tuple(question for question in self.questions if question.type != "note")

    def is_open(self, day: date) -> bool:
        """Tell whether visitors may take part on this day in Seoul; both ends are included."""
        return (self.opens is None or self.opens <= day) and (self.closes is None or day <= self.closes)

    def closed_here(self) -> Self:
        """Return the activity as it is while staff have closed it: over, without a day on which it ended."""
        return self.model_copy(update={"opens": None, "closes": date.min})

    def question(self, question_id: str) -> Question | None:
        """Return a question by its id."""
        return next((question for question in self.questions if question.id == question_id), None)


class Topic(_Part):
    """A subject of the ministry's work."""

    id: Id
    label: Words


class Outcome(_Part):
    """What became of a past suggestion (이렇게 반영되었습니다)."""

    id: Id
    said: Words = Field(description="What a visitor suggested.")
    done: Words = Field(description="What was done about it.")
    on: date = Field(description="The day on which it was done.")


class Pack(_Part):
    """A content pack: activities and their words, complete in every language that it lists."""

    id: Id
    version: int = Field(
        ge=1,
        le=2**31 - 1,
        strict=True,
        description="A whole number; every change to an installed pack needs a larger one.",
    )
    languages: tuple[Language, ...] = Field(
        min_length=1, description="The first is the one that tallies are labelled in."
    )
    title: Words
    topics: tuple[Topic, ...] = Field(
        default=(), description="Subjects that questions offer by “options_from: topics”."
    )
    activities: tuple[Activity, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = Field(default=(), description="What was done with past suggestions.")

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if len(set(self.languages)) != len(self.languages):
            raise problem_at(("languages",), "names a language twice; remove one")
        _distinct("topics", self.topics)
        _distinct("activities", self.activities)
        _distinct("outcomes", self.outcomes)
        _not_reserved("topics", self.topics)
        for number, activity in enumerate(self.activities):
            for place, question in enumerate(activity.questions):
                if question.options_from == "topics" and len(self.topics) < 2:
                    raise problem_at(
                        ("activities", number, "questions", place, "options_from"),
                        "offers the topics, but the pack has fewer than two; add topics or write options",
                    )
        return self

    @cached_property
    def _by_id(self) -> dict[str, Activity]:
        return {activity.id: _with_topics(activity, self.topics) for activity in self.activities}

    def activity(self, activity_id: str) -> Activity | None:
        """Return an activity by its id, with the topics filled in where a question offers them."""
        return self._by_id.get(activity_id)

    def every_activity(self) -> Iterator[Activity]:
        """Yield the activities in the pack's order, with the topics filled in."""
        yield from self._by_id.values()

    def canonical(self) -> bytes:
        """Return the pack as RFC 8785 bytes: what is stored, signed and sent."""
        return rfc8785.dumps(self.model_dump(mode="json", exclude_defaults=True))


def read_pack(data: Any) -> Pack:
    """Build a pack from plain data; raises PackRejected with one sentence for each problem, path first."""
    languages = data.get("languages") if isinstance(data, dict) else None
    if isinstance(languages, list | tuple) and all(isinstance(language, str) for language in languages):
        context = {"languages": tuple(languages)}
    else:
        context = {}
    try:
        return Pack.model_validate(data, context=context)
    except ValidationError as error:
        raise rejected(error) from None


def pack_from_bytes(canonical: bytes) -> Pack:
    """Read a pack from its canonical bytes; raises PackRejected where they are none."""
    try:
        data = json.loads(canonical)
    except (ValueError, RecursionError):
        raise PackRejected(["pack: is not JSON; send the bytes that the pack was published with"]) from None
    return read_pack(data)


def words_in(words: dict[str, str], language: str) -> str:
    """Return the text in a language, or in the first one that there is."""
    return words.get(language) or next(iter(words.values()))


def pack_schema() -> dict[str, Any]:
    """Return the JSON Schema that editors use to help those who write packs."""
    schema: dict[str, Any] = _without_noise(Pack.model_json_schema())
    schema["$defs"]["Question"]["allOf"] = _FIELDS_BY_TYPE
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Content pack of the open-forum kiosk",
        **schema,
    }


def _without_noise(schema: Any) -> Any:
    """Drop what pydantic adds and no editor needs: a title made from each name, “or null” of what may be left out."""
    if isinstance(schema, list):
        return [_without_noise(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: value
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and value in (None, []))
    }
    match kept.get("anyOf"):
        case [{"type": _} as only, {"type": "null"}]:
            kept = {**only, **{key: value for key, value in kept.items() if key != "anyOf"}}
    return {key: _without_noise(value) for key, value in kept.items()}


def _with_topics(activity: Activity, topics: tuple[Topic, ...]) -> Activity:
    if not any(question.options_from for question in activity.questions):
        return activity
    options = tuple(
        Option.model_construct(id=topic.id, label=topic.label, picture=None, show_if=None) for topic in topics
    )
    questions = tuple(
        question.model_copy(update={"options": options}) if question.options_from else question
        for question in activity.questions
    )
    return activity.model_copy(update={"questions": questions})


def _conditions(question: Question) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Yield each condition of a question, and where in it."""
    if question.show_if is not None:
        yield ("show_if",), question.show_if
    if question.valid_if is not None:
        yield ("valid_if",), question.valid_if
    for place, option in enumerate(question.options):
        if option.show_if is not None:
            yield ("options", place, "show_if"), option.show_if


def _condition_problem(show_if: str, earlier: Mapping[str, Question]) -> str | None:
    """Return why a condition could not do what its author meant, or None."""
    condition = parse_condition(show_if)
    if unknown := sorted(condition.questions - earlier.keys()):
        return f"names “{unknown[0]}”, which is no earlier question; mend its spelling or move the question"
    if not condition.questions:
        return "names no earlier question, so its answer is always the same; remove it or name one"
    for question_id, sign, text in condition.comparisons:
        question = earlier[question_id]
        if question.options and text not in question.option_ids:
            return f"compares “{question_id}” with “{text}”, which is none of its options; mend its spelling"
        if question.type in ("multiple", "ranking") and sign == "is":
            return f"compares “{question_id}”, which takes several options, with one; write '{text}' in {question_id}"
        if question.type == "single" and sign == "contains":
            return f"looks for “{text}” inside “{question_id}”, which takes one option; write {question_id} == '{text}'"
    return None


def _distinct(field: str, parts: tuple[Any, ...]) -> None:
    seen: set[str] = set()
    for place, part in enumerate(parts):
        if part.id in seen:
            raise problem_at((field, place, "id"), f"“{part.id}” is there twice; give each its own id")
        seen.add(part.id)


def _not_reserved(field: str, parts: tuple[Any, ...]) -> None:
    for place, part in enumerate(parts):
        if part.id in RESERVED_OPTIONS:
            raise problem_at((field, place, "id"), f"“{part.id}” has a meaning in tallies; choose another id")
