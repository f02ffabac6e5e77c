"""What the interface says about codes, numbers and answers, in the language that is installed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

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


_FOUND = {
    "resident-number": QT_TRANSLATE_NOOP("words", "주민등록번호처럼 보여요"),
    "passport-number": QT_TRANSLATE_NOOP("words", "여권번호처럼 보여요"),
    "phone-number": QT_TRANSLATE_NOOP("words", "전화번호처럼 보여요"),
    "email": QT_TRANSLATE_NOOP("words", "이메일 주소처럼 보여요"),
}
_OFFER = {
    "yes": QT_TRANSLATE_NOOP("words", "네, 연락처를 남길게요"),
    "no": QT_TRANSLATE_NOOP("words", "아니요, 이름 없이 제출할게요"),
    "sealed": QT_TRANSLATE_NOOP("words", "네, 잠가 둔 연락처를 함께 보낼게요"),
    "again": QT_TRANSLATE_NOOP("words", "연락처를 지우고 다시 쓸게요"),
}
_OLD_ENOUGH = {
    "yes": QT_TRANSLATE_NOOP("words", "네, 만 14세 이상이에요"),
    "no": QT_TRANSLATE_NOOP("words", "아니요, 만 14세 미만이에요"),
}


def _say(source: str) -> str:
    return QCoreApplication.translate("words", source)


def kind_words(kind: str) -> str:
    """Name a kind of activity."""
    return _say(str(_KINDS[kind]))


def vote_words(vote: str) -> str:
    """Name a vote on a statement."""
    return _say(str(_VOTES[vote]))


def found_words(kind: str) -> str:
    """Say what a find in a text looks like."""
    return _say(str(_FOUND[kind]))


def offer_words(choice: str) -> str:
    """Name a choice of whether to leave contact."""
    return _say(str(_OFFER[choice]))


def offer_title() -> str:
    """Ask whether an answer is wanted."""
    return QCoreApplication.translate("words", "답변을 받고 싶으세요?")


def offer_detail() -> str:
    """Say what leaving contact means."""
    return QCoreApplication.translate("words", "남기지 않으셔도 똑같이 접수돼요. 연락처는 답변을 드릴 때만 써요.")


def old_enough_words(choice: str) -> str:
    """Name a choice of whether somebody is fourteen."""
    return _say(str(_OLD_ENOUGH[choice]))


def old_enough_title() -> str:
    """Ask whether somebody is fourteen."""
    return QCoreApplication.translate("words", "만 14세 이상이신가요?")


def old_enough_detail() -> str:
    """Say why the age is asked."""
    return QCoreApplication.translate("words", "만 14세가 안 된 분의 연락처는 받지 않기로 정해져 있어요.")


def left_out() -> str:
    """Say that a question was not answered."""
    return QCoreApplication.translate("words", "답하지 않음")


def does_not_fit() -> str:
    """Say that an answer is not taken."""
    return QCoreApplication.translate("words", "이 답은 받을 수 없어요. 다르게 답해 주세요.")


def contact_row() -> tuple[str, str, str]:
    """Return the review's words for contact: its name, where there is one, and where there is none."""
    return (
        QCoreApplication.translate("words", "연락처"),
        QCoreApplication.translate("words", "암호로 잠가 두었어요. 담당자만 볼 수 있어요."),
        QCoreApplication.translate("words", "남기지 않음"),
    )


def period_words(activity: Activity) -> str:
    """Say from when to when an activity is open; empty where it always is."""
    if activity.opens is None or activity.closes is None:
        return ""
    form = QCoreApplication.translate("words", "%1부터 %2까지")
    return form.replace("%1", full_day_words(activity.opens)).replace("%2", full_day_words(activity.closes))


def time_words(minutes: float) -> str:
    """Say how long an activity takes."""
    if minutes < 1:
        return QCoreApplication.translate("words", "약 %1초").replace("%1", str(round(minutes * 60)))
    return QCoreApplication.translate("words", "약 %1분").replace("%1", f"{minutes:g}")


def day_words(day: date) -> str:
    """Write a day of the year."""
    return _written(day, QCoreApplication.translate("words", "M월 d일"))


def full_day_words(day: date) -> str:
    """Write a day with its year."""
    return _written(day, QCoreApplication.translate("words", "yyyy년 M월 d일"))


def weekday_words(day: date) -> str:
    """Write a day of the year with its day of the week."""
    return _written(day, QCoreApplication.translate("words", "M월 d일 dddd"))


def _written(day: date, form: str) -> str:
    locale = QLocale(QCoreApplication.translate("words", "ko_KR"))
    return locale.toString(QDate(day.year, day.month, day.day), form)


def closed_words(activity: Activity, today: date) -> str:
    """Say why an activity cannot be entered today; empty where it can."""
    if activity.is_open(today):
        return ""
    if activity.opens is not None and today < activity.opens:
        return QCoreApplication.translate("words", "%1에 시작해요").replace("%1", day_words(activity.opens))
    if activity.closes in (None, date.min):
        return QCoreApplication.translate("words", "마감되었어요")
    return QCoreApplication.translate("words", "%1에 마감되었어요").replace("%1", day_words(activity.closes))


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
