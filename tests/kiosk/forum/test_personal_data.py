import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.forum.personal_data import PersonalData, find_personal_data, is_valid_resident_number, masked

PETITIONS = Path(__file__).resolve().parents[4] / "shared" / "data" / "petitions" / "petitions_2019-04_06.jsonl.gz"
RESIDENT, PASSPORT = PersonalData.RESIDENT_NUMBER, PersonalData.PASSPORT_NUMBER
PHONE, EMAIL = PersonalData.PHONE_NUMBER, PersonalData.EMAIL

# Made-up numbers; what is found stands between the two signs « and ».
FOUND: list[tuple[PersonalData, str]] = [
    (RESIDENT, "제 번호는 «900101-1234568»입니다"),
    (RESIDENT, "«900101-1234567»"),  # a wrong check digit: random since 2020, or mistyped
    (RESIDENT, "주민번호 «9001011234568» 확인"),
    (RESIDENT, "«900101 - 2******»"),
    (RESIDENT, "«050229-3●●●●●●»"),
    (RESIDENT, "«900101 1234568»(본인)"),
    (RESIDENT, "외국인등록번호 «900101-5234560»"),
    (RESIDENT, "«９００１０１－１２３４５６８»"),
    (RESIDENT, "번호:«900101–1234568»."),
    (PASSPORT, "여권 «M12345678»을 잃어버렸습니다"),
    (PASSPORT, "새 여권번호 «M123A4567»"),
    (PASSPORT, "관용여권(«S01234567»)"),
    (PASSPORT, "passport «m12345678»"),
    (PHONE, "«010-1234-5678»로 연락 주세요"),
    (PHONE, "전화«01012345678»"),
    (PHONE, "«010 1234 5678»"),
    (PHONE, "«010.1234.5678»."),
    (PHONE, "«010)1234-5678»"),
    (PHONE, "«011-234-5678»"),
    (PHONE, "«02-2100-8024», 내선 3"),
    (PHONE, "«(02) 2100-8024»"),
    (PHONE, "«02)2100-8024»"),
    (PHONE, "«031-123-4567»"),
    (PHONE, "팩스 «0505-123-4567»"),
    (PHONE, "«070-1234-5678»"),
    (PHONE, "TEL «０４４－２０１－４７５2»"),
    (PHONE, "«+82-10-1234-5678»"),
    (PHONE, "«+82 10 1234 5678»"),
    (PHONE, "«+821012345678»"),
    (PHONE, "«+82 (0)10-1234-5678»"),
    (PHONE, "«+82-2-2100-8024»"),
    (PHONE, "«0082-10-1234-5678»"),
    (PHONE, "«+1 202-555-0143»"),
    (PHONE, "«+1 (202) 555-0143»"),
    (PHONE, "«+81-3-1234-5678»"),
    (PHONE, "«+8613812345678»"),
    (EMAIL, "«hong.gildong+forum@mofa.go.kr»로 보내 주세요"),
    (EMAIL, "메일은 «gildong@example.com»."),
    (EMAIL, "«gildong@naver.com»입니다"),
    (EMAIL, "«gildong @ naver.com»"),
    (EMAIL, "«gildong(at)naver.com»"),
    (EMAIL, "«gildong@한국외교.한국»"),
    (EMAIL, "«ｇｉｌｄｏｎｇ＠naver.com»"),
]

NOT_FOUND = [
    "",
    "2019.03.31친형이",
    "2026. 11. 22. 오전 10시",
    "2018-07-20 ~ 2018-12-31",
    "20190401-20190630",
    "기사입력 2019.04.22. 00:07 수정 2019.04.22. 07:11",
    "7000-8000만원 정도",
    "1,234,567,890원",
    "1500-1600만 명",
    "예산 01,234,567원",
    "국회법 제165조, 제166조 제2항 제10호",
    "법률 제13796호, 대통령령 제33649호",
    "대법원 2008. 2. 14. 선고 2007도1234567 판결",
    "헌재 2010헌마418",
    "서울특별시고시 2017-243(2017.07.06.)호",
    "국민신문고 1AA-1810-126896, 2AA-1810-195232",
    "계좌 110-123-456789",
    "사업자등록번호 123-45-67890",
    "123456-1234567",  # no such month
    "991301-1234567",
    "900132-1234567",
    "900101-9234567",  # no such sex and century
    "9001011234567",  # no hyphen and a wrong check digit
    "우편번호 03172",
    "0.1234567890123",
    "3.141592653589793",
    "M1234567",
    "M123456789",
    "HM12345678",
    "A12345678",
    "COVID19와 G20, ASEAN+3, UN2030",
    "기온 +1 2 3도",
    "[phone]에 [email]로",
    "112, 119, 1330, 0404",
    "1588-1234",  # a company's line, nobody's own
    "@외교부 트위터",
    "a@b",
    "5@3.5",
    "user@localhost",
]


def _parts(marked: str) -> tuple[str, int, int]:
    before, rest = marked.split("«")
    found, after = rest.split("»")
    return before + found + after, len(before), len(before) + len(found)


@pytest.mark.parametrize(("kind", "marked"), FOUND, ids=[marked for _, marked in FOUND])
def test_what_looks_like_personal_data_is_found(kind: PersonalData, marked: str) -> None:
    text, start, end = _parts(marked)
    assert [(found.kind, found.start, found.end) for found in find_personal_data(text)] == [(kind, start, end)]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert find_personal_data(text) == ()
    assert masked(text) == text


def test_several_finds_come_in_the_order_of_the_text_and_are_masked() -> None:
    text = "홍길동(900101-1234568, 여권 M12345678)\n010-1234-5678 / gildong@example.com\n2026.11.22"
    assert [found.kind for found in find_personal_data(text)] == [RESIDENT, PASSPORT, PHONE, EMAIL]
    assert masked(text) == "홍길동([주민등록번호], 여권 [여권번호])\n[전화번호] / [이메일]\n2026.11.22"


def test_a_number_that_hides_behind_another_is_masked_too() -> None:
    assert masked("M12345678-900101-1234568") == "[여권번호]-[주민등록번호]"


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("9001011234568", True),
        ("9001011234567", False),
        ("900101123456", False),
        ("90010112345６8", True),
        ("abc", False),
    ],
)
def test_a_check_digit_is_checked(digits: str, valid: bool) -> None:
    assert is_valid_resident_number(digits) is valid


@settings(deadline=None)
@given(st.text(alphabet="0123456789-. ()+@a가M*\n", max_size=60))
def test_finds_do_not_overlap_and_masking_leaves_nothing_to_find(text: str) -> None:
    found = find_personal_data(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all("\n" not in text[each.start : each.end] for each in found)
    assert find_personal_data(masked(text)) == ()
    assert len(masked(text).splitlines()) == len(text.splitlines())


@settings(deadline=None)
@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(["-", " ", ".", ""]))
def test_every_mobile_number_is_found(middle: int, last: int, gap: str) -> None:
    number = f"010{gap}{middle:04}{gap}{last:04}"
    assert masked(f"전화 {number}입니다") == "전화 [전화번호]입니다"


@pytest.mark.skipif(not PETITIONS.exists(), reason="../shared/data is absent")
def test_the_real_petitions_betray_one_number_that_their_archive_overlooked() -> None:
    with gzip.open(PETITIONS, "rt", encoding="utf-8") as file:
        texts = [f"{row['title']}\n{row['content']}" for row in map(json.loads, file)]
    found = [text[each.start : each.end] for text in texts for each in find_personal_data(text)]
    assert len(texts) == 1780
    assert len(found) == 1
    assert found[0].startswith("０４４－")
