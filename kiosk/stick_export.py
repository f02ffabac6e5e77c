"""The tally of some days to a USB stick: made beside the store first, then written whole or not at all."""

import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.reports.tally_export import TALLY_FORMATS, export_tally
from kiosk.stick_files import write_to_stick
from kiosk.store import Store
from kiosk.usb_sticks import Stick

_STAGING = ".export-"


@dataclass(frozen=True, slots=True)
class OnStick:
    """What lies on the stick of a name now; `signed` is false where the kiosk has no key yet."""

    stick: str
    folder: str
    files: tuple[str, ...]
    submissions: int
    signed: bool


def export_to_stick(
    store: Store,
    stick: Stick,
    first: date,
    last: date,
    formats: Sequence[str] = TALLY_FORMATS,
    tell: Callable[[str, float], None] = lambda _stage, _share: None,
    stopped: Callable[[], bool] = lambda: False,
) -> OnStick:
    """Count these Seoul days and write a file for each format, signed; raises ForumError.

    `tell` hears a stage (`counting`, a format that is being made, or `writing`) and how much of it is done, 0 to 1.
    It can be `stopped` while it writes.
    """
    for left in store.home.glob(f"{_STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)

    with tempfile.TemporaryDirectory(prefix=_STAGING, dir=store.home) as staging:
        tell("counting", 0)
        made = export_tally(store, first, last, formats, Path(staging), lambda each: tell(each, 0))
        every = [*made.files, *made.signatures]
        name = _folder_name(store.kiosk_id(), first, last)
        folder = write_to_stick(stick, name, every, lambda done, total: tell("writing", done / total), stopped)
    return OnStick(stick.name, folder.name, tuple(path.name for path in every), made.submissions, bool(made.signatures))


def _folder_name(kiosk_id: str, first: date, last: date) -> str:
    days = first.isoformat() if first == last else f"{first.isoformat()}_{last.isoformat()}"
    return f"open-forum-{re.sub(r'[^0-9A-Za-z가-힣-]+', '-', kiosk_id)}-{days}"
