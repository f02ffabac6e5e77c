"""What the ministry publishes of an activity: counts over every kiosk and channel, as they come down to the kiosks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.forum.tallies import Cell


@dataclass(frozen=True, slots=True)
class MinistryResults:
    """One activity's results through a day in Seoul; a count is None where too few people are behind it (FORUM.md)."""

    activity_id: str
    through: date
    people: int
    counts: Mapping[Cell, int | None]


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SOURCE = {
    "ko": "{month}월 {day}일까지 모든 키오스크와 온라인에서 {people:,}명이 답했어요. "
    "뽑힌 사람에게 물은 표본조사가 아니라서, 온 국민의 생각이라고 할 수는 없어요.",
    "en": "Through {day} {month_name}, {people:,} people answered at all kiosks and online. "
    "They were not drawn as a sample, so this does not stand for the whole nation.",
    "ja": "{month}月{day}日までに、すべてのキオスクとオンラインで{people:,}人が答えました。"
    "標本調査ではないため、国民全体の考えとは言えません。",
    "zh": "截至{month}月{day}日，所有自助终端和线上共有{people:,}人作答。这不是抽样调查，不能代表全体国民的看法。",
}


def source_sentence(results: MinistryResults, language: str) -> str:
    """Say whose answers these are, through when, and that they are no sample."""
    pattern = _SOURCE.get(language.partition("-")[0], _SOURCE["en"])
    through = results.through
    month_name = _MONTHS[through.month - 1]
    return pattern.format(month=through.month, month_name=month_name, day=through.day, people=results.people)
