"""How warm the machine is, from files as the kernel writes them."""

from pathlib import Path

import pytest

from kiosk.temperature import warmest_celsius


@pytest.mark.parametrize(
    ("zones", "warmest"),
    [
        (["45000\n", "61500\n"], 61.5),
        (["-273200\n", "39000\n"], 39.0),
        (["broken\n"], None),
        (["", "52000\n"], 52.0),
        ([], None),
    ],
)
def test_the_warmest_zone_that_tells_something_sensible_counts(
    tmp_path: Path, zones: list[str], warmest: float | None
) -> None:
    for number, told in enumerate(zones):
        zone = tmp_path / f"thermal_zone{number}"
        zone.mkdir()
        (zone / "temp").write_text(told)
    assert warmest_celsius(tmp_path) == warmest


def test_a_machine_without_zones_tells_nothing(tmp_path: Path) -> None:
    assert warmest_celsius(tmp_path / "none") is None
