"""What the kiosk tells beside its records (the count of each day, how it is), and the packs that it takes."""

import shutil
import time
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from operator import attrgetter

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.errors import ForumError
from kiosk.forum.packs import pack_from_bytes
from kiosk.forum.seoul import seoul_day, utc_text
from kiosk.forum.tallies import SUBMISSIONS
from kiosk.forum.tally_files import tally_json
from kiosk.store import DaySpan, Enrolment, Store
from sync.protocol.offers import OfferedPack, OfferRejected, read_offer
from sync.protocol.reports import DayTally, EpochSpan, Heartbeat, LostSpan, sign_day
from sync.uploader.client import Line
from sync.uploader.outcomes import UploadError
from sync.uploader.published import RESULTS_PROBLEM, Results
from sync.uploader.trust import authority_of

# How often an idle kiosk says how it is and asks for packs, and how often a busy one, in seconds.
_EVERY = 60.0
_SOONEST = 10.0
PACK_PROBLEM = "pack problem"
_PACK_TAG = "pack offer"


class Reports:
    """One store's reports, on a connection of their own. What fails is told the next time; no record waits for it."""

    def __init__(self, store: Store, enrolment: Enrolment) -> None:
        self._store = store
        self._server_key = Ed25519PublicKey.from_public_bytes(enrolment.server_key)
        self._key = Ed25519PrivateKey.from_private_bytes(enrolment.device_key)
        self._line = Line(enrolment.central_url, store.device_id, self._key, authority_of(store.home))
        self._results = Results(store, self._server_key, self._line)
        self._told: float | None = None
        self._since: date | None = None
        self._withdrawn: int | None = None

    def close(self) -> None:
        """Close the connection."""
        self._line.close()

    def tell(self, sent: int) -> None:
        """Report after something was sent, and once in a while."""
        now = time.monotonic()
        if self._told is None or now - self._told >= (_SOONEST if sent else _EVERY):
            self._told = now
            with suppress(UploadError):
                self._results.follow()
            with suppress(UploadError):
                self.take_packs()
                self.send_days()
                self._line.send_heartbeat(heartbeat(self._store, datetime.now(UTC)))

    def tell_of_conflict(self) -> None:
        """Say that the ministry holds other records in the places of ours, and how this kiosk is."""
        with suppress(UploadError):
            self._line.send_heartbeat(heartbeat(self._store, datetime.now(UTC), conflict=True))

    def send_days(self) -> int:
        """Send the signed count of every day that changed since it was sent last; return how many."""
        withdrawn = self._store.withdrawn_count()
        since = self._since if withdrawn == self._withdrawn else None
        sent = 0
        for tally, note in changed_days(self._store, since):
            self._line.send_day(sign_day(self._key, tally))
            self._store.save_line_note(f"day {tally.day}", note)
            sent += 1
        self._withdrawn = withdrawn
        # A day that is over may still get a submission that began before midnight, or whose clock was set back.
        self._since = seoul_day(datetime.now(UTC)) - timedelta(days=7)
        return sent

    def take_packs(self) -> int:
        """Install what the ministry offers and signed; return how many packs are new.

        A wrong signature or a broken pack leaves the present packs as they are; the reason is noted for the status.
        """
        answer = self._line.offer(self._store.line_note(_PACK_TAG))
        if answer is None:
            return 0
        signed, tag = answer
        try:
            offered = read_offer(self._server_key, signed)
        except OfferRejected as error:
            self._note_problem([str(error)])
            return 0
        installed, problems = 0, []
        for each in offered.packs:
            try:
                installed += self._install(each)
            except UploadError:
                raise
            except ForumError as error:
                problems.append(f"“{each.id}” version {each.version}: {error}")
        self._note_problem(problems)
        # With a problem it is asked for again; else only what changes is of interest.
        self._store.save_line_note(_PACK_TAG, tag or "" if not problems else "")
        return installed

    def _install(self, offered: OfferedPack) -> bool:
        if any(each.id == offered.id and each.version >= offered.version for each in self._store.content.newest()):
            return False
        canonical = self._line.offered_pack(offered.id, offered.version)
        if sha256(canonical).hexdigest() != offered.digest:
            raise ForumError("its bytes are not those that the ministry signed; the present pack stays.")
        pack = pack_from_bytes(canonical)
        if (pack.id, pack.version) != (offered.id, offered.version):
            raise ForumError("it is another pack than the ministry named; the present pack stays.")
        return self._store.install_pack(pack)

    def _note_problem(self, problems: list[str]) -> None:
        text = " ".join(problems)[:1000]
        if text != (self._store.line_note(PACK_PROBLEM) or ""):
            self._store.save_line_note(PACK_PROBLEM, text)


def changed_days(store: Store, since: date | None) -> list[tuple[DayTally, str]]:
    """Return the counts of the days that changed since they were noted, and what to note once they are sent."""
    changed = []
    for day, group in groupby(store.day_spans(since), key=attrgetter("day")):
        spans = list(group)
        note = _fingerprint(store.kiosk_id(), spans)
        if store.line_note(f"day {day}") != note:
            changed.append((day_tally(store, day, spans), note))
    return changed


def day_tally(store: Store, day: date, spans: list[DaySpan]) -> DayTally:
    """Count a day as its tally file does."""
    lines = store.tally(day, day)
    submissions = sum(line.count for line in lines if (line.question_id, line.option_id) == SUBMISSIONS)
    return DayTally(
        device_id=store.device_id,
        day=day.isoformat(),
        submissions=submissions,
        # What was withdrawn after its words were deleted here is in the counts still.
        withdrawn=sum(each.records - each.standing for each in spans),
        counts=sha256(tally_json(lines)).hexdigest(),
        spans=[
            EpochSpan(epoch=each.epoch, first_seq=each.first_seq, last_seq=each.last_seq, records=each.records)
            for each in spans
        ],
    )


def heartbeat(store: Store, at: datetime, conflict: bool = False) -> Heartbeat:
    """Say how this kiosk is now, and whether the ministry holds other records in the places of its own."""
    disk = shutil.disk_usage(store.home)
    return Heartbeat(
        at=utc_text(at),
        version=program_version(),
        epoch=store.epoch,
        last_seq=store.last_seq(),
        pending=store.pending(),
        confirmed=store.confirmed_seq(),
        quarantined=store.quarantine.count(),
        lost=[LostSpan(**asdict(lost)) for each in store.recoveries() for lost in each.lost][-100:],
        disk_free=disk.free,
        disk_total=disk.total,
        packs=[f"{pack.id} {pack.version}"[:64] for pack in store.packs()][:100],
        pack_problem=news_problem(store),
        conflict=conflict,
    )


def news_problem(store: Store) -> str | None:
    """Return what was wrong with the packs or the results that came down last, or None."""
    return " ".join(filter(None, map(store.line_note, (PACK_PROBLEM, RESULTS_PROBLEM))))[:1000] or None


def program_version() -> str:
    """Return the version of this program, as it was installed."""
    try:
        return version("open-forum-kiosk")[:64]
    except PackageNotFoundError:
        return "unknown"


def _fingerprint(name: str, spans: list[DaySpan]) -> str:
    return f"{name} " + " ".join(f"{s.epoch}:{s.first_seq}-{s.last_seq}:{s.records}:{s.standing}" for s in spans)
