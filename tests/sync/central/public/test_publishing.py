"""What anybody can read, on both databases: complete through yesterday, and nothing that is not theirs to read."""

import csv
import io
import json
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree.ElementTree import fromstring

import duckdb
import pytest
import requests

from kiosk.forum.disclosure import FEWEST
from kiosk.forum.errors import ForumError
from kiosk.forum.tally_files import neutral_cell
from sync.central.central import opened_central
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.public.addresses import Addresses
from sync.central.public.dictionary import COLUMNS
from sync.central.public.publisher import Publisher
from sync.central.review.events import PublicityChanged, ReviewStarted
from tests.sync.central.public.conftest import HIDDEN, SCRIPT, Scene
from tests.sync.central.public.scenes import Forum, ago
from tests.sync.central.staff.proposing import proposing_pack

PAGES = ("/", "/results", "/results/first-poll", "/results/long-survey", "/outcomes", "/suggestions",
         "/suggestions?page=2", "/data")  # fmt: skip
DATA = [f"/data/{name}.{form}" for name in ("results", "suggestions", "steps") for form in ("csv", "json")]
FILES = (*DATA, "/data/catalog.jsonld", "/feed.atom")
# Seconds for an edition on a machine with much else to do; each waits for the event, not for the time.
_LONG = 120.0
ATOM = "{http://www.w3.org/2005/Atom}"


def _get(scene: Scene, address: str, **headers: str) -> requests.Response:
    return requests.get(scene.url + address, headers=headers, timeout=30)


def _every_address(scene: Scene) -> Iterator[str]:
    for language in ("ko", "en", "ja", "zh"):
        for page in (*PAGES, *_suggestions(scene)):
            yield f"{page}{'&' if '?' in page else '?'}lang={language}"
        yield f"/feed.atom?lang={language}"
    yield from FILES


def _suggestions(scene: Scene) -> list[str]:
    found = _get(scene, "/suggestions").text + _get(scene, "/suggestions?page=2").text
    return sorted(set(re.findall(r'href="(/suggestions/[0-9a-f-]{36})\?', found)))


def test_what_is_not_public_is_on_no_page_in_no_feed_and_in_no_file(scene: Scene) -> None:
    addresses = list(_every_address(scene))
    assert len(addresses) > 100
    for address in addresses:
        answer = _get(scene, address)
        assert answer.status_code == 200, address
        for why, text in HIDDEN.items():
            assert text not in answer.text, (why, address)
        for receipt_id in scene.receipts.values():
            assert receipt_id not in answer.text, address
        # Neither staff nor a time of day.
        assert "min-su" not in answer.text, address
        assert not re.search(r"\dT(?!00:00:00\+09:00)\d\d:\d\d|\b\d\d:\d\d:\d\d(?!\+09:00)", answer.text), address


def test_what_visitors_wrote_stays_text(scene: Scene) -> None:
    for address in ["/", "/outcomes", *_suggestions(scene)]:
        answer = _get(scene, address)
        assert "<script" not in answer.text
        assert "<img" not in answer.text
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert "unsafe" not in policy
        assert " style=" not in answer.text


def test_only_what_a_person_has_read_and_its_proposer_shows_is_listed(scene: Scene) -> None:
    assert len(_suggestions(scene)) == 24
    with opened_central(scene.settings) as central:
        addresses = Addresses(central)
    for name, receipt_id in scene.receipts.items():
        shown = name in ("done", "adopted", "refused", "not public")
        address = f"/suggestions/{addresses.public_id(receipt_id)}"
        assert _get(scene, address).status_code == (200 if shown else 404), name
        assert _get(scene, f"/suggestions/{receipt_id}").status_code == 404
    assert _get(scene, "/suggestions?stage=refused&page=999999999").status_code == 200


def test_of_a_proposal_that_is_not_public_the_title_and_the_result_are(scene: Scene) -> None:
    with opened_central(scene.settings) as central:
        address = f"/suggestions/{Addresses(central).public_id(scene.receipts['not public'])}?lang=ko"
    page = _get(scene, address).text
    assert "제목과 결과만 남는 제안" in page
    assert "제목과 결과만 보여 드려요" in page
    assert re.findall(r"<strong>([^<]+)</strong> <time", page) == ["채택"]
    assert "실시" not in page
    for listing in ("/outcomes?lang=ko", "/feed.atom?lang=ko"):
        assert "제목과 결과만 남는 제안" not in _get(scene, listing).text
    (row,) = [each for each in _get(scene, "/data/suggestions.json").json() if each["title"].startswith("제목과")]
    assert (row["stage"], row["text"], row["reason"], row["planned_for"], row["done"]) == (
        "adopted",
        "",
        "",
        None,
        None,
    )


def test_results_are_those_through_yesterday_with_few_people_held_back(scene: Scene) -> None:
    poll = _get(scene, "/results/first-poll?lang=ko").text
    assert "69명 참여" in poll  # not the ten of today
    assert re.search(r"58%</strong> 40명", poll)
    assert "25명" not in poll  # would tell of the four
    assert "밝히지 않음: 경제, 문화" in poll
    assert "표본이 아니에요" in poll
    survey = _get(scene, "/results/long-survey?lang=en").text
    assert "12 took part" in survey
    assert "not a sample" in survey
    assert _get(scene, "/results/thoughts").status_code == 404
    assert "생각 나누기" in _get(scene, "/results?lang=ko").text


def test_contests_show_their_winners_from_the_announced_day_on_and_say_where_there_is_none(scene: Scene) -> None:
    page = _get(scene, "/outcomes?lang=ko").text
    assert "공공외교 아이디어 공모" in page
    assert page.index("최우수상") < page.index("평화 자전거길 &lt;script&gt;") < page.index("2편은 시상하지 않음")
    assert "진 응모작" not in page
    assert "기준에 이른 응모작이 없어 수상작을 뽑지 않았습니다." in page
    assert "아직 발표하지 않은 공모" not in page


def test_a_suggestion_shows_its_way_by_days_with_the_statutes_names(scene: Scene) -> None:
    page = next(text for text in (_get(scene, each).text for each in _suggestions(scene)) if "여권" in text)
    steps = re.findall(r"<strong>([^<]+)</strong> <time datetime=\"([0-9-]+)\">", page)
    assert [name for name, _ in steps] == ["접수", "심사", "채택", "실시"]
    assert [day for _, day in steps] == [ago(9).isoformat(), *[ago(2).isoformat()] * 3]
    assert "[전화번호]" in page
    assert "[이메일]" in page
    assert "바꾸었습니다" in page
    assert re.findall(r"<h2>([^<]+)</h2>", page) == ["현황·문제점", "개선방안"]
    assert "실시 예정 시기" in page


def test_a_reader_who_comes_again_is_sent_nothing_twice(scene: Scene) -> None:
    for address in (
        "/",
        "/results",
        "/data/results.csv",
        "/data/results.parquet",
        "/feed.atom",
        "/data/catalog.jsonld",
    ):
        first = _get(scene, address)
        assert "max-age" in first.headers["Cache-Control"]
        again = _get(scene, address, **{"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b""), address


def test_the_feed_is_what_rfc_4287_asks_for(scene: Scene) -> None:
    answer = _get(scene, "/feed.atom?lang=ko")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = fromstring(answer.content)
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 2
    assert any(SCRIPT in (each.findtext(f"{ATOM}title") or "") for each in entries)  # as text, not as markup
    ids = [each.findtext(f"{ATOM}id") or "" for each in (feed, *entries)]
    assert len(set(ids)) == 3
    assert all(each.startswith("urn:uuid:") for each in ids)
    for each in (feed, *entries):
        assert each.findtext(f"{ATOM}title")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+09:00", each.findtext(f"{ATOM}updated") or "")
        assert [link.get("rel") for link in each.findall(f"{ATOM}link")][-1] == "alternate"


def test_search_engines_may_come_to_public_pages_and_to_nothing_else(scene: Scene) -> None:
    rules = _get(scene, "/robots.txt").text.splitlines()
    assert {"Disallow: /r/", "Disallow: /h/", "Disallow: /staff", "Disallow: /opinion/"} <= set(rules)
    assert "Disallow: /" not in rules
    assert "noindex" not in _get(scene, "/results").text


def test_an_edition_is_counted_once_and_a_restart_shows_the_same(scene: Scene) -> None:
    with opened_central(scene.settings) as central:
        publisher = Publisher(central)
        before = publisher.current(_LONG)
        publisher.settle()
        assert publisher.current(_LONG).edition is before.edition
        # A restart neither counts again nor shows other figures for the day.
        other = Publisher(central)
        assert other.current(_LONG).edition == before.edition
        other.settle()


def test_what_a_proposer_takes_back_is_gone_at_once(scene: Scene) -> None:
    now = datetime.now(UTC)
    with opened_central(scene.settings) as central:
        publisher = Publisher(central)
        forum = Forum(central, [proposing_pack()], name="second")
        proposal_id, withdrawn = forum.arrive(
            forum.visit("idea", {"title": "다시 생각할 제안"}, days_ago=0) for _ in range(2)
        )
        for each in (proposal_id, withdrawn):
            forum.events(each, ReviewStarted(on=ago(0)))
        assert len(publisher.suggestions([proposal_id, withdrawn])) == 2
        for public in (False, True):
            forum.events(proposal_id, PublicityChanged(on=ago(0), public=public))
            assert len(publisher.suggestions([proposal_id])) == public
        withdraw_receipt(central.database, forum.kiosk, withdrawn, now)
        assert publisher.suggestions([withdrawn]) == []
        withdraw_receipt(central.database, forum.kiosk, proposal_id, now)


@pytest.mark.parametrize("name", ["results", "suggestions", "steps"])
def test_a_table_is_the_same_line_by_line_in_every_format(scene: Scene, name: str, tmp_path: Path) -> None:
    columns = [column.name for column in COLUMNS[name]]
    told = json.loads(_get(scene, f"/data/{name}.json").content)
    assert told
    assert all(list(row) == columns for row in told)
    sheet = list(csv.reader(io.StringIO(_get(scene, f"/data/{name}.csv").content.decode("utf-8-sig"), newline="")))
    assert sheet[0] == columns
    # The same but for what keeps a spreadsheet from running a cell.
    assert sheet[1:] == [["" if cell is None else neutral_cell(str(cell)) for cell in row.values()] for row in told]
    path = tmp_path / f"{name}.parquet"
    path.write_bytes(_get(scene, f"/data/{name}.parquet").content)
    rows = duckdb.read_parquet(str(path))
    assert rows.columns == columns
    assert [[str(cell) if isinstance(cell, date) else cell for cell in row] for row in rows.fetchall()] == [
        list(row.values()) for row in told
    ]


def test_a_spreadsheet_runs_nothing_that_a_visitor_or_the_staff_wrote(scene: Scene) -> None:
    for name in ("suggestions", "steps"):
        sheet = csv.reader(io.StringIO(_get(scene, f"/data/{name}.csv").content.decode("utf-8-sig"), newline=""))
        cells = [cell for row in sheet for cell in row]
        assert any(cell.startswith("'=") for cell in cells), name
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells), name


def test_no_number_of_fewer_than_ten_people_is_in_the_data(scene: Scene) -> None:
    told = json.loads(_get(scene, "/data/results.json").content)
    people = [row["people"] for row in told]
    assert None in people
    assert all(count is None or count == 0 or count >= FEWEST for count in people)
    assert all(row["share"] is None for row in told if row["people"] is None)
    assert {row["activity_id"] for row in told} >= {"first-poll", "long-survey"}
    assert "thoughts" not in {row["activity_id"] for row in told}


def test_the_catalogue_describes_every_column_and_every_file(scene: Scene) -> None:
    told = json.loads(_get(scene, "/data/catalog.jsonld").content)
    assert told["@type"] == "dcat:Catalog"
    for dataset in told["dcat:dataset"]:
        described = [column["csvw:name"] for column in dataset["csvw:tableSchema"]["csvw:column"]]
        assert described == [column.name for column in COLUMNS[dataset["dct:identifier"]]]
        for file in dataset["dcat:distribution"]:
            answer = _get(scene, file["dcat:downloadURL"]["@id"])
            media = file["dcat:mediaType"]["@id"].partition("media-types/")[2]
            assert answer.headers["Content-Type"].partition(";")[0] == media
            assert file["dcat:accessURL"] == file["dcat:downloadURL"]
            assert len(answer.content) == int(file["dcat:byteSize"]["@value"])


def test_the_yearly_report_says_what_the_pages_say_and_hides_what_they_hide(scene: Scene, tmp_path: Path) -> None:
    answer = _get(scene, f"/report/{ago(1).year}.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    path = tmp_path / "report.pdf"
    path.write_bytes(answer.content)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    plain = re.sub(r"\s+", " ", text)
    assert "여권을 더 빨리" in plain
    assert "제안 29건을 받아 26건을 심사하고, 4건을 채택해 2건을 실시했습니다." in plain
    assert "대표하는 표본이 아닙니다. 같은 분이 여러 번 참여했을 수 있습니다." in plain
    assert not [why for why, hidden in HIDDEN.items() if hidden in plain]
    assert _get(scene, f"/report/{ago(1).year + 1}.pdf").status_code == 404
    assert _get(scene, f"/report/{ago(1).year}.pdf").content == answer.content


def test_a_year_to_come_has_no_report(scene: Scene) -> None:
    with opened_central(scene.settings) as central:
        publisher = Publisher(central)
        published = publisher.current(_LONG)
        publisher.settle()
        with pytest.raises(ForumError, match="has not begun"):
            publisher.report(published, ago(1).year + 2)
