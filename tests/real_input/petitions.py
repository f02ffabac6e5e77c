"""The real petitions of ../shared/data."""

import gzip
import json

from tests.real_input.polis import DATA


def diplomacy_petitions() -> list[dict[str, str]]:
    """Return the petitions on diplomacy, unification and defence (외교/통일/국방)."""
    with gzip.open(DATA / "petitions" / "petitions_2019-04_06.jsonl.gz", "rt", encoding="utf-8") as file:
        every = [json.loads(line) for line in file]
    return [each for each in every if each["category"] == "외교/통일/국방"]
