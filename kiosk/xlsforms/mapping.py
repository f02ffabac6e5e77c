"""From the rows of an XLSForm to the questions of a pack; what has no counterpart is found and named."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.forum.packs import RESERVED_OPTIONS
from kiosk.xlsforms.languages import Languages, quotes_an_answer
from kiosk.xlsforms.sheet import Choice, Row
from kiosk.xlsforms.translating import Known, Said, Scope, both, conjuncts, own_bound, said_by, translate
from kiosk.xlsforms.xpath import NotUnderstood, parse_xpath

_TYPES = {
    "select one": "single",
    "select all that apply": "multiple",
    "rank": "ranking",
    "range": "number",
    "integer": "number",
    "int": "number",
    "decimal": "number",
    "text": "text",
    "string": "text",
    "note": "note",
    "acknowledge": "single",
    "trigger": "single",
}
_CHOOSING = ("select one", "select all that apply", "rank")
# What is confirmed by “acknowledge”, under the name that ODK gives it.
_CONFIRMED = {"ko": "확인했어요", "ja": "確認しました", "zh": "已确认"}
# What a form notes by itself; the kiosk notes day, duration and device in its own way.
_BY_ITSELF = frozenset({"start", "end", "today", "audit", "start-geopoint", "background-audio"}) | {
    f"{prefix}{noted}"
    for noted in ("deviceid", "username", "phonenumber", "email", "simserial", "subscriberid")
    for prefix in ("", "uri:")
}
# Rows that ask nothing of whoever answers: nothing is lost of the survey without them.
_NOT_ASKED = _BY_ITSELF | {"calculate", "note", "hidden"}
_WORDS_OF_CONDITIONS = frozenset({"and", "or", "not", "in", "answered"})
_LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was not taken over, or not as it was; `stops` says that it changes what the survey asks."""

    row: int
    name: str
    type: str
    reason: str
    stops: bool = False

    def __str__(self) -> str:
        return f"row {self.row}, {self.type} “{self.name}”: {self.reason}"


@dataclass
class Mapped:
    """The questions so far, what they are called in the pack, and what was found on the way."""

    languages: Languages
    questions: list[dict[str, Any]] = field(default_factory=list)
    known: dict[str, Known] = field(default_factory=dict)
    lost: dict[str, str] = field(default_factory=dict)
    left_out: list[Finding] = field(default_factory=list)
    changed: list[Finding] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def add(self, row: Row) -> None:
        """Take a row over, or name it."""
        try:
            question = self._question(row)
        except NotUnderstood as reason:
            self.lost[row.name] = "was left out"
            stops = _is_required(row) is not False and row.type not in _NOT_ASKED
            self.left_out.append(Finding(row.number, row.name, row.type, f"{reason}.", stops))
            return
        self.questions.append(question)

    def _question(self, row: Row) -> dict[str, Any]:
        kind = self._kind(row)
        label = self.languages.words(row.label)
        if not label:
            raise NotUnderstood("it has no text to show" if not row.has_media else "it is only a picture or a sound")
        shown = self._shown(row)
        question: dict[str, Any] = {"id": make_id(row.name, self.ids, "q"), "type": kind, "label": label}
        known = Known(question["id"], kind)
        if kind in ("single", "multiple", "ranking"):
            question["options"], names = self._options(row)
            known = Known(question["id"], kind, names)
        if isinstance(shown, str):
            question["show_if"] = shown
        if help_words := self._help(row):
            question["help"] = help_words
        if row.type == "range":
            known = self._range(row, question)
        if kind != "note" and _is_required(row):
            question["required"] = True
        if row.type == "decimal":
            question["whole"] = False
        if kind == "text" and "multiline" in row.appearance:
            question["long"] = True
        if row.constraint and kind != "note":
            self._hold_to(row, question, known)
        self.ids.add(question["id"])
        self.known[row.name] = known
        self._tell_of_the_rest(row)
        return question

    def _kind(self, row: Row) -> str:
        if row.type in _BY_ITSELF:
            raise NotUnderstood("the kiosk notes day and duration itself, and nothing else of its visitors")
        if row.within:
            raise NotUnderstood(f"it is asked anew in each turn of the {row.within}")
        if row.type == "calculate":
            raise NotUnderstood("a value that is reckoned, and not asked")
        if row.type not in _TYPES:
            raise NotUnderstood("the kiosk has no such question")
        if row.calculated:
            raise NotUnderstood("its answer is reckoned, and not asked")
        kind = _TYPES[row.type]
        if row.read_only and kind == "text":
            return "note"
        if "search(" in row.appearance or (row.type in _CHOOSING and not row.choices):
            raise NotUnderstood("its choices come from outside the form")
        if re.search(r"\blabel\b", row.appearance) and kind in ("single", "multiple"):
            raise NotUnderstood("the heading of a table; the kiosk shows the choices with each question")
        return kind

    def _shown(self, row: Row) -> Said:
        try:
            shown = both([translate(each, self._scope()) for each in row.relevant])
        except NotUnderstood as reason:
            raise NotUnderstood(f"the condition “{' and '.join(row.relevant)}”: {reason}") from None
        if shown is False:
            raise NotUnderstood(f"the condition “{' and '.join(row.relevant)}” never holds")
        return shown

    def _scope(self, own: Known | None = None, columns: Mapping[str, str] | None = None) -> Scope:
        return Scope(self.known, own, columns, self.lost)

    def _options(self, row: Row) -> tuple[list[dict[str, Any]], dict[str, tuple[str, ...]]]:
        options: list[dict[str, Any]] = []
        names: dict[str, tuple[str, ...]] = {}
        used: set[str] = set(RESERVED_OPTIONS)
        for choice in row.choices or self._confirming(row):
            offered = self._offered(row, choice)
            if offered is False:
                continue
            option: dict[str, Any] = {"id": make_id(choice.name, used, "option")}
            used.add(option["id"])
            names[choice.name] = (*names.get(choice.name, ()), option["id"])
            option["label"] = self.languages.words(choice.label) or dict.fromkeys(self.languages.in_order, choice.name)
            if isinstance(offered, str):
                option["show_if"] = offered
            options.append(option)
        if not options or (len(options) == 1 and (not _is_required(row) or row.type == "rank")):
            raise NotUnderstood("it has fewer than two choices")
        if any(choice.has_media for choice in row.choices):
            self._change(row, "the pictures or sounds of its choices are not shown")
        return options, names

    def _confirming(self, row: Row) -> tuple[Choice, ...]:
        if row.type not in ("acknowledge", "trigger"):
            return ()
        names = {name: _CONFIRMED.get(code, "OK") for name, code in self.languages.codes.items()}
        return (Choice("OK", names, {}, has_media=False),)

    def _offered(self, row: Row, choice: Choice) -> Said:
        if not row.choice_filter:
            return True
        try:
            return both([translate(row.choice_filter, self._scope(columns=choice.columns))])
        except NotUnderstood as reason:
            raise NotUnderstood(f"the choice filter “{row.choice_filter}”: {reason}") from None

    def _help(self, row: Row) -> dict[str, str]:
        """Return the hint, below the heading of the group that the question stands in."""
        parts = [self.languages.words(each) for each in (*row.headings[-1:], row.hint)]
        kept = [part for part in parts if part]
        return {code: "\n".join(part[code] for part in kept) for code in self.languages.in_order} if kept else {}

    def _range(self, row: Row, question: dict[str, Any]) -> Known:
        start, end, step = (float(row.parameters.get(each, usual)) for each, usual in _RANGE)
        low, high, whole = min(start, end), max(start, end), start == int(start) and step == int(step)
        if whole and step == 1 and 1 <= high - low <= 10:
            question["type"] = "rating" if "rating" in row.appearance and (low, high) == (1, 5) else "scale"
        else:
            question["whole"] = whole
            self._change(row, f"asked as a number from {low:g} to {high:g}; steps of {step:g} are not enforced")
        if question["type"] != "rating":
            question["minimum"], question["maximum"] = low, high
        return Known(question["id"], question["type"])

    def _hold_to(self, row: Row, question: dict[str, Any], known: Known) -> None:
        """Keep a constraint: as limits where the kiosk has them, else as a condition of the answer."""
        try:
            parts = conjuncts(parse_xpath(row.constraint))
            rest = [part for part in parts if not _as_limit(part, question)]
            holds = both([said_by(part, self._scope(known)) for part in rest])
        except NotUnderstood as reason:
            self.left_out.append(
                Finding(row.number, row.name, "constraint", f"“{row.constraint}”: {reason}.", stops=True)
            )
            return
        if holds is False:
            raise NotUnderstood(f"no answer would fit its constraint “{row.constraint}”")
        if isinstance(holds, str):
            question["valid_if"] = holds
            if message := self.languages.words(row.message):
                question["if_invalid"] = message
        elif row.message:
            self._change(row, "its limits are told in the kiosk's own words, not in those of constraint_message")

    def _tell_of_the_rest(self, row: Row) -> None:
        if row.has_media:
            self._change(row, "its picture, sound or film is not shown")
        if row.default and row.type != "note":
            self._change(row, f"it is not filled in beforehand with “{row.default}”")
        if row.guidance:
            self._change(row, "its guidance hint is not shown")
        if row.parameters.get("randomize", "").lower() == "true":
            self._change(row, "its choices stand in the form's order, not in a random one")
        if quotes_an_answer(row.label) or quotes_an_answer(row.hint):
            self._change(row, "it quotes an earlier answer or value, which is shown as “…”")
        if _is_required(row) is None:
            self._change(row, f"it may be skipped: “required” is {row.required}, which depends on other answers")

    def _change(self, row: Row, reason: str) -> None:
        self.changed.append(Finding(row.number, row.name, row.type, f"{reason}."))


_RANGE = (("start", 1), ("end", 10), ("step", 1))


def make_id(name: str, used: set[str] | frozenset[str], prefix: str) -> str:
    """Return an id of the pack for a name of the form: the same name in small letters where that is possible."""
    plain = re.sub(r"[^a-z0-9_-]+", "-", name.lower())
    plain = re.sub(r"[_-]*-[_-]*", "-", re.sub(r"_+", "_", plain)).strip("_-")
    if not plain or plain in _WORDS_OF_CONDITIONS or (prefix == "q" and plain.isdigit()):
        plain = f"{prefix}-{plain}".strip("-")
    number, found = 1, plain[:_LONGEST_ID].strip("_-")
    while found in used:
        number += 1
        found = f"{plain[: _LONGEST_ID - 4].strip('_-')}-{number}"
    return found


def _is_required(row: Row) -> bool | None:
    """Tell whether a row must be answered; None where that depends on answers."""
    said = row.required.strip().lower()
    if said in ("", "no", "false", "false()"):
        return False
    return True if said in ("yes", "true", "true()") else None


def _as_limit(tree: Any, question: dict[str, Any]) -> bool:
    """Turn a part of a constraint into a limit that the screens know; tell whether that could be done."""
    bound = own_bound(tree)
    if bound is None:
        return False
    sign, limit = bound
    counts = any(part == ("call", "count-selected", ("own",)) for part in tree[1:])
    if counts:
        most = math.floor(limit) if sign == "<=" else math.ceil(limit) - 1
        if sign not in ("<", "<=") or most < 1 or question["type"] not in ("multiple", "ranking"):
            return False
        question["at_most"] = min(most, question.get("at_most", most))
        return True
    whole = question.get("whole", True)
    if question["type"] != "number" or (sign in ("<", ">") and not whole):
        return False
    if sign in (">", ">="):
        lowest = limit if not whole else math.floor(limit) + 1 if sign == ">" else math.ceil(limit)
        question["minimum"] = max(lowest, question.get("minimum", lowest))
    else:
        highest = limit if not whole else math.ceil(limit) - 1 if sign == "<" else math.floor(limit)
        question["maximum"] = min(highest, question.get("maximum", highest))
    return True
