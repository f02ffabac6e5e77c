"""Brings the interface's words up to date: finds them in the sources, then compiles what was translated.

Run `python -m ui.translations` after changing a word of the interface; then translate what is new in the .ts files of
assets/translations and run it again. The words are written in Korean, so Korean itself needs no file.
"""

import subprocess
import sys
from pathlib import Path

from ui.languages import FIRST_LANGUAGE, LANGUAGES, TRANSLATIONS

_UI = Path(__file__).parent


def sources() -> list[Path]:
    """Return every file that words of the interface are written in."""
    return sorted([*_UI.glob("qml/Forum/**/*.qml"), _UI / "words.py", *_UI.glob("staff/*words.py")])


def translation_files() -> list[Path]:
    """Return the files that the translators write."""
    return [TRANSLATIONS / f"forum_{each.code}.ts" for each in LANGUAGES if each.code != FIRST_LANGUAGE]


def bring_up_to_date() -> None:
    """Update the .ts files from the sources and compile the .qm files from them."""
    tools = Path(sys.executable).parent
    files = [str(path) for path in translation_files()]
    found = [str(path.relative_to(_UI.parent)) for path in sources()]
    update = [str(tools / "pyside6-lupdate"), "-no-obsolete", "-locations", "none", "-source-language", "ko_KR"]
    subprocess.run([*update, *found, "-ts", *files], check=True, cwd=_UI.parent)  # noqa: S603 (our own tools)
    subprocess.run([str(tools / "pyside6-lrelease"), *files], check=True, cwd=_UI.parent)  # noqa: S603


if __name__ == "__main__":
    bring_up_to_date()
