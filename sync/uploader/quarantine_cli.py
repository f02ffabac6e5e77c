"""forum-sync quarantine: the records that the ministry's server would not read, for staff to look at."""

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.home import default_home
from kiosk.reports.whole_files import whole_file
from kiosk.store import open_store
from kiosk.store.quarantine import Quarantined
from sync.protocol.encoding import to_text
from sync.uploader.lease import leased
from sync.uploader.upload import open_upload

app = typer.Typer(
    no_args_is_help=True,
    help="Records that the ministry's server would not read: list, try again, export.",
    rich_markup_mode=None,
)
_Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


@app.command("list")
def list_records(home: _Home, as_json: _AsJson = False) -> None:
    """Say which records are in quarantine, since when and why; their words are not shown."""
    with open_store(home) as store:
        found = store.quarantine.records()
    if as_json:
        _say(json.dumps([_place(each) for each in found], ensure_ascii=False))
        return
    for each in found:
        _say(f"{each.record.seq} (epoch {each.record.epoch}), since {each.at}: {each.reason}")
    _say(f"{len(found)} submissions are in quarantine.")


@app.command()
def retry(
    home: _Home,
    seqs: Annotated[list[int] | None, typer.Argument(help="Which ones; all unless told.")] = None,
    allow_http: Annotated[
        bool, typer.Option("--allow-http", envvar="FORUM_ALLOW_HTTP", help="Send unencrypted beyond this machine.")
    ] = False,
    as_json: _AsJson = False,
) -> None:
    """Send them once more; what the ministry takes leaves the quarantine. Exits 1 where any was refused again."""
    with open_store(home) as store, leased(home), closing(open_upload(store, allow_http)) as upload:
        done = upload.retry_quarantined(seqs or ())
    if as_json:
        _say(json.dumps({"released": done.released, "refused": done.refused}))
    else:
        _say(f"{done.released} submissions left the quarantine; {done.refused} were refused again.")
    if done.refused:
        raise typer.Exit(1)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="The file to write; it holds visitors' words.")], home: _Home
) -> None:
    """Write what is in quarantine, words and all, one JSON object a line; it stays in quarantine."""
    with open_store(home) as store:
        found = store.quarantine.records()
        with whole_file(file) as out:
            for each in found:
                salt, payload = each.record.salt or b"", each.record.payload or b""
                line = {
                    **_place(each),
                    "commitment": each.record.commitment.hex(),
                    "salt": to_text(salt),
                    "record": payload.decode("utf-8", "backslashreplace"),
                }
                out.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    _say(f"{len(found)} submissions are in {file}, with visitors' words in them; keep it safe.")


def _place(each: Quarantined) -> dict[str, Any]:
    return {
        "epoch": each.record.epoch,
        "seq": each.record.seq,
        "receipt_id": each.receipt_id,
        "at": each.at,
        "reason": each.reason,
    }


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
