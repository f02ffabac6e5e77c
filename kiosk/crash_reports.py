"""Reports of errors that nobody foresaw: what kind, at which line, in which versions; never a visitor's words.

The message of an exception and the values of variables may hold what somebody typed, so neither is ever written.
"""

import json
import platform
import secrets
import traceback
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Any

from kiosk.forum.seoul import utc_text
from kiosk.reports.whole_files import write_whole

FOLDER = "crashes"
MOST_REPORTS = 50
_ROOT = Path(__file__).parents[1]
_PARTS = ("open-forum-kiosk", "PySide6-Essentials", "pyside6", "sqlalchemy", "sqlcipher3", "pydantic", "cryptography")


def places(trace: TracebackType | None) -> list[str]:
    """Return where a trace went, as file:line in function; the innermost last."""
    return [f"{_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]


def crash_report(program: str, error: BaseException, trace: TracebackType | None, at: datetime) -> dict[str, Any]:
    """Return what may be told of an error, those that led to it included."""
    chain: list[dict[str, Any]] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and len(chain) < 10:
        chain.append({"type": _name(cause), "places": places(cause.__traceback__)})
        cause = cause.__cause__ or cause.__context__
    return {
        "program": program,
        "at": utc_text(at),
        "type": _name(error),
        "places": places(trace),
        "after": chain,
        "python": platform.python_version(),
        "system": platform.platform(),
        "versions": {part: found for part in _PARTS if (found := _version(part))},
    }


def write_crash_report(
    home: Path, program: str, error: BaseException, trace: TracebackType | None, at: datetime
) -> Path:
    """Write a report into the home, and keep the newest ones; raises ForumError where it cannot be written."""
    report = crash_report(program, error, trace, at)
    path = home / FOLDER / f"{at:%Y%m%dT%H%M%SZ}-{program}-{secrets.token_hex(3)}.json"
    write_whole(path, json.dumps(report, indent=2).encode())
    keep_newest_reports(home)
    return path


def crash_reports(home: Path) -> list[Path]:
    """Return the reports, the newest first: their names begin with the moment."""
    return sorted((home / FOLDER).glob("*.json"), reverse=True)


def keep_newest_reports(home: Path, most: int = MOST_REPORTS) -> list[Path]:
    """Delete all but the newest reports; return what was deleted."""
    gone = crash_reports(home)[most:]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def _short(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(_ROOT) and ".venv" not in path.parts:
        return str(path.relative_to(_ROOT))
    return path.name  # of a library: where it is installed tells nothing


def _name(error: BaseException) -> str:
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _version(part: str) -> str:
    try:
        return version(part)
    except PackageNotFoundError:
        return ""
