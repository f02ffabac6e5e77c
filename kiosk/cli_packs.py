"""forum-staff pack: checking, importing and installing what visitors are asked."""

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from kiosk.forum.packs import pack_schema
from kiosk.home import default_home
from kiosk.pack_files import read_pack_file
from kiosk.reports.whole_files import write_whole
from kiosk.store import open_store

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Content packs: check, import from an XLSForm, install."
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
def install_pack(file: Path, home: Home, as_json: AsJson = False) -> None:
    """Install a content pack; visitors see it from their next visit on."""
    pack = read_pack_file(file)
    with open_store(home) as store:
        fresh = store.install_pack(pack)
    if as_json:
        say(json.dumps({"id": pack.id, "version": pack.version, "installed": fresh}))
    else:
        done = "is installed" if fresh else "was installed already; nothing was changed"
        say(f"Pack “{pack.id}” version {pack.version} {done}.")


@app.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of content packs, for editors."""
    say(json.dumps(pack_schema(), ensure_ascii=False, indent=2))


def _yaml(data: dict[str, Any]) -> bytes:
    """Write a pack as people would, without YAML's marks for a text that is there twice."""
    each_its_own = json.loads(json.dumps(data))
    text: str = yaml.safe_dump(each_its_own, allow_unicode=True, sort_keys=False, width=110)
    return text.encode()
