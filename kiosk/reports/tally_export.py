"""Writing a tally to files, whole or not at all."""

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from kiosk.forum.errors import ForumError
from kiosk.forum.tallies import TallyLine
from kiosk.forum.tally_files import tally_csv, tally_file_name, tally_json

TALLY_FORMATS: dict[str, Callable[[Iterable[TallyLine]], bytes]] = {"csv": tally_csv, "json": tally_json}


def export_tally(lines: list[TallyLine], first: date, last: date, formats: Iterable[str], folder: Path) -> list[Path]:
    """Write a file for each format and return their paths; raises ForumError where the folder cannot be written."""
    return [
        write_whole(folder / tally_file_name(first, last, extension), TALLY_FORMATS[extension](lines))
        for extension in formats
    ]


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that it is there whole or not at all: under another name, synced, then renamed."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with unfinished.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise ForumError(
            f"{path} could not be written ({error.strerror}); nothing half-written was left, and the kiosk's own store "
            "is untouched. Check the folder, its rights and its free space, then try again."
        ) from None
    return path
