"""The passphrase of a backup, from the file that holds it."""

from pathlib import Path

from kiosk.forum.errors import ForumError


def read_passphrase(path: Path | None) -> str | None:
    """Return the first line of a file, or None where no file is named; raises ForumError where it cannot be read."""
    if path is None:
        return None
    try:
        return path.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise ForumError(
            f"암호문 파일 {path}을(를) 읽을 수 없습니다. 아무것도 바꾸지 않았습니다.\n"
            f"The passphrase file {path} cannot be read; nothing was changed. Check its path and its rights."
        ) from None
