"""What a process did to the files of a folder, recorded by strace, and what a disk may hold of it after a power cut."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Literal

from tests.faults.killing import Victim

SECTOR = 512
_CALLS = "openat,pwrite64,write,ftruncate,fallocate,fsync,fdatasync,rename,link,linkat,unlink,unlinkat,mkdir"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")
Survives = Literal["nothing", "some", "all"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done. `what` is create, write, cut, sync, sync-folder, link, rename, unlink or said."""

    what: str
    path: str = ""
    offset: int = 0
    data: bytes = b""
    other: str = ""


@dataclass
class _File:
    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)
    size: int = 0


def recorded(folder: Path, book: Path, log: Path, work: Callable[..., None], *arguments: Any) -> list[Step]:
    """Run work in a process of its own and return what it did in the folder, and what it wrote to the book."""
    victim = Victim(["-y", "-xx", "-s", "1000000", "-o", str(log), f"--trace={_CALLS}"], work, arguments)
    victim.go()
    victim.end()
    return steps(log.read_text(encoding="ascii"), folder, book)


def steps(log: str, folder: Path, book: Path) -> list[Step]:
    """Read a log of strace."""
    found: list[Step] = []
    known: dict[str, int] = {}
    for line in log.splitlines():
        if "<unfinished" in line:
            raise ValueError("Two threads were busy at once; this recording is for one.")
        match = _LINE.match(line)
        if match is None or int(match[3]) < 0:
            continue
        call, rest = match[1], match[2]
        texts = [_plain(text) for text in _TEXT.findall(rest)]
        descriptor = _DESCRIPTOR.match(rest)
        path = _plain(descriptor[2]).decode() if descriptor else ""
        if call == "write" and path == str(book):
            found += [Step("said", data=said) for said in texts[0].splitlines()]
            continue
        if call in ("link", "linkat", "rename", "unlink", "unlinkat", "openat", "mkdir"):
            path = texts[0].decode()
        if path == str(folder) or Path(path).parent == folder:
            found += _steps_of(call, rest, path, texts, known, folder)
    return found


def _steps_of(call: str, rest: str, path: str, texts: list[bytes], known: dict[str, int], folder: Path) -> list[Step]:
    name = Path(path).name
    if call == "openat":
        if "O_CREAT" in rest and name not in known and path != str(folder):
            known[name] = 0
            return [Step("create", name)]
        if "O_TRUNC" in rest:
            raise ValueError(f"{name} is emptied as it is opened, which this recording does not follow.")
        return []
    if call in ("pwrite64", "write"):
        offset = int(rest.rsplit(",", 1)[1]) if call == "pwrite64" else known[name]
        known[name] = max(known[name], offset + len(texts[0]))
        return [Step("write", name, offset, texts[0])]
    if call == "ftruncate":
        known[name] = int(rest.rsplit(",", 1)[1])
        return [Step("cut", name, known[name])]
    if call in ("fsync", "fdatasync"):
        return [Step("sync-folder" if path == str(folder) else "sync", name)]
    if call in ("link", "linkat"):
        known[Path(texts[1].decode()).name] = known[name]
        return [Step("link", name, other=Path(texts[1].decode()).name)]
    if call == "rename":
        known[Path(texts[1].decode()).name] = known.pop(name)
        return [Step("rename", name, other=Path(texts[1].decode()).name)]
    if call in ("unlink", "unlinkat"):
        known.pop(name, None)
        return [Step("unlink", name)]
    if call == "mkdir":
        return []
    raise ValueError(f"{call} is not followed by this recording.")


def disk_after(done: list[Step], survives: Survives, random: Random, folder: Path) -> None:
    """Write to a folder what a disk may hold after these steps: what was synced, and of the rest what the mode says.

    A file's waiting writes survive sector by sector and in any choice; a folder's waiting changes survive in order.
    """
    inodes: dict[str, _File] = {}
    durable_names: dict[str, _File] = {}
    waiting_names: list[Callable[[dict[str, _File]], None]] = []

    def change(action: Callable[[dict[str, _File]], None]) -> None:
        action(inodes)
        waiting_names.append(action)

    for step in done:
        if step.what == "create":
            change(_naming(step.path, _File()))
        elif step.what == "link":
            change(_naming(step.other, inodes[step.path]))
        elif step.what == "rename":
            change(_renaming(step.path, step.other))
        elif step.what == "unlink":
            change(_unnaming(step.path))
        elif step.what in ("write", "cut") and step.path in inodes:
            inodes[step.path].waiting.append(step)
        elif step.what == "sync" and step.path in inodes:
            file = inodes[step.path]
            for each in file.waiting:
                _apply(file.durable, each)
            file.waiting.clear()
        elif step.what == "sync-folder":
            durable_names = dict(inodes)
            waiting_names.clear()
    lasting = {"nothing": 0, "all": len(waiting_names), "some": random.randint(0, len(waiting_names))}[survives]
    for action in waiting_names[:lasting]:
        action(durable_names)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    for name, file in durable_names.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(_content(file, survives, random))


def _content(file: _File, survives: Survives, random: Random) -> bytes:
    content = bytearray(file.durable)
    for step in file.waiting if survives != "nothing" else ():
        if survives == "all":
            _apply(content, step)
        elif step.what == "cut":
            if random.random() < 0.5:
                _apply(content, step)
        else:
            for start in range(0, len(step.data), SECTOR):
                if random.random() < 0.5:
                    part = step.data[start : start + SECTOR]
                    _apply(content, Step("write", step.path, step.offset + start, part))
    return bytes(content)


def _apply(content: bytearray, step: Step) -> None:
    if step.what == "cut":
        del content[step.offset :]
        content.extend(bytes(step.offset - len(content)))
        return
    end = step.offset + len(step.data)
    content.extend(bytes(max(0, end - len(content))))
    content[step.offset : end] = step.data


def _naming(name: str, file: _File) -> Callable[[dict[str, _File]], None]:
    return lambda names: names.__setitem__(name, file)


def _renaming(name: str, other: str) -> Callable[[dict[str, _File]], None]:
    return lambda names: names.__setitem__(other, names.pop(name))


def _unnaming(name: str) -> Callable[[dict[str, _File]], None]:
    def remove(names: dict[str, _File]) -> None:
        names.pop(name, None)

    return remove


def _plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
