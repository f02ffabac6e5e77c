"""The Korean words of readable tallies."""

from collections.abc import Mapping
from datetime import date

KINDS: Mapping[str, str] = {
    "poll": "빠른 투표",
    "opinion": "의견 남기기",
    "proposal": "정책 제안",
    "call": "정책 공모",
    "survey": "설문",
    "statements": "생각 나누기",
    "seminar": "열린포럼·세미나",
    "project": "국민참여사업",
}
CHANNELS: Mapping[str, str] = {
    "kiosk": "키오스크",
    "phone": "휴대전화",
    "online": "온라인",
    "paper": "접수카드",
    "import": "일괄 입력",
}
LANGUAGES: Mapping[str, str] = {"ko": "한국어", "en": "영어", "ja": "일본어", "zh": "중국어"}
VOTES: Mapping[str, str] = {"agree": "찬성", "pass": "건너뛰기", "disagree": "반대"}
TYPES: Mapping[str, str] = {
    "single": "하나 고르기",
    "multiple": "여러 개 고르기",
    "scale": "척도",
    "rating": "별점",
    "ranking": "순위",
    "number": "수",
    "text": "글",
    "statements": "생각별 찬반",
}
_WEEKDAYS = "월화수목금토일"


def day_words(day: date) -> str:
    """Return a day as it is written in Korean: 2026년 11월 22일(일)."""
    return f"{day.year}년 {day.month}월 {day.day}일({_WEEKDAYS[day.weekday()]})"


def period_words(first: date, last: date) -> str:
    """Return a day, or a first and last day."""
    return day_words(first) if first == last else f"{day_words(first)} ~ {day_words(last)}"


def seconds_words(seconds: float | None) -> str:
    """Return a duration in minutes and seconds; a dash where nobody was timed."""
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}분 {rest}초" if minutes else f"{rest}초"
