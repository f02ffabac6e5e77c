"""What a text betrays, as tables: where it stands, what was decided about it, and the text without it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.forum import caution
from kiosk.forum.caution import Sighting
from kiosk.forum.personal_data import PersonalData, find_personal_data
from kiosk.forum.visits import Visit, begin_visit
from kiosk.pack_files import read_pack_file

PACK = read_pack_file(Path(__file__).parents[3] / "assets" / "packs" / "lobby.yaml")
PHONE, MAIL = "010-1234-5678로 주세요", "hong@example.kr"


def visit(at: str | None = None, **answers: Any) -> Visit:
    activity = PACK.activity("policy-proposal")
    assert activity is not None
    return replace(begin_visit(PACK, activity, "ko"), answers=answers, at=at)


@pytest.mark.parametrize(
    ("given", "accepted", "question"),
    [
        (visit(title="평화"), set(), None),
        (visit(title=PHONE), set(), "title"),
        (visit(title="평화", gist=MAIL), set(), "gist"),
        (visit(gist=MAIL, title=PHONE), set(), "title"),
        (visit(title=PHONE), {("title", PHONE)}, None),
        (visit(title=PHONE), {("gist", PHONE)}, "title"),
        (visit(title=PHONE + " 꼭"), {("title", PHONE)}, "title"),
        (visit(field=PHONE), set(), None),
        (visit(unknown=PHONE), set(), None),
    ],
)
def test_the_first_text_that_was_not_decided_on_is_found(
    given: Visit, accepted: set[tuple[str, str]], question: str | None
) -> None:
    assert caution.suspicious_question(given, accepted) == question


@pytest.mark.parametrize(
    ("given", "accepted", "is_it"),
    [
        (visit("title", title=PHONE), set(), True),
        (visit("title", title=PHONE), {("title", PHONE)}, False),
        (visit("gist", title=PHONE), set(), False),
        (visit("field", field=PHONE), set(), False),
        (visit(None, title=PHONE), set(), False),
        (visit("title"), set(), False),
    ],
)
def test_only_the_open_text_is_looked_at_on_leaving_it(
    given: Visit, accepted: set[tuple[str, str]], is_it: bool
) -> None:
    assert caution.is_suspicious_here(given, accepted) is is_it


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("평화를 바라요", []),
        (MAIL, [Sighting(PersonalData.EMAIL, "", MAIL, "")]),
        ("전화 010-1234-5678로", [Sighting(PersonalData.PHONE_NUMBER, "전화 ", "010-1234-5678", "로")]),
        (
            "이것은 아주 긴 문장이라서 앞이 잘려요 010-1234-5678 그리고 뒤에도 긴 문장이 더 있어요",
            [
                Sighting(
                    PersonalData.PHONE_NUMBER,
                    "… 문장이라서 앞이 잘려요 ",
                    "010-1234-5678",
                    " 그리고 뒤에도 긴 문장이…",
                )
            ],
        ),
    ],
)
def test_a_find_is_shown_with_the_words_around_it(text: str, seen: list[Sighting]) -> None:
    assert caution.sightings(text) == seen


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("평화를 바라요", "평화를 바라요"),
        ("전화 010-1234-5678로 주세요", "전화 로 주세요"),
        (f"{MAIL} 또는 010-1234-5678", "또는"),
        (MAIL, ""),
        ("첫 줄\n010-1234-5678\n끝 줄", "첫 줄\n\n끝 줄"),
        ("900101-1234568 이에요", "이에요"),
    ],
)
def test_an_erased_text_betrays_nothing_and_keeps_the_rest(text: str, left: str) -> None:
    assert caution.erased(text) == left
    assert not find_personal_data(caution.erased(text))


@pytest.mark.parametrize("inner", ["010-1234-5678", "hong@example.kr"])
def test_what_comes_together_by_erasing_is_erased_too(inner: str) -> None:
    assert not find_personal_data(caution.erased(f"010-12{inner}34-5678"))
