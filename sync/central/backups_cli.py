"""forum-central's commands of backups: their key, making one, and putting one back."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sync.central.settings import DEFAULT_HOME, Settings

_Home = Annotated[Path, typer.Option(help="The central store's directory.", envvar="FORUM_CENTRAL_HOME")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def backup_key(
    out: Annotated[Path, typer.Argument(help="Where the private key is written, once; take it away from the server.")],
    home: _Home = DEFAULT_HOME,
    as_json: _AsJson = False,
) -> None:
    """Make the key that backups are encrypted to; the server keeps only its public half."""
    from sync.central.backups import make_backup_key
    from sync.central.central import made_home

    public = make_backup_key(made_home(home), out)
    _say(
        {"key": public, "private": str(out)}, f"Backups are encrypted to {public}. Take {out} away from here.", as_json
    )


def backup(
    folder: Annotated[Path, typer.Argument(help="The folder that the backup is written to.")],
    home: _Home = DEFAULT_HOME,
    as_json: _AsJson = False,
) -> None:
    """Write an encrypted backup of the database and the keys, while the server goes on."""
    from sync.central.backups import write_backup
    from sync.central.central import opened_database

    with opened_database(Settings(home=home)) as database:
        path = write_backup(database, home.expanduser(), folder, datetime.now(UTC))
    size = path.stat().st_size
    _say({"file": str(path), "bytes": size}, f"The backup is written: {path} ({size:,} bytes).", as_json)


def restore(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    key: Annotated[Path, typer.Option(help="The private key that backup-key wrote.")],
    checkpoint: Annotated[
        Path | None, typer.Option(help="The newest checkpoint that was published: the log goes on under its name.")
    ] = None,
    new_log: Annotated[
        str | None, typer.Option(help="The name of a new public log, where the newest checkpoint is not in the backup.")
    ] = None,
    home: _Home = DEFAULT_HOME,
    as_json: _AsJson = False,
) -> None:
    """Put a backup into an empty database and an empty home, and prove that its public log is whole."""
    from sync.central.backups import restore_backup
    from sync.central.central import made_home
    from sync.central.public_log.continuing import Continuation
    from sync.central.store.database import open_database

    if (checkpoint is None) == (new_log is None):
        raise typer.BadParameter("say how the public log goes on: --checkpoint FILE, or --new-log NAME")
    settings = Settings(home=home)
    goes_on = Continuation(_note(checkpoint) if checkpoint else None, new_log)
    database = open_database(made_home(home), settings.database_url)
    try:
        done = restore_backup(database, home.expanduser(), file, key, goes_on)
    finally:
        database.close()
    log = f"It goes on as the new log “{new_log}”." if new_log else "It goes on under its name."
    _say(
        {"made_at": done.made_at, "log_size": done.log_size, "new_log": new_log},
        f"The backup of {done.made_at} is back. Its public log of {done.log_size:,} entries was hashed anew and agrees "
        f"with every checkpoint that it signed. {log}",
        as_json,
    )


def _note(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise typer.BadParameter(f"{path} cannot be read ({error})") from None


def register(app: typer.Typer) -> None:
    """Add backup-key, backup and restore to a command line."""
    app.command("backup-key")(backup_key)
    app.command("backup")(backup)
    app.command("restore")(restore)


def _say(told: dict[str, object], sentence: str, as_json: bool) -> None:
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n" if as_json else f"{sentence}\n")
