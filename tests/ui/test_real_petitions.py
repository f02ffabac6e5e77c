"""Real petitions typed by touch are stored as typed; `python -m tests.ui.type_petitions` types all of them."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.real_input.petitions import diplomacy_petitions
from tests.ui.type_petitions import SCREEN, type_opinion
from tests.ui.visitor import visiting


def test_the_beginning_of_real_petitions_is_stored_as_it_was_typed(qapp: QGuiApplication, lobby_home: Path) -> None:
    # Hangul, then Latin letters and signs: space after a sentence's end leads from the signs back to the letters.
    texts = [diplomacy_petitions()[7]["content"][:60], "NATO, UN. 그리고 3.1 운동! [가]"]
    with visiting(lobby_home, screen=SCREEN) as visitor:
        for text in texts:
            assert type_opinion(visitor, text) == (text, text)
