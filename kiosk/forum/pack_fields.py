"""The kinds of values that a content pack is written with: ids, words in each language, conditions, times of day."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from kiosk.forum.conditions import parse_condition
from kiosk.forum.errors import ConditionRejected

_ID = r"[a-z0-9]+(?:[_-][a-z0-9]+)*"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?"


def _is_id(value: str) -> str:
    if not re.fullmatch(_ID, value) or len(value) > 64:
        raise ValueError(
            f"must be lower-case letters, digits and single hyphens, at most 64, such as “first-choice”, not “{value}”"
        )
    return value


def _is_condition(value: str) -> str:
    try:
        parse_condition(value)
    except ConditionRejected as error:
        raise ValueError(str(error)) from None
    return value


def _is_time(value: str) -> str:
    if not re.fullmatch(_TIME, value):
        raise ValueError(f"must be a time of the day such as “14:30”, in quotes, not “{value}”")
    return value


def _is_language(value: str) -> str:
    if not re.fullmatch(_LANGUAGE, value):
        raise ValueError(f"must be the code of a language such as ko, en, ja or zh, not “{value}”")
    return value


def _is_words(value: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    for language, text in value.items():
        if not text.strip():
            raise ValueError(f"is empty in “{language}”; write the text")
        if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
            raise ValueError(f"has a character that is not text in “{language}”; remove it")
    languages: tuple[str, ...] = (info.context or {}).get("languages", ())
    missing = [language for language in languages if language not in value]
    if missing:
        raise ValueError(f"is missing in {', '.join(missing)}; add the text in each language of the pack")
    # The pack's first language stays first also after canonical bytes, whose keys are sorted.
    return {each: value[each] for each in dict.fromkeys((*languages, *value))}


Id = Annotated[
    str,
    AfterValidator(_is_id),
    Field(
        description="Lower-case letters, digits and single hyphens. Records keep it: never give it to something else.",
        json_schema_extra={"pattern": f"^{_ID}$", "maxLength": 64},
    ),
]
Words = Annotated[
    dict[str, str],
    Field(min_length=1, description="A text in each language of the pack: “ko: …”, “en: …”."),
    AfterValidator(_is_words),
]
Condition = Annotated[
    str,
    AfterValidator(_is_condition),
    Field(
        description="Asked, or offered, only where a condition over earlier answers holds: == != < <= > >=, in, not "
        "in, and, or, not, answered(question), count(question), length(question), matches(question, 'pattern'). Option "
        "ids stand in quotes.",
        examples=["first == 'security'", "'news' in sources", "answered(rating) and rating <= 2"],
    ),
]
TimeOfDay = Annotated[
    str,
    AfterValidator(_is_time),
    Field(
        description="A time of the day in Seoul, in quotes, such as “14:30”.",
        json_schema_extra={"pattern": f"^{_TIME}$"},
    ),
]
Language = Annotated[
    str,
    AfterValidator(_is_language),
    Field(examples=["ko", "en", "ja", "zh"], json_schema_extra={"pattern": f"^{_LANGUAGE}$"}),
]
