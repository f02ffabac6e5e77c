"""forum-staff daily: what a timer starts at closing time."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.daily import do_daily_work
from kiosk.home import default_home
from kiosk.settings import read_settings
from kiosk.store import open_store

app = typer.Typer(rich_markup_mode=None)


@app.command("daily")
def daily(
    home: Annotated[
        Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Do the day's work: tallies to a folder, an encrypted backup, old files kept in bounds (see kiosk/settings.py).

    A timer starts it at closing time (assets/deployment/units). Each step is done whatever becomes of the others; the
    exit status is 1 where one of them failed, and “forum-staff status” says so too.
    """
    settings = read_settings(home)
    with open_store(home) as store:
        work = do_daily_work(store, settings, datetime.now(UTC))
    if as_json:
        sys.stdout.write(json.dumps(asdict(work), ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{each}.\n" for each in (*work.done_ko, *work.done))
        sys.stderr.writelines(f"{each}\n" for each in (*work.problems_ko, *work.problems))
    if work.problems:
        raise typer.Exit(1)
