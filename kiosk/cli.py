"""forum-staff: what staff do at the kiosk from a command line."""

import getpass
import json
import sys
from dataclasses import asdict
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kiosk.card_sheets import SHEETS
from kiosk.card_templates import write_card_sheet
from kiosk.cli_accounts import app as accounts
from kiosk.cli_daily import app as daily_work
from kiosk.cli_files import app as files
from kiosk.cli_packs import app as packs
from kiosk.cli_retention import app as retention
from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Channel
from kiosk.home import default_home
from kiosk.intake import find_activity, record_file
from kiosk.reports.tally_export import TALLY_FORMATS, export_tally
from kiosk.reports.whole_files import write_whole
from kiosk.status import read_status
from kiosk.status_words import english_sentences, korean_sentences
from kiosk.store import open_store

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="What staff do at the kiosk.",
)
app.add_typer(packs, name="pack")
app.add_typer(accounts, name="account")
app.add_typer(files)
app.add_typer(daily_work)
app.add_typer(retention)

Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


class IntakeChannel(StrEnum):
    """The ways that a submission reaches staff and not the touchscreen."""

    paper = "paper"
    imported = "import"


def say(text: str) -> None:
    """Print a line for people or machines."""
    sys.stdout.write(text + "\n")


@app.command()
def record(
    file: Annotated[Path, typer.Argument(help="A spreadsheet (.xlsx, .csv; see kiosk/card_sheets.py) or JSONL.")],
    activity: Annotated[str, typer.Option(help="The activity's id in an installed pack.")],
    home: Home,
    channel: Annotated[IntakeChannel, typer.Option(help="How the submissions came.")] = IntakeChannel.paper,
    rejected_to: Annotated[
        Path | None, typer.Option(help="Also write the lines that were not recorded to this file, to be mended.")
    ] = None,
    by: Annotated[str, typer.Option(help="Who entered them, for the staff log; this account unless told.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Record a file that was recorded before once more.")] = False,
) -> None:
    """Record submissions that came another way, by the same rules as the touchscreen.

    Each line of a file, or row of a spreadsheet, that was not recorded is named by its number.
    """
    if rejected_to is not None and file.suffix.lower() in SHEETS:
        raise typer.BadParameter(
            "--rejected-to is for JSONL; of a spreadsheet, keep the named rows and mend them there"
        )
    with open_store(home) as store:
        way: Channel = "paper" if channel is IntakeChannel.paper else "import"
        result = record_file(store, file, activity, way, _show_progress, again, by or getpass.getuser())
    if rejected_to is not None and result.rejected:
        lines = file.read_bytes().split(b"\n")
        write_whole(rejected_to, b"".join(lines[each["line"] - 1] + b"\n" for each in result.rejected))
    say(json.dumps({"recorded": result.recorded, "rejected": result.rejected}, ensure_ascii=False))
    if result.resumed_after:
        _warn(f"An earlier run stopped after line {result.resumed_after}; this one went on from there.")
    if result.rejected:
        _warn(
            f"Recorded: {result.recorded:,}. Not recorded: {len(result.rejected):,}. Mend the rejected lines in a file "
            "of their own (--rejected-to writes one), so that no line is recorded twice."
        )
        raise typer.Exit(1)


@app.command("card-sheet")
def card_sheet(
    file: Annotated[Path, typer.Argument(help="The workbook (.xlsx) to write.")],
    activity: Annotated[str, typer.Option(help="The activity's id in an installed pack.")],
    home: Home,
) -> None:
    """Write an empty spreadsheet for an activity's paper cards, with a list in each cell, for `record`."""
    with open_store(home) as store:
        found = find_activity(store, activity)
    write_card_sheet(file, *found)
    say(
        f"{file}: 빈 접수카드 표입니다. 한 줄에 카드 한 장씩 적은 뒤: forum-staff record --activity {activity} {file}\n"
        f"{file} is an empty sheet: a row for each card, then: forum-staff record --activity {activity} {file}"
    )


@app.command()
def tally(
    home: Home,
    first: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day in Seoul.")] = None,
    last: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day in Seoul.")] = None,
    formats: Annotated[str, typer.Option("--format", help="csv, json, xlsx, pdf, or several with commas.")] = "csv",
    out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path(),
    as_json: AsJson = False,
) -> None:
    """Write the tally of a day (today unless told) or of several days."""
    first_day, last_day = read_days(first, last)
    wanted = read_formats(formats)
    with open_store(home) as store:
        done = export_tally(store, first_day, last_day, wanted, out)
    if as_json:
        files, signatures = [str(path) for path in done.files], [str(path) for path in done.signatures]
        say(json.dumps({"submissions": done.submissions, "files": files, "signatures": signatures}, ensure_ascii=False))
        return
    say(f"{first_day}부터 {last_day}까지 제출 {done.submissions:,}건의 집계입니다.")
    say(f"{done.submissions:,} submissions from {first_day} to {last_day}:")
    for path in (*done.files, *done.signatures):
        say(f"  {path}")
    if not done.signatures:
        say("아직 등록되지 않은 키오스크라서 파일에 서명이 없습니다(forum-sync enrol).")
        say("The files are not signed, because this kiosk is not enrolled yet (forum-sync enrol).")


@app.command()
def status(home: Home, as_json: AsJson = False) -> None:
    """Say what waits to be uploaded, what the ministry acknowledged, and how disk and clock are."""
    with open_store(home) as store:
        state = read_status(store)
    if as_json:
        say(json.dumps(asdict(state), ensure_ascii=False))
    else:
        say("\n".join([*korean_sentences(state), "", *english_sentences(state)]))
        for number, trouble in enumerate(state.troubles, 1):
            say(f"\n{number}. {trouble}")
        if not state.troubles:
            say("\n할 일이 없습니다.\nThere is nothing to do.")


@app.command()
def check(home: Home, as_json: AsJson = False) -> None:
    """Verify the store: its file, every submission, the whole chain, and the ministry's signed receipts."""
    with open_store(home) as store:
        problems = [*store.verify(), *store.verify_receipts()]
        count = store.status().submissions
    if as_json:
        say(json.dumps({"submissions": count, "problems": problems}, ensure_ascii=False))
    elif problems:
        for problem in problems:
            _warn(problem)
        _warn(
            "저장소에 문제가 있습니다. 그대로 두었습니다. 마지막 백업을 복원(forum-staff restore)하고, 손상된 파일은 "
            "개발자를 위해 보관하십시오.\n"
            "The store was left as it is. Restore the last good backup, and keep the damaged files for the developers."
        )
    else:
        say(
            f"저장소가 온전합니다. 제출 {count:,}건이 모두 순번대로 있고, 부처의 수신 확인도 모두 서명이 맞습니다.\n"
            f"The store is sound: {count:,} submissions, each where the chain says that it is, and every receipt of "
            "the ministry is signed by it."
        )
    if problems:
        raise typer.Exit(1)


def read_days(first: datetime | None, last: datetime | None) -> tuple[date, date]:
    """Return the days asked for, today in Seoul unless told; a usage error where the first is after the last."""
    today = seoul_day(datetime.now(UTC))
    last_day = last.date() if last else today
    first_day = first.date() if first else last_day
    if first_day > last_day:
        raise typer.BadParameter(f"--from {first_day} is after --to {last_day}")
    return first_day, last_day


def read_formats(formats: str) -> list[str]:
    """Return the formats asked for; raises a usage error for one that there is not."""
    wanted = [each.strip().lower() for each in formats.split(",") if each.strip()]
    for each in wanted:
        if each not in TALLY_FORMATS:
            raise typer.BadParameter(f"there is no format “{each}”; there are {', '.join(TALLY_FORMATS)}")
    return wanted or ["csv"]


def _show_progress(lines: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{lines:,} lines read")
        sys.stderr.flush()


def _warn(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


def main() -> None:
    """Run forum-staff; every error ends as one plain sentence."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except ForumError as error:
        _warn(str(error))
        sys.exit(1)


if __name__ == "__main__":
    main()
