"""A contest's state machine: its rules, two rounds of a jury's scores, ties broken, awards or “no winner”.

A contest's state is what its events add up to. An event is checked once, when it happens; read again later, it has the
effect that it had, but for entries that were taken back since, which are left out everywhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from sync.central.review.contests import (
    Award,
    Contest,
    ContestRefused,
    Outcome,
    Standing,
    contest_problem,
    outcome,
    second_round,
    standings,
)
from sync.central.review.scoring import Member, Sheet, committee_problem, sheet_problem, with_sheet


class ContestStage(StrEnum):
    """Where a contest stands in the ministry's work."""

    PLANNED = "planned"  # 규정 전
    SET_UP = "set-up"  # 규정 확정
    FIRST_ROUND = "first-round"  # 1차 심사
    SECOND_ROUND = "second-round"  # 2차 심사
    AWARDED = "awarded"  # 수상작 확정


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesSet:
    """The announced rules: period, day of the result, places in the second round, prizes."""

    on: date
    contest: Contest
    kind: Literal["rules-set"] = "rules-set"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundBegun:
    """A jury begins to score these entries: all of them, then those that the first round lets into the second."""

    on: date
    jury: tuple[Member, ...]
    entries: tuple[str, ...]
    kind: Literal["round-begun"] = "round-begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryScored:
    """One of the jury has scored an entry in the round that runs; a later sheet replaces the former."""

    on: date
    entry: str
    sheet: Sheet
    kind: Literal["entry-scored"] = "entry-scored"


@dataclass(frozen=True, slots=True, kw_only=True)
class TieBroken:
    """The jury has put tied entries in an order, for a reason."""

    on: date
    prize: str
    order: tuple[str, ...]
    reason: str
    kind: Literal["tie-broken"] = "tie-broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarded:
    """The awards are settled, “no winner” included; the public sees them from the announced day on."""

    on: date
    awards: tuple[Award, ...]
    kind: Literal["awarded"] = "awarded"


ContestEvent = RulesSet | RoundBegun | EntryScored | TieBroken | Awarded
_ADAPTER: TypeAdapter[ContestEvent] = TypeAdapter(Annotated[ContestEvent, Field(discriminator="kind")])
_S = ContestStage

# For each event: the stages it may happen in.
CONTEST_ALLOWED: Mapping[type[ContestEvent], frozenset[ContestStage]] = MappingProxyType(
    {
        RulesSet: frozenset({_S.PLANNED, _S.SET_UP}),
        RoundBegun: frozenset({_S.SET_UP, _S.FIRST_ROUND}),
        EntryScored: frozenset({_S.FIRST_ROUND, _S.SECOND_ROUND}),
        TieBroken: frozenset({_S.SECOND_ROUND}),
        Awarded: frozenset({_S.SET_UP, _S.SECOND_ROUND}),
    }
)


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its jury, its entries, and the sheets by entry."""

    jury: tuple[Member, ...]
    entries: tuple[str, ...]
    sheets: Mapping[str, tuple[Sheet, ...]] = field(default_factory=dict)

    @property
    def reviewers(self) -> frozenset[str]:
        """The names of the jury."""
        return frozenset(member.reviewer for member in self.jury)

    @property
    def missing(self) -> int:
        """How many sheets are still awaited."""
        return sum(len(self.jury) - len(self.sheets.get(each, ())) for each in self.entries)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The entries by their mean, best first; raises ContestRefused while sheets are awaited."""
        if self.missing:  # what would be compared otherwise are means of different juries
            raise ContestRefused(f"{self.missing} sheets are still awaited; wait for the jury.", "sheets-awaited")
        return standings({each: self.sheets[each] for each in self.entries}, self.reviewers)


@dataclass(frozen=True, slots=True)
class ContestState:
    """What a contest's events add up to; `rounds` has none, one or two."""

    stage: ContestStage = ContestStage.PLANNED
    contest: Contest | None = None
    rounds: tuple[Round, ...] = ()
    broken_ties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    awards: tuple[Award, ...] = ()
    last_on: date | None = None

    @property
    def rules(self) -> Contest:
        """The rules; raises ContestRefused before there are any."""
        if self.contest is None:
            raise ContestRefused("The contest has no rules yet; set them up first.", "no-rules")
        return self.contest

    @property
    def outcome(self) -> Outcome:
        """The awards and ties as the second round has them so far; raises ContestRefused while sheets are awaited."""
        second = self.rounds[1].standings if len(self.rounds) == 2 else ()
        return outcome(self.rules, second, self.broken_ties)


def contest_apply(state: ContestState, event: ContestEvent, today: date) -> ContestState:
    """Return the state after an event; raises ContestRefused, with one plain sentence, where it cannot be."""
    if event.on > today or (state.last_on and event.on < state.last_on):
        raise ContestRefused("The day is to come, or before the last step; mend the day.", "day")
    if state.stage not in CONTEST_ALLOWED[type(event)]:
        raise ContestRefused(f"This cannot be done while the contest is “{state.stage.value}”.", "stage")
    _CHECKS[type(event)](state, event)
    return _after(state, event, frozenset())


def contest_fold(events: Iterable[ContestEvent], gone: frozenset[str] = frozenset()) -> ContestState:
    """Return what events add up to, without the entries that have gone since."""
    state = ContestState()
    for event in events:
        state = _after(state, event, gone)
    return state


def entries_of_next_round(state: ContestState, received: Sequence[str]) -> tuple[str, ...]:
    """Return the entries of the round that begins now; raises ContestRefused while the first is not complete."""
    return second_round(state.rules, state.rounds[0].standings) if state.rounds else tuple(received)


def contest_record(event: ContestEvent) -> dict[str, Any]:
    """Return an event as plain JSON values, with its `kind`."""
    record: dict[str, Any] = _ADAPTER.dump_python(event, mode="json")
    return record


def contest_event(record: Mapping[str, Any]) -> ContestEvent:
    """Return the event that `contest_record` wrote; raises pydantic's ValidationError for anything else."""
    return _ADAPTER.validate_python(record, strict=False)


def _after(state: ContestState, event: ContestEvent, gone: frozenset[str]) -> ContestState:
    state = replace(state, last_on=event.on)
    match event:
        case RulesSet():
            return replace(state, stage=_S.SET_UP, contest=event.contest)
        case RoundBegun():
            stage = _S.SECOND_ROUND if state.rounds else _S.FIRST_ROUND
            return replace(state, stage=stage, rounds=(*state.rounds, Round(event.jury, _but(event.entries, gone))))
        case EntryScored():
            now = state.rounds[-1]
            sheets = {**now.sheets, event.entry: with_sheet(now.sheets.get(event.entry, ()), event.sheet)}
            return replace(state, rounds=(*state.rounds[:-1], replace(now, sheets=sheets)))
        case TieBroken():
            return replace(state, broken_ties={**state.broken_ties, event.prize: _but(event.order, gone)})
        case Awarded():
            awards = tuple(replace(each, winners=_but(each.winners, gone)) for each in event.awards)
            return replace(state, stage=_S.AWARDED, awards=awards)


def _but(entries: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(each for each in entries if each not in gone)


def _check_rules(_: ContestState, event: RulesSet) -> None:
    problem = contest_problem(event.contest)
    if problem:
        raise ContestRefused(problem, "rules")


def _check_round(state: ContestState, event: RoundBegun) -> None:
    _require_closed(state, event.on)
    if len(event.jury) < 2:
        raise ContestRefused("A jury has at least two members; appoint more.", "small-jury")
    problem = committee_problem(event.jury)
    if problem:
        raise ContestRefused(problem, "few-citizens")
    if event.entries != entries_of_next_round(state, event.entries):
        raise ContestRefused("The second round has the entries that the first lets in.", "not-entry")
    if not event.entries:
        raise ContestRefused("There is no entry to score; settle the contest without a winner.", "no-entry")


def _check_score(state: ContestState, event: EntryScored) -> None:
    now = state.rounds[-1]
    if event.sheet.reviewer not in now.reviewers:
        raise ContestRefused("Only this round's jury scores its entries.", "not-jury")
    if event.entry not in now.entries:
        raise ContestRefused("This is no entry of the round.", "not-entry")
    problem = sheet_problem(event.sheet)
    if problem:
        raise ContestRefused(problem, "sheet")


def _check_tie(state: ContestState, event: TieBroken) -> None:
    tied = dict(state.outcome.ties).get(event.prize, ())
    if not tied or sorted(event.order) != sorted(tied):
        raise ContestRefused("Put each of the tied entries in its place, once.", "tie-order")
    if not event.reason.strip():
        raise ContestRefused("Say why the jury ordered them so.", "tie-reason")


def _check_awards(state: ContestState, event: Awarded) -> None:
    _require_closed(state, event.on)
    found = state.outcome
    if found.ties:
        raise ContestRefused("Equal marks are left; the jury decides between them first.", "ties")
    if event.awards != found.awards:
        raise ContestRefused("The awards are not those that the marks give.", "awards")


def _require_closed(state: ContestState, on: date) -> None:
    if on <= state.rules.closes:
        raise ContestRefused(f"Entries come in until {state.rules.closes}; go on afterwards.", "still-open")


_CHECKS: Mapping[type[ContestEvent], Callable[[ContestState, Any], None]] = MappingProxyType(
    {
        RulesSet: _check_rules,
        RoundBegun: _check_round,
        EntryScored: _check_score,
        TieBroken: _check_tie,
        Awarded: _check_awards,
    }
)
