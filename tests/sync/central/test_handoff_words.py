from dataclasses import astuple, fields

import pytest

from kiosk.forum.errors import ForumError
from sync.central.ingest.enrolment import kiosk_name
from sync.central.online.handoff_words import HANDOFF_WORDS, HandoffWords


@pytest.mark.parametrize("language", ["ko", "en", "ja", "zh"])
def test_words_are_complete_and_in_their_language(language: str) -> None:
    texts = astuple(HANDOFF_WORDS[language])
    assert all(text and text == text.strip() for text in texts)
    assert len(texts) == len(fields(HandoffWords))
    assert any("가" <= each <= "힣" for text in texts for each in text) == (language == "ko")
    assert any("ぁ" <= each <= "ヿ" for text in texts for each in text) == (language == "ja")
    assert HANDOFF_WORDS[language].at_most.format(n=3).count("3") == 1


def test_no_kiosk_is_called_as_the_phones_are_in_tallies() -> None:
    with pytest.raises(ForumError, match="phones"):
        kiosk_name(" phone ")
