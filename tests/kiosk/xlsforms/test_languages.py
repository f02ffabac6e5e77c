import pytest

from kiosk.xlsforms.languages import language_code, plain_text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Bold** and *leaning* and __both__", "Bold and leaning and both"),
        ("# Heading\nText", "Heading\nText"),
        ('<span style="color:red">Red</span> text<br/>', "Red text"),
        ("[Our site](https://forum.example/a) tells", "Our site (https://forum.example/a) tells"),
        (r"Migrant\*innen und Bürger\*innen", "Migrant*innen und Bürger*innen"),
        ("a < b and 3 * 4 * 5", "a < b and 3 * 4 * 5"),
        ("snake_case_name and 2**3", "snake_case_name and 2**3"),
        ("Hello ${name}, how are you?", "Hello …, how are you?"),
        ("  two   spaces ", "two spaces"),
    ],
)
def test_what_was_for_looks_is_taken_off_and_nothing_else(written: str, shown: str) -> None:
    assert plain_text(written) == shown


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Korean (ko)", "ko"),
        ("한국어", "ko"),
        ("English", "en"),
        ("ENGLISH (en)", "en"),
        ("zh-Hans", "zh"),
        ("Chinese (zh-CN)", "zh"),
        ("Chinese (zh-Hant)", "zh-Hant"),
        ("Klingon", None),
        ("default", None),
    ],
)
def test_a_language_is_known_by_its_code_or_its_name(name: str, code: str | None) -> None:
    assert language_code(name) == code
