"""The doorway: while the gate is full, a kiosk hears “busy” before anything else is done for it."""

from collections.abc import Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sync.central.web.gate import Gate

_KIOSKS = "/v1/devices/"


class Doorway:
    """ASGI middleware. It looks at the gate, not at open requests: who sends slowly keeps nobody out."""

    def __init__(self, app: ASGIApp, gate: Gate, busy: Callable[[], Response]) -> None:
        self._app, self._gate, self._busy = app, gate, busy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer “busy”, or pass the request on."""
        if scope["type"] == "http" and self._gate.is_full and scope["path"].startswith(_KIOSKS):
            await self._busy()(scope, receive, send)
        else:
            await self._app(scope, receive, send)
