"""The screen that the kiosk is shown on: this machine's own, or a virtual one that a VNC viewer reaches on loopback."""

import os
import select
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from assets.deployment.programs import Programs, RunFailed
from ui.screen_size import parse_screen_size

LOOPBACK = "127.0.0.1"
VNC_PORTS = range(5901, 5921)
# The lobby's screen, and the same at half the pixels: a developer's screen is rarely 1920 high.
WHOLE = "1080x1920@32in"
IN_A_WINDOW = "540x960@32in"


@dataclass(frozen=True)
class Screen:
    """Where the kiosk opens: what its environment gains, its arguments, and how a person gets to see it."""

    environment: Mapping[str, str]
    arguments: tuple[str, ...]
    how_to_see: tuple[str, ...]


def port_is_free(port: int) -> bool:
    """Tell whether a program could listen on this port of the loopback address now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def own_screen(environment: Mapping[str, str], size: str | None = None) -> Screen | None:
    """Return the screen that this session has, or None where it has none."""
    if platform := environment.get("QT_QPA_PLATFORM"):
        return Screen({}, ("--screen", size or WHOLE), (f"drawn by Qt's platform “{platform}”",))
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return Screen({}, ("--windowed", "--screen", size or IN_A_WINDOW), ("in a window on this screen",))
    return None


def virtual_screen(programs: Programs, environment: Mapping[str, str], size: str | None = None) -> Screen:
    """Start TigerVNC's X server, which listens on loopback only, and return its screen; raises ForumError.

    It asks for no password: whoever may log in on this machine may look, as with any loopback port.
    """
    size = size or WHOLE
    pixels = parse_screen_size(size)
    geometry = f"{pixels.width}x{pixels.height}"
    port = next(filter(port_is_free, VNC_PORTS), None)
    if port is None:
        raise RunFailed(
            f"No VNC port from {VNC_PORTS[0]} to {VNC_PORTS[-1]} is free on {LOOPBACK}; end one of the programs there."
        )
    # fmt: off
    command = [
        "Xvnc", "-localhost", "-rfbport", str(port), "-SecurityTypes", "None", "-AlwaysShared",
        "-AcceptSetDesktopSize=0", "-geometry", geometry, "-depth", "24", "-nolisten", "tcp", "-displayfd",
    ]
    # fmt: on
    read_end, write_end = os.pipe()
    try:
        programs.start("The virtual screen", [*command, str(write_end)], environment, pass_fds=[write_end])
        os.close(write_end)
        programs.wait_until(lambda: bool(select.select([read_end], [], [], 0)[0]), "the virtual screen is there", 30)
        number = os.read(read_end, 16).decode().strip()
    finally:
        os.close(read_end)
    if not number:
        ended = programs.wait_for_end(5)
        raise RunFailed(ended.ended_sentence() if ended else "The virtual screen did not say which one it is.")
    return Screen(
        # There is no graphics card behind it: Qt's own painter takes half the time and memory of Mesa's.
        {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"},
        ("--screen", size),
        (
            f"on a virtual screen of {geometry}, as there is no display; look at it with a VNC viewer",
            f"here:       vncviewer {LOOPBACK}::{port}",
            f"elsewhere:  ssh -L {port}:{LOOPBACK}:{port} {socket.gethostname()}, then the same there",
        ),
    )
