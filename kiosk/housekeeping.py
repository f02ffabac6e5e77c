"""Keeping what piles up in bounds: backups, replaced stores, crash reports."""

from collections.abc import Iterable
from pathlib import Path

from kiosk.store.engine import STORE_FILE

_BACKUPS = "forum-backup_*.db"
_REPLACED = f"{STORE_FILE}.before-*"


def backups(folder: Path) -> list[Path]:
    """Return the backups of a folder, the newest first: their names hold the moment."""
    return sorted(folder.glob(_BACKUPS), key=lambda path: path.name, reverse=True)


def replaced_stores(home: Path) -> list[tuple[Path, ...]]:
    """Return the files of each store that gave way to a copy or a backup, the newest first."""
    groups: dict[str, list[Path]] = {}
    for path in home.glob(_REPLACED):
        groups.setdefault(_number(path), []).append(path)
    return sorted(
        (tuple(sorted(group)) for group in groups.values()),
        key=lambda group: max(each.stat().st_ctime for each in group),
        reverse=True,
    )


def bytes_of(paths: Iterable[Path]) -> int:
    """Return how much room files take."""
    return sum(path.stat().st_size for path in paths if path.exists())


def keep_newest(groups: Iterable[Iterable[Path]], most: int) -> list[Path]:
    """Delete all but the first groups of files; return what was deleted."""
    gone = [path for group in list(groups)[most:] for path in group]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def _number(path: Path) -> str:
    return path.name.removeprefix(f"{STORE_FILE}.before-").partition("-")[0]
