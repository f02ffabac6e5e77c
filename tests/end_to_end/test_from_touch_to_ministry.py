"""The whole way with real touches, a real server and a real phone: what is said in the lobby arrives, once."""

import json
from pathlib import Path

import pytest

from kiosk.forum.submissions import Submission, submission_from_bytes
from kiosk.store import open_store
from tests.conftest import Run
from tests.end_to_end.phone import phone, picture_of
from tests.end_to_end.qr_reading import read_codes, seen_badly
from tests.end_to_end.walks import SENTENCE, answer_a_poll, write_an_opinion
from tests.sync.server import CentralProcess, serving
from tests.tallies import tally_contents
from tests.ui.visitor import Visitor


def _kept(visitor: Visitor) -> list[Submission]:
    with open_store(visitor.kiosk.settings.home) as store:
        today = visitor.journey.today()
        return [submission_from_bytes(record) for record in store.records(today, today)]


def _same_tally(run: Run, tmp_path: Path) -> list[dict[str, object]]:
    """Write the day's tally on both sides, hold them to be the same bytes, and return the lines."""
    content = []
    for name, command in (("kiosk", "forum-staff"), ("central", "forum-central")):
        done = run(command, "tally", "--format", "csv,json", "--out", tmp_path / f"{name}-tally")
        assert done.code == 0, done.err
        content.append(tally_contents(tmp_path / f"{name}-tally"))
    assert content[0] == content[1]
    lines: list[dict[str, object]] = json.loads(content[0][1])
    return lines


def test_what_a_visitor_says_reaches_the_ministry_and_the_phone(visitor: Visitor, run: Run, tmp_path: Path) -> None:
    answer_a_poll(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Attract")
    write_an_opinion(visitor)
    poll, opinion = _kept(visitor)
    assert poll.answers == {"first": "peace", "reason": "future"}
    assert opinion.answers == {"topic": "peninsula", "opinion": SENTENCE}
    assert opinion.language == "ko"

    picture = tmp_path / "thanks.png"
    assert visitor.picture().save(str(picture))
    read = {name: read_codes(image) for name, image in seen_badly(picture).items()}
    (link,) = read["clear"]
    assert read == {name: [link] for name in read}

    # The link carries the opinion: the phone delivers it while the kiosk is still offline.
    with phone() as page:
        answer = page.goto(link)
        assert answer is not None
        assert answer.status == 200
        page.wait_for_selector("h1:has-text('도착')")
        picture_of(page, tmp_path / "before.png")
        central = tmp_path / "delivered"
        assert run("forum-central", "export", "--format", "jsonl", "--out", central).code == 0
        delivered = (central / "records.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["receipt_id"] for line in delivered] == [opinion.receipt_id]
        sent = run("forum-sync", "once", "--json")
        assert sent.code == 0, sent.err
        page.goto(link.partition("#")[0])
        assert page.get_by_text("도착").count()
        picture_of(page, tmp_path / "after.png")

    lines = _same_tally(run, tmp_path)
    counts = {(line["activity_id"], line["question_id"], line["option_id"]): line["count"] for line in lines}
    assert counts["priorities-2026", "first", "peace"] == 1
    assert counts["open-opinion", "topic", "peninsula"] == 1
    assert counts["open-opinion", "opinion", "answered"] == 1


@pytest.mark.parametrize("database_url", [None], ids=["sqlite"])
def test_nothing_changes_for_the_visitor_while_the_server_is_away(
    visitor: Visitor, enrolled: CentralProcess, central_home: Path, run: Run, tmp_path: Path
) -> None:
    enrolled.stop()
    answer_a_poll(visitor)
    away = run("forum-sync", "once", "--json")
    assert away.code == 1
    assert "Traceback" not in away.err
    with open_store(visitor.kiosk.settings.home) as store:
        assert store.pending() == 1
    port = int(enrolled.url.rsplit(":", 1)[1])
    with serving(central_home, None, port):
        assert run("forum-sync", "once").code == 0
        assert run("forum-sync", "once").code == 0
    lines = _same_tally(run, tmp_path)
    assert [line["count"] for line in lines if line["option_id"] == "submissions"] == [1]
