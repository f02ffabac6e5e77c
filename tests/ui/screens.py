"""Writes a picture of every screen, in languages, themes and orientations, and a contact sheet of them.

Run `python -m tests.ui.screens`; it writes build/screens/<language>/<theme>/<orientation>/<screen>.png and
build/screens/contact-sheet.png. The screens are reached by touch, as a visitor would.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image, ImageDraw
from PySide6.QtGui import QGuiApplication

from kiosk.forum.visits import answered, begin_visit, finish
from kiosk.pack_files import read_pack_file
from kiosk.store import Enrolment, open_store
from tests.ui.visitor import LANDSCAPE, PORTRAIT, Visitor, visiting
from ui.app import prepare_environment

ROOT = Path(__file__).parents[2]
LOBBY = ROOT / "assets" / "packs" / "lobby.yaml"
LANGUAGES = ("ko", "en", "ja", "zh")
THEMES = ("standard", "high-contrast", "large", "large-high-contrast")
SCREENS = {"portrait": PORTRAIT, "landscape": LANDSCAPE}
_THUMBNAIL = 300

Take = Callable[[str], None]


def tour(visitor: Visitor, language: str, theme: str, take: Take) -> None:
    """Walk through every screen and take a picture of each."""
    begin(visitor, language, theme, take)
    poll(visitor, take)
    opinion(visitor, take)
    statements(visitor, take)
    survey(visitor, take)
    sheets(visitor, take)


def furnish(home: Path) -> None:
    """A home with the sample pack, an enrolment, and enough answers for results to be shown."""
    pack = read_pack_file(LOBBY)
    activity = pack.activity("priorities-2026")
    assert activity is not None
    first, reason = activity.questions[:2]
    key = Ed25519PrivateKey.generate()
    with open_store(home) as store:
        store.install_pack(pack)
        store.save_enrolment(
            Enrolment(
                name="lobby-1",
                central_url="https://forum.example",
                public_url="https://forum.example",
                device_key=key.private_bytes_raw(),
                server_key=key.public_key().public_bytes_raw(),
                sealing_key=None,
            )
        )
        for place in range(37):
            visit = begin_visit(pack, activity, "ko")
            visit = answered(visit, first.id, first.options[place * place % 11 % len(first.options)].id)
            visit = answered(visit, reason.id, reason.options[place * 3 % 7 % len(reason.options)].id)
            store.keep(finish(visit, recorded_at=datetime.now(UTC), duration=30))


def begin(visitor: Visitor, language: str, theme: str, take: Take) -> None:
    """The attract screen and home, in the display that was asked for."""
    if language != "ko":
        for _ in range(LANGUAGES.index(language)):
            visitor.touch("attract.next")
    take("attract")
    visitor.touch(f"start.{language}")
    visitor.wait_for_screen("Home")
    if theme != "standard":
        visitor.touch("accessibility")
        if "large" in theme:
            visitor.touch("largeText")
        if "high-contrast" in theme:
            visitor.touch("highContrast")
        take("display")
        visitor.touch("display.close")
    take("home")


def poll(visitor: Visitor, take: Take) -> None:
    """A poll, its review, its result and the receipt."""
    visitor.touch("activity.priorities-2026")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peace")
    take("choice")
    visitor.touch("primary")
    visitor.touch("option.future")
    visitor.touch("primary")
    visitor.wait_for_screen("Review")
    take("review")
    visitor.touch("primary")
    visitor.wait_for_screen("Results")
    take("results-after-poll")
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    take("thanks")
    visitor.touch("back")
    visitor.wait_for_screen("Home")


def opinion(visitor: Visitor, take: Take) -> None:
    """Writing on the on-screen keyboard."""
    visitor.touch("activity.open-opinion")
    visitor.wait_for_screen("Choice")
    take("topics")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    visitor.type("한반도 평화와 외교" if visitor.journey.language == "ko" else "peace")
    take("text")
    visitor.touch("home")
    visitor.find("leaveSheet.secondary")
    take("leave-sheet")
    visitor.touch("leaveSheet.secondary")
    visitor.wait_for_screen("Home")


def statements(visitor: Visitor, take: Take) -> None:
    """Other people's statements."""
    visitor.touch("activity.thoughts-on-diplomacy")
    visitor.wait_for_screen("Statements")
    visitor.touch("vote.agree")
    take("statements")
    visitor.touch("home")
    visitor.touch("leaveSheet.secondary")
    visitor.wait_for_screen("Home")


def survey(visitor: Visitor, take: Take) -> None:
    """Every other type of question that the sample pack's survey asks."""
    visitor.touch("activity.diplomacy-and-you-2026")
    visitor.wait_for_screen("Intro")
    take("intro")
    visitor.touch("primary")
    visitor.wait_for_screen("Scale")
    seen: set[str] = set()
    while visitor.screen != "Review":
        name = visitor.screen.lower()
        if name not in seen:
            seen.add(name)
            take(f"survey-{name}")
        if not answer_something(visitor):
            break
        before = visitor.place_name()
        visitor.touch("primary")
        visitor.wait_for(lambda before=before: visitor.place_name() != before, "the next question")  # type: ignore[misc]
    take("survey-review")
    visitor.touch("home")
    visitor.touch("leaveSheet.secondary")
    visitor.wait_for_screen("Home")


def answer_something(visitor: Visitor) -> bool:
    """Answer the question that stands open in the shortest way."""
    visit = visitor.journey.place.visit
    question = None if visit is None or visit.at is None else visit.activity.question(visit.at)
    if question is None:
        return False
    match question.type:
        case "single" | "multiple" | "ranking":
            visitor.touch(f"option.{question.options[0].id}")
        case "scale":
            visitor.touch(f"step.{int(question.bounds[1])}")
        case "rating":
            visitor.touch("star.4")
        case "number":
            visitor.touch("digit.3")
        case "text":
            visitor.type("외교" if visitor.journey.language == "ko" else "hi")
    return True


def sheets(visitor: Visitor, take: Take) -> None:
    """The sheets over every screen, and the results from home."""
    for opener, sheet, closer in (
        ("language", "languages", "languages.close"),
        ("accessibility", "display", "display.close"),
        ("staff", "staffSheet", "staffSheet.primary"),
    ):
        visitor.touch(opener)
        visitor.find(sheet)
        take(f"sheet-{sheet}")
        visitor.touch(closer)
    visitor.touch("showResults")
    visitor.wait_for_screen("Results")
    take("results")


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
