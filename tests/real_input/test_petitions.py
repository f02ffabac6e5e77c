import json
from pathlib import Path

import yaml

from tests.conftest import Run
from tests.real_input.petitions import diplomacy_petitions
from tests.sync.server import CentralProcess

PACK = {
    "id": "petitions",
    "version": 1,
    "languages": ["ko"],
    "title": {"ko": "청원"},
    "activities": [
        {
            "id": "petition-opinions",
            "kind": "opinion",
            "title": {"ko": "의견 남기기"},
            "questions": [
                {"id": "title", "type": "text", "label": {"ko": "제목"}},
                {"id": "opinion", "type": "text", "long": True, "label": {"ko": "의견"}},
            ],
        }
    ],
}


def test_every_petition_comes_back_from_the_central_store_identical(
    enrolled: CentralProcess, tmp_path: Path, run: Run
) -> None:
    petitions = diplomacy_petitions()
    assert len(petitions) == 73
    (tmp_path / "pack.yaml").write_text(yaml.safe_dump(PACK, allow_unicode=True), encoding="utf-8")
    lines = [
        json.dumps(
            {
                "answers": {"title": each["title"], "opinion": each["content"]},
                "recorded_at": f"{each['date']}T09:00:00",
            },
            ensure_ascii=False,
        )
        for each in petitions
    ]
    (tmp_path / "petitions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run("forum-staff", "pack", "install", tmp_path / "pack.yaml").code == 0
    recorded = run("forum-staff", "record", "--activity", "petition-opinions", tmp_path / "petitions.jsonl")
    assert json.loads(recorded.out) == {"recorded": 73, "rejected": []}
    assert run("forum-sync", "once").code == 0
    exported = run("forum-central", "export", "--format", "jsonl", "--out", tmp_path / "export")
    assert exported.code == 0, exported.err
    records = [
        json.loads(line)
        for path in (tmp_path / "export").glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").split("\n")
        if line
    ]
    texts = sorted((each["answers"]["title"], each["answers"].get("opinion", "")) for each in records)
    assert texts == sorted((each["title"], each["content"]) for each in petitions)
