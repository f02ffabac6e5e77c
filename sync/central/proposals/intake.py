"""Proposals and additions out of records: derived again and again from the same bytes, with the same result."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from time import monotonic
from typing import Any

from sqlalchemy import Connection

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import Activity, Pack
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission, submission_from_bytes
from sync.central.central import Central
from sync.central.proposals.deciding import record_event_in
from sync.central.proposals.folding import NEWEST_TERMS, STOPPED, TERMS, folded, state_of
from sync.central.proposals.searching import pairs_of
from sync.central.proposals.words_of import ADDING, PROPOSING, Wording, additions, wording
from sync.central.review.clock import receive
from sync.central.review.events import Received, Withdrawn, event_record
from sync.central.review.proposal import Stage
from sync.central.review.similar import bands, fingerprint, normalised, packed
from sync.central.store import intake as store
from sync.central.store import proposals
from sync.central.store.database import Database
from sync.central.store.packs import PackShelf

# Reading, comparing and masking one proposal takes some ten milliseconds.
_AT_ONCE = 20
_SECONDS = 0.25
# What a payload that no kiosk of ours writes can raise; it lies held for review.
_UNREADABLE = (ForumError, KeyError, TypeError, ValueError, AttributeError, OverflowError)


def bring_up_to_date(central: Central, now: datetime, seconds: float = _SECONDS) -> bool:
    """Take in what has arrived, note withdrawals, and let clocks that stopped too long run on, for about so long.

    Cheap where nothing is new, so that every page of staff may ask for it; returns whether all is done. Records are
    only read, and words are compared outside any transaction, so that a kiosk never waits for it.
    """
    if not central.intake_lock.acquire(blocking=False):
        return False
    try:
        return _bring(central.database, central.shelf, now, monotonic() + seconds)
    finally:
        central.intake_lock.release()


def _bring(database: Database, shelf: PackShelf, now: datetime, until: float) -> bool:
    today = seoul_day(now)
    with database.reading() as connection:
        waiting = store.unread(connection, _wanted(shelf.every_pack(connection)))
        withdrawn = store.withdrawn_proposals(connection, Stage.WITHDRAWN)
        again = proposals.to_fold_again(connection, today, STOPPED, _AT_ONCE)
    for proposal_id in withdrawn:
        with database.writing() as connection:
            _note_withdrawn(connection, proposal_id, now)
    for proposal_id in again:
        with database.writing() as connection:
            _fold_again(connection, proposal_id, today)
    return len(again) < _AT_ONCE and _take_all_in(database, shelf, waiting, now, until)


def make_proposal(
    connection: Connection, submission: Submission, activity: Activity, device_no: int, received_on: date, now: datetime
) -> bool:
    """Receive a submission as a proposal; False where it is one already."""
    return proposals.add_proposal(connection, *_received(submission, activity, device_no, received_on, now), now)


def _received(
    submission: Submission, activity: Activity, device_no: int, received_on: date, now: datetime
) -> tuple[proposals.NewProposal, proposals.Folded, dict[str, Any]]:
    closes = activity.closes if activity.kind == "call" else None
    if closes and closes < received_on:
        closes = None  # too late for the contest: an ordinary proposal
    event = Received(on=received_on, proposal_id=submission.receipt_id, contest_closes=closes)
    today = seoul_day(now)
    state = receive(event, today, TERMS[NEWEST_TERMS])
    new = _new(submission, activity, device_no, wording(submission, activity), received_on)
    return new, folded(state, 1, today), event_record(event)


def _take_all_in(
    database: Database, shelf: PackShelf, waiting: Sequence[store.Unread], now: datetime, until: float
) -> bool:
    """Take in what can be in the time; polls are most of what arrives, and are passed over all at once."""
    passed = [place for place in waiting if not place.wanted]
    done = True
    for place in waiting:
        done = done and (not place.wanted or _take_in(database, shelf, place, now, until, passed))
    if passed:
        with database.writing() as connection:
            store.pass_over(connection, passed)
    return done


def _take_in(
    database: Database,
    shelf: PackShelf,
    place: store.Unread,
    now: datetime,
    until: float,
    passed: list[store.Unread],
) -> bool:
    with database.reading() as connection:
        packs = shelf.every_pack_of(connection, place.device_no)
    wanted = _wanted(packs.values())
    after = place.after
    while after < place.through_seq:
        if monotonic() > until:
            return False
        with database.reading() as connection:
            records = store.arrived(connection, place, after, wanted, _AT_ONCE)
        if not records:
            passed.append(place)
            break
        through = records[-1].seq if len(records) == _AT_ONCE else place.through_seq
        found = [each for record in records for each in _readable(record, packs)]
        fresh = [
            (_received(submission, activity, place.device_no, on, now) if activity.kind in PROPOSING else None)
            for submission, activity, on in found
        ]
        with database.writing() as connection:
            if store.lock_cursor(connection, place) != after:
                return False  # another process is at it
            for (submission, activity, on), new in zip(found, fresh, strict=True):
                if new is not None:
                    proposals.add_proposal(connection, *new, now)
                elif activity.kind in ADDING:
                    _keep_additions(connection, submission, activity, place.device_no, on)
            store.move_cursor(connection, place, through)
        after = through
    return True


def _wanted(packs: Iterable[Pack]) -> list[str]:
    """Return the activities of these packs whose records are taken in."""
    return sorted({each.id for pack in packs for each in pack.every_activity() if each.kind in PROPOSING | ADDING})


def _readable(
    record: store.Arrived, packs: Mapping[tuple[str, int], Pack]
) -> Iterator[tuple[Submission, Activity, date]]:
    try:
        submission = submission_from_bytes(record.payload)
        pack = packs.get((submission.pack_id, submission.pack_version))
        activity = pack.activity(submission.activity_id) if pack else None
        if activity is not None and activity.kind in PROPOSING | ADDING:
            _check_shape(submission)
            yield submission, activity, _received_on(submission, record.received_at)
    except _UNREADABLE:
        return


def _check_shape(submission: Submission) -> None:
    """Raise TypeError where a field that is kept here is not text of its kind."""
    if not isinstance(submission.answers, dict):
        raise TypeError("answers")
    for text in (submission.language, submission.channel, submission.clock):
        if not isinstance(text, str) or len(text) > 16:
            raise TypeError("text")


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
    return proposals.NewProposal(
        proposal_id=submission.receipt_id,
        device_no=device_no,
        activity_id=activity.id,
        kind=activity.kind,
        topic=words.topic,
        language=submission.language[:8],
        channel=submission.channel,
        terms=NEWEST_TERMS,
        received_on=received_on,
        words=kept_words(words),
    )


def kept_words(words: Wording) -> proposals.KeptWords:
    """Return a proposal's words as the store keeps, searches and compares them."""
    print_ = fingerprint(words.whole)
    plain = normalised(words.whole)
    return proposals.KeptWords(
        title=words.title,
        parts=[asdict(part) for part in words.parts],
        search_text=plain,
        pairs=pairs_of(plain),
        fingerprint=packed(print_),
        bands=bands(print_),
    )


def _note_withdrawn(connection: Connection, proposal_id: str, now: datetime) -> None:
    stored = proposals.find_proposal(connection, proposal_id, lock=True)
    if stored is None or stored.stage == Stage.WITHDRAWN:
        return
    record_event_in(connection, proposal_id, Withdrawn(on=seoul_day(now)), "", None, now)
    proposals.erase_words(connection, proposal_id)


def _fold_again(connection: Connection, proposal_id: str, today: date) -> None:
    stored = proposals.find_proposal(connection, proposal_id, lock=True)
    if stored is not None:
        state = state_of(proposals.events_of(connection, proposal_id), stored.terms, today)
        proposals.keep_folded(connection, proposal_id, folded(state, stored.seq, today))
