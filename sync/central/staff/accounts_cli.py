"""forum-central account: adding, listing, resetting, locking and closing the accounts of staff."""

import json
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import qrcode
import typer

from kiosk.forum.seoul import utc_text
from sync.central.central import Central, opened_central
from sync.central.provider_settings import as_linked
from sync.central.settings import DEFAULT_HOME, Settings
from sync.central.staff import credentials
from sync.central.staff.permissions import Role
from sync.central.store import accounts, identities
from sync.central.store.access import Access, note_access
from sync.central.store.accounts import Account
from sync.central.store.errors import CentralError

app = typer.Typer(no_args_is_help=True, help="The accounts of staff.")

_Home = Annotated[Path, typer.Option(help="The central store's directory.", envvar="FORUM_CENTRAL_HOME")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
_NAME = re.compile(r"[a-z0-9가-힣][a-z0-9가-힣._-]{0,31}")
_FAR = timedelta(days=36500)


@app.command()
def add(
    name: str,
    role: Annotated[Role, typer.Option(help="What the account is for.")] = Role.VIEWER,
    citizen: Annotated[bool, typer.Option("--citizen", help="A citizen on a committee, no public official.")] = False,
    home: _Home = DEFAULT_HOME,
    as_json: _AsJson = False,
) -> None:
    """Add an account; its password and the secret of its one-time codes are shown now and never again."""
    if not _NAME.fullmatch(name):
        raise CentralError(
            f"“{name}” is no account name; nothing was added. Use lower-case letters, Hangul, digits, dots and hyphens."
        )
    with opened_central(Settings(home=home)) as central:
        password, secret = credentials.new_password(), credentials.new_secret()
        sealed = credentials.sealed_secret(central.server_key, name, secret)
        now = datetime.now(UTC)
        with central.database.writing() as connection:
            accounts.add_account(connection, name, role, citizen, credentials.hashed(password), sealed, now)
            note_access(connection, Access(now, "forum-central", "account-added", None, f"{name}: {role.value}"))
    _show_secrets(name, password, secret, as_json)


@app.command()
def reset(name: str, home: _Home = DEFAULT_HOME, as_json: _AsJson = False) -> None:
    """Give an account a new password and new one-time codes; it is unlocked, and its sessions end."""
    with opened_central(Settings(home=home)) as central:
        account = _account(central, name)
        password, secret = credentials.new_password(), credentials.new_secret()
        sealed = credentials.sealed_secret(central.server_key, name, secret)
        _change(
            central,
            account,
            "account-reset",
            password_hash=credentials.hashed(password),
            totp_secret=sealed,
            last_step=0,
            failures=0,
            locked_until=None,
            closed_at=None,
        )
    _show_secrets(name, password, secret, as_json)


@app.command()
def lock(name: str, home: _Home = DEFAULT_HOME) -> None:
    """Lock an account until it is unlocked or reset; its sessions end."""
    with opened_central(Settings(home=home)) as central:
        _change(central, _account(central, name), "account-locked", locked_until=datetime.now(UTC) + _FAR)
    _say(f"“{name}” is locked, and signed out everywhere.")


@app.command()
def unlock(name: str, home: _Home = DEFAULT_HOME) -> None:
    """Let an account sign in again."""
    with opened_central(Settings(home=home)) as central:
        _change(central, _account(central, name), "account-unlocked", locked_until=None, failures=0)
    _say(f"“{name}” may sign in again.")


@app.command()
def role(name: str, role: Role, home: _Home = DEFAULT_HOME) -> None:
    """Give an account another role; its sessions end."""
    with opened_central(Settings(home=home)) as central:
        _change(central, _account(central, name), "account-role", role=role.value)
    _say(f"“{name}” is a {role.value} now.")


@app.command()
def close(name: str, home: _Home = DEFAULT_HOME) -> None:
    """Close an account for good; what its person did stays in the log under its name."""
    with opened_central(Settings(home=home)) as central:
        _change(central, _account(central, name), "account-closed", closed_at=datetime.now(UTC))
    _say(f"“{name}” is closed.")


@app.command()
def link(name: str, person: str, home: _Home = DEFAULT_HOME) -> None:
    """Let an account sign in by the provider: PERSON is its subject there, or its e-mail (FORUM_OIDC_CLAIM)."""
    with opened_central(Settings(home=home)) as central:
        provider = central.provider
        if provider is None:
            raise CentralError("There is no provider; nothing was changed. Set FORUM_OIDC_ISSUER, as for “serve”.")
        value, account = as_linked(provider.claim, person), _account(central, name)
        if not value.strip():
            raise CentralError("PERSON is empty; nothing was changed.")
        now = datetime.now(UTC)
        with central.database.writing() as connection:
            identities.link(connection, account.no, provider.issuer, provider.claim, value)
            note_access(connection, Access(now, "forum-central", "account-linked", None, f"{name}: {value}"))
    _say(f"“{name}” may sign in with {provider.name} as {value}.")


@app.command()
def unlink(name: str, home: _Home = DEFAULT_HOME) -> None:
    """Undo what “link” did; the account's sessions end."""
    with opened_central(Settings(home=home)) as central:
        account, now = _account(central, name), datetime.now(UTC)
        with central.database.writing() as connection:
            if not identities.unlink(connection, account.no):
                raise CentralError(f"“{name}” is not linked; nothing was changed.")
            accounts.end_sessions_of(connection, account.no)
            note_access(connection, Access(now, "forum-central", "account-unlinked", None, name))
    _say(f"“{name}” signs in by password only.")


@app.command("list")
def list_accounts(home: _Home = DEFAULT_HOME, as_json: _AsJson = False) -> None:
    """List the accounts."""
    with opened_central(Settings(home=home)) as central, central.database.reading() as connection:
        rows = accounts.every_account(connection)
        linked = identities.links(connection)
    now = datetime.now(UTC)
    listed = [
        {
            "name": each.name,
            "role": each.role,
            "citizen": each.citizen,
            "state": _state(each, now),
            "linked": linked.get(each.name),
            "failures": each.failures,
            "locked_until": utc_text(each.locked_until) if each.locked_until and each.locked_until > now else None,
        }
        for each in rows
    ]
    if as_json:
        _say(json.dumps(listed, ensure_ascii=False))
        return
    for each in listed:
        more = (
            f"{'  citizen' if each['citizen'] else ''}{'  linked to ' if each['linked'] else ''}{each['linked'] or ''}"
        )
        _say(f"{each['name']:20} {each['role']:14} {each['state']}{more}")
    if not listed:
        _say("There are no accounts; add one with “forum-central account add NAME --role administrator”.")


def _state(account: Account, now: datetime) -> str:
    if account.closed_at:
        return "closed"
    return "locked" if account.locked_until and account.locked_until > now else "open"


def _account(central: Central, name: str) -> Account:
    with central.database.reading() as connection:
        found = accounts.account_named(connection, name)
    if found is None:
        raise CentralError(f"There is no account “{name}”; nothing was changed. See “forum-central account list”.")
    return found


def _change(central: Central, account: Account, what: str, **values: object) -> None:
    now = datetime.now(UTC)
    with central.database.writing() as connection:
        accounts.change_account(connection, account.no, **values)
        accounts.end_sessions_of(connection, account.no)
        note_access(connection, Access(now, "forum-central", what, None, account.name))


def _show_secrets(name: str, password: str, secret: str, as_json: bool) -> None:
    address = credentials.provisioning_address(secret, name)
    if as_json:
        _say(json.dumps({"name": name, "password": password, "totp_secret": secret, "otpauth": address}))
        return
    _say(f"Account   {name}\nPassword  {password}\nOne-time codes: scan this with an authenticator, or type {secret}")
    code = qrcode.QRCode(border=2)
    code.add_data(address)
    code.print_ascii(invert=True)
    _say("Hand it over in person; it is shown only now.")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
