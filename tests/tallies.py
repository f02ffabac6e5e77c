"""Reading tally files in tests."""

from pathlib import Path


def tally_contents(folder: Path) -> list[bytes]:
    """Return the bytes of a folder's CSV and JSON tally, without the signatures beside them."""
    return [path.read_bytes() for ending in ("csv", "json") for path in sorted(folder.glob(f"*.{ending}"))]
