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
    begins: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Not before this day, 0:00 in Seoul.")
    ] = None,
    as_json: _AsJson = False,
) -> None:
    """Check a content pack and offer it, signed, to the kiosks; each takes it between two visits."""
    from kiosk.forum.seoul import SEOUL
    from kiosk.pack_files import read_pack_file
    from sync.central.central import opened_central
    from sync.central.publishing import check_publishable
    from sync.central.store.offered_packs import offer_pack

    now = datetime.now(UTC)
    moment = begins.replace(tzinfo=SEOUL) if begins else None
    if moment and moment <= now:
        raise typer.BadParameter("--from must be a day to come; leave it out to publish at once")
    checked = read_pack_file(pack)
    with opened_central(Settings(home=home)) as central, central.database.writing() as connection:
        fresh = check_publishable(connection, checked, now)
        if fresh:
            offer_pack(connection, checked.id, checked.version, checked.canonical(), now, begins=moment)
    told = {"pack": checked.id, "version": checked.version, "new": fresh}
    when = "already offered" if not fresh else f"planned for {moment.date()}" if moment else "now offered"
    _say(told, [f"“{checked.id}” version {checked.version} is {when}."], as_json)


def remind(
    to: Annotated[list[str] | None, typer.Option(help="Send it to this address instead of printing it.")] = None,
    mail: Annotated[
        str, typer.Option(envvar="FORUM_MAIL_URL", help="The mail server, smtps://USER:PASSWORD@HOST.")
    ] = "smtp://localhost:25",
    sender: Annotated[str, typer.Option(envvar="FORUM_MAIL_FROM", help="Whom it is from.")] = "forum@localhost",
    home: _Home = DEFAULT_HOME,
    as_json: _AsJson = False,
) -> None:
    """Tell what runs out, seven, three and one days before, on the day, and when overdue; run it each morning."""
    from kiosk.forum.seoul import seoul_day
    from sync.central.central import opened_central
    from sync.central.proposals.intake import bring_up_to_date
    from sync.central.proposals.reminding import letter, reminders, send
    from sync.central.store.reminders import note_reminded

    now = datetime.now(UTC)
    settings = Settings(home=home)
    with opened_central(settings) as central:
        while not bring_up_to_date(central, now):
            pass
        with central.database.reading() as connection:
            found = reminders(connection, seoul_day(now))
        if found:
            if to:
                send(letter(found, to, sender, settings.public_url, now), mail)
            with central.database.writing() as connection:
                note_reminded(connection, [each.proposal_id for each in found], seoul_day(now))
    told = [
        {"proposal": e.proposal_id, "duty": e.duty.value, "due_on": str(e.due_on), "days_left": e.days_left}
        for e in found
    ]
    _say(told, [each.sentence() for each in found] or ["Nothing is to be reminded of today."], as_json)


def register(app: typer.Typer) -> None:
    """Add devices, reconcile, publish and remind to a command line."""
    app.command("remind")(remind)
    app.command("devices")(show_devices)
    app.command("reconcile")(show_reconciled)
    app.command("publish")(publish)


def _say(told: Any, sentences: list[str], as_json: bool) -> None:
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n" if as_json else "".join(f"{s}\n" for s in sentences))
