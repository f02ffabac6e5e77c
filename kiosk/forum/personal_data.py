"""Finds what looks like a personal number or address in free text, so that a visitor is told and nothing is published.

Looked for: resident registration numbers (주민등록번호; foreigners' too), Korean passport numbers, telephone numbers
(Korean mobile, landline, internet and international; foreign ones with +), and e-mail addresses. Numbers that only look
alike (dates, amounts, articles of laws, petition numbers) are left alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class PersonalData(StrEnum):
    """The kinds of personal data that free text may betray."""

    RESIDENT_NUMBER = "resident-number"
    PASSPORT_NUMBER = "passport-number"
    PHONE_NUMBER = "phone-number"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Found:
    """One find: text[start:end]."""

    kind: PersonalData
    start: int
    end: int


# A number stands alone: no digit, Latin letter or joining sign with a digit touches it. Hangul may: particles follow
# a number without a space (010-1234-5678로).
_BEFORE = r"(?<![0-9A-Za-z])(?<![0-9][-./,:~])"
_AFTER = r"(?![0-9A-Za-z])(?![-./,:~][0-9])"
# Signs that people put between groups of digits; a bracket may close an area code. Never a line break.
_GAP = r"(?:\)?[ \t]?[-.·~][ \t]?|\)[ \t]?|[ \t])"
_OPTIONAL_GAP = rf"{_GAP}?"

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+){0,8}[ \t]?(?:@|\(at\)|\[at\]|골뱅이)[ \t]?"
    r"(?:[A-Za-z0-9가-힣](?:[A-Za-z0-9가-힣-]{0,61}[A-Za-z0-9가-힣])?\.){1,6}(?:[A-Za-z]{2,24}|한국)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_RESIDENT = re.compile(rf"{_BEFORE}(\d{{6}})([ \t]?[-–][ \t]?|[ \t]?)([0-9*xX●○]{{7}}){_AFTER}")
_PASSPORT = re.compile(r"(?<![0-9A-Za-z])(?:[MSRDGmsrdg]\d{8}|[MSRDGmsrdg]\d{3}[A-Za-z]\d{4})(?![0-9A-Za-z])")
_COUNTRY = r"(?:\+|00[0-9]{0,3}[- ]?)82[ \t-]?(?:\(0\)[ \t-]?|\(?0?)"
_MOBILE = rf"1[016789]{_OPTIONAL_GAP}\d{{3,4}}{_OPTIONAL_GAP}\d{{4}}"
_LANDLINE = rf"(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d?){_OPTIONAL_GAP}[1-9]\d{{2,3}}{_OPTIONAL_GAP}\d{{4}}"
_PHONES = (
    re.compile(rf"(?<![0-9A-Za-z+]){_COUNTRY}(?:{_MOBILE}|{_LANDLINE}){_AFTER}"),
    re.compile(rf"{_BEFORE}\(?0(?:{_MOBILE}|{_LANDLINE}){_AFTER}"),
    re.compile(rf"(?<![0-9A-Za-z])\+(?!82)[1-9]\d{{0,2}}(?:[ \t.()-]{{1,2}}\d{{1,5}}){{1,5}}\b{_AFTER}"),
    re.compile(rf"(?<![0-9A-Za-z])\+(?!82)[1-9]\d{{8,14}}{_AFTER}"),
)
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MASKS = {
    PersonalData.RESIDENT_NUMBER: "[주민등록번호]",
    PersonalData.PASSPORT_NUMBER: "[여권번호]",
    PersonalData.PHONE_NUMBER: "[전화번호]",
    PersonalData.EMAIL: "[이메일]",
}


def find_personal_data(text: str) -> tuple[Found, ...]:
    """Return the finds in the order of the text, without overlap; where two kinds fit, the graver one counts."""
    plain = _same_length_plain(text)
    taken: list[Found] = []
    for found in (*_emails(plain), *_resident_numbers(plain), *_passports(plain), *_phones(plain)):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda each: each.start))


def masked(text: str) -> str:
    """Return the text with each find replaced by the Korean name of its kind in square brackets.

    Nothing is found in the result: a find that stands free only once its neighbour is masked is masked too.
    """
    while found := find_personal_data(text):
        parts: list[str] = []
        position = 0
        for each in found:
            parts += [text[position : each.start], _MASKS[each.kind]]
            position = each.end
        text = "".join(parts) + text[position:]
    return text


def is_valid_resident_number(digits: str) -> bool:
    """Tell whether thirteen digits carry the check digit of a resident registration number.

    Numbers given since October 2020 are random in their last six digits and need not carry one.
    """
    if len(digits) != 13 or not digits.isdecimal():
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    check = (11 - total % 11) % 10
    # A foreigner's check digit is two more (출입국관리법 시행규칙).
    return int(digits[12]) == ((check + 2) % 10 if digits[6] in "5678" else check)


def _same_length_plain(text: str) -> str:
    """Return the text with full-width signs and odd dashes as ASCII, one character for one."""
    return "".join(_plain_character(each) for each in text)


def _plain_character(character: str) -> str:
    if character.isascii():
        return character
    if character in "‐‑‒–—―−ㅡー":
        return "-"
    if character == "\u00a0":
        return " "
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _emails(text: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(text):
        yield Found(PersonalData.EMAIL, match.start(), match.end())


def _resident_numbers(text: str) -> Iterator[Found]:
    for match in _RESIDENT.finditer(text):
        birth, gap, rest = match.groups()
        if not _is_birth_day(birth) or rest[0] not in "12345678":
            continue
        hidden = not rest.isdecimal()
        # Without a hyphen, thirteen digits may be anything; only a right check digit tells.
        if "-" in gap or (gap and not hidden) or (not hidden and is_valid_resident_number(birth + rest)):
            yield Found(PersonalData.RESIDENT_NUMBER, match.start(), match.end())


def _is_birth_day(digits: str) -> bool:
    month, day = int(digits[2:4]), int(digits[4:])
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]


def _passports(text: str) -> Iterator[Found]:
    for match in _PASSPORT.finditer(text):
        yield Found(PersonalData.PASSPORT_NUMBER, match.start(), match.end())


def _phones(text: str) -> Iterator[Found]:
    for pattern in _PHONES:
        for match in pattern.finditer(text):
            if sum(character.isdigit() for character in match.group()) >= 8:
                yield Found(PersonalData.PHONE_NUMBER, match.start(), match.end())
