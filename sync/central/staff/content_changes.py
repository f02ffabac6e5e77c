"""What a new version of a pack changes, in the words of the staff's pages: by activity, each change in one line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.forum.pack_changes import PackChange
from kiosk.forum.packs import Activity, Pack, words_in

# The parts and fields of a pack: Korean first, English second.
_PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "activities": ("활동 순서", "Order of the activities"),
        "questions": ("질문 순서", "Order of the questions"),
        "options": ("선택지 순서", "Order of the options"),
        "question": ("질문", "Question"),
        "option": ("선택지", "Option"),
        "topic": ("주제", "Topic"),
        "outcome": ("반영 사례", "Outcome"),
        "languages": ("언어", "Languages"),
        "title": ("제목", "Title"),
    }
)
_FIELDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "opens": ("여는 날", "opens"),
        "closes": ("닫는 날", "closes"),
        "result_on": ("결과 발표일", "day of the result"),
        "minutes": ("예상 시간(분)", "minutes"),
        "kind": ("활동 종류", "kind"),
        "type": ("질문 유형", "type"),
        "required": ("꼭 답해야 함", "required"),
        "show_if": ("나오는 조건", "condition"),
        "valid_if": ("받는 조건", "condition of an answer"),
        "statements": ("생각 문장", "statements"),
        "programme": ("진행표", "programme"),
        "options_from": ("선택지 출처", "options from"),
        "at_most": ("고를 수 있는 수", "at most"),
        "minimum": ("가장 작은 값", "minimum"),
        "maximum": ("가장 큰 값", "maximum"),
        "max_length": ("글자 수", "length"),
        "long": ("긴 글", "long text"),
        "picture": ("그림", "picture"),
        "on": ("날짜", "day"),
    }
)
_VALUES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"none": ("없음", "none"), "true": ("예", "yes"), "false": ("아니요", "no")}
)
_EXCHANGED = re.compile(r"(\w+): (.*) → (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: how (added, removed, changed, reworded, moved), of what, and what exactly."""

    how: str
    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one activity, or of the whole pack where `title` is empty."""

    title: str
    lines: tuple[ChangeLine, ...]


def change_groups(language: str, changes: Sequence[PackChange], after: Pack, before: Pack | None) -> list[ChangeGroup]:
    """Return the changes by activity, in their order; those of the whole pack first."""
    found: dict[str, list[ChangeLine]] = {}
    for change in changes:
        first, _, rest = change.of.partition(", ")
        part, _, name = first.partition(" ")
        activity = _activity(name, after, before) if part == "activity" else None
        title = words_in(activity.title, language) if activity else ""
        steps = rest.split(", ") if activity and rest else [] if activity else [first]
        what = " · ".join(_step(language, step, activity) for step in steps)
        # A whole activity's title is the heading already.
        detail = (
            "" if activity and not rest and change.how in ("added", "removed") else _detail(language, change.detail)
        )
        found.setdefault(title, []).append(ChangeLine(change.how, what, detail))
    return [ChangeGroup(title, tuple(lines)) for title, lines in sorted(found.items(), key=lambda each: bool(each[0]))]


def _activity(name: str, after: Pack, before: Pack | None) -> Activity | None:
    return after.activity(name) or (before.activity(name) if before else None)


def _step(language: str, step: str, activity: Activity | None) -> str:
    """Name one step of a change's path: what it is, and the words that staff know it by."""
    part, _, name = step.partition(" ")
    word = _word(_PARTS, part, language)
    question = activity.question(name) if activity and part == "question" else None
    if question:
        return f"{word} “{words_in(question.label, language)}”"
    return f"{word} {name}".strip()


def _detail(language: str, detail: str) -> str:
    exchanged = _EXCHANGED.fullmatch(detail)
    if exchanged and exchanged[1] in _FIELDS:
        before, after = (_word(_VALUES, value, language) for value in exchanged.group(2, 3))
        return f"{_word(_FIELDS, exchanged[1], language)}: {before} → {after}"
    return _word(_FIELDS, detail, language)


def _word(words: Mapping[str, tuple[str, str]], key: str, language: str) -> str:
    return words[key][language == "en"] if key in words else key
