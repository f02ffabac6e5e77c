import json
from typing import Any

import pytest

from kiosk.forum.pack_changes import pack_changes
from kiosk.forum.packs import read_pack
from tests.small_pack import small_pack, small_pack_data

POLL, SURVEY = "activity first-poll", "activity long-survey"


def _said(change: Any) -> list[str]:
    data = json.loads(json.dumps(small_pack_data(2)))  # its questions share their options
    change(data["activities"])
    return [str(each) for each in pack_changes(small_pack(1), read_pack(data))]


def _put(at: Any, key: Any, value: Any) -> None:
    at[key] = value


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda a: None, []),
        (lambda a: _put(a[0], "closes", "2026-12-31"), [f"{POLL}: changed (closes: none → 2026-12-31)"]),
        (lambda a: a.pop(1), [f"{SURVEY}: no longer there (설문)"]),
        (lambda a: a.reverse(), ["activities: in another order"]),
        (lambda a: _put(a[0]["title"], "en", "New"), [f"{POLL}: other words (“What comes first?” → “New”)"]),
        (lambda a: a[0]["questions"].pop(1), [f"{POLL}, question why: no longer there (왜요?)"]),
        (
            lambda a: _put(a[0]["questions"][0], "required", False),
            [f"{POLL}, question first: changed (required: true → false)"],
        ),
        (
            lambda a: _put(a[0]["questions"][0]["options"][1]["label"], "ko", "돈"),
            [f"{POLL}, question first, option economy: other words (“경제” → “돈”)"],
        ),
        (
            lambda a: a[0]["questions"][0]["options"].append({"id": "peace", "label": {"ko": "평화", "en": "Peace"}}),
            [f"{POLL}, question first, option peace: new (평화)"],
        ),
        (
            lambda a: _put(a[0]["questions"][1], "show_if", "first == 'economy'"),
            [f"{POLL}, question why: changed (show_if: first == 'security' → first == 'economy')"],
        ),
        (lambda a: a[1]["questions"].reverse(), [f"{SURVEY}, questions: in another order"]),
        (
            lambda a: a[1]["questions"][5]["statements"].pop(),
            [f"{SURVEY}, question views: changed (statements)"],
        ),
    ],
)
def test_a_new_version_names_what_visitors_will_find_otherwise(change: Any, said: list[str]) -> None:
    assert _said(change) == said


def test_everything_is_new_where_there_was_no_pack() -> None:
    assert [str(each) for each in pack_changes(None, small_pack())] == [
        f"{POLL}: new (무엇이 먼저일까요?)",
        f"{SURVEY}: new (설문)",
    ]
