"""What is counted of one kiosk's day: all that tally files and reports need once the words themselves are gone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from typing import Any

from kiosk.forum.glances import Glance
from kiosk.forum.rapid_repeats import with_rapid_repeats
from kiosk.forum.tallies import SUBMISSIONS, PackOf, Tally, TallyLine

# A line without its label and count.
_Key = tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class DayCounts:
    """A day's tally lines, those of its rapid repeats, and what a glance adds to them."""

    lines: tuple[TallyLine, ...]
    rapid_repeat_lines: tuple[TallyLine, ...]
    glance: Mapping[str, Any]

    @property
    def submissions(self) -> int:
        """How many submissions were counted."""
        return sum(line.count for line in self.lines if (line.question_id, line.option_id) == SUBMISSIONS)

    def of_kiosk(self, kiosk_id: str) -> DayCounts:
        """Return the same counts under another name of the kiosk: files carry the present one."""
        return DayCounts(_named(self.lines, kiosk_id), _named(self.rapid_repeat_lines, kiosk_id), self.glance)

    def packed(self) -> bytes:
        """Return the counts as JSON."""
        rows = {"lines": list(map(astuple, self.lines)), "rapid": list(map(astuple, self.rapid_repeat_lines))}
        return json.dumps({**rows, "glance": self.glance}, ensure_ascii=False, separators=(",", ":")).encode()


def count_day(kiosk_id: str, records: Iterable[Mapping[str, Any]], pack_of: PackOf) -> DayCounts:
    """Count a day's records, in the order in which they were kept."""
    tally, glance = Tally(pack_of), Glance()
    for record, rapid_repeat in with_rapid_repeats(records):
        tally.add(kiosk_id, record, rapid_repeat)
        glance.add(record, rapid_repeat)
    return DayCounts(tuple(tally.lines()), tuple(tally.rapid_repeat_lines()), glance.told())


def unpacked_counts(packed: bytes) -> DayCounts:
    """Read what `packed` wrote."""
    told = json.loads(packed)
    lines, rapid = (tuple(TallyLine(*row) for row in told[name]) for name in ("lines", "rapid"))
    return DayCounts(lines, rapid, told["glance"])


def together(one: DayCounts, other: DayCounts) -> DayCounts:
    """Add the counts of two parts of one day; where a label differs, the other's counts as the newer."""
    glance = Glance()
    glance.add_told(one.glance)
    glance.add_told(other.glance)
    return DayCounts(
        added_lines(one.lines, other.lines),
        added_lines(one.rapid_repeat_lines, other.rapid_repeat_lines),
        glance.told(),
    )


def added_lines(one: Iterable[TallyLine], other: Iterable[TallyLine]) -> tuple[TallyLine, ...]:
    """Add two sets of lines, in a tally's order; where a label differs, the other's counts as the newer."""
    found: dict[_Key, tuple[str, int]] = {}
    for line in (*one, *other):
        key = (
            line.date,
            line.kiosk_id,
            line.activity_id,
            line.question_id,
            line.option_id,
            line.channel,
            line.language,
        )
        found[key] = (line.label, line.count + found.get(key, ("", 0))[1])
    rows = sorted((*key[:5], label, *key[5:], count) for key, (label, count) in found.items())
    return tuple(TallyLine(*row) for row in rows)


def _named(lines: Iterable[TallyLine], kiosk_id: str) -> tuple[TallyLine, ...]:
    return tuple(replace(line, kiosk_id=kiosk_id) for line in lines)
