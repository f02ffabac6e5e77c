"""forum-staff's commands about files that leave the kiosk: checking signatures, backing up, restoring."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.forum.errors import ForumError
from kiosk.home import default_home
from kiosk.reports.signatures import key_from_text, verify_file
from kiosk.reports.tally_export import signing_key
from kiosk.store import open_store
from kiosk.store.engine import STORE_FILE

Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]

app = typer.Typer(rich_markup_mode=None)


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="The exported file; its .sig lies beside it.")],
    home: Home,
    key: Annotated[
        str | None, typer.Option(help="The public key of the kiosk that wrote it (base64url), on another machine.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check that an exported file is whole and was written by a kiosk: this one, or the one whose key is given."""
    signed = verify_file(file, key_from_text(key) if key else _own_key(home))
    if as_json:
        found = {"good": True, "key_id": signed.key_id, "fingerprint": signed.fingerprint, "file": signed.file}
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    renamed = "" if signed.file == file.name else f" It was called {signed.file} then."
    sys.stdout.write(
        f"{file.name} is good: the kiosk {signed.key_id} (key {signed.fingerprint}) signed these very bytes.{renamed}\n"
    )


def _own_key(home: Path) -> Ed25519PublicKey:
    if not (home / STORE_FILE).exists():
        raise ForumError(
            f"There is no kiosk in {home} whose key could be taken; nothing was checked. "
            "Name the kiosk's public key with --key, or run this on the kiosk."
        )
    with open_store(home) as store:
        signing = signing_key(store)
    if signing is None:
        raise ForumError(
            "This kiosk is not enrolled, so it has no key and has signed nothing; nothing was checked. "
            "Enrol it with forum-sync enrol, or name another kiosk's public key with --key."
        )
    return signing.key.public_key()
