"""What staff are told: how much a recovery lost, and what came of the last upload, in each language."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.status import read_status
from kiosk.status_words import english_sentences, korean_sentences, loss_sentences
from kiosk.store import open_store
from kiosk.store.recoveries import Lost, Recovery


@pytest.mark.parametrize(
    ("lost", "korean", "english"),
    [
        ((Lost(1, 4, 4), Lost(2, 1, 10)), "제출 11건을 잃었습니다.", "submissions that were lost: 11."),
        (
            (Lost(1, 4, 6), Lost(1, 7, None)),
            "제출 3건을 잃었습니다(더 있었는지는 알 수 없음).",
            "submissions that were lost: 3, perhaps more.",
        ),
        ((Lost(1, 7, None),), "제출을 잃었을 수 있습니다.", "some submissions may have been lost."),
    ],
)
def test_what_a_recovery_lost_is_said_with_its_number_where_it_is_known(
    lost: tuple[Lost, ...], korean: str, english: str
) -> None:
    told = loss_sentences(Recovery("2026-11-22T10:00:00Z", "2026-11-22", "none", 5, lost))
    assert korean in told[0]
    assert english in told[1]


def test_a_recovery_that_lost_nothing_is_no_matter_of_a_check() -> None:
    assert loss_sentences(Recovery("2026-11-22T10:00:00Z", "2026-11-22", "none", 5, ())) == []


def test_an_upload_that_went_well_is_told_in_each_language(home: Path) -> None:
    with open_store(home) as store:
        store.note_attempt(datetime(2026, 11, 22, 10, tzinfo=UTC), "12 submissions were uploaded.", None)
        state = read_status(store)
    assert "마지막 전송 시도 2026-11-22 19:00: 제출 12건을 보냈습니다." in korean_sentences(state)
    assert any("12 submissions were uploaded." in each for each in english_sentences(state))
    odd = replace(state, last_attempt_outcome="No answer came.")
    assert any(each.endswith("No answer came.") for each in korean_sentences(odd))
