"""Each guard is where its mutation looks, and one mutation is tried; `python -m tests.faults.mutations` tries all."""

import pytest

from tests.faults.mutations import MUTATIONS, TREE, Mutation, try_mutation


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_each_guard_is_where_its_mutation_looks(mutation: Mutation) -> None:
    for path, old, _ in mutation.edits:
        assert (TREE / path).read_text(encoding="utf-8").count(old) == 1, path


def test_power_cuts_find_a_store_that_does_not_sync_each_commit() -> None:
    mutation = next(each for each in MUTATIONS if each.name == "kiosk: synchronous = NORMAL")
    result = try_mutation(mutation)
    assert result.caught, result.words
    assert "is lost" in result.words
