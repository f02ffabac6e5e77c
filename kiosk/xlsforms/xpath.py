"""The expressions of XLSForms (XPath 1.0 with ODK's functions), read into trees of tuples.

A tree is ("number", 1.0), ("text", "a"), ("answer", NAME) for ${NAME}, ("own",) for “.”, ("column", NAME) for a column
of the choices sheet, ("call", FUNCTION, tree, …), or (OPERATOR, tree, tree).
"""

import re
from typing import Any

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<text>'[^']*'|"[^"]*")
    |(?P<number>\d+\.?\d*|\.\d+)
    |\$\{\s*(?P<answer>[^\s}\#]+)\s*\}
    |(?P<path>(?:current\(\)\s*/\s*)?\.\./(?:\.\./)*[\w.-]+(?!\s*[/(]))
    |(?P<own>\.(?![./\w]))
    |(?P<word>[A-Za-z_][\w:-]*(?:\.[\w-]+)*)
    |(?P<sign><=|>=|!=|=|<|>|\+|-|\*|\(|\)|,)
    )""",
    re.VERBOSE,
)
# The loosest first; those of one line are taken from left to right.
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_DEEPEST = 60


class NotUnderstood(ValueError):
    """An expression, or a part of it, that has no counterpart; the sentence says which."""


def parse_xpath(source: str) -> Any:
    """Return the tree of an expression; raises NotUnderstood."""
    parser = _Parser(_tokens(source))
    tree = parser.level(0, 0)
    if parser.peek() is not None:
        raise NotUnderstood(f"it goes on with “{parser.peek()}” where it should end")
    return tree


def _tokens(source: str) -> list[tuple[str, str]]:
    # Quotes as word processors set them, which XLSForm tools take for plain ones.
    source = source.translate(str.maketrans("‘’“”\xa0", "''\"\" ")).strip()
    tokens, at = [], 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None or match.lastgroup is None:
            raise NotUnderstood(f"“{source[at:].strip()[:20]}” is not known here")
        tokens.append((match.lastgroup, match.group(match.lastgroup)))
        at = match.end()
    return tokens


class _Parser:
    """Recursive descent, one level of precedence at a time."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0

    def peek(self) -> str | None:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else None

    def level(self, place: int, depth: int) -> Any:
        if depth > _DEEPEST:
            raise NotUnderstood("it has too many brackets inside one another")
        if place == len(_LEVELS):
            return self.single(depth)
        tree = self.level(place + 1, depth)
        while self.peek() in _LEVELS[place] and self._tokens[self._at][0] in ("sign", "word"):
            _, sign = self.take()
            tree = (sign, tree, self.level(place + 1, depth))
        return tree

    def take(self) -> tuple[str, str]:
        if self._at == len(self._tokens):
            raise NotUnderstood("it ends too early")
        self._at += 1
        return self._tokens[self._at - 1]

    def expect(self, sign: str) -> None:
        if self.take() != ("sign", sign):
            raise NotUnderstood(f"“{sign}” is missing before “{self._tokens[self._at - 1][1]}”")

    def single(self, depth: int) -> Any:
        kind, text = self.take()
        match kind, text:
            case "text", _:
                return ("text", text[1:-1])
            case "number", _:
                return ("number", float(text))
            case "answer", _:
                return ("answer", text)
            case "path", _:
                return ("answer", text.rpartition("/")[2])
            case "own", _:
                return ("own",)
            case "sign", "-":
                return ("-", ("number", 0.0), self.single(depth))
            case "sign", "(":
                tree = self.level(0, depth + 1)
                self.expect(")")
                return tree
            case "word", _ if self.peek() == "(":
                return ("call", text, *self.arguments(depth + 1))
            case "word", _:
                return ("column", text)
        raise NotUnderstood(f"“{text}” stands where a value should")

    def arguments(self, depth: int) -> list[Any]:
        self.expect("(")
        found: list[Any] = []
        if self.peek() == ")":
            self.take()
            return found
        while True:
            found.append(self.level(0, depth))
            kind, sign = self.take()
            if (kind, sign) == ("sign", ")"):
                return found
            if (kind, sign) != ("sign", ","):
                raise NotUnderstood(f"“)” is missing before “{sign}”")
