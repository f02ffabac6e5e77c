"""Content packs: everything that the ministry writes for visitors, validated before anyone sees it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, Self

import rfc8785
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, model_validator

from kiosk.forum.conditions import parse_condition
from kiosk.forum.errors import ConditionRejected, PackRejected

ActivityKind = Literal["poll", "opinion", "proposal", "call", "survey", "statements", "seminar", "project"]
QuestionType = Literal["single", "multiple", "scale", "rating", "ranking", "number", "text", "statements"]
VOTES = ("agree", "disagree", "pass")
RESERVED_OPTIONS = frozenset({"submissions", "answered", "skipped"})
TEXT_LIMIT = 5000

_ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_RESERVED_WORDS = frozenset({"and", "or", "not", "in", "answered"})


def _is_id(value: str) -> str:
    if not _ID.fullmatch(value) or len(value) > 64:
        raise ValueError("must be lower-case letters, digits and single hyphens, at most 64, such as “first-choice”")
    return value


def _is_words(value: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    for language, text in value.items():
        if not text.strip():
            raise ValueError(f"is empty in “{language}”; write the text")
        if "\x00" in text:
            raise ValueError(f"has a zero character in “{language}”; remove it")
    languages: tuple[str, ...] = (info.context or {}).get("languages", ())
    missing = [language for language in languages if language not in value]
    if missing:
        raise ValueError(f"is missing in {', '.join(missing)}; add the text in each language of the pack")
    return value


Id = Annotated[str, AfterValidator(_is_id)]
Words = Annotated[dict[str, str], Field(min_length=1), AfterValidator(_is_words)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)


class Option(_Part):
    """One choice of a question; `picture` is the name of a file beside the pack."""

    id: Id
    label: Words
    picture: str | None = None


class Statement(_Part):
    """Something that another person said, to agree or disagree with."""

    id: Id
    text: Words


class Session(_Part):
    """One part of a seminar's programme; `starts` and `ends` are times of the day in Seoul, HH:MM."""

    id: Id
    on: date
    starts: str = Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    ends: str | None = Field(default=None, pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    title: Words
    speaker: Words | None = None


class Question(_Part):
    """One question; which of the fields apply depends on `type`."""

    id: Id
    type: QuestionType
    label: Words
    help: Words | None = None
    required: bool = False
    show_if: str | None = None
    options: tuple[Option, ...] = ()
    options_from: Literal["topics"] | None = None
    statements: tuple[Statement, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = True
    low: Words | None = None
    high: Words | None = None
    at_most: int | None = Field(default=None, ge=1)
    long: bool = False
    max_length: int = Field(default=TEXT_LIMIT, ge=1, le=20_000)

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.id in _RESERVED_WORDS:
            raise ValueError(f"the id “{self.id}” is a word of conditions; choose another")
        choosing = self.type in ("single", "multiple", "ranking")
        if choosing and len(self.options) < 2 and self.options_from is None:
            raise ValueError(f"a {self.type} question needs at least two options")
        if not choosing and (self.options or self.options_from):
            raise ValueError(f"a {self.type} question has no options; remove them or change the type")
        if self.options and self.options_from:
            raise ValueError("has both options and options_from; keep one")
        if self.type == "statements" and not self.statements:
            raise ValueError("a statements question needs at least one statement")
        if self.type != "statements" and self.statements:
            raise ValueError(f"a {self.type} question has no statements; remove them or change the type")
        if self.type in ("scale", "rating"):
            low, high = self.bounds
            if not (low == int(low) and high == int(high) and 1 <= high - low <= 10):
                raise ValueError("a scale goes over 2 to 11 whole steps; mend minimum and maximum")
        elif self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError("the minimum is above the maximum")
        _unique("option", [option.id for option in self.options])
        _unique("statement", [statement.id for statement in self.statements])
        reserved = sorted(RESERVED_OPTIONS.intersection(option.id for option in self.options))
        if reserved:
            raise ValueError(f"the option id “{reserved[0]}” has a meaning in tallies; choose another")
        return self

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest value of a scale (1 to 5 unless told) or a rating (1 to 5)."""
        return (1 if self.minimum is None else self.minimum, 5 if self.maximum is None else self.maximum)


class Activity(_Part):
    """One thing that a visitor can take part in."""

    id: Id
    kind: ActivityKind
    title: Words
    description: Words | None = None
    minutes: float = Field(default=1, gt=0, le=60)
    opens: date | None = None
    closes: date | None = None
    result_on: date | None = None
    rules: Words | None = None
    programme: tuple[Session, ...] = ()
    questions: tuple[Question, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.opens and self.closes and self.opens > self.closes:
            raise ValueError("closes before it opens; mend opens or closes")
        _unique("question", [question.id for question in self.questions])
        seen: set[str] = set()
        for question in self.questions:
            if question.show_if is not None:
                try:
                    unknown = sorted(parse_condition(question.show_if).questions - seen)
                except ConditionRejected as error:
                    raise ValueError(f"question “{question.id}”: {error}") from None
                if unknown:
                    raise ValueError(
                        f"question “{question.id}”: show_if names “{unknown[0]}”, which is no earlier question"
                    )
            seen.add(question.id)
        return self

    def is_open(self, day: date) -> bool:
        """Tell whether visitors may take part on this day in Seoul; both ends are included."""
        return (self.opens is None or self.opens <= day) and (self.closes is None or day <= self.closes)

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    def question(self, question_id: str) -> Question | None:
        """Return a question by its id."""
        return self._by_id.get(question_id)


class Topic(_Part):
    """A subject of the ministry's work."""

    id: Id
    label: Words


class Outcome(_Part):
    """What became of a past suggestion (이렇게 반영되었습니다)."""

    id: Id
    said: Words
    done: Words
    on: date


class Pack(_Part):
    """A content pack: activities and their words, complete in every language that it lists."""

    id: Id
    version: int = Field(ge=1, le=2**31 - 1, strict=True)
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")], ...] = Field(min_length=1)
    title: Words
    topics: tuple[Topic, ...] = ()
    activities: tuple[Activity, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        _unique("language", list(self.languages))
        _unique("topic", [topic.id for topic in self.topics])
        _unique("activity", [activity.id for activity in self.activities])
        for activity in self.activities:
            for question in activity.questions:
                if question.options_from == "topics" and len(self.topics) < 2:
                    raise ValueError(
                        f"“{activity.id}.{question.id}” offers the topics, but the pack has fewer than two"
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
        found = error.errors()
        raise PackRejected(
            [f"{_path(each['loc'])}: {_sentence(each)}" for each in found], [each["loc"] for each in found]
        ) from None


def pack_from_bytes(canonical: bytes) -> Pack:
    """Read back a pack that was validated when it was installed."""
    return Pack.model_validate_json(canonical)


def words_in(words: dict[str, str], language: str) -> str:
    """Return the text in a language, or in the first one that there is."""
    return words.get(language) or next(iter(words.values()))


def pack_schema() -> dict[str, Any]:
    """Return the JSON Schema that editors use to help those who write packs."""
    schema = Pack.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Content pack of the open-forum kiosk"
    return schema


def _with_topics(activity: Activity, topics: tuple[Topic, ...]) -> Activity:
    if not any(question.options_from for question in activity.questions):
        return activity
    options = tuple(Option.model_construct(id=topic.id, label=topic.label, picture=None) for topic in topics)
    questions = tuple(
        question.model_copy(update={"options": options}) if question.options_from else question
        for question in activity.questions
    )
    return activity.model_copy(update={"questions": questions})


def _unique(what: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise ValueError(f"the {what} “{each}” is there twice; give each its own id")
        seen.add(each)


def _path(place: tuple[int | str, ...]) -> str:
    path = ""
    for step in place:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path or "pack"


def _sentence(error: Any) -> str:
    kind = error["type"]
    if kind == "missing":
        return "is missing; add it"
    if kind == "extra_forbidden":
        return "is not a field of a pack; remove it or mend its spelling"
    if kind == "literal_error":
        return f"must be one of {error['ctx']['expected']}, not “{error['input']}”"
    message = str(error["msg"]).removeprefix("Value error, ")
    return message[0].lower() + message[1:]
