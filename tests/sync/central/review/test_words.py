from enum import StrEnum

import pytest

from sync.central.review.contests import Phase
from sync.central.review.deadlines import Duty
from sync.central.review.events import AskedBy, Closing, Flaw
from sync.central.review.proposal import Stage
from sync.central.review.scoring import Criterion
from sync.central.review.words import LANGUAGES, word

_KINDS: tuple[type[StrEnum], ...] = (Stage, Duty, Flaw, Closing, AskedBy, Criterion, Phase)
_ALL = [each for kind in _KINDS for each in kind]


@pytest.mark.parametrize("of", _ALL, ids=lambda of: f"{type(of).__name__}.{of.name}")
def test_every_term_has_words_in_every_language(of: StrEnum) -> None:
    words = [word(of, language) for language in LANGUAGES]
    assert all(text.strip() == text and text for text in words)
    assert words[0] != words[1]
    assert any("가" <= letter <= "힣" for letter in words[0])
    assert all(letter.isascii() for letter in words[1])
    assert not any("가" <= letter <= "힣" for text in words[2:] for letter in text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_no_two_terms_of_a_kind_share_a_word(kind: type[StrEnum], language: str) -> None:
    words = [word(of, language) for of in kind]
    assert len(set(words)) == len(words)


def test_terms_with_the_same_value_keep_their_own_words() -> None:
    assert word(Stage.UNDER_REVIEW, "ko") == "심사"
    assert word(Phase.UNDER_REVIEW, "ko") == "공모 심사 중"
    assert word(Flaw.CIVIL_PETITION, "ko") != word(Closing.CIVIL_PETITION, "ko")


def test_a_language_without_words_reads_korean() -> None:
    assert word(Stage.ADOPTED, "fr") == "채택"
