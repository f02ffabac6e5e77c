"""`forum-central report`: the yearly report as a file."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sync.central.settings import DEFAULT_HOME, Settings


def register(app: typer.Typer) -> None:
    """Add the commands of the public side."""
    app.command()(report)


def report(
    year: Annotated[int, typer.Argument(min=2000, max=9998, help="The year to report on.")],
    home: Annotated[
        Path, typer.Option(help="The central store's directory.", envvar="FORUM_CENTRAL_HOME")
    ] = DEFAULT_HOME,
    out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Write the report on a year as PDF, with the figures that are published: through yesterday at most."""
    from kiosk.reports.whole_files import whole_file
    from sync.central.central import opened_central
    from sync.central.public.publisher import Publisher

    with opened_central(Settings(home=home)) as central:
        publisher = Publisher(central)
        published = publisher.made_now(datetime.now(UTC))
        path = out / f"forum-report-{year}.pdf"
        with whole_file(path) as file:
            file.write(publisher.report(published, year))
    told = {"year": year, "as_of": published.edition.as_of.isoformat(), "files": [str(path)]}
    sys.stdout.write((json.dumps(told, ensure_ascii=False) if as_json else f"The report on {year}: {path}") + "\n")
