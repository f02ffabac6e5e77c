"""Reading what is left of a damaged store, page by page, without the tables that held the pages together.

A page is decrypted by itself (SQLCipher 4: AES-256-CBC, its IV and an HMAC-SHA512 at its end), and read by SQLite's
file format (sqlite.org/fileformat2.html). Nothing is taken on trust: words are believed where they match the
commitment that was made when they were kept, an index only where its page is whole.
"""

import hmac
import mmap
import struct
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from kiosk.forum.chain import HASH_BYTES, SALT_BYTES, commitment

PAGE_BYTES = 4096
_IV_BYTES, _HMAC_BYTES = 16, 64
_USABLE = PAGE_BYTES - _IV_BYTES - _HMAC_BYTES
_LOG_HEADER, _FRAME_HEADER = 32, 24
_FRAME_BYTES = _FRAME_HEADER + PAGE_BYTES
_INTERIOR_INDEX, _LEAF_INDEX, _LEAF_TABLE = 2, 10, 13
_MOST_BYTES = 16 * 2**20
_NOT_A_CELL = (IndexError, ValueError, struct.error)


class Row(NamedTuple):
    """A row of the submission table, as it was written."""

    epoch: int
    seq: int
    receipt_id: str
    pack_id: str
    pack_version: int
    activity_id: str
    day: str
    salt: bytes | None
    payload: bytes | None
    commitment: bytes
    chain: bytes


_Place = tuple[int, int]


@dataclass
class Left:
    """What is left of submissions that a copy lacks, each beside its id in the table, by epoch and seq.

    `places` are those that are known to have been filled; `withdrawn` says when submissions, by id, were withdrawn.
    `whole` tells that no filled place can have escaped notice.
    """

    rows: dict[_Place, tuple[int, Row]] = field(default_factory=dict)
    places: set[_Place] = field(default_factory=set)
    withdrawn: dict[int, str] = field(default_factory=dict)
    whole: bool = False


def read_left(live: Path, key: str, after: Mapping[int, int]) -> Left:
    """Read what is left of a store's file and its write-ahead log, of each epoch what comes after a place.

    `key` is the store's key, 64 hex digits.
    """
    left, broken = Left(), 0
    with closing(_Pages(live, bytes.fromhex(key))) as pages:
        for content, sound in pages.images():
            broken += not sound
            for rowid, values in _cells(content, pages):
                if (row := _submission(values)) is not None:
                    place = row.epoch, row.seq
                    if row.seq > after.get(row.epoch, 0):
                        left.rows[place] = rowid, row  # a later page tells the later state
                        left.places.add(place)
                elif _is_withdrawal(values):
                    left.withdrawn[rowid] = values[1]
                elif sound and _is_place(rowid, values) and values[1] > after.get(values[0], 0):
                    left.places.add((values[0], values[1]))
        # A place is named by its row and by the index: one lost page cannot hide it.
        left.whole = pages.complete and broken < 2
    return left


def log_is_broken(log: Path) -> bool:
    """Tell whether a write-ahead log was damaged, so that SQLite would leave out the rest of it without a word.

    What a power cut tears is a transaction that was not at its end yet, and nobody was thanked for.
    """
    content = log.read_bytes() if log.is_file() else b""
    if len(content) < _LOG_HEADER + _FRAME_BYTES:
        return False
    order = ">" if content[3] & 1 else "<"
    total = _checksum((0, 0), content[:24], order)
    broken = total != struct.unpack(">II", content[24:_LOG_HEADER])
    for at, commits in _frames(content):
        if not broken:
            header = content[at : at + _FRAME_HEADER]
            total = _checksum(total, header[:8] + content[at + _FRAME_HEADER : at + _FRAME_BYTES], order)
            broken = total != struct.unpack(">II", header[16:])
        if broken and commits:
            return True
    return False


def _frames(log: bytes) -> Iterator[tuple[int, bool]]:
    """Yield where each frame of a log's present generation begins, and whether it ends a transaction."""
    starts = range(_LOG_HEADER, len(log) - _FRAME_BYTES + 1, _FRAME_BYTES)
    # The header names the generation, and so does each frame: the word of two outweighs one that is damaged.
    named = (log[16:24], *(log[at + 8 : at + 16] for at in starts[:2]))
    generation = max(named, key=named.count)
    for at in starts:
        if log[at + 8 : at + 16] == generation:
            yield at, log[at + 4 : at + 8] != b"\0\0\0\0"


def _checksum(total: tuple[int, int], content: bytes, order: str) -> tuple[int, int]:
    a, b = total
    for x, y in struct.iter_unpack(order + "II", content):
        a = (a + x + b) & 0xFFFFFFFF
        b = (b + y + a) & 0xFFFFFFFF
    return a, b


class _Pages:
    """Every image of every page: first those of the file, then those of the log's transactions in their order."""

    def __init__(self, live: Path, key: bytes) -> None:
        self._file: mmap.mmap | bytes = b""
        if live.is_file() and live.stat().st_size:
            with live.open("rb") as file:
                self._file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        log = live.with_name(live.name + "-wal")
        self._log = log.read_bytes() if log.is_file() else b""
        self._key = key
        salt = bytes(each ^ 0x3A for each in self._file[:16])
        self._hmac_key = pbkdf2_hmac("sha512", key, salt, 2, 32)
        self._newest: dict[int, bytes] = {}
        self.complete = False

    def close(self) -> None:
        """Let go of the file."""
        if isinstance(self._file, mmap.mmap):
            self._file.close()

    def images(self) -> Iterator[tuple[bytes, bool]]:
        """Yield the content of each image, and whether it is whole."""
        frames = list(_frames(self._log))
        last = max((number for number, (_, commits) in enumerate(frames) if commits), default=-1)
        pieces = [
            (struct.unpack_from(">I", self._log, at)[0], self._log[at + _FRAME_HEADER : at + _FRAME_BYTES])
            for at, _ in frames[: last + 1]
        ]
        self._newest = dict(pieces)
        present = len(self._file) // PAGE_BYTES
        size = struct.unpack_from(">I", self._log, frames[last][0] + 4)[0] if last >= 0 else 0
        for number in range(1, present + 1):
            content, sound = self._opened(number, self._piece(number))
            if number == 1 and not size:
                size = struct.unpack_from(">I", content, 28)[0] if sound else 2**32
            # What the log holds anew is no loss.
            yield content, sound or number in self._newest
        for number, piece in pieces:
            yield self._opened(number, piece)
        self.complete = size > 0 and all(number <= present or number in self._newest for number in range(1, size + 1))

    def page(self, number: int) -> bytes:
        """Return the newest content of a page; raises ValueError where there is none."""
        piece = self._newest.get(number) or self._piece(number)
        if number < 1 or len(piece) != PAGE_BYTES:
            raise ValueError(number)
        return self._opened(number, piece)[0]

    def _piece(self, number: int) -> bytes:
        return self._file[(number - 1) * PAGE_BYTES : number * PAGE_BYTES]

    def _opened(self, number: int, piece: bytes) -> tuple[bytes, bool]:
        start = 16 if number == 1 else 0  # the first page begins with the salt
        signed, digest = piece[start : _USABLE + _IV_BYTES], piece[-_HMAC_BYTES:]
        sound = hmac.digest(self._hmac_key, signed + struct.pack("<I", number), "sha512") == digest
        decryptor = Cipher(algorithms.AES(self._key), modes.CBC(piece[_USABLE:][:_IV_BYTES])).decryptor()
        return bytes(start) + decryptor.update(piece[start:_USABLE]), sound


def _cells(content: bytes, pages: _Pages) -> Iterator[tuple[int, list[Any]]]:
    """Yield (row, values) of each cell of a page that can be read; the row is 0 in an index."""
    kind = content[0]
    if kind not in (_INTERIOR_INDEX, _LEAF_INDEX, _LEAF_TABLE):
        return
    header = 12 if kind == _INTERIOR_INDEX else 8
    count = min(struct.unpack_from(">H", content, 3)[0], (_USABLE - header) // 2)
    for start in struct.unpack_from(f">{count}H", content, header):
        try:
            size, at = _varint(content, start + (4 if kind == _INTERIOR_INDEX else 0))
            rowid, at = _varint(content, at) if kind == _LEAF_TABLE else (0, at)
            if kind == _LEAF_TABLE or size <= _USABLE // 4:  # the indexes of a store have short keys only
                yield rowid, _values(_record(content, at, size, pages))
        except _NOT_A_CELL:
            continue


def _record(content: bytes, at: int, size: int, pages: _Pages) -> bytes:
    """Return a record of a table's leaf, gathered from its overflow pages where it has some."""
    if size > _MOST_BYTES:
        raise ValueError(size)
    if size <= _USABLE - 35:
        return content[at : at + size]
    least = (_USABLE - 12) * 32 // 255 - 23
    local = least + (size - least) % (_USABLE - 4)
    if local > _USABLE - 35:
        local = least
    record, following = content[at : at + local], struct.unpack_from(">I", content, at + local)[0]
    while len(record) < size:
        page = pages.page(following)
        following = struct.unpack_from(">I", page)[0]
        record += page[4:_USABLE]
    return record[:size]


def _values(record: bytes) -> list[Any]:
    """Return the values of a record; raises where it is not exactly one."""
    end, at = _varint(record, 0)
    kinds = []
    while at < end:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values: list[Any] = []
    for kind in kinds:
        size = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind] if kind < 10 else (kind - 12) // 2
        piece = record[at : at + size]
        if len(piece) != size or kind in (10, 11):
            raise ValueError(kind)
        if kind >= 12:
            values.append(piece.decode() if kind % 2 else piece)
        else:
            values.append(None if kind == 0 else kind - 8 if kind in (8, 9) else int.from_bytes(piece, signed=True))
        at += size
    if at != len(record):
        raise ValueError(at)
    return values


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for each in range(8):
        byte = content[at + each]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + each + 1
    return value << 8 | content[at + 8], at + 9


def _submission(values: list[Any]) -> Row | None:
    """Return the row that these values are, where they are one and its words are those that were kept."""
    if len(values) != 12 or values[0] is not None:
        return None
    row = Row(*values[1:])
    kinds = (int, int, str, str, int, str, str)
    if any(type(value) is not kind for value, kind in zip(row, kinds, strict=False)) or row.epoch < 1 or row.seq < 1:
        return None
    if not (isinstance(row.commitment, bytes) and isinstance(row.chain, bytes)):
        return None
    if row.payload is None and row.salt is None:
        return row if len(row.commitment) == len(row.chain) == HASH_BYTES else None
    if not (isinstance(row.salt, bytes) and isinstance(row.payload, bytes)) or len(row.salt) != SALT_BYTES:
        return None
    return row if commitment(row.salt, row.payload) == row.commitment else None


def _is_place(rowid: int, values: list[Any]) -> bool:
    """Tell whether an entry is one of an index over (epoch, seq)."""
    return rowid == 0 and len(values) == 3 and all(type(each) is int for each in values)


def _is_withdrawal(values: list[Any]) -> bool:
    return (
        len(values) == 3
        and values[0] is None
        and isinstance(values[1], str)
        and values[1].endswith("Z")
        and isinstance(values[2], bytes | None)
    )
