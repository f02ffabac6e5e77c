"""The faults of content packs in Korean: every sentence that the rules of packs can say has its words."""

import re
from pathlib import Path

import pytest

from kiosk.forum import pack_problems
from kiosk.forum.pack_faults import faults_of, in_korean, problem_in_korean

_ROOT = Path(__file__).parents[3]
_SOURCES = ("forum/packs.py", "forum/pack_fields.py", "pack_files.py")
# What stands in the place of a value, so that a sentence of the code becomes one that a person could read.
_VALUE = re.compile(r"\{[^{}]*\}")

# Of files on a disk, and of bytes that were published.
_OF_OTHERS = ("cannot be read", "pack: is not JSON")


def _said() -> list[str]:
    """Return every sentence about a pack that stands in the code, from the code itself."""
    found = []
    for name in _SOURCES:
        source = (_ROOT / "kiosk" / name).read_text()
        # Neighbouring pieces of one text are one sentence.
        source = re.sub(r'"\s*\n\s*f?"', "", source)
        found += re.findall(r'(?:ValueError\(|problem_at\([^"]*|return f?|PackRejected\(\[)\s*f?"([^"]+)"', source)
    told = [re.sub(r"^\{path\}\S*: |^\{path\}:\{[^}]*\}: |^\{at\}: ", "", each) for each in found]
    return [each for each in told if not each.startswith(_OF_OTHERS)]


def test_every_sentence_about_a_pack_has_korean_words() -> None:
    sentences = [_VALUE.sub("“x”", each) for each in _said() if ";" in each]
    assert len(sentences) > 20
    assert [each for each in sentences if in_korean(each) is None] == []


@pytest.mark.parametrize("kind", sorted(pack_problems._MENDS))
def test_every_finding_of_the_validator_has_korean_words(kind: str) -> None:
    values = {"expected": "'a' or 'b'", "gt": 1.0, "ge": 1.0, "le": 9.0}
    sentence = pack_problems._MENDS[kind](values, "x")
    assert in_korean(sentence), sentence


def test_a_fault_is_told_with_its_line_and_place_in_either_language() -> None:
    problems = ["a: b.yaml:79: activities[0].type: must be one of 'single' or 'note', not “singel”"]
    (korean,), (english,) = (faults_of(language, problems, "a: b.yaml") for language in ("ko", "en"))
    assert (korean.line, korean.path) == (english.line, english.path) == ("79", "activities[0].type")
    assert korean.sentence == "'single', 'note' 가운데 하나여야 하는데 “singel”(이)라고 적혀 있어요."
    assert english.sentence == "Must be one of 'single' or 'note', not “singel”"
    assert problem_in_korean(problems[0]) == f"a: b.yaml:79: activities[0].type: {korean.sentence}"
