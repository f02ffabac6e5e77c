import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.central.review.similar import (
    BINS,
    Filing,
    Fingerprint,
    are_similar,
    bands,
    duplicates_of,
    fingerprint,
    normalised,
    packed,
    similarity,
    unpacked,
)

PETITIONS = Path(__file__).resolve().parents[5] / "shared" / "data" / "petitions" / "petitions_2019-04_06.jsonl.gz"
LONG = (
    "여권을 재발급받으려면 평일 낮에 두 번 방문해야 합니다. 직장인은 휴가를 내야 하므로, 한 번의 방문과 우편 수령으로 "
    "끝나도록 온라인 신청을 모든 재외공관과 구청에서 받아 주십시오. 사진 규격 검사도 신청할 때 미리 해 주면 좋겠습니다."
)
_TEXTS = st.text(alphabet="가나다라마바사아자차abc123 .,!?\n", max_size=80)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("여권 재발급, 온라인으로!", "여권재발급온라인으로"),
        ("Ｐａｓｓｐｏｒｔ 2매", "passport2매"),
        ("문의는 [phone] 또는 [이메일]로", "문의는또는로"),
        ("한국", "한국"),
        ("…", ""),
    ],
)
def test_a_text_is_normalised_to_its_letters(text: str, plain: str) -> None:
    assert normalised(text) == plain


@settings(deadline=None)
@given(_TEXTS)
def test_a_text_is_wholly_similar_to_itself_however_it_is_spaced(text: str) -> None:
    respaced = " ".join(text)
    assert fingerprint(respaced) == fingerprint(text)
    assert similarity(fingerprint(text), fingerprint(respaced)) == (1.0 if normalised(text) else 0.0)


@settings(deadline=None)
@given(_TEXTS, _TEXTS)
def test_similarity_has_no_direction(one: str, other: str) -> None:
    a, b = fingerprint(one), fingerprint(other)
    assert similarity(a, b) == similarity(b, a)
    assert 0 <= similarity(a, b) <= 1


@settings(deadline=None)
@given(_TEXTS)
def test_a_fingerprint_survives_the_store(text: str) -> None:
    assert unpacked(packed(fingerprint(text))) == fingerprint(text)
    assert all(-(2**63) <= band < 2**63 for band in bands(fingerprint(text)))


@pytest.mark.parametrize("stored", [b"", b"\0" * 7, b"\0" * 4 * BINS])
def test_other_bytes_are_no_fingerprint(stored: bytes) -> None:
    with pytest.raises(ValueError, match="no fingerprint"):
        unpacked(stored)


def test_a_retold_suggestion_is_similar_and_shares_a_band() -> None:
    retold = fingerprint("안녕하세요. " + LONG.replace("평일 낮에", "평일에") + " 감사합니다.")
    assert similarity(fingerprint(LONG), retold) > 0.7
    assert are_similar(fingerprint(LONG), retold)
    assert set(bands(fingerprint(LONG))) & set(bands(retold))


def test_short_texts_with_a_stock_phrase_in_common_are_not_similar() -> None:
    one, other = (
        fingerprint("미군 철수 반대 동의하시길 부탁드립니다"),
        fingerprint("전자개표기 폐지 동의하시길 부탁드립니다"),
    )
    assert similarity(one, other) > 0.25
    assert not are_similar(one, other)


def test_texts_without_letters_are_similar_to_nothing() -> None:
    assert fingerprint("!!!") == Fingerprint((), 0)
    assert not are_similar(fingerprint("!!!"), fingerprint("???"))
    assert bands(fingerprint("!!!")) == ()


def test_of_duplicates_the_earliest_is_kept() -> None:
    new = Filing("b", date(2026, 11, 5), fingerprint(LONG))
    earlier = Filing("c", date(2026, 11, 4), fingerprint(LONG + " 부탁드립니다."))
    same_day = Filing("a", date(2026, 11, 5), fingerprint(LONG))
    later = Filing("d", date(2026, 11, 6), fingerprint(LONG + " 꼭 좀 부탁드립니다."))
    unlike = Filing("e", date(2026, 11, 1), fingerprint("공공외교 강연을 지방에서도 열어 주십시오."))
    links = duplicates_of(new, [earlier, same_day, later, unlike, new])
    assert {(link.later_id, link.earlier_id) for link in links} == {("b", "c"), ("b", "a"), ("d", "b")}
    assert [link.similarity for link in links] == sorted((link.similarity for link in links), reverse=True)


@pytest.mark.skipif(not PETITIONS.exists(), reason="../shared/data is absent")
def test_bands_find_what_is_similar_among_the_real_petitions() -> None:
    with gzip.open(PETITIONS, "rt", encoding="utf-8") as file:
        texts = [f"{row['title']}\n{row['content']}" for row in map(json.loads, file)]
    prints = [fingerprint(text) for text in texts]
    known: dict[int, list[int]] = {}
    candidates: set[tuple[int, int]] = set()
    for number, of in enumerate(prints):
        for band in bands(of):
            candidates.update((former, number) for former in known.setdefault(band, []))
            known[band].append(number)
    similar = {(a, b) for a, b in candidates if are_similar(prints[a], prints[b])}
    shingles = [{plain[at : at + 3] for at in range(max(1, len(plain) - 2))} for plain in map(normalised, texts)]
    jaccard = {(a, b): len(shingles[a] & shingles[b]) / len(shingles[a] | shingles[b]) for a, b in candidates}
    assert len(texts) == 1780
    assert len(candidates) < 1000  # of 1,583,310 pairs
    assert 10 <= len(similar) <= 20
    assert all(jaccard[pair] > 0.18 for pair in similar)
    long = {pair for pair in jaccard if min(len(shingles[number]) for number in pair) > 60}
    assert {pair for pair in long if jaccard[pair] > 0.4} <= similar
    assert all(abs(similarity(prints[a], prints[b]) - exact) < 0.2 for (a, b), exact in jaccard.items())
