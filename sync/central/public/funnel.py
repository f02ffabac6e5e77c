"""The funnel as a picture: how wide each step is drawn, from receipt to carrying out."""

from dataclasses import dataclass

from sync.central.public.edition import Funnel

STEPS = ("received", "reviewed", "adopted", "carried_out")
_WIDE = 1000
_LEVEL, _NECK = 40, 30
# Even one in a thousand can be seen.
_LEAST = 6


@dataclass(frozen=True, slots=True)
class Level:
    """One step: its bar, and the neck that leads to the next."""

    name: str
    count: int
    share: str
    path: str
    neck: str
    bottom: int


def funnel_levels(funnel: Funnel) -> list[Level]:
    """Return the steps from the top; widths are proportional to the counts."""
    counts = [getattr(funnel, name) for name in STEPS]
    most = max(1, *counts)
    widths = [max(_LEAST, round(_WIDE * count / most)) if count else 0 for count in counts]
    levels, top = [], 0
    for place, name in enumerate(STEPS):
        bottom = top + _LEVEL
        left, right = _ends(widths[place])
        neck = ""
        if place + 1 < len(STEPS) and widths[place + 1]:
            under_left, under_right = _ends(widths[place + 1])
            under = bottom + _NECK
            neck = f"M{left} {bottom}H{right}L{under_right} {under}H{under_left}Z"
        path = f"M{left} {top}H{right}V{bottom}H{left}Z"
        levels.append(Level(name, counts[place], _share(counts[place], counts[0]), path, neck, bottom))
        top = bottom + _NECK
    return levels


def _ends(width: int) -> tuple[float, float]:
    return (_WIDE - width) / 2, (_WIDE + width) / 2


def _share(count: int, received: int) -> str:
    if not received:
        return "–"
    share = 100 * count / received
    return f"{share:.0f}%" if share >= 10 or not count else f"{share:.1f}%" if share >= 0.1 else "< 0.1%"
