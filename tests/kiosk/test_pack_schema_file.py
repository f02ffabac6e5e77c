import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kiosk.forum.packs import pack_schema
from kiosk.pack_schema_file import schema_text
from tests.small_pack import small_pack_data

PUBLISHED = Path(__file__).parents[2] / "assets" / "packs" / "pack.schema.json"
RULES = jsonschema.Draft202012Validator(pack_schema())


def test_published_schema_is_up_to_date() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), (
        "the rules of packs have changed; run: python -m kiosk.pack_schema_file > assets/packs/pack.schema.json"
    )


def test_schema_is_one_and_accepts_a_good_pack() -> None:
    RULES.check_schema(RULES.schema)
    RULES.validate(small_pack_data())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Not An Id"),
        ("type", "choice"),
        ("options", None),
        ("statements", []),
        ("requird", True),
        ("at_most", 0),
        ("label", "글"),
    ],
)
def test_editor_marks_a_question_with_a_mistake(field: str, value: Any) -> None:
    data = copy.deepcopy(small_pack_data())
    question = data["activities"][0]["questions"][0]
    question[field] = value
    if value is None:
        del question[field]
    assert list(RULES.iter_errors(data))


def test_every_field_of_a_question_and_an_activity_is_told() -> None:
    parts = pack_schema()["$defs"]
    untold = [
        f"{part}.{name}"
        for part in ("Question", "Activity", "Session", "Outcome")
        for name, field in parts[part]["properties"].items()
        if "description" not in field
    ]
    assert untold == []
    assert "null" not in json.dumps(pack_schema())
