"""A program's log in the kiosk's home: files of a bounded size, the oldest of which go by themselves."""

import logging
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

FOLDER = "logs"
MOST_BYTES = 1_000_000
MOST_FILES = 5


def keep_log(home: Path, program: str, most_bytes: int = MOST_BYTES) -> logging.Handler | None:
    """Write what this process logs from now on to the home, warnings and worse; None where no file can be written.

    Together the files never hold more than MOST_FILES times `most_bytes`.
    """
    path = home / FOLDER / f"{program}.log"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=most_bytes, backupCount=MOST_FILES - 1, encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"The log {path} cannot be written ({error.strerror}); what happens is told here only.\n")
        return None
    layout = logging.Formatter("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
    layout.converter = time.gmtime
    handler.setFormatter(layout)
    handler.setLevel(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(handler)
    if not any(type(each) is logging.StreamHandler for each in root.handlers):
        root.addHandler(logging.StreamHandler())  # and, as before, to whoever started the program
    return handler
