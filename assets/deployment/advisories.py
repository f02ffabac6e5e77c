"""Looks up, once a day, whether a locked dependency has a known weakness; `make check` calls it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_LOCK = "requirements.lock"
_SECONDS = 120


def verdict(found: Mapping[str, Any]) -> tuple[bool, list[str]]:
    """Return whether nothing speaks against the dependencies, and what to say, from pip-audit's JSON."""
    dependencies = found["dependencies"]
    weak = [
        f"{each['name']} {each['version']}: {weakness['id']}, mended in {', '.join(weakness['fix_versions']) or 'none'}"
        for each in dependencies
        for weakness in each.get("vulns", ())
    ]
    silent = sum("skip_reason" in each for each in dependencies)
    if silent:
        weak.append(f"{silent} of {len(dependencies)} dependencies could not be looked up: the registry does not tell.")
    return len(weak) == bool(silent), weak


def main(answers: Path) -> None:
    """Ask, unless today's answer is there; end with status 1 where a weakness is known."""
    today = answers / f"advisories-{datetime.now(UTC):%Y-%m-%d}-{Path(_LOCK).stat().st_mtime_ns}.json"
    if not today.exists():
        asking = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "-r", _LOCK]
        try:
            run = subprocess.run(  # noqa: S603 (our own tool)
                [*asking, "--progress-spinner", "off", "-f", "json"], capture_output=True, timeout=_SECONDS, check=False
            )
            json.loads(run.stdout)
        except (subprocess.TimeoutExpired, ValueError):
            sys.stdout.write("No advisory service could be reached: the dependencies were not looked up.\n")
            return
        for old in answers.glob("advisories-*.json"):
            old.unlink()
        today.write_bytes(run.stdout)
    good, told = verdict(json.loads(today.read_bytes()))
    sys.stdout.writelines(f"{line}\n" for line in told)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main(Path("build"))
