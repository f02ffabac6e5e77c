"""From the trees of XLSForm expressions to the conditions of packs; what a condition cannot say is named."""

import math
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.forum.conditions import parse_condition
from kiosk.forum.errors import ConditionRejected
from kiosk.xlsforms.xpath import NotUnderstood, parse_xpath

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_WRITTEN = {"=": "==", "!=": "!="}
_CONVERSIONS = ("number", "string", "int", "boolean")
_MEASURES = {"count-selected": "count", "string-length": "length"}
_NUMBERS = ("number", "scale", "rating")

# What an expression says: always, never, or where this condition holds.
Said = str | bool


@dataclass(frozen=True, slots=True)
class Known:
    """A question of the form that was taken over: its id in the pack, and its choices' ids by their names.

    A name has several ids where the form allows it twice, each for other answers.
    """

    id: str
    type: str
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression may speak of: earlier questions by name, its own one, and columns of a choice."""

    questions: Mapping[str, Known]
    own: Known | None = None
    columns: Mapping[str, str] | None = None
    lost: Mapping[str, str] = field(default_factory=dict)  # what was left out, and why


def translate(source: str, scope: Scope) -> Said:
    """Return what an expression says; raises NotUnderstood with a sentence that ends it."""
    return said_by(parse_xpath(source), scope)


def both(conditions: list[Said]) -> Said:
    """Join what must hold together; raises NotUnderstood where that is more than a condition of a pack may hold."""
    joined = _joined("and", conditions)
    if isinstance(joined, str):
        _check(joined)
    return joined


def conjuncts(tree: Any) -> list[Any]:
    """Return the parts of a tree that must all hold."""
    return [*conjuncts(tree[1]), *conjuncts(tree[2])] if tree[0] == "and" else [tree]


def own_bound(tree: Any) -> tuple[str, float] | None:
    """Return (sign, number) where a tree compares its own answer, or how many it chose, with a number."""
    match tree:
        case (("<" | "<=" | ">" | ">=") as sign, ("own",) | ("call", "count-selected", ("own",)), right):
            limit = _number(_folded(right))
        case (("<" | "<=" | ">" | ">=") as sign, left, ("own",) | ("call", "count-selected", ("own",))):
            sign, limit = _TURNED[sign], _number(_folded(left))
        case _:
            return None
    return None if limit is None or not math.isfinite(limit) else (sign, limit)


def said_by(tree: Any, scope: Scope) -> Said:
    """Return what a tree says as a condition; raises NotUnderstood."""
    match tree:
        case ("and" | "or") as word, left, right:
            return _joined(word, [said_by(left, scope), said_by(right, scope)])
        case ("=" | "!=" | "<" | "<=" | ">" | ">=") as sign, left, right:
            return _compared(sign, left, right, scope)
        case "call", "true":
            return True
        case "call", "false":
            return False
        case "call", "not", inner:
            return _negated(said_by(inner, scope))
        case "call", "boolean", inner:
            return said_by(inner, scope)
        case "call", "if", condition, then, otherwise:
            return _either(condition, said_by(then, scope), said_by(otherwise, scope), scope)
        case "call", "selected", of, ("text", name):
            return _selected(_question(of, scope), name)
        case "call", "selected", of, ("number", number):
            return _selected(_question(of, scope), f"{number:g}")
        case "call", "selected", of, ("column", _) as column:
            return _selected(_question(of, scope), str(_constant(column, scope)))
        case "call", "regex", of, ("text", pattern):
            return _matches(_question(of, scope), pattern)
        case "call", "contains", of, ("text", part):
            return _matches(_question(of, scope), f"(?s).*{re.escape(part)}.*")
        case "call", "starts-with", of, ("text", start):
            return _matches(_question(of, scope), f"(?s){re.escape(start)}.*")
        case "number", number:
            return bool(number)
        case "text", text:
            return bool(text)
    if (known := _as_question(tree, scope)) is not None:
        return known.id if known.type in _NUMBERS else f"answered({known.id})"
    raise NotUnderstood(_unknown(tree))


def _compared(sign: str, left: Any, right: Any, scope: Scope) -> Said:
    for here, there, turned in ((left, right, False), (right, left, True)):
        match here:
            case "call", "if", condition, then, otherwise:
                sign = _TURNED.get(sign, sign) if turned else sign
                first, second = _compared(sign, then, there, scope), _compared(sign, otherwise, there, scope)
                return _either(condition, first, second, scope)
    ours, theirs = _constant(left, scope), _constant(right, scope)
    if ours is not None and theirs is not None:
        return _folds(sign, ours, theirs)
    if ours is not None:
        return _with_constant(_TURNED.get(sign, sign), right, ours, scope)
    if theirs is not None:
        return _with_constant(sign, left, theirs, scope)
    return _two(sign, left, right, scope)


def _with_constant(sign: str, tree: Any, value: str | float, scope: Scope) -> Said:
    written = _WRITTEN.get(sign, sign)
    if (measure := _measure(tree, scope)) is not None:
        if (number := _number(value)) is None:
            raise NotUnderstood(f"“{value}” is no number")
        return f"{measure} {written} {number:g}"
    known = _question(tree, scope)
    if value == "":
        if sign not in ("=", "!="):
            raise NotUnderstood("nothing is smaller or larger than no answer")
        return f"not answered({known.id})" if sign == "=" else f"answered({known.id})"
    if known.type in _NUMBERS:
        number = _number(value)
        return sign == "!=" if number is None else f"{known.id} {written} {_shown(number)}"
    if known.type == "single":
        return _one_of(sign, known, value)
    if known.type == "text" and sign in ("=", "!="):
        return f"{known.id} {written} {_quoted(_plain(value))}"
    if known.type == "multiple" and sign in ("=", "!=") and " " not in _plain(value).strip():
        chosen = _selected(known, _plain(value).strip())
        alone = _joined("and", [chosen, f"count({known.id}) == 1"])
        return alone if sign == "=" else _negated(alone)
    raise NotUnderstood(f"“{known.id}” is compared in a way that its answers cannot be")


def _one_of(sign: str, known: Known, value: str | float) -> Said:
    """Compare a choice by its name, as text or, where both are numbers, as a number."""
    wanted = "=" if sign == "!=" else sign
    fitting = [option for name, ids in known.options.items() if _folds(wanted, name, value) for option in ids]
    if sign == "!=":
        return _negated(_in(known.id, fitting))
    return _in(known.id, fitting)


def _in(question: str, options: list[str]) -> Said:
    if not options:
        return False
    if len(options) == 1:
        return f"{question} == {_quoted(options[0])}"
    return f"{question} in [{', '.join(map(_quoted, options))}]"


def _two(sign: str, left: Any, right: Any, scope: Scope) -> Said:
    sides = [_measure(tree, scope) for tree in (left, right)]
    questions = [None if side else _question(tree, scope) for side, tree in zip(sides, (left, right), strict=True)]
    numbers = all(known is None or known.type in _NUMBERS for known in questions)
    written = _WRITTEN.get(sign, sign)
    ours, theirs = (side or (known.id if known else "") for side, known in zip(sides, questions, strict=True))
    if numbers:
        return f"{ours} {written} {theirs}"
    match questions:
        case (Known(type="single" | "text") as first, Known() as second) if sign in ("=", "!=") and (
            first.type,
            first.options,
        ) == (second.type, second.options):
            same = f"({ours} == {theirs} or not answered({ours}) and not answered({theirs}))"
            return same if sign == "=" else f"not {same}"
    raise NotUnderstood(f"“{ours}” and “{theirs}” cannot be compared")


def _selected(known: Known, name: str) -> Said:
    options = known.options.get(name, ())
    if known.type in ("multiple", "ranking"):
        return _joined("or", [f"{_quoted(option)} in {known.id}" for option in options])
    if known.type == "single":
        return _in(known.id, list(options))
    raise NotUnderstood(f"“{known.id}” has no choices")


def _matches(known: Known, pattern: str) -> Said:
    if known.type != "text":
        raise NotUnderstood(f"“{known.id}” is no text that a pattern could fit")
    # A hyphen after \w and the like in brackets is one of the signs; only some engines need it to be said.
    pattern = re.sub(r"(\\[wds])-(?!\])", r"\1\\-", pattern)
    condition = f"matches({known.id}, {_quoted(pattern)})"
    _check(condition)
    return condition


def _check(condition: str) -> None:
    try:
        parse_condition(condition)
    except ConditionRejected as error:
        raise NotUnderstood(str(error)) from None


def _either(condition: Any, then: Said, otherwise: Said, scope: Scope) -> Said:
    holds = said_by(condition, scope)
    if isinstance(holds, bool):
        return then if holds else otherwise
    return _joined("or", [_joined("and", [holds, then]), _joined("and", [_negated(holds), otherwise])])


def _joined(word: str, parts: list[Said]) -> Said:
    decides = word == "or"
    if any(part is decides for part in parts):
        return decides
    kept = list(dict.fromkeys(part for part in parts if isinstance(part, str)))
    if not kept:
        return not decides
    if len(kept) == 1:
        return kept[0]
    return f" {word} ".join(f"({part})" if _is_compound(part) else part for part in kept)


def _negated(said: Said) -> Said:
    if isinstance(said, bool):
        return not said
    return f"not ({said})" if _is_compound(said) else f"not {said}"


def _is_compound(said: str) -> bool:
    """Tell whether brackets are needed around a condition; too many do no harm."""
    outside = re.sub(r"'[^']*'|\"[^\"]*\"", "", said)
    return bool(re.search(r"\b(and|or)\b", outside))


def _measure(tree: Any, scope: Scope) -> str | None:
    match tree:
        case "call", ("count-selected" | "string-length") as name, of:
            known = _question(of, scope)
            if (known.type == "text") != (name == "string-length"):
                raise NotUnderstood(f"{name}() does not fit “{known.id}”")
            return f"{_MEASURES[name]}({known.id})"
        case "call", name, inner if name in _CONVERSIONS:
            return _measure(inner, scope)
    return None


def _question(tree: Any, scope: Scope) -> Known:
    known = _as_question(tree, scope)
    if known is None:
        raise NotUnderstood(_unknown(tree))
    return known


def _as_question(tree: Any, scope: Scope) -> Known | None:
    match tree:
        case ("own",):
            return scope.own
        case "answer", name:
            if name in scope.lost:
                raise NotUnderstood(f"it depends on “{name}”, which {scope.lost[name]}")
            if name not in scope.questions:
                raise NotUnderstood(f"it depends on “{name}”, which is no question before it")
            return scope.questions[name]
        case "call", name, inner if name in _CONVERSIONS:
            return _as_question(inner, scope)
    return None


def _constant(tree: Any, scope: Scope) -> str | float | None:
    folded = _folded(tree, scope)
    return folded if isinstance(folded, str | float) else None


def _folded(tree: Any, scope: Scope | None = None) -> Any:
    """Return the value of a tree that holds no answer, or None."""
    match tree:
        case (("number" | "text"), value):
            return value
        case "column", name if scope is not None:
            if scope.columns is None:
                raise NotUnderstood(f"“{name}” is no question")
            return scope.columns.get(name, "")
        case "call", ("number" | "string" | "int"), inner:
            return _folded(inner, scope)
        case ("+" | "-" | "*" | "div") as sign, left, right:
            ours, theirs = _number(_folded(left, scope)), _number(_folded(right, scope))
            if ours is None or theirs is None or (sign == "div" and theirs == 0):
                return None
            return {"+": operator.add, "-": operator.sub, "*": operator.mul, "div": operator.truediv}[sign](
                ours, theirs
            )
    return None


def _folds(sign: str, ours: str | float, theirs: str | float) -> bool:
    """Compare two constants as XPath does: as numbers where one is, or where an order is asked; else as text."""
    if isinstance(ours, str) and isinstance(theirs, str) and sign in ("=", "!="):
        return _COMPARE[sign](ours, theirs)
    first, second = _number(ours), _number(theirs)
    if first is None or second is None:
        return sign == "!="
    return _COMPARE[sign](first, second)


def _number(value: Any) -> float | None:
    try:
        return None if value is None else float(value)
    except ValueError:
        return None


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def _shown(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)


def _quoted(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    raise NotUnderstood("a text in it has both kinds of quotes")


def _unknown(tree: Any) -> str:
    match tree:
        case "call", name, *_:
            return f"{name}() has no counterpart here"
        case ("+" | "-" | "*" | "div" | "mod") as sign, *_:
            return f"it reckons with answers ({sign})"
        case "column", name:
            return f"“{name}” is no question"
    return "a part of it has no counterpart here"
