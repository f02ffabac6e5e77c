"""Proposals and additions out of records: derived again and again from the same bytes, with the same result."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import Connection

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission, submission_from_bytes
from sync.central.proposals.folding import NEWEST_TERMS, STOPPED, TERMS, folded, state_of
from sync.central.proposals.searching import pairs_of
from sync.central.proposals.words_of import ADDING, PROPOSING, Wording, additions, wording
from sync.central.review.clock import apply, receive
from sync.central.review.events import Received, Withdrawn, event_record
from sync.central.review.proposal import Stage
from sync.central.review.similar import bands, fingerprint, normalised, packed
from sync.central.store import intake as store
from sync.central.store import proposals
from sync.central.store.database import Database
from sync.central.store.packs import PackOf, PackShelf

_AT_ONCE = 200


def bring_up_to_date(database: Database, shelf: PackShelf, now: datetime) -> int:
    """Take in what has arrived, note withdrawals, and let stopped clocks that stopped too long run on.

    Cheap where nothing is new, so that every page of staff may ask for it; returns how many proposals came in. Records
    are only read, so that a kiosk never waits for it.
    """
    with database.reading() as connection:
        waiting = store.unread(connection)
        withdrawn = store.withdrawn_proposals(connection, Stage.WITHDRAWN)
        again = proposals.to_fold_again(connection, seoul_day(now), STOPPED, _AT_ONCE)
    taken = sum(_take_in(database, shelf, place, now) for place in waiting)
    for proposal_id in withdrawn:
        with database.writing() as connection:
            _note_withdrawn(connection, proposal_id, now)
    for proposal_id in again:
        with database.writing() as connection:
            _fold_again(connection, proposal_id, seoul_day(now))
    return taken


def make_proposal(
    connection: Connection, submission: Submission, activity: Activity, device_no: int, received_on: date, now: datetime
) -> bool:
    """Receive a submission as a proposal; False where it is one already."""
    words = wording(submission, activity)
    closes = activity.closes if activity.kind == "call" else None
    if closes and closes < received_on:
        closes = None  # too late for the contest: an ordinary proposal
    event = Received(on=received_on, proposal_id=submission.receipt_id, contest_closes=closes)
    today = seoul_day(now)
    state = receive(event, today, TERMS[NEWEST_TERMS])
    new = _new(submission, activity, device_no, words, received_on)
    return proposals.add_proposal(connection, new, folded(state, 1, today), event_record(event), now)


def _take_in(database: Database, shelf: PackShelf, place: store.Unread, now: datetime) -> int:
    taken = 0
    while True:
        with database.writing() as connection:
            after = store.lock_cursor(connection, place)
            if after >= place.through_seq:
                return taken
            pack_of = shelf.packs_of(connection, place.device_no)
            for submission, activity, received_on in _readable(connection, place, after, pack_of):
                if activity.kind in PROPOSING:
                    taken += make_proposal(connection, submission, activity, place.device_no, received_on, now)
                elif activity.kind in ADDING:
                    _keep_additions(connection, submission, activity, place.device_no, received_on)
            store.move_cursor(connection, place, min(after + _AT_ONCE, place.through_seq))


def _readable(
    connection: Connection, place: store.Unread, after: int, pack_of: PackOf
) -> Iterator[tuple[Submission, Activity, date]]:
    for record in list(store.arrived(connection, place, after, _AT_ONCE)):
        try:
            submission = submission_from_bytes(record.payload)
        except ForumError:
            continue  # held for review where it lies
        pack = pack_of(submission.pack_id, submission.pack_version)
        activity = pack.activity(submission.activity_id) if pack else None
        if activity is not None:
            yield submission, activity, _received_on(submission, record.received_at)


def _received_on(submission: Submission, arrived_at: datetime) -> date:
    """Return the day that the term counts from: the visit's, where the kiosk's clock can be believed."""
    arrived = seoul_day(arrived_at)
    return min(seoul_day(submission.recorded_at), arrived) if submission.clock == "good" else arrived


def _keep_additions(
    connection: Connection, submission: Submission, activity: Activity, device_no: int, received_on: date
) -> None:
    for part in additions(submission, activity):
        store.add_addition(
            connection,
            receipt_id=submission.receipt_id,
            question_id=part.question_id,
            device_no=device_no,
            activity_id=activity.id,
            kind=activity.kind,
            language=submission.language[:8],
            text=part.text,
            received_on=received_on,
        )


def _new(
    submission: Submission, activity: Activity, device_no: int, words: Wording, received_on: date
) -> proposals.NewProposal:
    print_ = fingerprint(words.whole)
    plain = normalised(words.whole)
    return proposals.NewProposal(
        proposal_id=submission.receipt_id,
        device_no=device_no,
        activity_id=activity.id,
        kind=activity.kind,
        topic=words.topic,
        language=submission.language[:8],
        channel=submission.channel,
        title=words.title,
        parts=[asdict(part) for part in words.parts],
        search_text=plain,
        pairs=pairs_of(plain),
        fingerprint=packed(print_),
        bands=bands(print_),
        terms=NEWEST_TERMS,
        received_on=received_on,
    )


def _note_withdrawn(connection: Connection, proposal_id: str, now: datetime) -> None:
    stored = proposals.find_proposal(connection, proposal_id, lock=True)
    if stored is None or stored.stage == Stage.WITHDRAWN:
        return
    today = seoul_day(now)
    state = state_of(proposals.events_of(connection, proposal_id), stored.terms, today)
    event = Withdrawn(on=max(today, state.last_on))
    seq = stored.seq + 1
    proposals.add_event(
        connection, proposal_id, proposals.StoredEvent(seq, event.on, event.kind, event_record(event), "", now)
    )
    proposals.keep_folded(connection, proposal_id, folded(apply(state, event, today), seq, today))
    proposals.erase_words(connection, proposal_id)


def _fold_again(connection: Connection, proposal_id: str, today: date) -> None:
    stored = proposals.find_proposal(connection, proposal_id, lock=True)
    if stored is not None:
        state = state_of(proposals.events_of(connection, proposal_id), stored.terms, today)
        proposals.keep_folded(connection, proposal_id, folded(state, stored.seq, today))
