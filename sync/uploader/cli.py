"""forum-sync: sends what was collected to the ministry, from a command line."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.forum.errors import ForumError
from kiosk.home import default_home
from kiosk.log_files import keep_log
from kiosk.store import open_store
from sync.uploader.bundles import export, import_receipt
from sync.uploader.enrolment import enrol
from sync.uploader.lease import leased
from sync.uploader.outcomes import UploadError
from sync.uploader.quarantine_cli import app as quarantine
from sync.uploader.rejoining import rejoin
from sync.uploader.reports import news_problem
from sync.uploader.running import run_uploader
from sync.uploader.upload import LOST_NOTE, open_upload

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Sends what the kiosk collected to the ministry.",
)

app.add_typer(quarantine, name="quarantine")

Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
AllowHttp = Annotated[
    bool, typer.Option("--allow-http", envvar="FORUM_ALLOW_HTTP", help="Send unencrypted beyond this machine.")
]


@app.command("enrol")
def enrol_kiosk(
    home: Home,
    central: Annotated[str, typer.Option(help="The central store's address, https://HOST.")],
    code: Annotated[str, typer.Option(help="The one-time code of “forum-central enrol NAME”.")],
    allow_http: AllowHttp = False,
    ca: Annotated[
        Path | None,
        typer.Option("--ca", help="Trust only this authority (PEM), not the system's.", exists=True, dir_okay=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make the device key and register it with the central store."""
    with open_store(home) as store:
        enrolment = enrol(store, central, code, allow_http, ca)
    if as_json:
        _say(json.dumps({"name": enrolment.name, "central_url": enrolment.central_url}, ensure_ascii=False))
    else:
        _say(f"This kiosk is enrolled as “{enrolment.name}” and sends to {enrolment.central_url}.")


@app.command()
def once(home: Home, allow_http: AllowHttp = False, as_json: AsJson = False) -> None:
    """Upload now what waits, and say what came of it."""
    with open_store(home) as store:
        now = datetime.now(UTC)
        try:
            with leased(home):
                upload = open_upload(store, allow_http)
                try:
                    done = upload.drain()
                finally:
                    upload.close()
        except UploadError as error:
            store.note_attempt(now, str(error), None)
            raise
        store.note_attempt(now, f"{done.sent} submissions were uploaded.", None)
        pending = store.pending()
    if as_json:
        _say(json.dumps({"sent": done.sent, "pending": pending}))
    else:
        _say(f"{done.sent} submissions were uploaded; {pending} wait.")


@app.command("rejoin")
def rejoin_ministry(home: Home, allow_http: AllowHttp = False, as_json: AsJson = False) -> None:
    """Go on after this kiosk was cloned or its disk set back: what waits is sent in a new epoch.

    Only where the ministry holds other records in the places of these. See first that no copy of this kiosk is in use.
    """
    with open_store(home) as store, leased(home):
        moved, done = rejoin(store, allow_http)
    if as_json:
        _say(json.dumps({"moved": moved, "sent": done.sent}))
    elif moved is None:
        _say("The ministry holds nothing else in the places of this kiosk's records; nothing was to be mended.")
    else:
        _say(f"This kiosk goes on in a new epoch: {moved} submissions moved into it, and {done.sent} were uploaded.")


@app.command()
def run(home: Home, allow_http: AllowHttp = False) -> None:
    """Upload for ever, until SIGTERM or SIGINT."""
    keep_log(home, "forum-sync")
    run_uploader(home, allow_http, _say)


@app.command()
def status(home: Home, as_json: AsJson = False) -> None:
    """Say where the line stands: what waits, the last receipt, the last try and the next."""
    with open_store(home) as store:
        state = store.status()
        lost = store.line_note(LOST_NOTE)
        pack_problem = news_problem(store)
    if as_json:
        _say(
            json.dumps(
                {
                    "enrolled": state.name is not None,
                    "name": state.name,
                    "central_url": state.central_url,
                    "pending": state.pending,
                    "quarantined": state.quarantined,
                    "ministry_lost": lost,
                    "last_receipt_at": state.last_receipt_at,
                    "last_receipt_through": state.last_receipt_through,
                    "last_attempt_at": state.last_attempt_at,
                    "last_attempt_outcome": state.last_attempt_outcome,
                    "next_attempt_at": state.next_attempt_at,
                    "pack_problem": pack_problem,
                },
                ensure_ascii=False,
            )
        )
        return
    _say(f"Kiosk “{state.name}” sends to {state.central_url}." if state.name else "This kiosk is not enrolled yet.")
    _say(f"{state.pending:,} submissions wait to be uploaded.")
    if pack_problem:
        _say(f"What the ministry offers was not taken: {pack_problem}")
    if state.quarantined:
        _say(f"{state.quarantined:,} submissions are in quarantine; see “forum-sync quarantine list”.")
    if lost:
        _say(lost)
    if state.last_receipt_at:
        _say(f"The ministry last acknowledged at {state.last_receipt_at}, up to {state.last_receipt_through}.")
    if state.last_attempt_at:
        _say(f"Last try at {state.last_attempt_at}: {state.last_attempt_outcome}")
    if state.next_attempt_at:
        _say(f"Next try at {state.next_attempt_at}.")


@app.command("export")
def export_file(
    file: Annotated[Path, typer.Argument(help="The file to write, on the USB stick.")],
    home: Home,
    as_json: AsJson = False,
) -> None:
    """Write what waits as a bundle that only the ministry's server can open; “forum-central import” takes it."""
    with open_store(home) as store:
        done = export(store, file)
    if as_json:
        _say(json.dumps({"file": str(file), "records": done.records, "withdrawals": done.withdrawals}))
    else:
        _say(f"{done.records} submissions are in {file}; they stay here until the ministry's receipt comes back.")


@app.command("import-receipt")
def import_receipt_file(
    file: Annotated[Path, typer.Argument(help="What “forum-central import” wrote.", exists=True, dir_okay=False)],
    home: Home,
    as_json: AsJson = False,
) -> None:
    """Take the ministry's signed receipt for a bundle back: what it covers no longer waits."""
    with open_store(home) as store:
        done = import_receipt(store, file)
        pending = store.pending()
    if as_json:
        _say(json.dumps({"confirmed": done.records, "withdrawals": done.withdrawals, "pending": pending}))
    else:
        _say(f"The ministry has {done.records} more submissions; {pending} wait.")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run forum-sync; every error ends as one plain sentence."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except ForumError as error:
        sys.stderr.write(str(error) + "\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
