"""The public log's tree: RFC 9162 hashing, appending with a compact frontier, and proofs that anyone can check.

A node is named by (level, index): it covers the 2**level leaves from index * 2**level. A node is complete, and never
changes again, once all its leaves are there; every proof is made of complete nodes alone. The central store keeps the
frontier and the complete nodes of the levels it wants to look up; lower ones can always be hashed anew from the leaves.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kiosk.forum.chain import HASH_BYTES
from kiosk.forum.errors import ForumError

LARGEST_SIZE = 2**62
EMPTY_ROOT = sha256(b"").digest()

HashAt = Callable[[int, int], bytes]
Place = tuple[int, int]


class ProofRejected(ForumError):
    """A proof does not hold: somebody changed it, or the log is not what it claims to be."""


class LogDamaged(ForumError):
    """What was kept of the log contradicts itself, or lies outside of it; nothing was changed."""


@dataclass(frozen=True, slots=True)
class NodeRun:
    """Neighbouring complete nodes of one level that an append has just completed; level 0 holds leaf hashes."""

    level: int
    first_index: int
    hashes: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Frontier:
    """All that appending needs: the log's size and the roots of its complete subtrees, largest (leftmost) first."""

    size: int = 0
    roots: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.size <= LARGEST_SIZE or len(self.roots) != self.size.bit_count():
            raise LogDamaged("The log's size and its frontier do not belong together; restore the central store.")
        if any(len(each) != HASH_BYTES for each in self.roots):
            raise LogDamaged("The log's frontier holds something that is no hash; restore the central store.")

    def root(self) -> bytes:
        """Return the root over all leaves (RFC 9162 §2.1.1)."""
        return _fold(self.roots) if self.roots else EMPTY_ROOT

    def packed(self) -> bytes:
        """Return the subtree roots as bytes for one column, at most 62 * 32; the size is a column of its own."""
        return b"".join(self.roots)


def frontier_from(size: int, packed: bytes) -> Frontier:
    """Read back what `packed` wrote; raises LogDamaged where size and bytes do not belong together."""
    if len(packed) % HASH_BYTES:
        raise LogDamaged("The log's frontier is cut short; restore the central store.")
    return Frontier(size, tuple(packed[at : at + HASH_BYTES] for at in range(0, len(packed), HASH_BYTES)))


def leaf_hash(entry: bytes) -> bytes:
    """Hash an entry of the log: SHA-256(0x00 ‖ entry); an entry of the forum's log is a record's commitment."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two neighbouring nodes into their parent: SHA-256(0x01 ‖ left ‖ right)."""
    return sha256(b"\x01" + left + right).digest()


def append(frontier: Frontier, entries: Iterable[bytes]) -> tuple[Frontier, list[NodeRun]]:
    """Append entries; return the new frontier and every node that they complete, one run a level, lowest first.

    The leaf indices of the entries are frontier.size, frontier.size + 1, …
    """
    levels = [level for level in range(frontier.size.bit_length() - 1, -1, -1) if frontier.size >> level & 1]
    peaks = dict(zip(levels, frontier.roots, strict=True))
    hashes = [sha256(b"\x00" + entry).digest() for entry in entries]
    size, first, level = frontier.size + len(hashes), frontier.size, 0
    runs = []
    while hashes:
        runs.append(NodeRun(level, first, hashes))
        row = [peaks.pop(level), *hashes] if first & 1 else hashes
        if len(row) & 1:
            peaks[level] = row[-1]
        # Once more written out, and not node_hash: this loop is what an upload waits for.
        hashes = [sha256(b"\x01" + left + right).digest() for left, right in zip(row[::2], row[1::2], strict=False)]
        first >>= 1
        level += 1
    return Frontier(size, tuple(peaks[each] for each in sorted(peaks, reverse=True))), runs


def root_at(size: int, hash_at: HashAt) -> bytes:
    """Return the root that the log had at an earlier size, from its complete nodes."""
    _check_size(size)
    return _root_of((0, size), hash_at) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, hash_at: HashAt) -> list[bytes]:
    """Return the path that proves the leaf at `index` in the log of `size` leaves (RFC 9162 §2.1.3.1).

    `hash_at(level, index)` is asked only for the places that `inclusion_places` names. Raises LogDamaged where the log
    has no such leaf.
    """
    return [_root_of(each, hash_at) for each in _inclusion_spans(index, size)]


def consistency_proof(old: int, new: int, hash_at: HashAt) -> list[bytes]:
    """Return what proves that the log of `new` leaves begins with the log of `old` leaves (RFC 9162 §2.1.4.1).

    The proof is empty where old is 0 or equals new. `hash_at` is asked only for what `consistency_places` names.
    Raises LogDamaged where old is larger than new.
    """
    return [_root_of(each, hash_at) for each in _consistency_spans(old, new)]


def inclusion_places(index: int, size: int) -> list[Place]:
    """Name the complete nodes, (level, index), that an inclusion proof needs, so that one query can fetch them all."""
    return [place for each in _inclusion_spans(index, size) for place in _cover(*each)]


def consistency_places(old: int, new: int) -> list[Place]:
    """Name the complete nodes, (level, index), that a consistency proof needs."""
    return [place for each in _consistency_spans(old, new) for place in _cover(*each)]


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Check that a leaf hash stands at `index` of the log of `size` with this root; raises ProofRejected.

    The steps are RFC 9162 §2.1.3.2's.
    """
    _check_hashes([leaf, root, *path])
    if not 0 <= index < size <= LARGEST_SIZE:
        raise ProofRejected(f"The proof speaks of entry {index} of a log of {size} entries; there is no such entry.")
    left, last, reached = index, size - 1, leaf
    for each in path:
        if last == 0:
            raise ProofRejected("The proof is longer than the log is high; somebody added to it.")
        if left & 1 or left == last:
            reached = node_hash(each, reached)
            while not left & 1 and left:
                left, last = left >> 1, last >> 1
        else:
            reached = node_hash(reached, each)
        left, last = left >> 1, last >> 1
    if last != 0:
        raise ProofRejected("The proof is shorter than the log is high; a part of it is missing.")
    if reached != root:
        raise ProofRejected("The proof does not lead to the log's root; the entry or the proof was changed.")


def verify_consistency(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    """Check that the log with new_root only added to the one with old_root; raises ProofRejected.

    The steps are RFC 9162 §2.1.4.2's; an empty log is the beginning of every log, and a log of itself.
    """
    _check_hashes([old_root, new_root, *path])
    if not 0 <= old <= new <= LARGEST_SIZE:
        raise ProofRejected(f"The earlier log has {old} entries and the later one {new}; a log never shrinks.")
    if (old == 0 and old_root != EMPTY_ROOT) or (new == 0 and new_root != EMPTY_ROOT):
        raise ProofRejected("The log claims to be empty and has the root of something else.")
    if old in (0, new):
        if path:
            raise ProofRejected("The proof should be empty and is not; somebody added to it.")
        if old == new and old_root != new_root:
            raise ProofRejected("Two logs of one size have different roots; the log was rewritten.")
        return
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    if not steps:
        raise ProofRejected("The proof is empty; ask the log for it again.")
    left, last = old - 1, new - 1
    while left & 1:
        left, last = left >> 1, last >> 1
    before = after = steps[0]
    for each in steps[1:]:
        if last == 0:
            raise ProofRejected("The proof is longer than the log is high; somebody added to it.")
        if left & 1 or left == last:
            before, after = node_hash(each, before), node_hash(each, after)
            while not left & 1 and left:
                left, last = left >> 1, last >> 1
        else:
            after = node_hash(after, each)
        left, last = left >> 1, last >> 1
    if last != 0:
        raise ProofRejected("The proof is shorter than the log is high; a part of it is missing.")
    if before != old_root or after != new_root:
        raise ProofRejected("The later log does not begin with the earlier one; the log or the proof was changed.")


def _inclusion_spans(index: int, size: int) -> list[tuple[int, int]]:
    _check_size(size)
    if not 0 <= index < size:
        raise LogDamaged(f"The log has {size} entries and none at {index}; wait for the next checkpoint.")
    first, end = 0, size
    spans = []
    while end - first > 1:
        split = _split(first, end)
        if index < split:
            spans.append((split, end))
            end = split
        else:
            spans.append((first, split))
            first = split
    return spans[::-1]


def _consistency_spans(old: int, new: int) -> list[tuple[int, int]]:
    _check_size(new)
    if not 0 <= old <= new:
        raise LogDamaged(f"The log had never {old} entries before it had {new}; name the smaller size first.")
    if old in (0, new):
        return []
    first, end = 0, new
    spans = []
    while end != old:
        split = _split(first, end)
        if old <= split:
            spans.append((split, end))
            end = split
        else:
            spans.append((first, split))
            first = split
    # The old tree itself needs no proof: its root is what the verifier holds.
    return [(first, end), *spans[::-1]] if first else spans[::-1]


def _split(first: int, end: int) -> int:
    """Return where RFC 9162 §2.1.1 cuts: the largest power of two smaller than the number of leaves."""
    return first + (1 << ((end - first - 1).bit_length() - 1))


def _cover(first: int, end: int) -> list[Place]:
    """Name the complete nodes that make up the leaves [first, end), largest first."""
    places = []
    while first < end:
        level = (end - first).bit_length() - 1
        places.append((level, first >> level))
        first += 1 << level
    return places


def _root_of(span: tuple[int, int], hash_at: HashAt) -> bytes:
    hashes = [hash_at(level, index) for level, index in _cover(*span)]
    if any(len(each) != HASH_BYTES for each in hashes):
        raise LogDamaged("The log's nodes hold something that is no hash; restore the central store.")
    return _fold(hashes)


def _fold(roots: Sequence[bytes]) -> bytes:
    *rest, reached = roots
    for each in reversed(rest):
        reached = node_hash(each, reached)
    return reached


def _check_size(size: int) -> None:
    if not 0 <= size <= LARGEST_SIZE:
        raise LogDamaged(f"A log has between 0 and {LARGEST_SIZE} entries, and not {size}.")


def _check_hashes(hashes: Sequence[bytes]) -> None:
    if any(len(each) != HASH_BYTES for each in hashes):
        raise ProofRejected(f"The proof holds something that is no hash of {HASH_BYTES} bytes.")
