"""What the ministry publishes of an activity: counts over every kiosk and channel, as they come down to the kiosks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.forum.tallies import Cell


@dataclass(frozen=True, slots=True)
class MinistryResults:
    """One activity's results through a day in Seoul; a count is None where too few people are behind it (FORUM.md)."""

    activity_id: str
    through: date
    people: int
    counts: Mapping[Cell, int | None]
