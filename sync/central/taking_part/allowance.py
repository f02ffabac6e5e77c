"""How much one connection may send in a while: no address is stored, and what stands for it is soon forgotten.

An address is only ever held as a keyed hash, in memory, under a key that is thrown away with the counts every ten
minutes. Many people may share one address (an office, a mobile network), so the limits are wide: they stop a program,
not a household.
"""

import secrets
from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address
from threading import Lock
from time import monotonic

WHILE_SECONDS = 600
# Forms that one connection may send, of these the visits that it may begin or submit, and all of them together.
FORMS, VISITS, EVERYBODYS_VISITS = 1200, 120, 20_000


class Allowance:
    """Counts what each connection sent in the current while; usable from many threads."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._since = clock()
        self._key = secrets.token_bytes(32)
        self._counts: Counter[bytes] = Counter()

    def takes(self, address: str, kind: str, most: int) -> bool:
        """Count one more of a kind; False where that is too much for now."""
        with self._lock:
            if self._clock() - self._since >= WHILE_SECONDS:
                self._since, self._key = self._clock(), secrets.token_bytes(32)
                self._counts.clear()
            place = blake2b(f"{kind} {_network(address)}".encode(), key=self._key, digest_size=12).digest()
            if self._counts[place] >= most:
                return False
            self._counts[place] += 1
            return True

    @property
    def seconds_left(self) -> int:
        """After how many seconds everybody may send again."""
        return max(1, round(WHILE_SECONDS - (self._clock() - self._since)))


def _network(address: str) -> str:
    """Return an IPv4 address, or the network of an IPv6 one: a household has more of these than can be counted."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped) if found.ipv4_mapped else found.exploded[:19]
    return str(found)
