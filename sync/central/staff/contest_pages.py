"""The contests' pages: which there are, what is to be done about one, and a juror's sheet for an entry."""

from collections.abc import Callable
from fractions import Fraction

from fastapi import Response

from kiosk.forum.packs import words_in
from kiosk.forum.seoul import seoul_day
from sync.central.proposals.contests import ContestFile, calls, contest_file, phase_of, record_step
from sync.central.proposals.intake import bring_up_to_date
from sync.central.review.contest_clock import ContestEvent, ContestStage, Round, entries_of_next_round
from sync.central.review.contests import ContestRefused, Outcome
from sync.central.review.proposal import Stage
from sync.central.review.scoring import Criterion, Member, Sheet
from sync.central.staff.contest_forms import PRIZES, USUAL_PRIZES, score_of_form, step_of_form
from sync.central.staff.contest_words import CONTEST_WORDS, contest_refusal
from sync.central.staff.desk import Ask
from sync.central.staff.event_forms import FormRejected
from sync.central.staff.pages import message_page, page, redirect
from sync.central.staff.permissions import Role
from sync.central.staff.words import say
from sync.central.store import accounts, proposals
from sync.central.store.contests import ContestMoved

_ROUNDS = (ContestStage.FIRST_ROUND, ContestStage.SECOND_ROUND)
_LAST = 1_000_000


def show_contests(ask: Ask) -> Response:
    """Show every contest, the one that closes last first."""
    today = seoul_day(ask.now)
    with ask.central.database.reading() as connection:
        found = sorted(calls(connection, ask.central.shelf).values(), key=lambda each: str(each.closes or "9999"))
        rows = [
            {
                "activity": each,
                "title": words_in(dict(each.title), ask.language),
                "phase": phase_of(each, today),
                "file": contest_file(connection, ask.central.shelf, each.id),
            }
            for each in reversed(found)
        ]
    return page(ask.shown, "contests.html", rows=rows)


def show_contest(ask: Ask) -> Response:
    """Show one contest."""
    bring_up_to_date(ask.central, ask.now)
    return _page(ask)


def record_contest_step(ask: Ask) -> Response:
    """Record a step of a contest, or say in one sentence why it cannot be; nothing that was typed is lost."""
    today = seoul_day(ask.now)
    with ask.central.database.reading() as connection:
        citizens = {each.name: each.citizen for each in accounts.every_account(connection) if not each.closed_at}

    def event(found: ContestFile) -> ContestEvent:
        return step_of_form(ask.path["step"], found, ask.form, citizens, today)

    return _recorded(ask, event) or redirect(f"/staff/contests/{ask.path['activity_id']}?done=1")


def show_entry(ask: Ask) -> Response:
    """Show an entry beside the sheet of the juror who reads it."""
    return _entry_page(ask)


def score_entry(ask: Ask) -> Response:
    """Keep a juror's sheet, and go on to the next entry that the juror has not scored."""
    today, entry, juror = seoul_day(ask.now), ask.path["proposal_id"], ask.signed_in.account.name
    refused = _recorded(ask, lambda found: score_of_form(entry, ask.form, juror, today), _entry_page)
    return refused or redirect(f"/staff/contests/{ask.path['activity_id']}/entries/{entry}?done=1")


def _recorded(
    ask: Ask, event: Callable[[ContestFile], ContestEvent], shown: Callable[..., Response] | None = None
) -> Response | None:
    """Record an event; the page that says why not, or None where it was."""
    again = shown or _page
    found = _file(ask)
    if found is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    try:
        record_step(ask.central.database, found.activity, event, ask.signed_in.account.name, ask.now)
    except ContestRefused as error:
        return again(ask, 409, contest_refusal(ask.language, error.code, str(error)))
    except FormRejected as error:
        return again(ask, 422, f"{say(ask.language, 'required-fields')}: {_field_word(ask.language, error.field)}")
    except ContestMoved:
        return again(ask, 409, say(ask.language, "changed"))
    return None


def _page(ask: Ask, status: int = 200, problem: str | None = None) -> Response:
    found = _file(ask)
    if found is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    with ask.central.database.reading() as connection:
        people = [each for each in accounts.every_account(connection) if not each.closed_at]
    state, today = found.state, seoul_day(ask.now)
    last = state.rounds[-1] if state.rounds else None
    is_jury = last is not None and ask.signed_in.account.name in last.reviewers and state.stage in _ROUNDS
    means = {each.entry: each for each in last.standings} if last and not last.missing else {}
    mine = _mine(found, ask.signed_in.account.name)
    return page(
        ask.shown,
        "contest.html",
        status,
        of=found,
        title=words_in(dict(found.activity.title), ask.language),
        phase=phase_of(found.activity, today),
        stages=list(ContestStage),
        stage=state.stage,
        last=last,
        means=means,
        rows=sorted(
            found.entries,
            key=lambda each: (means[each.proposal_id].rank if each.proposal_id in means else _LAST, each.received_on),
        ),
        outcome=_outcome(found),
        is_jury=is_jury,
        mine=mine,
        sheets_of=_sheets_of(last) if last else [],
        left=[each for each in last.entries if each not in mine] if last and is_jury else [],
        going_on=len(entries_of_next_round(state, ())) if state.stage is ContestStage.FIRST_ROUND and means else 0,
        is_closed=found.activity.closes is not None and today > found.activity.closes,
        people=[each for each in people if Role(each.role) is not Role.VIEWER],
        prizes=_typed_prizes(ask, found),
        proposal_stages=Stage,
        typed={name: values[0] for name, values in ask.form.items()},
        picked=ask.form.get("members") or (sorted(last.reviewers) if last else []),
        problem=problem,
        recorded=say(ask.language, "step-recorded") if ask.query.get("done") else None,
    )


def _entry_page(ask: Ask, status: int = 200, problem: str | None = None) -> Response:
    found = _file(ask)
    entry = found.entry(ask.path["proposal_id"]) if found else None
    if found is None or entry is None:
        return message_page(ask.shown, 404, "unknown", "unknown-lead")
    with ask.central.database.reading() as connection:
        stored = proposals.find_proposal(connection, entry.proposal_id)
    state, name = found.state, ask.signed_in.account.name
    last = state.rounds[-1] if state.rounds else None
    may_score = bool(last and state.stage in _ROUNDS and name in last.reviewers and entry.proposal_id in last.entries)
    mine = _mine(found, name)
    left = [each for each in last.entries if each not in mine] if last and may_score else []
    return page(
        ask.shown,
        "contest-entry.html",
        status,
        of=found,
        entry=entry,
        parts=stored.parts if stored else [],
        title=words_in(dict(found.activity.title), ask.language),
        may_score=may_score,
        sheet=mine.get(entry.proposal_id),
        typed={name: values[0] for name, values in ask.form.items()},
        next_entry=next((each for each in left if each != entry.proposal_id), None),
        criteria=list(Criterion),
        problem=problem,
        recorded=say(ask.language, "score-saved") if ask.query.get("done") else None,
    )


def _file(ask: Ask) -> ContestFile | None:
    with ask.central.database.reading() as connection:
        return contest_file(connection, ask.central.shelf, ask.path["activity_id"])


def _sheets_of(round_: Round) -> list[tuple[Member, int]]:
    """Return how many sheets each of a jury has filled."""
    filled = [sheet.reviewer for entry in round_.entries for sheet in round_.sheets.get(entry, ())]
    return [(member, filled.count(member.reviewer)) for member in round_.jury]


def _mine(found: ContestFile, name: str) -> dict[str, Sheet]:
    """Return the sheets of one juror in the newest round, by entry."""
    sheets = found.state.rounds[-1].sheets if found.state.rounds else {}
    return {entry: each for entry, of_entry in sheets.items() for each in of_entry if each.reviewer == name}


def _outcome(found: ContestFile) -> Outcome | None:
    """Return the awards as settled, or as the marks give them once the second round is complete."""
    if found.state.stage is ContestStage.AWARDED:
        return Outcome(found.state.awards, ())
    try:
        is_over = found.state.stage is ContestStage.SECOND_ROUND or not found.to_score
        return found.state.outcome if is_over and found.state.stage is not ContestStage.PLANNED else None
    except ContestRefused:
        return None


def _typed_prizes(ask: Ask, found: ContestFile) -> list[tuple[str, str, str]]:
    """Return the rows of the form of rules: as typed, as kept, or as usual."""
    if "prize-1" in ask.form:
        names = ("prize", "places", "least-mark")
        return [tuple(ask.typed(f"{name}-{n}") for name in names) for n in range(1, PRIZES + 1)]  # type: ignore[misc]
    kept = found.state.contest
    rows = [(each.id, str(each.places), _mark(each.at_least)) for each in kept.prizes] if kept else []
    usual = [(say(ask.language, f"prize-{number}"), places, least) for number, places, least in USUAL_PRIZES]
    rows = rows or usual
    return [*rows, *[("", "", "")] * (PRIZES - len(rows))]


def _mark(of: Fraction) -> str:
    return f"{float(of):g}"


def _field_word(language: str, field: str) -> str:
    name = field.rstrip("0123456789").rstrip("-")
    return say(language, name if name in CONTEST_WORDS or name == "reason" else "scores")
