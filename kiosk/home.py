"""Where a kiosk keeps its things."""

import os
from pathlib import Path


def default_home() -> Path:
    """Return FORUM_HOME, or a folder of the user's own."""
    named = os.environ.get("FORUM_HOME")
    return Path(named) if named else Path.home() / ".local/share/open-forum-kiosk"
