"""forum-staff: what staff do at the kiosk from a command line."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli_accounts import app as accounts
from kiosk.cli_cards import app as cards
from kiosk.cli_daily import app as daily_work
from kiosk.cli_files import app as files
from kiosk.cli_packs import app as packs
from kiosk.cli_retention import app as retention
from kiosk.forum.errors import ForumError, PackRejected
from kiosk.forum.pack_faults import problem_in_korean
from kiosk.forum.seoul import seoul_day
from kiosk.home import default_home
from kiosk.reports.tally_export import TALLY_FORMATS, export_tally
from kiosk.status import read_status
from kiosk.status_words import english_sentences, korean_sentences, loss_sentences
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
app.add_typer(cards)
app.add_typer(files)
app.add_typer(daily_work)
app.add_typer(retention)

Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def say(text: str) -> None:
    """Print a line for people or machines."""
    sys.stdout.write(text + "\n")


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
        stands = store.status()
    count = stands.submissions
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
        for sentence in chain.from_iterable(map(loss_sentences, stands.recoveries)):
            say(sentence)
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


def _warn(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


def main() -> None:
    """Run forum-staff; every error ends as one plain sentence."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except PackRejected as error:
        for korean in filter(None, map(problem_in_korean, error.problems)):
            _warn(korean)
        _warn(str(error))
        sys.exit(1)
    except ForumError as error:
        _warn(str(error))
        sys.exit(1)


if __name__ == "__main__":
    main()
