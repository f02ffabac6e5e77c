"""forum-staff prune: deleting the words that the ministry has acknowledged, after the retention period."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.home import default_home
from kiosk.retention import DAYS_VARIABLE, prune, retention_days
from kiosk.store import open_store

app = typer.Typer(rich_markup_mode=None)


@app.command("prune")
def prune_words(
    home: Annotated[
        Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)
    ],
    older_than: Annotated[
        int | None,
        typer.Option(min=1, max=3650, help=f"Days for which words are kept; {DAYS_VARIABLE} unless told, else 90."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Delete the words of days that the ministry acknowledged and that are older than the retention period.

    Counts, places and receipt numbers stay: tallies and later withdrawals work as before.
    """
    days = older_than or retention_days()
    with open_store(home) as store:
        done = prune(store, datetime.now(UTC), days)
    if as_json:
        told = {"days": days, "deleted": done.submissions, "days_held_back": done.days_held_back}
        sys.stdout.write(json.dumps(told) + "\n")
        return
    waits = (
        f" {done.days_held_back} older days stay whole: the ministry has not acknowledged all of them, or something of "
        "them is in quarantine."
        if done.days_held_back
        else ""
    )
    sys.stdout.write(
        f"The words of {done.submissions:,} submissions older than {days} days are deleted here; the ministry holds "
        f"them, and the tallies stay.{waits}\n"
    )
