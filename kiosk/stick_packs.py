"""Content packs on a USB stick: found without following any link, checked, and held against what is in force."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.forum.errors import PackRejected
from kiosk.forum.pack_changes import PackChange, pack_changes
from kiosk.forum.packs import Pack
from kiosk.pack_files import SIZE_LIMIT, read_pack_bytes
from kiosk.store import Store
from kiosk.store.content import PackRefused
from kiosk.usb_sticks import Stick

_ENDINGS = (".yaml", ".yml")
# A stick may hold anything; a ministry hands out a few packs.
MOST_FILES = 50


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file of a stick is not installed.

    `why` is one of PackRefused's, “in-force” (this very version is shown), “gone”, or “broken” with `problems`.
    """

    why: str
    here: str = ""
    activity: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OnThisStick:
    """One file: its stick, its path there, its pack, the shown version, what changes, or why it is not taken."""

    stick: str
    name: str
    pack: Pack | None = None
    shown: Pack | None = None
    changes: tuple[PackChange, ...] = ()
    refused: Refused | None = None


def packs_on(store: Store, sticks: Sequence[Stick]) -> list[OnThisStick]:
    """Return every file of the sticks that calls itself a pack, also those that cannot be taken, with the reason."""
    return [_checked(store, stick.name, name, content) for stick in sticks for name, content in _files(stick.folder)]


def _checked(store: Store, stick: str, name: str, content: bytes | None) -> OnThisStick:
    if content is None:
        return OnThisStick(stick, name, refused=Refused("gone"))
    try:
        pack = read_pack_bytes(content, name)
    except PackRejected as error:
        return OnThisStick(stick, name, refused=Refused("broken", problems=tuple(error.problems)))
    shown = next((each for each in store.content.shown() if each.id == pack.id), None)
    refused = Refused("in-force") if shown is not None and shown.canonical() == pack.canonical() else None
    try:
        store.content.check(pack)
    except PackRefused as error:
        refused = Refused(error.why, error.here, error.activity)
    return OnThisStick(stick, name, pack, shown, tuple(pack_changes(shown, pack)), refused)


def _files(folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """Yield the packs of a stick's top folder and of the folders in it, by name; None for what cannot be read."""
    with suppress(OSError):  # pulled out just now: the next look finds no stick
        names = sorted(_names(folder))
        for name in names[:MOST_FILES]:
            yield name, _content(folder, name)


def _names(folder: Path) -> Iterator[str]:
    for each in _entries(folder):
        if each.is_dir(follow_symlinks=False):
            with suppress(OSError):
                yield from (f"{each.name}/{inner.name}" for inner in _entries(Path(each.path)) if _is_pack(inner))
        elif _is_pack(each):
            yield each.name


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return [each for each in found if not each.name.startswith(".")]


def _is_pack(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(_ENDINGS) and entry.is_file(follow_symlinks=False)


def _content(folder: Path, name: str) -> bytes | None:
    """Read a file whole, up to one byte more than a pack may have; a link, or anything but a file, is not read."""
    try:
        descriptor = os.open(folder / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(SIZE_LIMIT + 1) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except OSError:
        return None
