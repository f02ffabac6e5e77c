"""A tree by the letter of RFC 9162 §2.1: recursive, slow and unlike the one that it tests; and a log kept as nodes."""

from collections.abc import Sequence
from hashlib import sha256

from sync.protocol.merkle import Frontier, append


def mth(entries: Sequence[bytes]) -> bytes:
    """Return MTH(D[n]) of §2.1.1."""
    if not entries:
        return sha256().digest()
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0]).digest()
    k = _k(len(entries))
    return sha256(b"\x01" + mth(entries[:k]) + mth(entries[k:])).digest()


def path(m: int, entries: Sequence[bytes]) -> list[bytes]:
    """Return PATH(m, D[n]) of §2.1.3.1."""
    if len(entries) == 1:
        return []
    k = _k(len(entries))
    if m < k:
        return [*path(m, entries[:k]), mth(entries[k:])]
    return [*path(m - k, entries[k:]), mth(entries[:k])]


def subproof(m: int, entries: Sequence[bytes], whole: bool = True) -> list[bytes]:
    """Return SUBPROOF(m, D[n], b) of §2.1.4.1; PROOF(m, D[n]) is the one with b true."""
    if m == len(entries):
        return [] if whole else [mth(entries)]
    k = _k(len(entries))
    if m <= k:
        return [*subproof(m, entries[:k], whole), mth(entries[k:])]
    return [*subproof(m - k, entries[k:], False), mth(entries[:k])]


def _k(n: int) -> int:
    k = 1
    while 2 * k < n:
        k *= 2
    return k


class KeptNodes(dict[tuple[int, int], bytes]):
    """A log's complete nodes by place, as a central store keeps them, and its frontier."""

    def __init__(self, *batches: Sequence[bytes]) -> None:
        super().__init__()
        self.frontier = Frontier()
        for batch in batches:
            self.add(batch)

    def add(self, batch: Sequence[bytes]) -> None:
        """Append a batch; a node is written once and never again."""
        self.frontier, runs = append(self.frontier, batch)
        for run in runs:
            for index, each in enumerate(run.hashes, run.first_index):
                assert (run.level, index) not in self
                self[run.level, index] = each

    def hash_at(self, level: int, index: int) -> bytes:
        """Return a node's hash; a place that is not complete is a KeyError."""
        return self[level, index]
