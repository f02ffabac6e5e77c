"""The interface is complete in four languages, and what is compiled is what was translated."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from ui.translations import sources, translation_files

_QML_WORD = re.compile(r'qsTr\("((?:[^"\\]|\\.)*)"')


def messages(path: Path) -> list[tuple[str, str, str, str]]:
    """Return context, source, translation and state of every message."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            state = translation.get("type", "")
            found.append((name, message.findtext("source", ""), translation.text or "", state))
    return found


@pytest.mark.parametrize("path", translation_files(), ids=lambda path: path.stem)
def test_every_word_of_the_interface_is_translated(path: Path) -> None:
    assert [source for _, source, text, state in messages(path) if not text.strip() or state] == []


@pytest.mark.parametrize("path", translation_files(), ids=lambda path: path.stem)
def test_every_word_in_the_screens_is_in_the_translation_file(path: Path) -> None:
    known = {(context, source) for context, source, _, _ in messages(path)}
    for file in sources():
        if file.suffix == ".qml":
            for word in _QML_WORD.findall(file.read_text(encoding="utf-8")):
                assert (file.stem, word) in known, f"run: python -m ui.translations, then translate “{word}”"


@pytest.mark.parametrize("path", translation_files(), ids=lambda path: path.stem)
def test_the_compiled_file_holds_the_same_translations(path: Path) -> None:
    translator = QTranslator()
    assert translator.load(path.stem, str(path.parent))
    for context, source, text, _ in messages(path):
        if "%1월" not in source:
            assert translator.translate(context, source) == text


@pytest.mark.parametrize("path", translation_files(), ids=lambda path: path.stem)
def test_a_translation_has_the_same_places_to_fill(path: Path) -> None:
    for _, source, text, _ in messages(path):
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", text)), source
