"""Types the real petitions on diplomacy on the on-screen keyboard, by touch, and compares what the store kept.

Run `nice python -m tests.ui.type_petitions [--from N] [--to N] [--characters N]`; it prints a line for each petition
and the sum of all, and exits with 1 where any was stored otherwise than it was typed.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.forum.submissions import submission_from_bytes
from kiosk.pack_files import read_pack_file
from kiosk.store import open_store
from tests.real_input.petitions import diplomacy_petitions
from tests.ui.keyboard import Typist
from tests.ui.visitor import Visitor, visiting
from tests.ui.walking import stay_anonymous
from ui.app import prepare_environment

LOBBY = Path(__file__).parents[2] / "assets" / "packs" / "lobby.yaml"
# A quarter of the lobby screen's pixels, and the same millimetres.
SCREEN = "540x960@32in"


def type_opinion(visitor: Visitor, text: str) -> tuple[str, str]:
    """Leave a text as an opinion, by touch; return what was typed and what the store kept."""
    visitor.touch("start")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.open-opinion")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    typed = Typist(visitor).type(text)
    visitor.touch("primary")
    visitor.wait_for(lambda: visitor.screen in ("Caution", "Closing"), "what follows the text")
    if visitor.screen == "Caution":
        visitor.touch("leaveAsIs")
    stay_anonymous(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    receipt = visitor.journey.place.receipt
    assert receipt is not None
    today = visitor.journey.today()
    with open_store(visitor.kiosk.settings.home) as store:
        kept = [submission_from_bytes(record) for record in store.records(today, today)]
    stored = next(str(each.answers["opinion"]) for each in kept if each.receipt_id == receipt.receipt_id)
    visitor.touch("primary")
    visitor.wait_for_screen("Attract")
    return typed, stored


def main() -> None:
    """Type the petitions that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="first", type=int, default=1, help="the first petition, counted from 1")
    parser.add_argument("--to", dest="last", type=int, default=73, help="the last petition")
    parser.add_argument("--characters", type=int, default=2000, help="how many characters of each")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    prepare_environment()
    application = QGuiApplication(sys.argv[:1])
    wrong = characters = without_key = 0
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder)) as store:
            store.install_pack(read_pack_file(LOBBY))
        with visiting(Path(folder), screen=SCREEN) as visitor:
            for place, petition in list(enumerate(diplomacy_petitions(), 1))[asked.first - 1 : asked.last]:
                text = petition["content"][: asked.characters]
                if not text:
                    sys.stdout.write(f"{place:3}: says nothing\n")
                    continue
                typed, stored = type_opinion(visitor, text)
                wrong += typed != stored
                characters += len(typed)
                without_key += len(text) - len(typed)
                same = "as typed" if typed == stored else "OTHERWISE"
                sys.stdout.write(f"{place:3}: {len(typed)} of {len(text)} characters have keys; stored {same}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{characters} characters typed, {without_key} have no key; {wrong} stored otherwise\n")
    application.shutdown()
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
