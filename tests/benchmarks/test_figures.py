"""How a figure is printed and written."""

import json

from tests.benchmarks.figures import Figure, as_json, table

SUBMIT = Figure("durable submit", 3.0, "ms", 2.0, "bare SQLite insert of the same bytes")


def test_written_figure_holds_the_fields_that_the_design_names() -> None:
    assert json.loads(as_json([SUBMIT])) == {
        "figures": [
            {
                "name": "durable submit",
                "value": 3.0,
                "unit": "ms",
                "floor": 2.0,
                "floor_name": "bare SQLite insert of the same bytes",
                "ratio": 1.5,
            }
        ]
    }


def test_table_shows_value_and_floor_on_one_line_under_their_headings() -> None:
    heading, line = table([SUBMIT]).splitlines()
    assert line.index("3") == heading.index("value") + len("value") - 1
    assert line.index("2") == heading.index("floor") + len("floor") - 1
    assert "1.50" in line
