"""An edition: everything counted that the public sees, through one day; made once, kept on disk, served from memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kiosk.forum.disclosure import FEWEST
from kiosk.forum.packs import Outcome
from kiosk.reports.whole_files import whole_file
from sync.central.results.counting import count_activities
from sync.central.results.published import PublishedActivity, Words, next_publication, published_activity
from sync.central.store import showing
from sync.central.store.database import Database
from sync.central.store.packs import PackShelf

FOLDER = "published"
_FILE = "edition.json"


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many proposals each step has happened to: counts of the ministry's own acts, of all proposals."""

    received: int = 0
    reviewed: int = 0
    adopted: int = 0
    carried_out: int = 0
    refused: int = 0

    @property
    def is_shown(self) -> bool:
        """Tell whether ten people or more are behind it."""
        return self.received >= FEWEST


@dataclass(frozen=True, slots=True)
class PackOutcome:
    """What became of an earlier suggestion, as a content pack tells it."""

    id: str
    said: Words
    done: Words
    on: date


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published as of a day in Seoul, that day included."""

    as_of: date
    activities: tuple[PublishedActivity, ...] = ()
    few: tuple[tuple[str, Words], ...] = ()  # (kind, title) of activities in which fewer than ten took part
    funnel: Funnel = field(default_factory=Funnel)
    outcomes: tuple[PackOutcome, ...] = ()

    @property
    def people(self) -> int:
        """How often people took part in what is published."""
        return sum(each.people for each in self.activities)

    def activity(self, activity_id: str) -> PublishedActivity | None:
        """Return one activity's results, where they are published."""
        return next((each for each in self.activities if each.activity_id == activity_id), None)


_ADAPTER = TypeAdapter(Edition)


def made_edition(database: Database, shelf: PackShelf, through: date, before: Edition | None) -> Edition:
    """Count everything through a day; what changed by fewer than ten people stays as it was published before."""
    counted = count_activities(database, shelf, through)
    shown, few = [], []
    for activity_id, counts in counted.items():
        former = before.activity(activity_id) if before else None
        now = next_publication(former, published_activity(counts, through))
        if now:
            shown.append(now)
        elif counts.submissions or counts.activity.is_open(through):
            few.append((counts.activity.kind, dict(counts.activity.title)))
    newest = {counts.pack.id: counts.pack for counts in sorted(counted.values(), key=lambda each: each.pack.version)}
    outcomes = [_outcome(pack.id, each) for pack in newest.values() for each in pack.outcomes if each.on <= through]
    with database.reading() as connection:
        funnel = funnel_of(showing.reached(connection, through))
    return Edition(
        as_of=through,
        activities=tuple(sorted(shown, key=lambda each: (each.last_day, each.people, each.activity_id), reverse=True)),
        few=tuple(few),
        funnel=funnel,
        outcomes=tuple(sorted(outcomes, key=lambda each: (each.on, each.id), reverse=True)),
    )


def funnel_of(reached: Mapping[str, int]) -> Funnel:
    """Return the funnel of how many proposals each kind of event has happened to."""
    return Funnel(
        received=reached.get("received", 0),
        reviewed=reached.get("review-started", 0),
        adopted=reached.get("adopted", 0),
        carried_out=reached.get("carried-out", 0),
        refused=reached.get("refused", 0),
    )


def kept_edition(home: Path) -> Edition | None:
    """Return the edition that was made last, or None where there is none that can be read."""
    try:
        return _ADAPTER.validate_json((home / FOLDER / _FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def keep_edition(home: Path, edition: Edition) -> None:
    """Keep an edition, so that a restart neither counts again nor shows other figures for the same day."""
    with whole_file(home / FOLDER / _FILE) as file:
        file.write(_ADAPTER.dump_json(edition))


def _outcome(pack_id: str, outcome: Outcome) -> PackOutcome:
    return PackOutcome(f"{pack_id}/{outcome.id}", dict(outcome.said), dict(outcome.done), outcome.on)
