"""A figure: one measurement beside its floor, the least that the same machine could do in the same run."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measurement; `floor` has the same unit, and `floor_name` says what was measured for it."""

    name: str
    value: float
    unit: str
    floor: float
    floor_name: str

    @property
    def ratio(self) -> float:
        """How many times the floor the value is."""
        return self.value / self.floor


def table(figures: Iterable[Figure]) -> str:
    """Figures as lines of aligned text, value and floor side by side."""
    rows = [("what", "value", "floor", "unit", "ratio", "the floor is")]
    rows += [(f.name, _number(f.value), _number(f.floor), f.unit, f"{f.ratio:.2f}", f.floor_name) for f in figures]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]

    def line(row: tuple[str, ...]) -> str:
        name, value, floor, unit, ratio, floor_name = (cell.ljust(w) for cell, w in zip(row, widths, strict=True))
        right = [cell.strip().rjust(len(cell)) for cell in (value, floor, ratio)]
        return "  ".join([name, right[0], right[1], unit, right[2], floor_name]).rstrip()

    return "\n".join(map(line, rows))


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def as_json(figures: Iterable[Figure]) -> str:
    """Figures as the text of build/bench.json."""
    return json.dumps({"figures": [asdict(f) | {"ratio": f.ratio} for f in figures]}, ensure_ascii=False, indent=2)
