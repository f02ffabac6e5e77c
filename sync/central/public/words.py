"""A language's words for the public pages, and its way to write a day."""

from datetime import date

from sync.central.public.page_words import PAGE_WORDS
from sync.central.public.suggestion_words import SUGGESTION_WORDS
from sync.central.review.words import LANGUAGES

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def texts_in(language: str) -> dict[str, str]:
    """Return every text in a language; one without texts reads Korean."""
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    return {name: words[place] for name, words in (*PAGE_WORDS.items(), *SUGGESTION_WORDS.items())}


def day_text(day: date, language: str) -> str:
    """Write a day in a language's order."""
    match language:
        case "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        case "ja" | "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        case _:
            return f"{day.year}년 {day.month}월 {day.day}일"
