"""forum-central's commands for operators: the kiosks' state, reconciling, and offering content packs."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from sync.central.settings import DEFAULT_HOME, Settings

_Home = Annotated[Path, typer.Option(help="The central store's directory.", envvar="FORUM_CENTRAL_HOME")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
_Kiosk = Annotated[str | None, typer.Option(help="Only the kiosk of this name.")]
_Day = Annotated[datetime | None, typer.Option("--day", formats=["%Y-%m-%d"], help="Only this day in Seoul.")]
_Late = Annotated[float, typer.Option("--late-after", min=0, help="Minutes of silence after which a kiosk is late.")]


def show_devices(home: _Home = DEFAULT_HOME, late_after: _Late = 60, as_json: _AsJson = False) -> None:
    """Show how every kiosk is doing: who is late, how many wait, gaps, quarantine."""
    from sync.central.central import opened_database
    from sync.central.results.device_states import device_states

    with opened_database(Settings(home=home)) as database:
        found = device_states(database, datetime.now(UTC), timedelta(minutes=late_after))
    _say([each.told() for each in found], [each.sentence() for each in found] or ["No kiosk is enrolled yet."], as_json)


def show_reconciled(
    home: _Home = DEFAULT_HOME, kiosk: _Kiosk = None, day: _Day = None, as_json: _AsJson = False
) -> None:
    """Compare the days that kiosks counted and signed with what arrived; status 1 where a day is not equal."""
    from sync.central.central import opened_database
    from sync.central.results.reconcile import reconcile

    with opened_database(Settings(home=home)) as database:
        found = reconcile(database, kiosk, day.date() if day else None)
    sentences = [each.sentence() for each in found] or ["No kiosk has reported such a day yet."]
    _say([each.told() for each in found], sentences, as_json)
    if any(each.state != "equal" for each in found):
        raise typer.Exit(1)


def publish(
    pack: Annotated[Path, typer.Argument(help="The content pack, a YAML file.", exists=True, dir_okay=False)],
    home: _Home = DEFAULT_HOME,
    as_json: _AsJson = False,
) -> None:
    """Check a content pack and offer it, signed, to the kiosks; each takes it between two visits."""
    from kiosk.pack_files import read_pack_file
    from sync.central.central import opened_central
    from sync.central.store.reports import offer_pack

    checked = read_pack_file(pack)
    with opened_central(Settings(home=home)) as central, central.database.writing() as connection:
        fresh = offer_pack(connection, checked.id, checked.version, checked.canonical(), datetime.now(UTC))
    told = {"pack": checked.id, "version": checked.version, "new": fresh}
    _say(told, [f"“{checked.id}” version {checked.version} is {'now' if fresh else 'already'} offered."], as_json)


def register(app: typer.Typer) -> None:
    """Add devices, reconcile and publish to a command line."""
    app.command("devices")(show_devices)
    app.command("reconcile")(show_reconciled)
    app.command("publish")(publish)


def _say(told: Any, sentences: list[str], as_json: bool) -> None:
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n" if as_json else "".join(f"{s}\n" for s in sentences))
