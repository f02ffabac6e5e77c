"""forum-staff's commands about files that leave the kiosk: checking signatures, backing up, restoring."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.forum.errors import ForumError
from kiosk.home import default_home
from kiosk.passphrases import read_passphrase
from kiosk.reports.signatures import key_from_text, verify_file
from kiosk.reports.tally_export import signing_key
from kiosk.store import open_store
from kiosk.store.backups import restore_backup, write_backup
from kiosk.store.engine import STORE_FILE

Home = Annotated[Path, typer.Option(help="The kiosk's directory.", envvar="FORUM_HOME", default_factory=default_home)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]

PassphraseFile = Annotated[
    Path | None,
    typer.Option(help="A file whose first line is the backup's passphrase; without it, store.key is the key."),
]

app = typer.Typer(rich_markup_mode=None)


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="The exported file; its .sig lies beside it.")],
    home: Home,
    key: Annotated[
        str | None, typer.Option(help="The public key of the kiosk that wrote it (base64url), on another machine.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check that an exported file is whole and was written by a kiosk: this one, or the one whose key is given."""
    signed = verify_file(file, key_from_text(key) if key else _own_key(home))
    if as_json:
        found = {"good": True, "key_id": signed.key_id, "fingerprint": signed.fingerprint, "file": signed.file}
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    renamed = "" if signed.file == file.name else f" It was called {signed.file} then."
    named = "" if signed.file == file.name else f" 그때의 이름은 {signed.file}입니다."
    sys.stdout.write(
        f"{file.name}: 온전합니다. 키오스크 {signed.key_id}(키 {signed.fingerprint})가 서명한 그대로입니다.{named}\n"
        f"{file.name} is good: the kiosk {signed.key_id} (key {signed.fingerprint}) signed these very bytes.{renamed}\n"
    )


@app.command()
def backup(
    folder: Annotated[Path, typer.Argument(help="Where to write; best on another disk.")],
    home: Home,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Write an encrypted backup of the store and verify it, while visitors go on."""
    with open_store(home) as store:
        done = write_backup(store, folder, datetime.now(UTC), read_passphrase(passphrase_file))
    if as_json:
        made = {"file": str(done.path), "submissions": done.submissions, "epoch": done.epoch, "seq": done.seq}
        sys.stdout.write(json.dumps(made, ensure_ascii=False) + "\n")
        return
    korean, english = (
        (
            "이 암호문으로만 열립니다. 파일과 따로 보관하십시오.",
            "It opens only with that passphrase; keep the two apart.",
        )
        if passphrase_file
        else (
            "이 키오스크의 store.key로만 열립니다. store.key 사본을 백업과 다른 곳에 보관하십시오.",
            "It opens only with this kiosk's store.key; keep a copy of that key, and not where the backup lies.",
        )
    )
    sys.stdout.write(
        f"백업을 만들고 확인했습니다: {done.path} (제출 {done.submissions:,}건). {korean}\n"
        f"The backup is written and verified: {done.path} ({done.submissions:,} submissions). {english}\n"
    )


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    home: Home,
    passphrase_file: PassphraseFile = None,
    key_file: Annotated[
        Path | None, typer.Option(help="The store.key that the backup was made with, where it is not this home's.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of the store that is there.")] = False,
    as_json: AsJson = False,
) -> None:
    """Put a verified backup in the place of the store, in a new epoch; the store before is kept beside it."""
    done = restore_backup(file, home, read_passphrase(passphrase_file), key_file, replace)
    if as_json:
        before = str(done.before) if done.before else None
        made = {"submissions": done.submissions, "epoch": done.epoch, "beyond": done.beyond, "before": before}
        sys.stdout.write(json.dumps(made, ensure_ascii=False) + "\n")
        return
    lines = [
        f"제출 {done.submissions:,}건을 복원했습니다. 새 순번(epoch {done.epoch})으로 시작합니다.",
        f"{done.submissions:,} submissions are restored; the kiosk goes on in the new epoch {done.epoch}.",
    ]
    if done.before is not None:
        lines += [
            f"이전 저장소는 {done.before.name}에 그대로 있습니다. "
            f"그 안에서 백업에 없는 제출: {_many(done.beyond, '건', '읽을 수 없어 알 수 없음')}.",
            f"The store before is kept as {done.before.name}. Submissions in it that the backup lacks: "
            f"{_many(done.beyond, '', 'unknown, it could not be read')}.",
        ]
    sys.stdout.write("\n".join(lines) + "\n")


def _many(count: int | None, unit: str, unknown: str) -> str:
    return unknown if count is None else f"{count:,}{unit}"


def _own_key(home: Path) -> Ed25519PublicKey:
    if not (home / STORE_FILE).exists():
        raise ForumError(
            f"There is no kiosk in {home} whose key could be taken; nothing was checked. "
            "Name the kiosk's public key with --key, or run this on the kiosk."
        )
    with open_store(home) as store:
        signing = signing_key(store)
    if signing is None:
        raise ForumError(
            "This kiosk is not enrolled, so it has no key and has signed nothing; nothing was checked. "
            "Enrol it with forum-sync enrol, or name another kiosk's public key with --key."
        )
    return signing.key.public_key()
