"""Settings in the panel: a frozen state, and pure functions that return the next one; nothing is written unasked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING, Literal

from kiosk.settings import FORMATS, ByStaff, KioskSettings, Week, by_staff
from ui.staff.trouble import Trouble

if TYPE_CHECKING:
    from kiosk.settings_changes import Rewritten

DEFAULTS = by_staff(KioskSettings())
STEP_MINUTES = 15
FEWEST_BACKUPS, MOST_BACKUPS = 1, 1000  # kiosk.settings.Daily's
_LAST_MINUTE = 24 * 60 - STEP_MINUTES
# What a day that opens begins with, and a week that nobody has set yet.
_USUAL = (time(9), time(18))
_USUAL_WEEK: Week = (*[_USUAL] * 5, None, None)

End = Literal["opens", "closes"]
ENDS: tuple[End, End] = ("opens", "closes")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says (`kept`; None until it is read), what is wanted instead, and the day that is looked at.

    `week` is what hours come back as when they are switched on again; `rewritten` takes back what was saved last.
    """

    kept: ByStaff | None = None
    wanted: ByStaff = DEFAULTS
    week: Week = _USUAL_WEEK
    day: int = 0
    doing: bool = False
    done: Literal["", "saved", "undone"] = ""
    rewritten: Rewritten | None = None
    trouble: Trouble | None = None

    @property
    def hours_of_day(self) -> tuple[time, time] | None:
        """The hours of the day that is looked at; None where it is closed."""
        return self.week[self.day]


def read(settings: Settings, kept: ByStaff) -> Settings:
    """The file was read."""
    return replace(settings, kept=kept, wanted=kept, week=kept.hours or _USUAL_WEEK, doing=False)


def is_changed(settings: Settings) -> bool:
    """Tell whether anything waits to be saved."""
    return settings.kept is not None and settings.wanted != settings.kept


def switched_hours(settings: Settings) -> Settings:
    """The screen follows opening hours, or is always on."""
    return _want(settings, replace(settings.wanted, hours=settings.week if settings.wanted.hours is None else None))


def looked_at(settings: Settings, day: int) -> Settings:
    """Look at a day, Monday 0."""
    return replace(settings, day=day)


def switched_day(settings: Settings) -> Settings:
    """The day that is looked at opens, or is closed."""
    return _with_day(settings, _USUAL if settings.hours_of_day is None else None)


def can_move(settings: Settings, end: End, steps: int) -> bool:
    """Tell whether the day can open or close so many steps later: it opens before it closes, within the day."""
    return settings.hours_of_day is not None and _moved(settings.hours_of_day, end, steps) is not None


def moved(settings: Settings, end: End, steps: int) -> Settings:
    """The day that is looked at opens or closes so many steps later."""
    hours = None if settings.hours_of_day is None else _moved(settings.hours_of_day, end, steps)
    return settings if hours is None else _with_day(settings, hours)


def spread(settings: Settings, days: int) -> Settings:
    """The first so many days of the week are like the one that is looked at."""
    return _with_week(settings, (*[settings.hours_of_day] * days, *settings.week[days:]))


def switched_format(settings: Settings, form: str) -> Settings:
    """A kind of file is written at closing time, or not; one at least is."""
    had = settings.wanted.formats
    now = tuple(each for each in FORMATS if (each in had) != (each == form))
    return _want(settings, replace(settings.wanted, formats=now)) if now else settings


def kept_more(settings: Settings, more: int) -> Settings:
    """So many more backups are kept."""
    count = settings.wanted.keep_backups + more
    if not FEWEST_BACKUPS <= count <= MOST_BACKUPS:
        return settings
    return _want(settings, replace(settings.wanted, keep_backups=count))


def _moved(hours: tuple[time, time], end: End, steps: int) -> tuple[time, time] | None:
    first, last = (each.hour * 60 + each.minute for each in hours)
    old = first if end == "opens" else last
    # The next quarter of an hour in that direction, where somebody wrote 09:10.
    new = (old // STEP_MINUTES + steps if steps > 0 else -(-old // STEP_MINUTES) + steps) * STEP_MINUTES
    first, last = (new, last) if end == "opens" else (first, new)
    if not 0 <= first < last <= _LAST_MINUTE:
        return None
    return time(*divmod(first, 60)), time(*divmod(last, 60))


def _with_day(settings: Settings, hours: tuple[time, time] | None) -> Settings:
    week = settings.week
    return _with_week(settings, (*week[: settings.day], hours, *week[settings.day + 1 :]))


def _with_week(settings: Settings, week: Week) -> Settings:
    return _want(replace(settings, week=week), replace(settings.wanted, hours=week))


def _want(settings: Settings, wanted: ByStaff) -> Settings:
    if settings.kept is None or settings.doing:
        return settings
    return replace(settings, wanted=wanted)
