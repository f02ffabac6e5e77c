"""The real Chromium of this machine, started so that it talks to nobody but the page."""

import os
import shutil

from playwright.sync_api import Locator

CHROMIUM_ARGUMENTS = [
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str:
    """Return where Chromium is; `make test` puts it on the path."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        raise RuntimeError("Chromium is not installed; run “make test”, which installs it.")
    return found


def follow(what: Locator) -> None:
    """Press what leads to a page, and wait for that: a click alone comes back before it."""
    with what.page.expect_navigation():
        what.click()
