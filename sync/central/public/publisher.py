"""The publisher: one edition a day, made on one thread of its own, whoever asks and how often."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from threading import Condition, Lock, Thread
from time import monotonic

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day
from sync.central.central import Central
from sync.central.proposals.intake import bring_up_to_date
from sync.central.public.addresses import Addresses
from sync.central.public.contest_results import ContestResult, contest_results
from sync.central.public.dictionary import COLUMNS
from sync.central.public.edition import FOLDER, Edition, keep_edition, kept_edition, made_edition
from sync.central.public.report import report_pdf
from sync.central.public.suggestions import SHOWN, Suggestion, shown_stage, suggestion
from sync.central.public.tables import PublishedFile, write_tables
from sync.central.public.yearly import topic_labels, year_figures
from sync.central.store import showing

# Seconds between two looks for what proposers have taken back, and that the first request waits for an edition.
_LOOK_EVERY = 30.0
_WAIT = 5.0
# Seconds that taking in may last; what is left then is taken in by the next look.
_TAKE_IN = 300.0
_AT_ONCE = 500
_THOUGHTS = 100
_LOG = logging.getLogger(__name__)


class NotPublishedYet(ForumError):
    """The first edition is still being made."""


@dataclass(frozen=True, slots=True)
class Published:
    """What the pages are made of: the figures, which suggestions are shown, and the files of open data.

    `shown` are (id, stage), the newest first; `outcomes` are those adopted or carried out, the newest decision first.
    """

    edition: Edition
    shown: tuple[tuple[str, str], ...]
    outcomes: tuple[str, ...]
    files: dict[str, PublishedFile]
    taken_back: tuple[int, int]


class Publisher:
    """Serves the newest edition from memory, and makes the next one aside when the day in Seoul has changed."""

    def __init__(self, central: Central) -> None:
        self.addresses = Addresses(central)
        self._central = central
        self._state = Condition()
        self._published: Published | None = None
        self._working = False
        self._typesetting = Lock()
        self._reports_of: Published | None = None
        self._reports: dict[int, bytes] = {}
        self._tried: date | None = None
        self._looked = 0.0

    def current(self, wait: float = _WAIT) -> Published:
        """Return what is published; raises NotPublishedYet where the first takes longer than `wait` seconds."""
        through = last_whole_day(datetime.now(UTC))
        with self._state:
            published = self._published
            due = self._tried != through or monotonic() - self._looked >= _LOOK_EVERY
            if due and not self._working:
                self._working, self._tried = True, through
                Thread(target=self._work, args=(through,), name="publisher", daemon=True).start()
            if published is None:
                self._state.wait_for(lambda: self._published is not None or not self._working, wait)
            if self._published is None:
                raise NotPublishedYet("The figures are being counted; nothing is lost. Try again in a minute.")
            return self._published

    def made_now(self, now: datetime) -> Published:
        """Return what is published without its files, made on this thread: for a command beside the server."""
        return self._with_suggestions(self._edition(last_whole_day(now)), with_files=False)

    def report(self, published: Published, year: int) -> bytes:
        """Return the report on a year as PDF; typeset once for each edition, however many ask."""
        with self._typesetting:
            if self._reports_of is not published:
                self._reports_of, self._reports = published, {}
            if year not in self._reports:
                self._reports[year] = self._typeset(published, year)
            return self._reports[year]

    def settle(self, seconds: float | None = None) -> None:
        """Wait until nothing is being made, at most for so long."""
        with self._state:
            self._state.wait_for(lambda: not self._working, seconds)

    def suggestions(self, ids: list[str]) -> list[Suggestion]:
        """Return those of some proposals that the public may see at this moment, in the order of their ids."""
        today = seoul_day(datetime.now(UTC))
        with self._central.database.reading() as connection:
            found = showing.shown_proposals(connection, ids, SHOWN, today)
        return [suggestion(stored, events, self.addresses) for stored, events in found]

    def thoughts(self, activity_id: str) -> list[tuple[str, str]]:
        """Return (language, words) of what visitors added to an activity and staff let through by now."""
        with self._central.database.reading() as connection:
            return showing.shown_thoughts(connection, activity_id, _THOUGHTS)

    def contests(self) -> list[ContestResult]:
        """Return the results of contests that are announced by now."""
        with self._central.database.reading() as connection:
            return contest_results(connection, self._central.shelf, self.addresses, seoul_day(datetime.now(UTC)))

    def _typeset(self, published: Published, year: int) -> bytes:
        edition = published.edition
        if year > edition.as_of.year:
            raise ForumError(f"{year} has not begun yet, as of {edition.as_of}; name an earlier year.")
        figures = year_figures(self._central.database, edition, year)
        found = self.suggestions(list(published.outcomes[:_AT_ONCE]))
        outcomes = [each for each in found if _decided_in(each, year)]
        earlier = [each for each in edition.outcomes if each.on.year == year]
        with self._central.database.reading() as connection:
            topics = topic_labels(connection, self._central.shelf)
        return report_pdf(figures, outcomes, earlier, topics)

    def _work(self, through: date) -> None:
        made = None
        try:
            made = self._made(through)
        except ForumError as error:
            # What was published stays; the next request tries again.
            _LOG.error("The public pages could not be brought up to date: %s", error)
        finally:
            with self._state:
                self._published = made or self._published
                self._looked = monotonic()
                self._working = False
                self._state.notify_all()

    def _made(self, through: date) -> Published:
        central, before = self._central, self._published
        if before is not None and before.edition.as_of == through:
            bring_up_to_date(central, datetime.now(UTC))
            with central.database.reading() as connection:
                unchanged = showing.taken_back(connection) == before.taken_back
            return before if unchanged else self._with_suggestions(before.edition)
        return self._with_suggestions(self._edition(through))

    def _edition(self, through: date) -> Edition:
        central, before = self._central, self._published
        _take_all_in(central)
        # What is on disk comes first: a command beside this server may have made the day's edition already.
        edition = kept_edition(central.home) or (before.edition if before else None)
        if edition is None or edition.as_of != through:
            edition = made_edition(central.database, central.shelf, through, edition)
            keep_edition(central.home, edition)
        return edition

    def _with_suggestions(self, edition: Edition, with_files: bool = True) -> Published:
        today = seoul_day(datetime.now(UTC))
        with self._central.database.reading() as connection:
            taken_back = showing.taken_back(connection)
            found = showing.shown_ids(connection, SHOWN, today)
            decided = showing.decided_ids(connection, ("adopted", "carried-out"), edition.as_of)
        shown = tuple((each, shown_stage(stage, public).value) for each, stage, public in found)
        followed = {each for each, stage, public in found if public and stage in ("adopted", "carried-out")}
        files: dict[str, PublishedFile] = {}
        if with_files:
            every = self._every([each for each, _ in shown])
            files = write_tables(self._central.home / FOLDER, edition, every, dict(COLUMNS))
        return Published(edition, shown, tuple(each for each in decided if each in followed), files, taken_back)

    def _every(self, ids: list[str]) -> Iterator[Suggestion]:
        for start in range(0, len(ids), _AT_ONCE):
            yield from self.suggestions(ids[start : start + _AT_ONCE])


def _decided_in(each: Suggestion, year: int) -> bool:
    step = each.done or each.decision
    return step is not None and step.on.year == year


def _take_all_in(central: Central) -> None:
    """Take in every proposal that has arrived, so that the figures are those of the whole day."""
    until = monotonic() + _TAKE_IN
    while not bring_up_to_date(central, datetime.now(UTC)) and monotonic() < until:
        with central.intake_lock:
            pass  # somebody else was at it, and is done now


def last_whole_day(now: datetime) -> date:
    """Return the last day in Seoul that is over."""
    return seoul_day(now) - timedelta(days=1)
