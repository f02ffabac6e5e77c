"""Every HTML form of the central store filled with whatever comes: right, nearly right, and hostile.

The addresses are those that the app itself serves, the fields those that its pages name. No form is ever answered by an
error of the server. `python -m tests.faults.form_fuzz --examples 300` is the long form.
"""

import argparse
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, quote_from_bytes

import hypothesis
import requests
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from kiosk.forum.receipts import receipt_token
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.central.central import Central, opened_central
from sync.central.review.events import AskedBy, Closing, Flaw
from sync.central.review.scoring import Criterion
from sync.central.staff.credentials import hashed, new_password
from sync.central.staff.desk import FORM_COOKIE, SESSION_COOKIE
from sync.central.staff.event_forms import FIELDS, name_of
from sync.central.staff.permissions import Role
from sync.central.store import accounts
from sync.central.store.offered_packs import offer_pack
from sync.central.taking_part.draft import Draft, begin_draft
from sync.central.taking_part.taking import COOKIE
from sync.central.web.app import create_app
from tests.postgres import running_postgres
from tests.sync.central.conftest import Device, chained, enrolment_code
from tests.sync.central.served import served_routes
from tests.sync.central.staff.proposing import proposing_pack, settings_of, submission_of, thought
from tests.sync.server import CentralProcess, serving

_IN_TIME = 30
_PROPOSALS = 60
_FORM_TOKEN = "t" * 32
_NAMED = re.compile(r'name="([a-z][a-z0-9_-]*)"')
_TEMPLATES = Path(__file__).parents[2] / "sync" / "central"
# What a person might type, and what only an attacker or a broken browser sends; as bytes, percent-encoded on the way.
_DAYS = [(datetime.now(UTC) + timedelta(days=days)).date().isoformat() for days in (-400, -2, 0, 1, 200)]
_USUAL = ["1", "0", "3", "shown", "promoted", "retired", "yes", "no", "kim", "산업통상부", "사유를 적습니다.", *_DAYS]
_CHOICES = [each.value for kind in (AskedBy, Closing, Flaw) for each in kind]
_HOSTILE = [
    b"", b" ", b"\x00", b"a\x00b", b"\xff\xfe", b"\xed\xa0\x80", b"-1", b"1e9", b"9" * 400, "１２".encode(),
    b"9999-12-31", b"0001-01-01", b"2026-02-30", b"<script>", b"=1+1", b"' OR 1=1 --", b"%s%n{0}", b"\r\n\r\nX: y",
    "가".encode() * 5000, "\u202e\u200d\U0001f600".encode(),
]  # fmt: skip


@dataclass
class Filled:
    """How many forms were sent to each address, and what was answered."""

    forms: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)


class Ministry:
    """A central store with proposals in it, somebody who is signed in, and visitors who hold their receipts."""

    def __init__(self, central: CentralProcess) -> None:
        self.url = central.url
        device = Device(central.url, "forms")
        device.enrol(enrolment_code(central, device.name))
        pack = proposing_pack()
        with device.line() as line:
            line.send_pack(pack.id, pack.version, pack.canonical())
        visits = [submission_of(title=f"제안 {number}", situation="현황", days_ago=9) for number in range(_PROPOSALS)]
        records = chained([canonical_bytes(each) for each in (*visits, thought("다른 생각"))])
        if device.send(device.batch(records)).status_code != 200:
            raise RuntimeError("The server did not take the proposals that the forms are about.")
        self.proposals = [each.receipt_id for each in visits]
        self.receipts = [receipt_token(device.key, device.device_id, each, "ko") for each in self.proposals]
        self.device_id = device.device_id
        with opened_central(settings_of(central)) as opened:
            self._account = _account(opened)
            with opened.database.writing() as connection:
                offer_pack(connection, pack.id, pack.version, pack.canonical(), datetime.now(UTC))
            self.routes = sorted(
                path
                for method, path in served_routes(create_app(opened))
                if method == "POST" and not path.startswith("/v1/")
            )
        self._settings = settings_of(central)

    def sign_in(self) -> str:
        """Return the cookies of a fresh session and of a visit from home; one form ends what it comes from."""
        cookie = new_password()
        with opened_central(self._settings) as opened, opened.database.writing() as connection:
            digest = sha256(cookie.encode()).digest()
            accounts.begin_session(connection, digest, self._account, _FORM_TOKEN, datetime.now(UTC))
            visit = Draft(new_receipt_id(), "proposing", 1, "idea", {"title": "제안", "field": "f0"})
        with opened_central(self._settings) as opened:
            key = begin_draft(opened.database, visit, datetime.now(UTC))
        return f"{SESSION_COOKIE}={cookie}; {FORM_COOKIE}={_FORM_TOKEN}; {COOKIE}={key}"

    def addresses(self, route: str) -> st.SearchStrategy[str]:
        """Return addresses of a route: mostly of what is there."""
        known = {
            "proposal_id": self.proposals,
            "kind": [name_of(kind) for kind in FIELDS],
            "number": ["1", "2"],
            "device_id": [self.device_id],
            "token": self.receipts,
            "activity_id": ["idea", "thoughts"],
            "question_id": ["title", "field", "views"],
            "statement_id": ["s1"],
            "step": ["rules", "round", "tie", "award"],
            "pack_id": ["proposing"],
            "version": ["1", "2"],
        }
        parts = re.split(r"\{(\w+)\}", route)
        hostile = ["x", "%00", "%FF", "0", "-1", "9" * 30, quote("가")]
        drawn = [
            st.sampled_from(known[part] * (60 // len(known[part])) + hostile) if place % 2 else st.just(part)
            for place, part in enumerate(parts)
        ]
        return st.tuples(*drawn).map("".join)


def _account(central: Central) -> int:
    with central.database.writing() as connection:
        now = datetime.now(UTC)
        accounts.add_account(connection, "kim", Role.ADMINISTRATOR, False, hashed(new_password()), b"sealed", now)
        found = accounts.account_named(connection, "kim")
    if found is None:
        raise RuntimeError("The account was not kept.")
    return found.no


def field_names() -> list[str]:
    """Return the names of every field that any page or event has."""
    named = {name for path in _TEMPLATES.rglob("*.html") for name in _NAMED.findall(path.read_text("utf-8"))}
    named |= {f"q.{each}" for each in ("title", "situation", "field")}
    named |= {each.name for fields in FIELDS.values() for each in fields} | {each.value for each in Criterion}
    return sorted(named - {"token"})


def bodies(proposals: list[str]) -> st.SearchStrategy[bytes]:
    """Return the bodies of forms: a value for each field that anybody could ask for, some of them hostile."""
    usual = st.sampled_from([*_USUAL, *_CHOICES, *proposals]).map(str.encode)
    value = usual | usual | usual | st.sampled_from(_HOSTILE) | st.binary(max_size=12)
    days = st.sampled_from(_DAYS).map(str.encode)
    names = field_names()
    filled = st.fixed_dictionaries(
        {name: days | days | value if name in ("on", "due-day", "planned-for") else value for name in names}
    )
    token = st.sampled_from([_FORM_TOKEN.encode()] * 9 + [b"", b"\xff"])
    return st.builds(
        lambda fields, missing, right: b"&".join(
            quote(name).encode() + b"=" + quote_from_bytes(each, "").encode()
            for name, each in {**fields, "token": right}.items()
            if name not in missing
        ),
        filled,
        st.sets(st.sampled_from(names), max_size=2),
        token,
    )


def fill_in(central: CentralProcess, examples: int, seed: int) -> Filled:
    """Send so many forms to each address; raises AssertionError with the smallest one that the server fails at."""
    ministry, done = Ministry(central), Filled()
    drawn = bodies(ministry.proposals)
    for route in ministry.routes:
        _fill_route(ministry, route, drawn, examples * (len(FIELDS) if "{kind}" in route else 1), seed, done)
    return done


def _fill_route(
    ministry: Ministry, route: str, drawn: st.SearchStrategy[bytes], examples: int, seed: int, done: Filled
) -> None:
    settings = hypothesis.settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": ministry.sign_in()}
    with requests.Session() as session:

        @hypothesis.seed(seed)
        @settings
        @hypothesis.given(address=ministry.addresses(route), body=drawn)
        def send(address: str, body: bytes) -> None:
            url = ministry.url + address
            # Each from a connection of its own: how much one may send is tested elsewhere.
            ours = {**headers, "X-Forwarded-For": f"10.{done.forms.total() >> 8 & 255}.{done.forms.total() & 255}.1"}
            answer = session.post(url, data=body, headers=ours, timeout=_IN_TIME, allow_redirects=False)
            done.forms[route] += 1
            done.statuses[answer.status_code] += 1
            failed = answer.status_code >= 500 and answer.status_code != 503
            assert not failed, f"{address} was answered {answer.status_code}: {answer.text[:300]}"

        send()


def main() -> int:
    """Fill in the forms of a fresh central store on PostgreSQL; exit status 1 where the server failed at one."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.form_fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=300, help="forms to each address")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_postgres() as postgres,
        serving(Path(folder) / "central", postgres.fresh_database()) as central,
    ):
        done = fill_in(central, wanted.examples, wanted.seed)
    for route, count in sorted(done.forms.items()):
        sys.stdout.write(f"{count:7,}  {route}\n")
    sys.stdout.write(f"{done.forms.total():,} forms: {dict(sorted(done.statuses.items()))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
