"""A pack with one question of each type, small enough to read in a test."""

from typing import Any

from kiosk.forum.packs import Pack, read_pack


def _both(korean: str, english: str) -> dict[str, str]:
    return {"ko": korean, "en": english}


def small_pack_data(version: int = 1) -> dict[str, Any]:
    """Return the pack as it would be written."""
    choices = [
        {"id": "security", "label": _both("안보", "Security")},
        {"id": "economy", "label": _both("경제", "Economy")},
        {"id": "culture", "label": _both("문화", "Culture")},
    ]
    return {
        "id": "small",
        "version": version,
        "languages": ["ko", "en"],
        "title": _both("작은 포럼", "Small forum"),
        "activities": [
            {
                "id": "first-poll",
                "kind": "poll",
                "title": _both("무엇이 먼저일까요?", "What comes first?"),
                "questions": [
                    {
                        "id": "first",
                        "type": "single",
                        "required": True,
                        "label": _both("무엇이 먼저일까요?", "What comes first?"),
                        "options": choices,
                    },
                    {"id": "why", "type": "text", "label": _both("왜요?", "Why?"), "show_if": "first == 'security'"},
                ],
            },
            {
                "id": "long-survey",
                "kind": "survey",
                "title": _both("설문", "Survey"),
                "questions": [
                    {"id": "some", "type": "multiple", "label": _both("몇 가지", "Some"), "options": choices},
                    {"id": "order", "type": "ranking", "label": _both("순서", "Order"), "options": choices},
                    {"id": "trust", "type": "scale", "label": _both("신뢰", "Trust"), "minimum": 0, "maximum": 10},
                    {"id": "stars", "type": "rating", "label": _both("별점", "Stars")},
                    {"id": "visits", "type": "number", "label": _both("방문", "Visits"), "minimum": 0},
                    {
                        "id": "views",
                        "type": "statements",
                        "label": _both("생각", "Views"),
                        "statements": [
                            {"id": "s1", "text": _both("하나", "One")},
                            {"id": "s2", "text": _both("둘", "Two")},
                        ],
                    },
                ],
            },
        ],
    }


def small_pack(version: int = 1) -> Pack:
    """Return the validated pack."""
    return read_pack(small_pack_data(version))
