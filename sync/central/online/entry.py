"""What an entrant reads of the contest: its title, the day of the result, and from then on what became of the entry."""

from dataclasses import dataclass

from kiosk.forum.packs import words_in
from kiosk.forum.seoul import seoul_day
from sync.central.online.desk import Ask
from sync.central.proposals.contests import ContestFile, file_of
from sync.central.review.contest_clock import ContestStage
from sync.central.review.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Entered:
    """A contest as its entrant's page shows it; `result` is empty until the announced day."""

    title: str
    when: str
    result: str


def entered(ask: Ask, state: Proposal) -> Entered | None:
    """Return the contest that a proposal was sent for, or None where it was not, or came too late."""
    closes = state.contest_closes
    if closes is None:
        return None
    with ask.central.database.reading() as connection:
        found = file_of(connection, ask.held.activity)
    rules = found.state.contest
    when = ask.say["contest_until"].format(day=ask.day(closes))
    if rules:
        when = ask.say["contest_on"].format(day=ask.day(rules.result_on))
    is_told = found.state.stage is ContestStage.AWARDED and rules and rules.result_on <= seoul_day(ask.now)
    title = words_in(found.activity.title, ask.spoken)
    return Entered(title, when, _result(ask, found) if is_told else "")


def _result(ask: Ask, found: ContestFile) -> str:
    prizes = [each.prize for each in found.state.awards if ask.held.receipt_id in each.winners]
    if prizes:
        return ask.say["contest_won"].format(prize=prizes[0])
    has_winner = any(each.winners for each in found.state.awards)
    return ask.say["contest_not_won" if has_winner else "contest_no_winner"]
