"""Proposals for tests of the staff's side: a pack that proposes, submissions to it, real petitions, and accounts."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyotp

from kiosk.forum.packs import Pack, read_pack
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission, new_receipt_id
from sync.central.central import Central, opened_central
from sync.central.settings import Settings
from sync.central.staff import credentials
from sync.central.staff.permissions import Role
from sync.central.store import accounts
from tests.sync.server import CentralProcess

PETITIONS = Path(__file__).parents[5] / "shared" / "data" / "petitions" / "petitions_2019-04_06.jsonl.gz"


@dataclass
class Person:
    """Somebody with an account; each code is used once, so the next one is waited for by asking one step ahead."""

    name: str
    password: str
    secret: str

    def code(self, ahead: int = 0) -> str:
        return pyotp.TOTP(self.secret).at(datetime.now(UTC) + timedelta(seconds=30 * ahead))


def settings_of(central: CentralProcess) -> Settings:
    return Settings(
        home=Path(central.environment["FORUM_CENTRAL_HOME"]), database_url=central.environment.get("FORUM_DATABASE_URL")
    )


def add_person(central: CentralProcess, name: str, role: Role, *, citizen: bool = False) -> Person:
    """Add an account as the command does."""
    with opened_central(settings_of(central)) as opened:
        return add_person_to(opened, name, role, citizen=citizen)


def add_person_to(central: Central, name: str, role: Role, *, citizen: bool = False) -> Person:
    person = Person(name, credentials.new_password(), credentials.new_secret())
    sealed = credentials.sealed_secret(central.server_key, name, person.secret)
    with central.database.writing() as connection:
        hashed = credentials.hashed(person.password)
        accounts.add_account(connection, name, role, citizen, hashed, sealed, datetime.now(UTC))
    return person


def today() -> date:
    """Return the day in Seoul: asked anew each time, as a long run of tests may go past midnight."""
    return seoul_day(datetime.now(UTC))


def proposing_pack() -> Pack:
    """Return a pack with a proposal, a call that is open, statements, a seminar and an opinion."""

    def both(korean: str, english: str) -> dict[str, str]:
        return {"ko": korean, "en": english}

    def text(name: str, korean: str, english: str) -> dict[str, Any]:
        return {"id": name, "type": "text", "max_length": 5000, "label": both(korean, english)}

    field = {
        "id": "field",
        "type": "single",
        "label": both("분야", "Field"),
        "options": [{"id": f"f{number}", "label": both(name, name)} for number, name in enumerate(FIELDS)],
    }
    parts = [
        text("title", "제목", "Title"),
        text("situation", "현황·문제점", "How it is now"),
        text("improvement", "개선방안", "Improvement"),
    ]
    views = {
        "id": "views",
        "type": "statements",
        "label": both("생각", "Views"),
        "statements": [{"id": "s1", "text": both("하나", "One")}],
    }
    return read_pack(
        {
            "id": "proposing",
            "version": 1,
            "languages": ["ko", "en"],
            "title": both("제안", "Proposals"),
            "activities": [
                {
                    "id": "idea",
                    "kind": "proposal",
                    "title": both("정책 제안", "Proposal"),
                    "questions": [*parts, field],
                },
                {
                    "id": "contest",
                    "kind": "call",
                    "title": both("정책 공모", "Call"),
                    "closes": "2099-12-31",
                    "questions": parts,
                },
                {
                    "id": "thoughts",
                    "kind": "statements",
                    "title": both("생각 나누기", "Statements"),
                    "questions": [views, text("own-thought", "다른 생각", "Another thought")],
                },
                {
                    "id": "voice",
                    "kind": "opinion",
                    "title": both("의견", "Opinion"),
                    "questions": [text("opinion", "의견", "Opinion")],
                },
            ],
        }
    )


FIELDS = (
    "외교/통일/국방", "보건복지", "안전/환경", "교통/건축/국토", "육아/교육", "일자리", "정치개혁", "행정",
    "인권/성평등", "경제민주화", "문화/예술/체육/언론", "미래", "반려동물",
    "농산어촌", "저출산/고령화대책", "성장동력", "기타",
)  # fmt: skip


def submission_of(
    activity: str = "idea", receipt_id: str | None = None, days_ago: int = 1, **answers: str
) -> Submission:
    """Return a visit to the proposing pack."""
    return Submission(
        receipt_id=receipt_id or new_receipt_id(),
        pack_id="proposing",
        pack_version=1,
        activity_id=activity,
        language="ko",
        channel="kiosk",
        recorded_at=datetime.now(UTC) - timedelta(days=days_ago),
        answers=dict(answers),
    )


def thought(text: str) -> Submission:
    """Return a visit that added a thought."""
    visit = submission_of("thoughts")
    visit.answers["own-thought"] = text
    return visit


def petitions() -> Iterator[Submission]:
    """Yield the real petitions as proposals that came in over the last forty days."""
    with gzip.open(PETITIONS, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            each = json.loads(line)
            text = re.sub(r"\s+\n", "\n", each["content"])
            known = each["category"] if each["category"] in FIELDS else "기타"
            yield submission_of(
                days_ago=number % 40,
                title=each["title"],
                situation=text,
                field=f"f{FIELDS.index(known)}",
            )
