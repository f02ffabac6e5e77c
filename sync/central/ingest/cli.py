"""forum-central's command that takes a kiosk's bundle from a USB stick."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from sync.central.settings import DEFAULT_HOME, Settings

_Home = Annotated[Path, typer.Option(help="The central store's directory.", envvar="FORUM_CENTRAL_HOME")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
_File = Annotated[Path, typer.Argument(help="What “forum-sync export” wrote.", exists=True, dir_okay=False)]
_Receipt = Annotated[
    Path | None, typer.Option("--receipt", help="Where to write the receipt; beside FILE unless told.")
]


def import_file(file: _File, home: _Home = DEFAULT_HOME, receipt: _Receipt = None, as_json: _AsJson = False) -> None:
    """Take a kiosk's bundle, and write the signed receipt that “forum-sync import-receipt” takes back."""
    from kiosk.reports.whole_files import whole_file
    from sync.central.central import opened_central
    from sync.central.ingest.bundles import import_bundle

    path = receipt or file.with_name(file.name + ".receipt.json")
    with opened_central(Settings(home=home)) as central:
        done = import_bundle(central, file)
        with whole_file(path) as written:
            written.write(done.receipt().model_dump_json().encode())
    if as_json:
        told = {"kiosk": done.kiosk, **done.outcomes, "receipt": str(path)}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    fresh = done.outcomes["created"] + done.outcomes["held_for_review"]
    sys.stdout.write(
        f"{fresh} submissions of “{done.kiosk}” were taken, and {done.outcomes['duplicate']} were here already. "
        f"Take {path} back to the kiosk: forum-sync import-receipt {path.name}\n"
    )


def register(app: typer.Typer) -> None:
    """Add import to a command line."""
    app.command("import")(import_file)
