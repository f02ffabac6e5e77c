"""The kiosk's settings, in `kiosk.toml` of its home; everything has a value that is good where nothing is written.

[hours]                     # when the lobby is open, in Seoul; without it the screen is never dark
monday-friday = "09:00-18:00"
saturday = "10:00-13:00"    # a day that is not named is closed

[screen]                    # what else turns the screen off and on, such as its power; it is black in any case
off = ["xset", "dpms", "force", "off"]
on = ["xset", "dpms", "force", "on"]

[daily]                     # what `forum-staff daily` does at closing time
tallies = "/srv/tallies"    # a folder, of the home unless it starts with /
formats = ["csv", "pdf"]
backups = "/mnt/backups"
keep_backups = 14
passphrase_file = "/etc/forum/backup.passphrase"   # without it, store.key opens the backups
keep_replaced_stores = 3    # damaged stores that gave way to their last good copy
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import SEOUL

FILE = "kiosk.toml"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Format = Literal["csv", "json", "xlsx", "pdf"]
FORMATS: tuple[Format, ...] = ("csv", "json", "xlsx", "pdf")
# The opening hours of each day, Monday first; a day that is None is closed.
Week = tuple[tuple[time, time] | None, ...]
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\s*-\s*([01]\d|2[0-3]):([0-5]\d)")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Daily(_Part):
    """What is done each day at closing time; relative folders are the home's."""

    tallies: Path = Path("tallies")
    formats: tuple[Format, ...] = ("csv", "pdf")
    backups: Path = Path("backups")
    keep_backups: Annotated[int, Field(ge=1, le=1000)] = 14
    passphrase_file: Path | None = None
    keep_replaced_stores: Annotated[int, Field(ge=1, le=100)] = 3


class ScreenCommands(_Part):
    """Commands that turn the screen off and on, each with its arguments; none unless told."""

    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()


class KioskSettings(_Part):
    """All settings; `hours` are the opening hours of each day, Monday first; None where it is always open."""

    hours: Week | None = None
    screen: ScreenCommands = ScreenCommands()
    daily: Daily = Daily()

    @model_validator(mode="before")
    @classmethod
    def _folders_of_the_home(cls, data: Any) -> Any:
        home = data.pop("home", None) if isinstance(data, dict) else None
        if isinstance(home, Path) and isinstance(daily := data.get("daily", {}), dict):
            folders = {"tallies": "tallies", "backups": "backups", **daily}
            data["daily"] = folders | {
                key: home / str(folders[key]) for key in ("tallies", "backups", "passphrase_file") if key in folders
            }
        return data

    @field_validator("hours", mode="before")
    @classmethod
    def _each_day(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        week: list[tuple[time, time] | None] = [None] * 7
        for days, span in value.items():
            match = _SPAN.fullmatch(str(span))
            if match is None or (hours := _hours(match)) is None:
                raise ValueError(f'“{days}” must be a span such as "09:00-18:00", not “{span}”')
            for day in named_days(str(days)):
                week[day] = hours
        return tuple(week)

    def is_open(self, moment: datetime) -> bool:
        """Tell whether the lobby is open at a moment."""
        if self.hours is None:
            return True
        here = moment.astimezone(SEOUL)
        hours = self.hours[here.weekday()]
        return hours is not None and hours[0] <= here.time() < hours[1]


@dataclass(frozen=True, slots=True)
class ByStaff:
    """The settings that staff change at the kiosk; `hours` is None where the screen is always on."""

    hours: Week | None
    formats: tuple[Format, ...]
    keep_backups: int


def read_settings(home: Path) -> KioskSettings:
    """Read the settings of a home; raises ForumError naming what is wrong with the file."""
    return settings_in(read_text(home) or "", home)


def read_text(home: Path) -> str | None:
    """Read the file as it is, None where there is none; raises ForumError where it cannot be read."""
    path = home / FILE
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ForumError(f"{path} cannot be read ({error.strerror}); look at it there, and at its rights.") from None
    except UnicodeDecodeError as error:
        raise ForumError(f"{path} is not TOML ({error}); mend it there.") from None


def settings_in(text: str, home: Path) -> KioskSettings:
    """Return what a file of a home says; raises ForumError naming what is wrong with it."""
    path = home / FILE
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ForumError(f"{path} is not TOML ({error}); mend it there.") from None
    try:
        return KioskSettings.model_validate({**data, "home": home})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        said = str(first["msg"]).removeprefix("Value error, ")
        raise ForumError(f"{path}: {place}: {said}. Mend the file; nothing was changed.") from None


def by_staff(settings: KioskSettings) -> ByStaff:
    """Return what staff may change of the settings."""
    return ByStaff(settings.hours, settings.daily.formats, settings.daily.keep_backups)


def span_text(hours: tuple[time, time]) -> str:
    """Write opening hours as the file has them."""
    return f"{hours[0]:%H:%M}-{hours[1]:%H:%M}"


def named_days(days: str) -> range:
    """Return the days that a key of `[hours]` names; raises ValueError where it names none."""
    first, _, last = days.lower().partition("-")
    try:
        start, end = DAYS.index(first), DAYS.index(last or first)
    except ValueError:
        raise ValueError(f"“{days}” is no day; write monday, tuesday …, or monday-friday") from None
    if start > end:
        raise ValueError(f"“{days}” runs backwards; the week starts with monday")
    return range(start, end + 1)


def _hours(match: re.Match[str]) -> tuple[time, time] | None:
    first, last = (time(int(match[place]), int(match[place + 1])) for place in (1, 3))
    return (first, last) if first < last else None
