"""forum-staff pack: checking, importing and installing what visitors are asked."""

import getpass
import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from kiosk.forum.pack_changes import PackChange, pack_changes
from kiosk.forum.packs import pack_schema, words_in
from kiosk.home import default_home
from kiosk.pack_files import read_pack_file
from kiosk.reports.whole_files import write_whole
from kiosk.store import open_store

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Content packs: check, import from an XLSForm, install, roll back; close and open activities.",
)

Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def say(text: str) -> None:
    """Print a line for people or machines."""
    sys.stdout.write(text + "\n")


@app.command("check")
def check_pack(file: Path, as_json: AsJson = False) -> None:
    """Check a content pack and name every problem with its line and its mend."""
    pack = read_pack_file(file)
    languages, activities = ", ".join(pack.languages), len(pack.activities)
    if as_json:
        say(json.dumps({"id": pack.id, "version": pack.version, "languages": pack.languages, "activities": activities}))
    else:
        say(f"{file}: pack “{pack.id}” version {pack.version} is good: {activities} activities in {languages}.")


@app.command("import-xlsform")
def import_xlsform(
    form: Annotated[Path, typer.Argument(help="The XLSForm, .xlsx or .xls.")],
    out: Annotated[Path | None, typer.Option(help="The pack's file; ID.yaml unless told.")] = None,
    pack_id: Annotated[
        str | None, typer.Option("--id", help="The id of pack and survey; the form's unless told.")
    ] = None,
    version: Annotated[
        int | None, typer.Option(min=1, help="The pack's version; the form's if a whole number.")
    ] = None,
    opens: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The survey's first day.")] = None,
    closes: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Its last day, included.")] = None,
    language: Annotated[
        str | None, typer.Option(help="The language of texts that name none, such as ko or en.")
    ] = None,
    leave_out: Annotated[
        bool, typer.Option("--leave-out", help="Import the rest also where the survey loses what it must not.")
    ] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a content pack with one survey from an XLSForm; “pack install” then brings it to the visitors.

    Everything that could not be taken over is named with its row. Unless --leave-out is given, nothing is imported
    where a required question would be missing, or a constraint would no longer be kept. Other questions that the kiosk
    cannot ask (places, dates, photographs, repeats …) are left out and named.
    """
    from kiosk.xlsforms.importing import NothingImported, Wishes, check_imported, import_form

    first, last = opens.date() if opens else None, closes.date() if closes else None
    try:
        data, report = import_form(form, Wishes(pack_id, version, first, last, language, leave_out))
    except NothingImported as error:
        if as_json and error.report is not None:
            say(json.dumps({"pack": None, "report": asdict(error.report)}, ensure_ascii=False))
        for sentence in error.report.sentences() if error.report and not as_json else ():
            sys.stderr.write(f"{sentence}\n")
        raise
    pack = check_imported(data)
    to = out or Path(f"{pack.id}.yaml")
    if to.exists() and not replace:
        raise typer.BadParameter(f"{to} is there already; give another name with --out, or --replace")
    write_whole(to, _yaml(data))
    if as_json:
        say(json.dumps({"pack": str(to), "report": asdict(report)}, ensure_ascii=False))
        return
    for sentence in report.sentences():
        say(sentence)
    say(
        f"{to}: pack “{pack.id}” version {pack.version} with {report.questions} questions in "
        f"{', '.join(pack.languages)}. Look at it, then: forum-staff pack install {to}"
    )


@app.command("install")
def install_pack(
    file: Path,
    home: Home,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before installing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Say what a content pack changes, and install it; visitors see it from their next visit on.

    Before anything that visitors saw changes or ends, it asks; where nobody can answer, it installs.
    """
    pack = read_pack_file(file)
    with open_store(home) as store:
        before = next((each for each in store.packs() if each.id == pack.id), None)
        changes = pack_changes(before, pack)
        if not as_json or dry_run:
            _tell_changes(changes, as_json=as_json)
        if dry_run:
            return
        asks = before is not None and changes and not (yes or as_json) and sys.stdin.isatty()
        if asks and not typer.confirm("Install it?"):
            say("Nothing was changed.")
            raise typer.Exit(1)
        fresh = store.content.install(pack, _who())
    if as_json:
        told = {"id": pack.id, "version": pack.version, "installed": fresh, "changes": list(map(asdict, changes))}
        say(json.dumps(told, ensure_ascii=False))
    else:
        done = "is installed" if fresh else "was installed already; nothing was changed"
        say(f"Pack “{pack.id}” version {pack.version} {done}.")


@app.command("roll-back")
def roll_back(pack_id: Annotated[str, typer.Argument(help="The pack's id.")], home: Home) -> None:
    """Show a pack's version before the present one, until a newer version comes or is installed.

    Nothing is deleted: what was answered in the newer version stays and is counted.
    """
    with open_store(home) as store:
        before, now = store.content.roll_back(pack_id, _who())
        old, new = store.pack(pack_id, before), store.pack(pack_id, now)
    if new is not None:
        _tell_changes(pack_changes(old, new), as_json=False)
    say(f"Visitors see version {now} of “{pack_id}” again, not {before}, from their next visit on.")


@app.command("close")
def close_activity(activity: Annotated[str, typer.Argument(help="The activity's id.")], home: Home) -> None:
    """Close an activity at this kiosk; a visit that has begun is finished."""
    with open_store(home) as store:
        fresh = store.content.close(activity, _who())
    say(f"“{activity}” is closed." if fresh else f"“{activity}” was closed already; nothing was changed.")


@app.command("open")
def open_activity(activity: Annotated[str, typer.Argument(help="The activity's id.")], home: Home) -> None:
    """Open an activity that was closed at this kiosk; the days of its pack hold as before."""
    with open_store(home) as store:
        fresh = store.content.open(activity, _who())
    say(f"“{activity}” follows its pack again." if fresh else f"“{activity}” was not closed here; nothing was changed.")


@app.command("list")
def list_packs(home: Home, as_json: AsJson = False) -> None:
    """List the packs with their activities, and what was decided about them: when, by whom."""
    with open_store(home) as store:
        packs, closed, decisions = store.packs(), store.content.closed(), store.content.decisions()
        newest = {each.id: each.version for each in store.content.newest()}
    if as_json:
        told = [
            {
                "id": pack.id,
                "version": pack.version,
                "newest": newest[pack.id],
                "activities": [{"id": each.id, "closed": each.id in closed} for each in pack.activities],
            }
            for pack in packs
        ]
        say(json.dumps({"packs": told, "decisions": list(map(asdict, decisions))}, ensure_ascii=False))
        return
    for pack in packs:
        back = f" (rolled back from {newest[pack.id]})" if newest[pack.id] != pack.version else ""
        say(f"{pack.id} version {pack.version}{back}")
        for each in pack.activities:
            say(f"  {each.id}: {words_in(each.title, pack.languages[0])}{' (closed)' if each.id in closed else ''}")
    for decided in decisions:
        of = f" to {decided.shown}" if decided.what == "rolled back" else ""
        say(f"{decided.at} {decided.by}: {decided.subject} {decided.what}{of}")


@app.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of content packs, for editors."""
    say(json.dumps(pack_schema(), ensure_ascii=False, indent=2))


def _tell_changes(changes: list[PackChange], *, as_json: bool) -> None:
    if as_json:
        say(json.dumps({"changes": list(map(asdict, changes))}, ensure_ascii=False))
        return
    for each in changes:
        say(str(each))
    if not changes:
        say("It changes nothing that visitors see.")


def _who() -> str:
    """Return under which account of this machine the command runs."""
    return getpass.getuser()


def _yaml(data: dict[str, Any]) -> bytes:
    """Write a pack as people would, without YAML's marks for a text that is there twice."""
    each_its_own = json.loads(json.dumps(data))
    text: str = yaml.safe_dump(each_its_own, allow_unicode=True, sort_keys=False, width=110)
    return text.encode()
