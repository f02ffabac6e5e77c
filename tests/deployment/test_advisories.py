"""A known weakness of a dependency fails the check; what could not be looked up is said."""

import pytest

from assets.deployment.advisories import verdict

SOUND = {"name": "jinja2", "version": "3.1.6", "vulns": []}
WEAK = {"name": "urllib3", "version": "1.26.4", "vulns": [{"id": "PYSEC-2021-108", "fix_versions": ["1.26.5"]}]}
UNKNOWN = {"name": "typst", "skip_reason": "Dependency not found on PyPI"}


@pytest.mark.parametrize(
    ("dependencies", "good", "told"),
    [
        ([SOUND], True, []),
        ([SOUND, UNKNOWN], True, ["1 of 2 dependencies could not be looked up: the registry does not tell."]),
        ([SOUND, WEAK], False, ["urllib3 1.26.4: PYSEC-2021-108, mended in 1.26.5"]),
        ([WEAK | {"vulns": [{"id": "X", "fix_versions": []}]}], False, ["urllib3 1.26.4: X, mended in none"]),
        ([WEAK, UNKNOWN], False, ["urllib3 1.26.4: PYSEC-2021-108, mended in 1.26.5", "1 of 2 dependencies"]),
    ],
)
def test_a_known_weakness_fails(dependencies: list[dict[str, object]], good: bool, told: list[str]) -> None:
    found, lines = verdict({"dependencies": dependencies})
    assert found is good
    assert len(lines) == len(told)
    assert all(line.startswith(start) for line, start in zip(lines, told, strict=True))
