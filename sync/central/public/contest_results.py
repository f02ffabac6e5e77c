"""What became of contests, for anybody: prizes and winning titles from the announced day on; never a name or a mark."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kiosk.forum.disclosure import FEWEST
from sync.central.proposals.contests import ContestFile, contest_file
from sync.central.public.addresses import Addresses
from sync.central.public.suggestions import SHOWN
from sync.central.results.published import Words
from sync.central.review.contest_clock import ContestStage
from sync.central.store import contests, showing
from sync.central.store.packs import PackShelf


@dataclass(frozen=True, slots=True)
class Winner:
    """A winning entry: its title, its language, and the public name of its page, None where its steps are not shown."""

    title: str
    language: str
    public_id: str | None


@dataclass(frozen=True, slots=True)
class Prize:
    """One prize with its winners; `not_awarded` counts the places that no entry deserved."""

    name: str
    winners: tuple[Winner, ...]
    not_awarded: int


@dataclass(frozen=True, slots=True)
class ContestResult:
    """One contest's result; `entries` is 0 where fewer than ten came in."""

    title: Words
    opens: date
    closes: date
    announced_on: date
    entries: int
    prizes: tuple[Prize, ...]

    @property
    def no_winner(self) -> bool:
        """Whether no prize was awarded."""
        return not any(prize.winners for prize in self.prizes)


def contest_results(connection: Connection, shelf: PackShelf, addresses: Addresses, today: date) -> list[ContestResult]:
    """Return the results that are announced by a day, the newest first."""
    files = [contest_file(connection, shelf, each) for each in contests.contests_with_steps(connection)]
    settled = [each for each in files if each and each.state.stage is ContestStage.AWARDED]
    announced = [each for each in settled if each.state.rules.result_on <= today]
    found = [_result(connection, each, addresses, today) for each in announced]
    return sorted(found, key=lambda each: each.announced_on, reverse=True)


def _result(connection: Connection, of: ContestFile, addresses: Addresses, today: date) -> ContestResult:
    ids = [winner for award in of.state.awards for winner in award.winners]
    shown = {stored.proposal_id for stored, _ in showing.shown_proposals(connection, ids, SHOWN, today)}

    def winner(proposal_id: str) -> Winner | None:
        entry = of.entry(proposal_id)
        if entry is None or not entry.title:
            return None
        return Winner(entry.title, entry.language, addresses.public_id(proposal_id) if proposal_id in shown else None)

    prizes = tuple(
        Prize(award.prize, tuple(filter(None, map(winner, award.winners))), award.not_awarded)
        for award in of.state.awards
    )
    rules, came = of.state.rules, len(of.entries)
    shown_count = came if came >= FEWEST else 0
    return ContestResult(dict(of.activity.title), rules.opens, rules.closes, rules.result_on, shown_count, prizes)
