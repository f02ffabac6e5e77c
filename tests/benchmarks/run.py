"""Runs every benchmark module's `figures()`, prints them beside their floors and writes build/bench.json.

A benchmark is a module in this folder with a function `figures() -> Iterable[Figure]`. Words on the command line choose
modules by name: `make bench ARGS="upload"`.
"""

import importlib
import sys
from pathlib import Path

import typer

from tests.benchmarks.figures import Figure, as_json, table

RESULT = Path("build/bench.json")


def benchmark_modules() -> list[str]:
    """The names of this folder's modules that have a function `figures`, in alphabetical order."""
    folder = Path(__file__).parent
    return sorted(path.stem for path in folder.glob("*.py") if "\ndef figures(" in path.read_text(encoding="utf-8"))


def main(chosen: list[str]) -> int:
    """Measures the chosen modules, all when none is named; 2 where a name is unknown."""
    known = benchmark_modules()
    if unknown := [name for name in chosen if name not in known]:
        typer.echo(f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(known)}.", err=True)
        return 2
    figures: list[Figure] = []
    for name in chosen or known:
        typer.echo(f"measuring {name} …", err=True)
        figures += importlib.import_module(f"tests.benchmarks.{name}").figures()
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(as_json(figures) + "\n", encoding="utf-8")
    typer.echo(table(figures))
    typer.echo(f"Written to {RESULT}.", err=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
