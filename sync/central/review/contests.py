"""Contests (공모): a period, two rounds of scoring, awards, ties, and “no winner”.

The decree left contests to the ministries in 2023; these are the forum's rules. Awards keep the decree's grades and
its rule that a grade without a worthy entry is not awarded (art. 19(1)).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from kiosk.forum.errors import ForumError
from sync.central.review.scoring import Sheet, summary


class ContestRefused(ForumError):
    """Something cannot be done to a contest; nothing has changed. `code` names the rule."""

    def __init__(self, sentence: str, code: str = "sheets") -> None:
        self.code = code
        super().__init__(sentence)


class Phase(StrEnum):
    """Where a contest stands on a day."""

    ANNOUNCED = "announced"
    OPEN = "open"
    UNDER_REVIEW = "under-review"
    RESULT_DUE = "result-due"


@dataclass(frozen=True, slots=True)
class Prize:
    """One award: how many there are, and the lowest second-round mean (1 to 5) that deserves it."""

    id: str
    places: int
    at_least: Fraction


@dataclass(frozen=True, slots=True)
class Contest:
    """The announced rules of a contest; days are in Seoul, both ends of the period included; best prize first."""

    id: str
    opens: date
    closes: date
    result_on: date
    second_round_places: int
    prizes: tuple[Prize, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry's place in a round: equal means share a rank, and the next rank is skipped."""

    entry: str
    mean: Fraction
    rank: int


@dataclass(frozen=True, slots=True)
class Award:
    """One prize with its winners; `not_awarded` counts the places that no entry deserved or a tie left over."""

    prize: str
    winners: tuple[str, ...]
    not_awarded: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The awards of a contest, and the ties that people have to break first (each: the prize and the tied entries)."""

    awards: tuple[Award, ...]
    ties: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def no_winner(self) -> bool:
        """Whether no entry deserved any prize; ties are still to be broken otherwise."""
        return not self.ties and not any(award.winners for award in self.awards)


def contest_problem(contest: Contest) -> str | None:
    """Return what is wrong with a contest's rules as one sentence, or None."""
    if contest.closes < contest.opens:
        return "The contest closes before it opens; mend its period."
    if contest.result_on <= contest.closes:
        return "The result comes after the last day of entry; mend the day of the result."
    if contest.second_round_places < 1 or any(prize.places < 1 for prize in contest.prizes):
        return "A round and each prize have at least one place; mend the numbers."
    if len({prize.id for prize in contest.prizes}) < len(contest.prizes):
        return "Two prizes have the same name; rename one."
    bars = [prize.at_least for prize in contest.prizes]
    if bars != sorted(bars, reverse=True):
        return "A higher prize cannot ask for less than a lower one; mend the lowest marks."
    return None


def phase(contest: Contest, today: date) -> Phase:
    """Return where a contest stands."""
    if today < contest.opens:
        return Phase.ANNOUNCED
    if today <= contest.closes:
        return Phase.OPEN
    return Phase.UNDER_REVIEW if today < contest.result_on else Phase.RESULT_DUE


def standings(sheets: Mapping[str, Sequence[Sheet]], reviewers: frozenset[str]) -> tuple[Standing, ...]:
    """Return the entries of one round by their mean, best first; every reviewer has scored every entry.

    Raises ContestRefused where a sheet is missing or a stranger's: means of different juries cannot be compared.
    """
    for entry, of_entry in sheets.items():
        if {sheet.reviewer for sheet in of_entry} != reviewers or len(of_entry) != len(reviewers):
            raise ContestRefused(f"Entry {entry} is not scored by exactly this round's reviewers; complete its sheets.")
    means = sorted(((summary(each).overall, entry) for entry, each in sheets.items()), key=lambda x: (-x[0], x[1]))
    return tuple(Standing(entry, mean, rank=1 + sum(other > mean for other, _ in means)) for mean, entry in means)


def second_round(contest: Contest, first: Sequence[Standing]) -> tuple[str, ...]:
    """Return the entries that go on; everybody who ties with the last place goes on too."""
    return tuple(standing.entry for standing in first if standing.rank <= contest.second_round_places)


def outcome(
    contest: Contest, second: Sequence[Standing], broken_ties: Mapping[str, Sequence[str]] | None = None
) -> Outcome:
    """Return who is awarded what after the second round.

    Prizes are given from the best down, each to entries whose mean deserves it; a prize that nobody deserves is not
    awarded, and its places do not pass to a lower one. Where equal means do not fit into a prize's places, the jury
    decides: `broken_ties` maps the prize to the tied entries in the jury's order; until then the tie is reported and
    nothing below it is awarded.
    """
    decided = broken_ties or {}
    waiting = sorted(second, key=lambda each: each.rank)
    awards: list[Award] = []
    for prize in contest.prizes:
        deserving = [each for each in waiting if each.mean >= prize.at_least]
        winners = deserving[: prize.places]
        if winners and len(deserving) > prize.places and deserving[prize.places].rank == winners[-1].rank:
            tied = tuple(each.entry for each in deserving if each.rank == winners[-1].rank)
            order = tuple(decided.get(prize.id, ()))
            if sorted(order) != sorted(tied):
                return Outcome(tuple(awards), ((prize.id, tied),))
            clear = [each for each in winners if each.entry not in tied]
            by_entry = {each.entry: each for each in deserving}
            winners = clear + [by_entry[entry] for entry in order][: prize.places - len(clear)]
        names = tuple(each.entry for each in winners)
        awards.append(Award(prize.id, names, prize.places - len(names)))
        waiting = [each for each in waiting if each.entry not in names]
    return Outcome(tuple(awards), ())
