"""forum-staff's commands about paper cards: recording those of a spreadsheet, and an empty sheet to begin with."""

import getpass
import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kiosk.card_sheets import SHEETS
from kiosk.card_templates import write_card_sheet
from kiosk.forum.submissions import Channel
from kiosk.home import default_home
from kiosk.intake import Recorded, find_activity, record_file
from kiosk.reports.whole_files import write_whole
from kiosk.store import open_store

Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]

app = typer.Typer(rich_markup_mode=None)


class IntakeChannel(StrEnum):
    """The ways that a submission reaches staff and not the touchscreen."""

    paper = "paper"
    imported = "import"


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
    as_json: AsJson = False,
) -> None:
    """Record submissions that came another way, by the same rules as the touchscreen.

    Each line of a file, or row of a spreadsheet, that was not recorded is named by its number. A program that reads the
    output gets JSON.
    """
    if rejected_to is not None and file.suffix.lower() in SHEETS:
        raise typer.BadParameter(
            "--rejected-to는 JSONL에만 쓸 수 있습니다. 표에서는 이름이 나온 줄만 따로 두고 고치십시오.\n"
            "--rejected-to is for JSONL; of a spreadsheet, keep the named rows and mend them there."
        )
    with open_store(home) as store:
        way: Channel = "paper" if channel is IntakeChannel.paper else "import"
        result = record_file(store, file, activity, way, _show_progress, again, by or getpass.getuser())
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    if rejected_to is not None and result.rejected:
        lines = file.read_bytes().split(b"\n")
        write_whole(rejected_to, b"".join(lines[each["line"] - 1] + b"\n" for each in result.rejected))
    if as_json or not sys.stdout.isatty():
        _print(json.dumps({"recorded": result.recorded, "rejected": result.rejected}, ensure_ascii=False))
    sys.stderr.writelines(f"{each}\n" for each in _sentences(result, rejected_to))
    if result.rejected:
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
    _print(
        f"{file}: 빈 접수카드 표입니다. 한 줄에 카드 한 장씩 적은 뒤: forum-staff record --activity {activity} {file}\n"
        f"{file} is an empty sheet: a row for each card, then: forum-staff record --activity {activity} {file}"
    )


def _sentences(done: Recorded, rejected_to: Path | None) -> Iterator[str]:
    if done.resumed_after:
        yield f"앞서 {done.resumed_after:,}번째 줄 뒤에서 멈춘 파일입니다. 그다음 줄부터 이어서 기록했습니다."
        yield f"An earlier run stopped after line {done.resumed_after:,}; this one went on from there."
    for each in done.rejected:
        yield f"{each['line']}번째 줄: {each['reason_ko']}"
        yield f"Line {each['line']}: {each['reason']}"
    yield f"기록 {done.recorded:,}건, 기록하지 못한 줄 {len(done.rejected):,}개."
    yield f"Recorded: {done.recorded:,}. Not recorded: {len(done.rejected):,}."
    if done.rejected:
        korean, english = (
            (
                f"그 줄은 {rejected_to}에 있습니다. 거기서 고쳐",
                f"The rejected lines are in {rejected_to}; mend them there",
            )
            if rejected_to
            else ("이 줄만 따로 담은 파일에서 고쳐", "Mend the rejected lines in a file of their own")
        )
        yield f"{korean} 그 파일을 기록하십시오. 원래 파일을 다시 기록하면 이미 기록한 줄이 두 번 세어집니다."
        yield f"{english} and record that file: recorded from this one again, the good lines would count twice."


def _show_progress(lines: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{lines:,}줄 읽음 · lines read ")
        sys.stderr.flush()


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
