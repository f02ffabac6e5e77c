"""Prints the JSON Schema of content packs, as it stands in assets/packs/pack.schema.json beside the packs."""

import json
import sys

from kiosk.forum.packs import pack_schema


def schema_text() -> str:
    """Return the file's text."""
    return json.dumps(pack_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
