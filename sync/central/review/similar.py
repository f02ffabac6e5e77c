"""Which suggestions say nearly the same: Korean-aware fingerprints that a database can search among a million.

A text is normalised to its letters and digits without spaces, since spacing varies most in Korean, and cut into
shingles of three syllables. A fingerprint is a one-permutation MinHash of the shingles (Li, Owen and Zhang, 2012): each
falls into one bin, which keeps the least; bins that stay empty are filled by hashing all of them again. The share of
equal bins estimates the Jaccard similarity of the sets of shingles, with a standard error of at most 0.05. `bands` are
its keys in an index: texts that share one are candidates. It finds the same text told again, not the same wish in other
words; that is for full-text search.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

BINS = 126
ROWS = 3
# Measured on 1,780 petitions: of 14 pairs above these, 10 are the same wish, 2 related ones, 2 the same text about
# another party. A short text that shares a stock phrase with another has to be more alike. People decide about a link.
SIMILAR = 0.25
SIMILAR_WHERE_SHORT = 0.5
SHORT = 60
_SHINGLE = 3
_TOKENS = re.compile(r"\[(?:phone|email|id|url|주민등록번호|여권번호|전화번호|이메일)\]")
_NOT_TEXT = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The MinHash of a text, BINS numbers of 32 bits (none for a text without letters), and its number of shingles."""

    bins: tuple[int, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Filing:
    """What deciding about duplicates needs to know of one suggestion."""

    id: str
    received_on: date
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A later filing and the earlier one that has priority (art. 6(3))."""

    later_id: str
    earlier_id: str
    similarity: float


def normalised(text: str) -> str:
    """Return a text's letters and digits in lower case, NFKC, without masks, signs and spaces."""
    return _NOT_TEXT.sub("", _TOKENS.sub(" ", unicodedata.normalize("NFKC", text)).lower())


def fingerprint(text: str) -> Fingerprint:
    """Return a text's fingerprint; it takes time in proportion to the text."""
    plain = normalised(text)
    if not plain:
        return Fingerprint((), 0)
    shingles = {plain[start : start + _SHINGLE] for start in range(max(1, len(plain) - _SHINGLE + 1))}
    shingles = {plain[start : start + _SHINGLE] for start in range(max(1, len(plain) - _SHINGLE + 1))}
    content = [shingle.encode("utf-8") for shingle in shingles]
    bins: dict[int, int] = {}
    round_number = 0
    while len(bins) < BINS:
        salt = round_number.to_bytes(4, "big")
        least: dict[int, int] = {}
        for each in content:
            value = int.from_bytes(blake2b(each, digest_size=8, salt=salt).digest(), "big")
            number, rest = value % BINS, value >> 32
            if number not in bins and rest < least.get(number, 1 << 32):
                least[number] = rest
        bins |= least
        round_number += 1
    return Fingerprint(tuple(bins[number] for number in range(BINS)), len(shingles))


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """Return the estimated share of shingles that two texts have in common, 0 to 1."""
    if not one.bins or not other.bins:
        return 0.0
    return sum(a == b for a, b in zip(one.bins, other.bins, strict=True)) / BINS


def are_similar(one: Fingerprint, other: Fingerprint) -> bool:
    """Tell whether two texts are alike enough to be shown side by side as possible duplicates."""
    bar = SIMILAR_WHERE_SHORT if min(one.size, other.size) < SHORT else SIMILAR
    return similarity(one, other) >= bar


def bands(of: Fingerprint) -> tuple[int, ...]:
    """Return the keys by which an index finds candidates: signed numbers of 64 bits, BINS / ROWS of them.

    Two texts of similarity s share a key with probability 1 - (1 - s³)^42: 98 % at 0.45, 68 % at 0.3, 0.3 % at 0.04.
    """
    return tuple(_band(start, of.bins[start : start + ROWS]) for start in range(0, len(of.bins), ROWS))


def duplicates_of(new: Filing, candidates: Iterable[Filing]) -> tuple[Duplicate, ...]:
    """Return the links between a filing and its similar candidates, most similar first; the earlier one is kept.

    Of filings of the same day, the smaller id counts as the earlier.
    """
    links = []
    for candidate in candidates:
        if candidate.id != new.id and are_similar(new.fingerprint, candidate.fingerprint):
            earlier, later = sorted((new, candidate), key=lambda each: (each.received_on, each.id))
            links.append(Duplicate(later.id, earlier.id, similarity(new.fingerprint, candidate.fingerprint)))
    return tuple(sorted(links, key=lambda each: (-each.similarity, each.earlier_id, each.later_id)))


def packed(of: Fingerprint) -> bytes:
    """Return a fingerprint as bytes for the store: four for its size, four for each bin."""
    return b"".join(value.to_bytes(4, "big") for value in (of.size, *of.bins))


def unpacked(stored: bytes) -> Fingerprint:
    """Return the fingerprint that `packed` wrote; raises ValueError for anything else."""
    if len(stored) not in (4, 4 + 4 * BINS):
        raise ValueError("these bytes are no fingerprint")
    size, *bins = (int.from_bytes(stored[at : at + 4], "big") for at in range(0, len(stored), 4))
    return Fingerprint(tuple(bins), size)


def _band(start: int, rows: Sequence[int]) -> int:
    content = b"".join(value.to_bytes(4, "big") for value in (start, *rows))
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big", signed=True)
