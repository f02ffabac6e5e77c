"""forum-central's commands of the public log."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sync.central.settings import DEFAULT_HOME, Settings

_Home = Annotated[Path, typer.Option(help="The central store's directory.", envvar="FORUM_CENTRAL_HOME")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def publish_log(home: _Home = DEFAULT_HOME, as_json: _AsJson = False) -> None:
    """Put everything that is stored into the public log, and print the signed checkpoint over it."""
    from sync.central.central import opened_central

    with opened_central(Settings(home=home)) as central:
        checkpoint = central.log.publish(datetime.now(UTC))
    told = {"size": checkpoint.size, "signed_at": checkpoint.signed_at.isoformat(), "note": checkpoint.note}
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n" if as_json else checkpoint.note)


def log_key(home: _Home = DEFAULT_HOME, as_json: _AsJson = False) -> None:
    """Print the public log's verifier key, name+id+key; publish it where people trust it."""
    from sync.central.central import opened_central

    with opened_central(Settings(home=home)) as central:
        key = central.log.verifier
    sys.stdout.write(json.dumps({"name": key.name, "key": str(key)}) + "\n" if as_json else f"{key}\n")


def register(app: typer.Typer) -> None:
    """Add publish-log and log-key to a command line."""
    app.command("publish-log")(publish_log)
    app.command("log-key")(log_key)
