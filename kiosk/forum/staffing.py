"""Who of the lobby's staff may do what at the touchscreen, which PIN is taken, and how long missed ones lock."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

SHORTEST_PIN, LONGEST_PIN = 6, 12
# So many misses are free of any wait; each one from here on locks for twice as long as the one before.
MISSES_BEFORE_LOCK = 5
FIRST_LOCK, LONGEST_LOCK = timedelta(seconds=15), timedelta(hours=1)

# The reason of a closure whose message staff wrote themselves, and the most characters that it has.
OWN = "own"
LONGEST_MESSAGE = 80

_NAME = re.compile(r"[a-z0-9가-힣][a-z0-9가-힣._-]{0,15}")


class Role(StrEnum):
    """What an account is for."""

    ATTENDANT = "attendant"
    MANAGER = "manager"


class Deed(StrEnum):
    """What can be done in the staff panel."""

    TALLY = "tally"
    STATUS = "status"
    UPLOAD = "upload"
    RESTART = "restart"
    TESTS = "tests"
    CLOSURE = "closure"
    CARDS = "cards"
    CONTENT = "content"
    ACCOUNTS = "accounts"
    SETTINGS = "settings"


_ATTENDANT = frozenset({Deed.TALLY, Deed.STATUS, Deed.UPLOAD, Deed.RESTART, Deed.TESTS, Deed.CLOSURE, Deed.CARDS})
MAY: Mapping[Role, frozenset[Deed]] = MappingProxyType({Role.ATTENDANT: _ATTENDANT, Role.MANAGER: frozenset(Deed)})


@dataclass(frozen=True, slots=True)
class Closure:
    """The kiosk is out of service: the code of the message for visitors; its words where staff wrote them (OWN)."""

    reason: str
    message: str = ""


def own_message(text: str) -> str:
    """Return what staff wrote for visitors as plain text on one line of at most LONGEST_MESSAGE characters."""
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(" " if unicodedata.category(each)[0] in "ZC" else each for each in composed)
    return " ".join(shown.split())[:LONGEST_MESSAGE].strip()


def may(role: Role, deed: Deed) -> bool:
    """Tell whether a role may do something."""
    return deed in MAY[role]


def is_account_name(name: str) -> bool:
    """Tell whether an account may be called so: short enough for a button, the same however it is typed."""
    return _NAME.fullmatch(name) is not None


def pin_fault(pin: str) -> Literal["length", "trivial"] | None:
    """Return what keeps a PIN from being taken: it has not 6 to 12 digits, or anybody would try it first."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        return "length"
    return "trivial" if _is_trivial(pin) else None


def removal_fault(roles: Mapping[str, Role], name: str, by: str) -> Literal["oneself", "last-manager"] | None:
    """Return what keeps an account from being removed in the panel: nobody removes themselves, or the last manager."""
    if name == by:
        return "oneself"
    managers = [each for each, role in roles.items() if role is Role.MANAGER]
    return "last-manager" if managers == [name] else None


def pin_problem(pin: str) -> str | None:
    """Return why a PIN is not taken, one sentence in Korean and one in English, or None."""
    fault = pin_fault(pin)
    if fault == "length":
        return (
            f"PIN은 숫자 {SHORTEST_PIN}~{LONGEST_PIN}자리입니다. 아무것도 바꾸지 않았습니다.\n"
            f"A PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits; nothing was changed."
        )
    if fault == "trivial":
        return (
            "누구나 먼저 눌러 볼 PIN입니다(같은 숫자, 이어지는 숫자, 되풀이). 아무것도 바꾸지 않았습니다. "
            "다른 PIN을 정하십시오.\n"
            "This PIN is what anybody would try first (few digits, a run, a repetition); nothing was changed. "
            "Choose another."
        )
    return None


def lock_after(misses: int) -> timedelta:
    """Return how long an account is locked after so many misses in a row."""
    if misses < MISSES_BEFORE_LOCK:
        return timedelta()
    doublings: int = 2 ** min(misses - MISSES_BEFORE_LOCK, 20)
    return min(LONGEST_LOCK, FIRST_LOCK * doublings)


def still_locked(misses: int, last_miss: datetime | None, now: datetime) -> timedelta:
    """Return how long an account stays locked; a clock that was set back shortens no lock and lengthens none."""
    if last_miss is None:
        return timedelta()
    return max(timedelta(), lock_after(misses) - max(timedelta(), now - last_miss))


def _is_trivial(pin: str) -> bool:
    if len(set(pin)) < 3:
        return True
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1:
        return True
    return any(pin == (pin[:size] * len(pin))[: len(pin)] for size in (2, 3))
