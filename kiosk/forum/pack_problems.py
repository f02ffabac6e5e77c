"""What is wrong with a content pack, in sentences for the people who write packs: where, what, and the mend."""

import json
import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from kiosk.forum.errors import PackRejected

Place = tuple[int | str, ...]
# A key that can stand in a path as it is; others are quoted.
_PLAIN = re.compile(r"[\w-]+")


def problem_at(place: Place, sentence: str) -> PydanticCustomError:
    """Return an error for a validator to raise about something further inside what it validates."""
    return PydanticCustomError("at", "{sentence}", {"place": place, "sentence": sentence})


def rejected(error: ValidationError) -> PackRejected:
    """Turn pydantic's findings into one sentence each, path first, without what only follows from another."""
    found = [(_place(each), _sentence(each), each["type"]) for each in error.errors()]
    places = [place for place, _, _ in found]
    kept = [
        (place, sentence)
        for place, sentence, kind in found
        # A list whose only item is wrong is not also too short.
        if not (kind == "too_short" and any(other != place and other[: len(place)] == place for other in places))
    ]
    return PackRejected([f"{_path(place)}: {sentence}" for place, sentence in kept], [place for place, _ in kept])


def _place(error: ErrorDetails) -> Place:
    # Pydantic marks a wrong key of a mapping by a last step of its own.
    place = tuple(step for step in error["loc"] if step != "[key]")
    return place + tuple(error.get("ctx", {}).get("place", ()))


def _path(place: Place) -> str:
    path = ""
    for step in place:
        if isinstance(step, int):
            path += f"[{step}]"
        elif _PLAIN.fullmatch(step):
            path += f".{step}" if path else step
        else:
            path += f"[{json.dumps(step, ensure_ascii=False)}]"
    return path or "pack"


def _sentence(error: ErrorDetails) -> str:
    write = _MENDS.get(error["type"])
    if write is not None:
        return write(error.get("ctx", {}), error["input"])
    message = str(error["msg"]).removeprefix("Value error, ")
    return message[0].lower() + message[1:]


def _date(_ctx: dict[str, Any], given: Any) -> str:
    return f"must be a day such as 2026-11-22, not {_shown(given)}"


def _number(_ctx: dict[str, Any], given: Any) -> str:
    return f"must be a number, not {_shown(given)}"


def _shown(given: Any) -> str:
    text = str(given)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


_MENDS: dict[str, Callable[[dict[str, Any], Any], str]] = {
    "missing": lambda ctx, given: "is missing; add it",
    "extra_forbidden": lambda ctx, given: "is not a field here; remove it or mend its spelling",
    "invalid_key": lambda ctx, given: "is a field whose name is not text; write its name in quotes",
    "literal_error": lambda ctx, given: f"must be one of {ctx['expected']}, not {_shown(given)}",
    "string_type": lambda ctx, given: f"must be text, not {_shown(given)}; write it in quotes",
    "string_pattern_mismatch": lambda ctx, given: f"is written in another way than it must be: {_shown(given)}",
    "int_type": lambda ctx, given: f"must be a whole number, not {_shown(given)}; write it without quotes",
    "int_parsing": lambda ctx, given: f"must be a whole number, not {_shown(given)}",
    "int_from_float": lambda ctx, given: f"must be a whole number, not {_shown(given)}",
    "float_type": _number,
    "float_parsing": _number,
    "finite_number": _number,
    "bool_type": lambda ctx, given: f"must be true or false, not {_shown(given)}",
    "bool_parsing": lambda ctx, given: f"must be true or false, not {_shown(given)}",
    "dict_type": lambda ctx, given: "must have a text for each language, such as “ko: …” and “en: …”",
    "model_type": lambda ctx, given: "must be a group of fields; check the indentation and the colons",
    "tuple_type": lambda ctx, given: "must be a list; start each item with a hyphen",
    "too_short": lambda ctx, given: "is empty; add at least one",
    "greater_than": lambda ctx, given: f"must be more than {ctx['gt']:g}, not {_shown(given)}",
    "greater_than_equal": lambda ctx, given: f"must be at least {ctx['ge']:g}, not {_shown(given)}",
    "less_than_equal": lambda ctx, given: f"must be at most {ctx['le']:.15g}, not {_shown(given)}",
    "date_type": _date,
    "date_parsing": _date,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
}
