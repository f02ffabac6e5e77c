"""show_if and valid_if: a small, safe language of conditions over the answers given so far; never run as Python.

Grammar (loosest first)::

    or         := and ("or" and)*
    and        := not ("and" not)*
    not        := "not" not | comparison
    comparison := operand (("==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in") operand)?
    operand    := QUESTION | 'text' | number | "[" operand, ... "]" | "answered" "(" QUESTION ")" | "(" or ")"
                | "count" "(" QUESTION ")" | "length" "(" QUESTION ")" | "matches" "(" QUESTION "," 'pattern' ")"

An unanswered question compares unequal to everything, is smaller and larger than nothing, and is contained in nothing.
`x in q` asks whether a multiple or ranking answer q contains x (or whether votes q has one for the statement x); in a
text or single answer it finds nothing, so that no option id is found inside another. A question by itself holds where
its answer is there and is not 0. `count(q)` is how many options were chosen or ranked, `length(q)` how many characters
were written; both are 0 without an answer. `matches(q, 'pattern')` tells whether the whole text fits a regular
expression, in time that grows only with the text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from pydantic_core import SchemaError, SchemaValidator, core_schema

from kiosk.forum.errors import ConditionRejected

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>-?\d+(?:\.\d+)?(?![\w-]))|(?P<word>[A-Za-z0-9_](?:[\w-]*\w)?)"
    r"|(?P<sign>==|!=|<=|>=|<|>|\(|\)|\[|\]|,))"
)
_DEPTH_LIMIT = 20
_LENGTH_LIMIT = 2000
_MEASURES = ("count", "length")


@dataclass(frozen=True)
class Condition:
    """A parsed show_if; `questions` are the ids that it reads.

    `comparisons` are its (question, sign, text), sign being “is”, “contains” (text in question) or “item” (a text of a
    list that the question is compared with): what a pack checks against the options that there are.
    """

    source: str
    questions: frozenset[str]
    comparisons: tuple[tuple[str, str, str], ...]
    value: "_Value"

    def holds(self, answers: Mapping[str, Any]) -> bool:
        """Tell whether the condition is true of these answers."""
        return _truth(self.value(answers))


@lru_cache(maxsize=1024)
def parse_condition(source: str) -> Condition:
    """Parse a show_if; raises ConditionRejected with the place where it stops making sense."""
    if len(source) > _LENGTH_LIMIT:
        raise ConditionRejected(f"the condition is longer than {_LENGTH_LIMIT} characters; split the question instead")
    parser = _Parser(source)
    tree = parser.either(0)
    parser.expect_end()
    return Condition(source, frozenset(parser.questions), tuple(_comparisons(tree)), _value_of(tree))


class _Parser:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.questions: set[str] = set()
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(source.rstrip()):
            match = _TOKEN.match(source, at)
            if match is None or match.lastgroup is None:
                raise ConditionRejected(
                    f"the condition “{_short(source)}” is not understood at “{source[at:].strip()[:12]}”"
                )
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            at = match.end()
        self.place = 0

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.place] if self.place < len(self.tokens) else ("end", "its end")

    def take(self) -> tuple[str, str]:
        token = self.peek()
        self.place += 1
        return token

    def accept(self, value: str) -> bool:
        kind, text = self.peek()
        if kind in ("word", "sign") and text == value:
            self.place += 1
            return True
        return False

    def fail(self, wanted: str) -> ConditionRejected:
        return ConditionRejected(f"the condition “{_short(self.source)}” needs {wanted} at “{_short(self.peek()[1])}”")

    def expect_end(self) -> None:
        if self.peek()[0] != "end":
            raise self.fail("“and”, “or” or nothing more")

    def either(self, depth: int) -> Any:
        self.no_deeper_than_allowed(depth)
        tree = self.both(depth)
        while self.accept("or"):
            tree = ("or", tree, self.both(depth))
        return tree

    def both(self, depth: int) -> Any:
        tree = self.negated(depth)
        while self.accept("and"):
            tree = ("and", tree, self.negated(depth))
        return tree

    def negated(self, depth: int) -> Any:
        flips = 0
        while self.accept("not"):
            flips += 1
        tree = self.comparison(depth)
        return ("not", tree) if flips % 2 else tree

    def comparison(self, depth: int) -> Any:
        left = self.operand(depth)
        for sign in ("==", "!=", "<=", ">=", "<", ">", "in"):
            if self.accept(sign):
                return (sign, left, self.operand(depth))
        if self.accept("not"):
            if not self.accept("in"):
                raise self.fail("“in” after “not”")
            return ("not", ("in", left, self.operand(depth)))
        return left

    def operand(self, depth: int) -> Any:
        kind, text = self.take()
        if kind == "text":
            return ("constant", text[1:-1])
        if kind == "number":
            return ("constant", float(text) if "." in text else int(text))
        if kind == "word" and text == "answered" and self.accept("("):
            tree = ("answered", self.question(*self.take()))
            self.close(")")
            return tree
        if kind == "word" and text in _MEASURES and self.accept("("):
            tree = (text, self.question(*self.take()))
            self.close(")")
            return tree
        if kind == "word" and text == "matches" and self.accept("("):
            return self.matching()
        if kind == "word":
            return ("answer", self.question(kind, text))
        if text == "(" and kind == "sign":
            tree = self.either(depth + 1)
            self.close(")")
            return tree
        if text == "[" and kind == "sign":
            items = [self.item(depth + 1)]
            while self.accept(","):
                items.append(self.item(depth + 1))
            self.close("]")
            return ("list", *items)
        self.place -= 1
        raise self.fail("a question, a quoted option or a number")

    def matching(self) -> Any:
        question = self.question(*self.take())
        self.close(",")
        kind, pattern = self.take()
        if kind != "text":
            self.place -= 1
            raise self.fail("a quoted pattern")
        self.close(")")
        try:
            fits(pattern[1:-1], "")
        except SchemaError:
            raise ConditionRejected(f"the pattern {_short(pattern)} is not a regular expression known here") from None
        return ("matches", question, pattern[1:-1])

    def item(self, depth: int) -> Any:
        self.no_deeper_than_allowed(depth)
        return self.operand(depth)

    def no_deeper_than_allowed(self, depth: int) -> None:
        if depth > _DEPTH_LIMIT:
            raise ConditionRejected(f"the condition “{_short(self.source)}” is nested too deeply; use fewer brackets")

    def close(self, sign: str) -> None:
        if not self.accept(sign):
            raise self.fail(f"“{sign}”")

    def question(self, kind: str, text: str) -> str:
        if kind != "word" or text in ("and", "or", "not", "in", "answered"):
            self.place -= 1
            raise self.fail("the id of a question")
        self.questions.add(text)
        return text


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


def _comparisons(tree: Any) -> Iterator[tuple[str, str, str]]:
    match tree:
        case ("and" | "or", left, right):
            yield from _comparisons(left)
            yield from _comparisons(right)
        case ("not", inner):
            yield from _comparisons(inner)
        case ("==" | "!=", ("answer", question), ("constant", str(text))):
            yield question, "is", text
        case ("==" | "!=", ("constant", str(text)), ("answer", question)):
            yield question, "is", text
        case ("in", ("constant", str(text)), ("answer", question)):
            yield question, "contains", text
        case ("==" | "!=", ("answer", question), ("list", *items)):
            yield from (
                (question, "item", text) for kind, text in items if kind == "constant" and isinstance(text, str)
            )
        case ("in", ("answer", question), ("list", *items)):
            yield from ((question, "is", text) for kind, text in items if kind == "constant" and isinstance(text, str))


_MISSING = object()
_Value = Callable[[Mapping[str, Any]], Any]
_Comparison = Callable[[Any, Any], Any]


def _value_of(tree: Any) -> _Value:
    """Turn a tree into a function of the answers, once: records arrive by the thousand, conditions do not change."""
    operator, *parts = tree
    match operator:
        case "constant":
            return lambda _: parts[0]
        case "answer":
            return lambda answers: answers.get(parts[0], _MISSING)
        case "answered":
            return lambda answers: parts[0] in answers
        case "count":
            return lambda answers: _size(answers.get(parts[0]), list | tuple | dict)
        case "length":
            return lambda answers: _size(answers.get(parts[0]), str)
        case "matches":
            return lambda answers: isinstance(text := answers.get(parts[0]), str) and fits(parts[1], text)
    values = [_value_of(part) for part in parts]
    match operator:
        case "list":
            return lambda answers: [value(answers) for value in values]
        case "not":
            return lambda answers: not _truth(values[0](answers))
    left, right = values
    match operator:
        case "and":
            return lambda answers: _truth(left(answers)) and _truth(right(answers))
        case "or":
            return lambda answers: _truth(left(answers)) or _truth(right(answers))
    compare = _COMPARE[operator]

    def compared(answers: Mapping[str, Any]) -> Any:
        ours, theirs = left(answers), right(answers)
        if ours is _MISSING or theirs is _MISSING:
            return operator == "!="
        return compare(ours, theirs)

    return compared


def _ordered(compare: _Comparison) -> _Comparison:
    return lambda left, right: isinstance(left, int | float) and isinstance(right, int | float) and compare(left, right)


_COMPARE: dict[str, _Comparison] = {
    "==": eq,
    "!=": ne,
    "in": lambda left, right: isinstance(right, list | tuple | dict) and any(left == each for each in right),
    "<": _ordered(lt),
    "<=": _ordered(le),
    ">": _ordered(gt),
    ">=": _ordered(ge),
}


def _size(value: Any, kind: Any) -> int:
    return len(value) if isinstance(value, kind) else 0


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> SchemaValidator:
    # Rust's engine: no looking around and no references back, and so no pattern that takes for ever.
    SchemaValidator(core_schema.str_schema(pattern=pattern))  # whole by itself: no bracket that only ours would close
    return SchemaValidator(core_schema.str_schema(pattern=f"^(?:{pattern})$", regex_engine="rust-regex"))


def fits(pattern: str, text: str) -> bool:
    """Tell whether the whole text fits a pattern; raises pydantic's SchemaError where it is no pattern known here."""
    return _pattern(pattern).isinstance_python(text)


def _truth(value: Any) -> bool:
    return value is not _MISSING and bool(value)
