"""What the content pages say: days, what a pack changes, why one is not taken, and what came of what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.forum.pack_changes import PackChange
from kiosk.forum.pack_faults import faults_of
from kiosk.forum.packs import Activity, Pack, words_in
from kiosk.forum.seoul import SEOUL
from kiosk.stick_packs import OnThisStick
from kiosk.store.content import InForce
from ui import words as forum_words
from ui.staff.state import Content, ContentDone
from ui.staff.words import say

_HOW = {
    "added": QT_TRANSLATE_NOOP("staff", "새로 생겨요"),
    "removed": QT_TRANSLATE_NOOP("staff", "없어져요"),
    "changed": QT_TRANSLATE_NOOP("staff", "바뀌어요"),
    "reworded": QT_TRANSLATE_NOOP("staff", "말이 바뀌어요"),
    "moved": QT_TRANSLATE_NOOP("staff", "순서가 바뀌어요"),
}
_PARTS = {
    "question": QT_TRANSLATE_NOOP("staff", "질문"),
    "questions": QT_TRANSLATE_NOOP("staff", "질문"),
    "option": QT_TRANSLATE_NOOP("staff", "보기"),
    "options": QT_TRANSLATE_NOOP("staff", "보기"),
    "topic": QT_TRANSLATE_NOOP("staff", "주제"),
    "outcome": QT_TRANSLATE_NOOP("staff", "반영된 제안"),
    "activities": QT_TRANSLATE_NOOP("staff", "활동"),
    "languages": QT_TRANSLATE_NOOP("staff", "언어"),
    "title": QT_TRANSLATE_NOOP("staff", "제목"),
    "opens": QT_TRANSLATE_NOOP("staff", "여는 날"),
    "closes": QT_TRANSLATE_NOOP("staff", "닫는 날"),
    "result_on": QT_TRANSLATE_NOOP("staff", "결과 발표일"),
    "minutes": QT_TRANSLATE_NOOP("staff", "걸리는 시간(분)"),
    "required": QT_TRANSLATE_NOOP("staff", "꼭 답해야 하는지"),
    "show_if": QT_TRANSLATE_NOOP("staff", "묻는 조건"),
    "valid_if": QT_TRANSLATE_NOOP("staff", "받는 조건"),
    "programme": QT_TRANSLATE_NOOP("staff", "행사 순서"),
    "type": QT_TRANSLATE_NOOP("staff", "묻는 방법"),
}
_REFUSED = {
    "in-force": QT_TRANSLATE_NOOP("staff", "지금 쓰고 있는 것과 같아요. 설치할 것이 없어요."),
    "gone": QT_TRANSLATE_NOOP("staff", "파일을 읽지 못했어요. 아무것도 바꾸지 않았어요. USB를 다시 꽂아 주세요."),
    "older": QT_TRANSLATE_NOOP(
        "staff",
        "여기에는 더 새로운 %1판이 있어요. 아무것도 바꾸지 않았어요. 옛 판을 쓰려면 앞 화면에서 되돌려 주세요.",
    ),
    "same-version": QT_TRANSLATE_NOOP(
        "staff",
        "%1판이 이미 있는데 내용이 달라요. 아무것도 바꾸지 않았어요. 만든 사람에게 판 번호를 올려 달라고 해 주세요.",
    ),
    "activity-elsewhere": QT_TRANSLATE_NOOP(
        "staff",
        "활동 %2이(가) 다른 묶음(%1)에 이미 있어요. 아무것도 바꾸지 않았어요. 만든 사람에게 이 화면을 보여 주세요.",
    ),
    "broken": QT_TRANSLATE_NOOP(
        "staff",
        "콘텐츠 파일에 잘못된 곳이 있어요. 아무것도 바꾸지 않았어요. 만든 사람에게 아래 내용을 보여 주세요.",
    ),
}
_DONE = {
    "closed": QT_TRANSLATE_NOOP("staff", "‘%1’ 활동을 닫았어요. 다음 방문자부터 참여할 수 없어요."),
    "opened": QT_TRANSLATE_NOOP("staff", "‘%1’ 활동을 열었어요. 정해진 기간에 참여할 수 있어요."),
    "installed": QT_TRANSLATE_NOOP("staff", "‘%1’ %2판을 설치했어요. 다음 방문자부터 보여요."),
    "rolled-back": QT_TRANSLATE_NOOP("staff", "‘%1’을(를) %2판으로 되돌렸어요. 다음 방문자부터 보여요."),
}
_MOST_DETAILS = 4


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What becomes of one activity, or of everything beside the activities: in a word, its name, and the details."""

    key: str
    how: str
    name: str
    detail: str


def days_words(activity: Activity) -> str:
    """Write the days on which an activity is open."""
    if activity.opens is not None and activity.closes is not None:
        return f"{_day(activity.opens)} – {_day(activity.closes)}"
    if activity.opens is not None:
        return QCoreApplication.translate("staff", "%1부터").replace("%1", _day(activity.opens))
    if activity.closes is not None:
        return QCoreApplication.translate("staff", "%1까지").replace("%1", _day(activity.closes))
    return QCoreApplication.translate("staff", "기간 없이 늘")


def state_words(activity: Activity, today: date, *, closed: bool) -> str:
    """Say whether an activity can be entered today."""
    if closed:
        return QCoreApplication.translate("staff", "닫아 두었어요")
    return forum_words.closed_words(activity, today) or QCoreApplication.translate("staff", "참여할 수 있어요")


def version_words(version: int) -> str:
    """Name a version of a pack."""
    return QCoreApplication.translate("staff", "%1판").replace("%1", str(version))


def in_force_words(pack: InForce) -> str:
    """Say which version of a pack is shown, and since when it is here."""
    since = _day(datetime.fromisoformat(pack.installed_at).astimezone(SEOUL).date())
    said = QCoreApplication.translate("staff", "%1판 · 활동 %2개 · %3에 설치")
    said = said.replace("%1", str(pack.pack.version)).replace("%2", str(len(pack.pack.activities)))
    said = said.replace("%3", since)
    if pack.newest == pack.pack.version:
        return said
    back = QCoreApplication.translate("staff", "%1판에서 되돌림").replace("%1", str(pack.newest))
    return f"{said} · {back}"


def found_words(found: OnThisStick) -> str:
    """Say what lies in a file of a stick."""
    if found.pack is None:
        return f"{found.stick} · {found.name}"
    return f"{version_words(found.pack.version)} · {found.stick} · {found.name}"


def refused_words(found: OnThisStick) -> str:
    """Say why a file is not taken, and what to do; empty where it can be."""
    refused = found.refused
    if refused is None:
        return ""
    return say(_REFUSED[refused.why]).replace("%1", refused.here).replace("%2", refused.activity)


def faults_words(found: OnThisStick, language: str, most: int) -> str:
    """Say what is wrong with a file, a line each, for whoever made it: at most so many, and how many more there are."""
    if found.refused is None:
        return ""
    faults = faults_of(language, found.refused.problems, found.name)
    at = QCoreApplication.translate("staff", "%1번째 줄")
    said = [
        " · ".join(part for part in (fault.line and at.replace("%1", fault.line), fault.path, fault.sentence) if part)
        for fault in faults[:most]
    ]
    return "\n".join([*said, *_more(len(faults) - most)])


def _more(left: int) -> list[str]:
    return [QCoreApplication.translate("staff", "그리고 %1가지 더").replace("%1", str(left))] if left > 0 else []


def change_rows(found: OnThisStick, language: str) -> list[ChangeRow]:
    """Return what accepting a pack does, an activity a row: what is new, what goes, what changes, then the rest."""
    if found.pack is None:
        return []
    of: dict[str, list[PackChange]] = {}
    for each in found.changes:
        kind, part_id = each.path[0]
        of.setdefault(part_id if kind == "activity" else "", []).append(each)
    order = {"added": 0, "removed": 1}
    rows = [_activity_row(activity_id, changes, found, language) for activity_id, changes in of.items() if activity_id]
    rows.sort(key=lambda row: order.get(row.how, 2))
    if "" in of:
        rest = QCoreApplication.translate("staff", "그 밖에")
        rows.append(ChangeRow("", "changed", rest, _details(of[""], found, language)))
    return rows


def how_words(how: str) -> str:
    """Say what becomes of something."""
    return say(_HOW[how])


def done_words(content: Content, done: ContentDone, language: str) -> str:
    """Say what was done with the content last."""
    name, version = done.subject, ""
    for each in content.in_force:
        if each.pack.id == done.subject:
            name, version = words_in(each.pack.title, language), str(each.pack.version)
        activity = each.pack.activity(done.subject)
        if activity is not None:
            name = words_in(activity.title, language)
    return say(_DONE[done.code]).replace("%1", name).replace("%2", version)


def _activity_row(activity_id: str, changes: Sequence[PackChange], found: OnThisStick, language: str) -> ChangeRow:
    activity = _activity(found, activity_id)
    name = activity_id if activity is None else words_in(activity.title, language)
    whole = next((each.how for each in changes if len(each.path) == 1 and each.how in ("added", "removed")), None)
    if whole is not None:
        return ChangeRow(activity_id, whole, name, "" if activity is None else days_words(activity))
    return ChangeRow(activity_id, "changed", name, _details(changes, found, language))


def _details(changes: Sequence[PackChange], found: OnThisStick, language: str) -> str:
    said = [_detail(each, found, language) for each in changes[:_MOST_DETAILS]]
    return "\n".join([*said, *_more(len(changes) - _MOST_DETAILS)])


def _detail(change: PackChange, found: OnThisStick, language: str) -> str:
    """Write one change: what it is of, how, and from what to what where it can be said so."""
    kind, part_id = change.path[-1]
    label = _label(change, found, language)
    part = say(_PARTS[kind]) if kind in _PARTS else "" if kind == "activity" else kind
    field, colon, values = change.detail.partition(": ")
    if change.how == "changed":
        what = say(_PARTS[field]) if field in _PARTS else field
        said = f"{what}: {values}" if colon else f"{what} {how_words('changed')}"
    elif change.how == "reworded":
        said = change.detail
    else:
        said = how_words(change.how)
    called = f"“{label or part_id}”" if part and (label or part_id) else ""
    named = " ".join(each for each in (part, called) if each)
    return f"{named}: {said}" if named else said


def _label(change: PackChange, found: OnThisStick, language: str) -> str:
    """Return the words of a question or an option that a change is of."""
    ids = dict(change.path)
    activity = _activity(found, ids.get("activity", ""))
    question = None if activity is None else activity.question(ids.get("question", ""))
    if question is None or change.path[-1][0] == "activity":
        return ""
    if "option" in ids:
        option = next((each for each in question.options if each.id == ids["option"]), None)
        return "" if option is None else words_in(option.label, language)
    return words_in(question.label, language)


def _activity(found: OnThisStick, activity_id: str) -> Activity | None:
    packs: list[Pack | None] = [found.pack, found.shown]
    return next((each for pack in packs if pack and (each := pack.activity(activity_id))), None)


def _day(day: date) -> str:
    return forum_words.full_day_words(day)
