"""The five criteria, as several reviewers score them, and the rule for the composition of a committee.

Sources: 국민 제안 규정 art. 8(1) (the criteria), art. 8(3) (at least half of a committee are citizens who are no
public officials).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

LOWEST, HIGHEST = 1, 5


class Criterion(StrEnum):
    """The five criteria of the review (art. 8(1) nos. 1 to 5)."""

    FEASIBILITY = "feasibility"  # 실시 가능성
    CREATIVITY = "creativity"  # 창의성
    EFFECT = "effect"  # 효율성 및 효과성
    SCOPE = "scope"  # 적용 범위
    LASTING = "lasting"  # 계속성


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a committee; a citizen is a Korean living in Korea who is no public official."""

    reviewer: str
    citizen: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One reviewer's scores, 1 (poor) to 5 (excellent), one for each criterion."""

    reviewer: str
    feasibility: int
    creativity: int
    effect: int
    scope: int
    lasting: int
    remark: str = ""

    def score(self, criterion: Criterion) -> int:
        """Return the score for one criterion."""
        return int(getattr(self, criterion.value))


@dataclass(frozen=True, slots=True)
class Summary:
    """What all sheets say together: exact means for each criterion and of everything, and where reviewers disagree."""

    sheets: int
    means: Mapping[Criterion, Fraction]
    overall: Fraction
    spreads: Mapping[Criterion, int]


def sheet_problem(sheet: Sheet) -> str | None:
    """Return what is wrong with a sheet as one sentence, or None."""
    wrong = [each.value for each in Criterion if not LOWEST <= sheet.score(each) <= HIGHEST]
    if not wrong:
        return None
    return f"Each criterion is scored from {LOWEST} to {HIGHEST}; score again: {', '.join(wrong)}."


def committee_problem(committee: Collection[Member]) -> str | None:
    """Return why a committee may not sit as one sentence, or None; no committee is no problem (art. 8(3))."""
    names = {member.reviewer for member in committee}
    if len(names) < len(committee):
        return "A committee names somebody twice; name each member once."
    citizens = sum(member.citizen for member in committee)
    if 2 * citizens < len(committee):
        return (
            f"At least half of a committee are citizens, and only {citizens} of {len(committee)} are; "
            "appoint more citizens."
        )
    return None


def with_sheet(sheets: Sequence[Sheet], sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the sheets with one more; it replaces the same reviewer's former one."""
    return (*(each for each in sheets if each.reviewer != sheet.reviewer), sheet)


def scoring_problem(sheets: Sequence[Sheet], committee: Collection[Member], at_least: int) -> str | None:
    """Return why the scores do not carry a decision yet as one sentence, or None.

    Several reviewers have scored; where a committee sits, more than half of it has (the quorum that art. 17(7) sets for
    the central committee, taken over by the forum for its own).
    """
    if len(sheets) < at_least:
        return f"Only {len(sheets)} of at least {at_least} reviewers have scored; wait for the others."
    if committee:
        scored = {sheet.reviewer for sheet in sheets}
        present = [member for member in committee if member.reviewer in scored]
        if 2 * len(present) <= len(committee):
            return f"Only {len(present)} of {len(committee)} members have scored; more than half must."
    return None


def summary(sheets: Sequence[Sheet]) -> Summary:
    """Return the summary of at least one sheet; every criterion weighs the same.

    Raises ValueError where there is no sheet.
    """
    if not sheets:
        raise ValueError("there is no sheet to summarise")
    columns = {each: [sheet.score(each) for sheet in sheets] for each in Criterion}
    means = {each: Fraction(sum(scores), len(scores)) for each, scores in columns.items()}
    return Summary(
        sheets=len(sheets),
        means=means,
        overall=sum(means.values(), Fraction(0)) / len(means),
        spreads={each: max(scores) - min(scores) for each, scores in columns.items()},
    )
