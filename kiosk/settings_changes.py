"""Changes `kiosk.toml` from the staff panel: only what was changed, comments stay, and the whole can be put back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import groupby
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from kiosk.forum.errors import ForumError
from kiosk.reports.whole_files import write_whole
from kiosk.settings import (
    DAYS,
    FILE,
    ByStaff,
    KioskSettings,
    Week,
    by_staff,
    named_days,
    read_text,
    settings_in,
    span_text,
)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What stood in the file before and after; before is None where there was no file."""

    before: str | None
    after: str


def change_settings(home: Path, wanted: ByStaff) -> Rewritten:
    """Write what differs from the file as it is now; raises ForumError, and leaves the file, where it cannot."""
    before = read_text(home)
    settings = settings_in(before or "", home)
    after = _changed(before or "", by_staff(settings), wanted, home)
    if settings_in(after, home) != _with(settings, wanted):
        raise _not_here(home)
    write_whole(home / FILE, after.encode())
    return Rewritten(before, after)


def put_back(home: Path, rewritten: Rewritten) -> None:
    """Put the file back as it was before a change; raises ForumError where somebody changed it since."""
    if read_text(home) != rewritten.after:
        raise ForumError(
            f"{home / FILE} was changed by somebody else meanwhile; nothing was put back. Look at it there."
        )
    if rewritten.before is not None:
        write_whole(home / FILE, rewritten.before.encode())
        return
    try:
        (home / FILE).unlink()
    except OSError as error:
        raise ForumError(
            f"{home / FILE} could not be removed ({error.strerror}); nothing was put back. Check its folder's rights."
        ) from None


def differences(before: ByStaff, after: ByStaff) -> str:
    """Write for the staff log what changed, from what to what."""
    told = []
    if before.hours != after.hours:
        told.append(f"hours: {_hours_text(before.hours)} -> {_hours_text(after.hours)}")
    if before.formats != after.formats:
        told.append(f"formats: {', '.join(before.formats)} -> {', '.join(after.formats)}")
    if before.keep_backups != after.keep_backups:
        told.append(f"keep_backups: {before.keep_backups} -> {after.keep_backups}")
    return "; ".join(told)


def _with(settings: KioskSettings, wanted: ByStaff) -> KioskSettings:
    daily = settings.daily.model_copy(update={"formats": wanted.formats, "keep_backups": wanted.keep_backups})
    return settings.model_copy(update={"hours": wanted.hours, "daily": daily})


def _changed(text: str, before: ByStaff, wanted: ByStaff, home: Path) -> str:
    if wanted.hours is None and before.hours is not None:
        text = _silenced(text)
    try:
        file = tomlkit.parse(text)
        if wanted.hours is not None and wanted.hours != before.hours:
            _put(file, "hours", _hours_table(file.get("hours"), wanted.hours))
        for name in ("formats", "keep_backups"):
            value = getattr(wanted, name)
            if value != getattr(before, name):
                if "daily" not in file:
                    _put(file, "daily", tomlkit.table())
                daily: Any = file["daily"]
                daily[name] = list(value) if isinstance(value, tuple) else value
        return tomlkit.dumps(file)
    except (TOMLKitError, AttributeError, TypeError):  # written in a way that this cannot change
        raise _not_here(home) from None


def _put(file: tomlkit.TOMLDocument, name: str, table: Any) -> None:
    if name not in file and file.body:
        file.add(tomlkit.nl())
    size = len(table.value.body)
    file[name] = table
    if size:
        del table.value.body[size:]  # a blank line that would part a comment from the table that it stands over


def _silenced(text: str) -> str:
    """Turn the lines of [hours] into comments: nothing that somebody wrote is lost."""
    lines, inside = [], False
    for line in text.splitlines(keepends=True):
        if line.lstrip().startswith("["):
            inside = line.split("#")[0].strip().strip("[]").strip() == "hours"
        lines.append(f"# {line}" if inside and line.strip() and not line.lstrip().startswith("#") else line)
    return "".join(lines)


def _hours_table(old: Any, week: Week) -> Any:
    """Lines that still name days with the same hours keep their place and comment; new ones follow the last."""
    new = tomlkit.table()
    body: list[tuple[Any, Any]] = [] if old is None else list(old.value.body)
    last = max((place for place, (key, _) in enumerate(body) if key is not None), default=-1)
    covered: set[int] = set()
    for key, item in body[: last + 1]:
        days = range(0) if key is None else named_days(key.key)
        spans = {week[day] for day in days}
        span = spans.pop() if len(spans) == 1 else None
        if key is None:
            new.add(item)
        elif span is not None:
            covered.update(days)
            line = tomlkit.item(span_text(span))
            line.trivia.comment_ws, line.trivia.comment = item.trivia.comment_ws, item.trivia.comment
            new.add(key.key, line)
        elif item.trivia.comment:
            new.add(tomlkit.comment(item.trivia.comment.lstrip("# ")))
    for name, hours in _runs(week, covered):
        new.add(name, span_text(hours))
    for _, item in body[last + 1 :]:
        new.add(item)
    if old is not None:
        new.trivia.comment_ws, new.trivia.comment = old.trivia.comment_ws, old.trivia.comment
    return new


def _runs(week: Week, covered: set[int]) -> Iterator[tuple[str, tuple[time, time]]]:
    """Name the open days that no line covers yet, those in a row with the same hours in one line."""
    for hours, group in groupby(range(len(DAYS)), lambda day: None if day in covered else week[day]):
        days = [DAYS[day] for day in group]
        if hours is not None:
            yield days[0] if len(days) == 1 else f"{days[0]}-{days[-1]}", hours


def _hours_text(week: Week | None) -> str:
    if week is None:
        return "always on"
    return ", ".join(f"{name} {span_text(hours)}" for name, hours in _runs(week, set())) or "never open"


def _not_here(home: Path) -> ForumError:
    return ForumError(
        f"{home / FILE} is written in a way that cannot be changed here; nothing was changed. Edit it there."
    )
