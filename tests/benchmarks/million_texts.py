"""Variations of the real petitions: sentences of two petitions of one field, shuffled and mixed."""

import re
from collections.abc import Iterator
from random import Random

from sync.central.proposals.words_of import Part, Wording
from tests.sync.central.staff.proposing import petitions

_SENTENCES = re.compile(r"(?<=[.?!])\s+|\n+")
_SITUATION = {"ko": "현황·문제점", "en": "How it is now"}
_IMPROVEMENT = {"ko": "개선방안", "en": "Improvement"}


def variations(seed: int, number: int) -> Iterator[Wording]:
    """Yield so many variations, the same for the same seed, each about as long as a real petition."""
    chance = Random(seed)
    by_field: dict[str, list[tuple[str, list[str]]]] = {}
    for petition in petitions():
        title, text = str(petition.answers["title"]), str(petition.answers["situation"])
        sentences = [each for each in _SENTENCES.split(text) if each.strip()]
        if title.split() and sentences:
            by_field.setdefault(str(petition.answers["field"]), []).append((title, sentences))
    every = [(field, each) for field, of_field in by_field.items() for each in of_field]
    for _ in range(number):
        field, (title, own) = chance.choice(every)
        other_title, other = chance.choice(by_field[field])
        kept = chance.sample(own, max(1, len(own) * chance.randint(4, 8) // 10))
        mixed = kept + chance.sample(other, min(len(own) - len(kept), len(other)))
        chance.shuffle(mixed)
        half = (len(mixed) + 1) // 2
        words = title.split()
        words[chance.randrange(len(words))] = chance.choice(other_title.split())
        yield Wording(
            " ".join(words),
            (
                Part("situation", _SITUATION, " ".join(mixed[:half])),
                Part("improvement", _IMPROVEMENT, " ".join(mixed[half:])),
            ),
            field,
        )
