"""forum-central's commands about personal data: the sealing key, opening one contact, and who opened what."""

import getpass
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.forum.receipts import receipt_number
from kiosk.forum.sealing import key_id
from kiosk.forum.seoul import utc_text
from sync.central.central import made_home, opened_database
from sync.central.sealing_keys import make_sealing_pair, read_private_key
from sync.central.settings import DEFAULT_HOME, Settings
from sync.central.store.access import accesses
from sync.central.unsealing import unseal_contact

_Home = Annotated[Path, typer.Option(help="The central store's directory.", envvar="FORUM_CENTRAL_HOME")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def sealing_key(
    out: Annotated[Path, typer.Option(help="The file for the private half; it must not be there yet.")],
    home: _Home = DEFAULT_HOME,
    replace: Annotated[bool, typer.Option("--replace", help="Exchange the key that is there.")] = False,
    as_json: _AsJson = False,
) -> None:
    """Make the key pair that contacts are sealed to; the private half is written to FILE and kept nowhere else."""
    public = make_sealing_pair(made_home(home), out, replace=replace)
    if as_json:
        _say(json.dumps({"key": key_id(public).hex(), "public_key": public.hex(), "file": str(out)}))
    else:
        _say(f"Contacts are sealed to the key {key_id(public).hex()} from now on. Its private half is in {out}:")
        _say("move it away from this server, to two places that only the privacy officer reaches.")


def unseal(
    receipt_id: str,
    key: Annotated[Path, typer.Option(help="The file with the private key.")],
    who: Annotated[str, typer.Option("--as", help="Who opens it; this machine's user unless told.")] = "",
    reason: Annotated[str, typer.Option(help="Why it is opened; asked for on a terminal where missing.")] = "",
    home: _Home = DEFAULT_HOME,
    as_json: _AsJson = False,
) -> None:
    """Show the contact of one submission; who read it, when and why is noted for good before it is shown."""
    if not reason.strip() and sys.stdin.isatty():
        reason = typer.prompt("Why is it opened? This stays in the log", err=True)
    with opened_database(Settings(home=home)) as database:
        reader = who or getpass.getuser()
        contact = unseal_contact(database, receipt_id, read_private_key(key), reader, reason, datetime.now(UTC))
    if as_json:
        _say(json.dumps(contact, ensure_ascii=False))
        return
    for label in ("name", "phone", "email"):
        _say(f"{label.capitalize():7}{contact[label] or '–'}")
    for each in contact.get("proposers", ()):
        _say(f"Proposer {each['name']}, {each['share']} %")
    _say("An answer is wanted." if contact["wants_answer"] else "No answer is wanted.")


def access_log(home: _Home = DEFAULT_HOME, as_json: _AsJson = False) -> None:
    """List who read what, when and why, oldest first."""
    with opened_database(Settings(home=home)) as database, database.reading() as connection:
        rows = accesses(connection)
    if as_json:
        listed = [
            {"at": utc_text(r.at), "who": r.who, "what": r.what, "receipt_id": r.receipt_id, "reason": r.reason}
            for r in rows
        ]
        _say(json.dumps(listed, ensure_ascii=False))
        return
    for row in rows:
        number = receipt_number(row.receipt_id) if row.receipt_id else "–"
        _say(f"{utc_text(row.at)}  {row.who}  {row.what} of {number}  {row.reason}")
    if not rows:
        _say("Nobody has opened anything.")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
