"""Full-text search in Korean: words found inside longer ones and across spaces, by pairs of neighbouring letters.

Korean glues particles to words and spaces them as each writer likes, so that words are no good keys. A text is kept as
its letters and digits without spaces; every term of a query has to stand in it somewhere. The pairs find the candidates
in an index (a PostgreSQL whose locale is C has no trigrams for Hangul, and most Korean words have two syllables, which
are fewer than three letters), the text itself decides.
"""

import re
import uuid
from dataclasses import dataclass
from itertools import pairwise

from sync.central.review.similar import normalised

_MOST_TERMS = 8
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_NUMBER = re.compile(rf"[{_LETTERS}]{{5}}-[{_LETTERS}]{{5}}")
_NUMBER_BITS = 50


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for: terms that all occur, or the ids that a receipt's number stands for (both ends included)."""

    terms: tuple[str, ...] = ()
    ids: tuple[str, str] | None = None


def search_of(query: str) -> Search:
    """Read what somebody typed into the search field."""
    number = query.strip().upper()
    if _NUMBER.fullmatch(number):
        return Search(ids=_ids_of(number))
    terms = [term for word in query[:200].split() if (term := normalised(word))]
    return Search(terms=tuple(dict.fromkeys(terms))[:_MOST_TERMS])


def pairs_of(plain: str) -> list[int]:
    """Return the distinct pairs of neighbouring letters of a normalised text, as numbers."""
    return sorted({ord(one) << 21 | ord(other) for one, other in pairwise(plain)})


def _ids_of(number: str) -> tuple[str, str]:
    bits = 0
    for letter in number.replace("-", ""):
        bits = bits << 5 | _LETTERS.index(letter)
    low = bits << (128 - _NUMBER_BITS)
    return str(uuid.UUID(int=low)), str(uuid.UUID(int=low | (1 << (128 - _NUMBER_BITS)) - 1))
