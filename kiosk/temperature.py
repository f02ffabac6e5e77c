"""How warm the machine is, where it tells."""

from pathlib import Path

ZONES = Path("/sys/class/thermal")
# What a machine in a lobby can have; sensors that are not connected tell nonsense.
_LEAST, _MOST = -20.0, 130.0


def warmest_celsius(zones: Path = ZONES) -> float | None:
    """Return the warmest of the kernel's thermal zones in degrees Celsius, or None where none can be read."""
    found = [told for zone in zones.glob("thermal_zone*/temp") if (told := _celsius(zone)) is not None]
    return max(found, default=None)


def _celsius(path: Path) -> float | None:
    try:
        told = int(path.read_text(encoding="ascii")) / 1000
    except (OSError, ValueError):
        return None
    return told if _LEAST <= told <= _MOST else None
