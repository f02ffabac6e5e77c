"""Which counts may be published: nothing with fewer than ten people behind it, shown or worked out (FORUM.md)."""

from collections.abc import Sequence

FEWEST = 10


def shown_counts(counts: Sequence[int]) -> list[int | None]:
    """Return the counts of one question's options, None where one is held back.

    A count of 1 to 9 is held back. As the total is shown, what is held back could be worked out from the rest: so the
    next smallest counts are held back too until there are two, and ten people behind them together. Nobody is behind
    a zero, so a zero is shown wherever the question as a whole may be.
    """
    if sum(counts) < FEWEST:
        return [None] * len(counts)
    by_size = sorted((count, place) for place, count in enumerate(counts) if count > 0)
    held: set[int] = {place for count, place in by_size if count < FEWEST}
    together = sum(counts[place] for place in held)
    for count, place in by_size:
        if not held or (len(held) >= 2 and together >= FEWEST):
            break
        if place not in held:
            held.add(place)
            together += count
    return [None if place in held else count for place, count in enumerate(counts)]
