"""Writes a picture of every screen, in languages, themes and orientations, and a contact sheet of them.

Run `python -m tests.ui.screens`; it writes build/screens/<language>/<theme>/<orientation>/<screen>.png and
build/screens/contact-sheet.png. The screens are reached by touch, as a visitor would.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtGui import QGuiApplication

from tests.ui.tour import LANGUAGES, furnish, tour
from tests.ui.visitor import LANDSCAPE, PORTRAIT, Visitor, visiting
from ui.app import prepare_environment

ROOT = Path(__file__).parents[2]
THEMES = ("standard", "high-contrast", "large", "large-high-contrast")
SCREENS = {"portrait": PORTRAIT, "landscape": LANDSCAPE}
_THUMBNAIL = 300


def contact_sheet(pictures: Sequence[Path], to: Path) -> None:
    """Lay small copies of the pictures beside one another, with their names."""
    small = []
    for path in pictures:
        picture = Image.open(path).convert("RGB")
        picture.thumbnail((_THUMBNAIL, _THUMBNAIL * 2))
        small.append((path, picture))
    columns = 10
    height = max(picture.height for _, picture in small) + 22
    rows = -(-len(small) // columns)
    sheet = Image.new("RGB", (columns * (_THUMBNAIL + 8), rows * height), "white")
    draw = ImageDraw.Draw(sheet)
    for place, (path, picture) in enumerate(small):
        x, y = place % columns * (_THUMBNAIL + 8), place // columns * height
        sheet.paste(picture, (x, y + 18))
        draw.text((x, y + 2), "/".join(path.with_suffix("").parts[-4:]), fill="black")
    sheet.save(to)


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES), choices=LANGUAGES)
    parser.add_argument("--themes", nargs="+", default=["standard", "high-contrast", "large"], choices=THEMES)
    parser.add_argument("--orientations", nargs="+", default=list(SCREENS), choices=list(SCREENS))
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screens")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    prepare_environment()
    application = QGuiApplication(sys.argv[:1])
    pictures: list[Path] = []
    for language in asked.languages:
        for theme in asked.themes:
            for orientation in asked.orientations:
                folder = asked.out / language / theme / orientation
                folder.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryDirectory() as home:
                    furnish(Path(home))
                    with visiting(Path(home), screen=SCREENS[orientation]) as visitor:

                        def take(name: str, visitor: Visitor = visitor, folder: Path = folder) -> None:
                            visitor.picture().save(str(folder / f"{name}.png"))
                            pictures.append(folder / f"{name}.png")

                        tour(visitor, language, theme, take)
                sys.stdout.write(f"{folder}\n")
    contact_sheet(pictures, asked.out / "contact-sheet.png")
    application.shutdown()


if __name__ == "__main__":
    main()
