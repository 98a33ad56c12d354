"""The guard at the door: only this machine, only this browser, only pages of this program.

A page of the case may be read by whoever opened the link with its token, and by nobody else: not by
another account of this machine, not by a page of another site that the same browser shows, not by a
name of another site that was made to point here (DNS rebinding).
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Only files of this program are loaded, nothing inline runs, and no other site is reached."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not `no-referrer`: with that a browser sends `Origin: null` with the forms of this very page.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_PRIVATE = "no-store"  # the words of a case stay out of the browser's cache on disk
_SAFE = frozenset({"GET", "HEAD"})
OPENING = "/open"
"""The path of the opening link, the only one that needs no session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The secrets of one run of the server, and the names it answers to.

    `token` stands in the opening link, `session` in the cookie that the link is exchanged for.
    """

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    form: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def hosts(self) -> frozenset[str]:
        """Give the names under which this machine reaches itself."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost"))

    @property
    def cookie(self) -> str:
        """Name the cookie: by the port, for cookies are shared between the ports of a host."""
        return f"ordmot-{self.port}"

    @property
    def link(self) -> str:
        """Give the link that opens the workbench."""
        return f"http://127.0.0.1:{self.port}{OPENING}?token={self.token}"

    def opens(self, token: str) -> bool:
        """Tell whether this is the token of the opening link."""
        return _is_same(token, self.token)

    def has_session(self, headers: Headers) -> bool:
        """Tell whether the browser shows the cookie of this run."""
        try:
            morsel = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        except CookieError:
            return False
        return morsel is not None and _is_same(morsel.value, self.session)

    def is_own_form(self, given: str) -> bool:
        """Tell whether a form came from a page of this run."""
        return _is_same(given, self.form)


def _is_same(given: str, secret: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())


class Guard:
    """Turn away what does not come from the browser that was given the link."""

    def __init__(self, app: ASGIApp, lock: Lock) -> None:
        self._app = app
        self._lock = lock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check a request, pass it on, and set the policy of every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            """Set the headers of the policy."""
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", _PRIVATE)
            await send(message)

        refusal = self._refuse(scope)
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refuse(self, scope: Scope) -> PlainTextResponse | None:
        """Say why a request is turned away, None where it may pass."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._lock.hosts:
            return PlainTextResponse("This name is not one of this server.", 421)
        if not _is_same_site(headers, host, scope["method"]):
            return PlainTextResponse("Requests from other sites are turned away.", 403)
        if scope["path"] != OPENING and not self._lock.has_session(headers):
            return PlainTextResponse("Open the link that `ordmot serve` printed.", 401)
        return None


def _is_same_site(headers: Headers, host: str, method: str) -> bool:
    """Tell whether the request comes from a page of this server, or from no page at all."""
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        return False
    if method in _SAFE:
        return True
    # A browser sends one of these with every form; what sends neither is no browser of ours.
    return origin is not None or headers.get("sec-fetch-site") == "same-origin"
