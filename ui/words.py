"""What the interface says about codes, numbers and answers, in the language that is installed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.forum.packs import Activity, Option, Question, words_in

_KINDS = {
    "poll": QT_TRANSLATE_NOOP("words", "빠른 투표"),
    "opinion": QT_TRANSLATE_NOOP("words", "의견 남기기"),
    "proposal": QT_TRANSLATE_NOOP("words", "정책 제안"),
    "call": QT_TRANSLATE_NOOP("words", "정책 공모"),
    "survey": QT_TRANSLATE_NOOP("words", "설문"),
    "statements": QT_TRANSLATE_NOOP("words", "생각 나누기"),
    "seminar": QT_TRANSLATE_NOOP("words", "열린포럼·세미나"),
    "project": QT_TRANSLATE_NOOP("words", "국민참여사업"),
}
_VOTES = {
    "agree": QT_TRANSLATE_NOOP("words", "동의"),
    "disagree": QT_TRANSLATE_NOOP("words", "동의하지 않음"),
    "pass": QT_TRANSLATE_NOOP("words", "잘 모르겠음"),
}


def _say(source: str) -> str:
    return QCoreApplication.translate("words", source)


def kind_words(kind: str) -> str:
    """Name a kind of activity."""
    return _say(str(_KINDS[kind]))


def vote_words(vote: str) -> str:
    """Name a vote on a statement."""
    return _say(str(_VOTES[vote]))


def time_words(minutes: float) -> str:
    """Say how long an activity takes."""
    if minutes < 1:
        return QCoreApplication.translate("words", "약 %1초").replace("%1", str(round(minutes * 60)))
    return QCoreApplication.translate("words", "약 %1분").replace("%1", f"{minutes:g}")


def day_words(day: date) -> str:
    """Write a day of the year."""
    form = QCoreApplication.translate("words", "%1월 %2일", "month, then day of the month")
    return form.replace("%1", str(day.month)).replace("%2", str(day.day))


def closed_words(activity: Activity, today: date) -> str:
    """Say why an activity cannot be entered today; empty where it can."""
    if activity.is_open(today):
        return ""
    if activity.opens is not None and today < activity.opens:
        return QCoreApplication.translate("words", "%1에 시작해요").replace("%1", day_words(activity.opens))
    return QCoreApplication.translate("words", "마감되었어요")


def answer_words(question: Question, value: Any, language: str) -> str:
    """Write an answer as the review shows it; empty where there is none."""
    match question.type, value:
        case _, None:
            return ""
        case "single", str():
            return _label(question, value, language)
        case "multiple", list():
            return ", ".join(_label(question, each, language) for each in value)
        case "ranking", list():
            return "\n".join(f"{place}. {_label(question, each, language)}" for place, each in enumerate(value, 1))
        case (("scale" | "rating"), int() | float()):
            return f"{value:g} / {question.bounds[1]:g}"
        case "number", int() | float():
            return f"{value:,.12g}"
        case "statements", dict():
            return _votes_words(value)
    return str(value)


def _votes_words(votes: Mapping[str, str]) -> str:
    given = list(votes.values())
    return " · ".join(f"{vote_words(vote)} {given.count(vote)}" for vote in _VOTES if vote in given)


def _label(question: Question, key: str, language: str) -> str:
    option: Option | None = next((each for each in question.options if each.id == key), None)
    return key if option is None else words_in(option.label, language)
