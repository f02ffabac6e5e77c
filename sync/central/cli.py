"""forum-central: the central ministry store from a command line."""

import getpass
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day
from kiosk.forum.tally_files import tally_csv, tally_file_name, tally_json
from kiosk.reports.whole_files import whole_file
from sync.central import backups_cli, privacy_cli, verify_receipt
from sync.central.central import opened_central, opened_database
from sync.central.ingest import cli as ingest_cli
from sync.central.ingest.enrolment import CODE_LIFE, make_code
from sync.central.public import cli as public_cli
from sync.central.public_log import cli as log_cli
from sync.central.results import operators_cli
from sync.central.results.export import EXPORT_FORMATS, export
from sync.central.results.tally import tally
from sync.central.settings import DEFAULT_HOME, Settings
from sync.central.staff import accounts_cli
from sync.central.store.access import Access, note_access
from sync.central.store.schema import migrate

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="The central ministry store.",
)

Home = Annotated[Path, typer.Option(help="The central store's directory.", envvar="FORUM_CENTRAL_HOME")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
FirstDay = Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day in Seoul.")]
LastDay = Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day in Seoul.")]
Folder = Annotated[Path, typer.Option(help="The folder to write to.")]

_TALLY_FORMATS = {"csv": tally_csv, "json": tally_json}


@app.command()
def serve(
    home: Home = DEFAULT_HOME,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8484,
    public_url: Annotated[
        str | None, typer.Option(envvar="FORUM_PUBLIC_URL", help="Where visitors' phones reach this server.")
    ] = None,
    tls_certificate: Annotated[
        Path | None, typer.Option(help="Speak TLS with this chain (PEM).", exists=True, dir_okay=False)
    ] = None,
    tls_key: Annotated[Path | None, typer.Option(help="The chain's private key.", exists=True, dir_okay=False)] = None,
) -> None:
    """Serve kiosks and visitors until a signal ends it; prints one line once it listens."""
    from sync.central.public_log.sequencer import Sequencer
    from sync.central.web.app import create_app
    from sync.central.web.serving import listening, serve, url_of

    if (tls_certificate is None) != (tls_key is None):
        raise typer.BadParameter("--tls-certificate and --tls-key go together")
    certificate = (tls_certificate, tls_key) if tls_certificate and tls_key else None
    settings = Settings(home=home, public_url=public_url) if public_url else Settings(home=home)
    with opened_central(settings) as central, listening(host, port) as listener:
        url = url_of(listener, certificate is not None)
        with Sequencer(central.log):
            serve(create_app(central), listener, lambda: _say(f"The central store listens on {url}"), certificate)


@app.command("migrate")
def migrate_schema(home: Home = DEFAULT_HOME, as_json: AsJson = False) -> None:
    """Bring the database's schema up to date."""
    with opened_database(Settings(home=home)) as database:
        version = migrate(database)
    _say(json.dumps({"schema": version}) if as_json else f"The schema is up to date ({version}).")


@app.command()
def enrol(name: str, home: Home = DEFAULT_HOME, as_json: AsJson = False) -> None:
    """Print a one-time enrolment code for a kiosk."""
    with opened_database(Settings(home=home)) as database:
        code = make_code(database, name, datetime.now(UTC))
    if as_json:
        _say(json.dumps({"name": name, "code": code}, ensure_ascii=False))
    else:
        _say(code)
        _warn(f"Within {CODE_LIFE.days} days, at the kiosk “{name}”: forum-sync enrol --central URL --code {code}")


@app.command("tally")
def write_tally(
    home: Home = DEFAULT_HOME,
    first: FirstDay = None,
    last: LastDay = None,
    formats: Annotated[str, typer.Option("--format", help="csv, json, or both with a comma.")] = "csv",
    out: Folder = Path(),
    kiosk: Annotated[str | None, typer.Option(help="Only the kiosk of this name.")] = None,
    as_json: AsJson = False,
) -> None:
    """Write the tally of a day (today unless told) or of several days: the same files as the kiosk's."""
    first_day, last_day = _days(first, last)
    wanted = _formats(formats, list(_TALLY_FORMATS))
    with opened_database(Settings(home=home)) as database:
        lines = tally(database, first_day, last_day, kiosk)
    written = []
    for extension in wanted:
        path = out / tally_file_name(first_day, last_day, extension)
        with whole_file(path) as file:
            file.write(_TALLY_FORMATS[extension](lines))
        written.append(path)
    count = sum(line.count for line in lines if line.option_id == "submissions" and not line.question_id)
    _show_written(f"{count} submissions from {first_day} to {last_day}:", {"submissions": count}, written, as_json)


@app.command("export")
def export_records(
    home: Home = DEFAULT_HOME,
    first: FirstDay = None,
    last: LastDay = None,
    formats: Annotated[str, typer.Option("--format", help="jsonl, csv, parquet, or several with commas.")] = "jsonl",
    out: Folder = Path(),
    who: Annotated[str, typer.Option("--as", help="Who exports them; this machine's user unless told.")] = "",
    as_json: AsJson = False,
) -> None:
    """Write full records for staff: all, or those of some days; the log notes it before anything is written."""
    days = _days(first, last) if first or last else (None, None)
    wanted = _formats(formats, list(EXPORT_FORMATS))
    with opened_database(Settings(home=home)) as database:
        told = f"{days[0]} – {days[1]}" if days[0] else ""
        with database.writing() as connection:
            reader = (who.strip() or getpass.getuser())[:64]
            note_access(connection, Access(datetime.now(UTC), reader, "records exported", None, told))
        written = export(database, wanted, out, *days)
    _show_written("Full records, with personal words in them; keep them safe:", {}, written, as_json)


app.command("sealing-key")(privacy_cli.sealing_key)
app.command()(privacy_cli.unseal)
app.command("access-log")(privacy_cli.access_log)
app.add_typer(accounts_cli.app, name="account")
ingest_cli.register(app)
log_cli.register(app)
operators_cli.register(app)
public_cli.register(app)
backups_cli.register(app)
verify_receipt.register(app)


def _days(first: datetime | None, last: datetime | None) -> tuple[date, date]:
    last_day = last.date() if last else seoul_day(datetime.now(UTC))
    first_day = first.date() if first else last_day
    if first_day > last_day:
        raise typer.BadParameter(f"--from {first_day} is after --to {last_day}")
    return first_day, last_day


def _formats(formats: str, known: list[str]) -> list[str]:
    wanted = [each.strip().lower() for each in formats.split(",") if each.strip()]
    for each in wanted:
        if each not in known:
            raise typer.BadParameter(f"there is no format “{each}”; there are {', '.join(known)}")
    return wanted or known[:1]


def _show_written(sentence: str, figures: dict[str, int], written: list[Path], as_json: bool) -> None:
    if as_json:
        _say(json.dumps({**figures, "files": [str(path) for path in written]}, ensure_ascii=False))
    else:
        _say("\n".join([sentence, *(f"  {path}" for path in written)]))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _warn(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


def main() -> None:
    """Run forum-central; every error ends as one plain sentence."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except ForumError as error:
        _warn(str(error))
        sys.exit(1)


if __name__ == "__main__":
    main()
