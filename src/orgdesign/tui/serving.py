"""The app in a browser: every page that is opened runs an app of its own on this machine."""

from __future__ import annotations

import ipaddress
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp_jinja2
import jinja2
from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

from orgdesign.words import Language, say

PAGE = "app_index.html"
"""The name by which the server asks for its page."""
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


class BrowserServer(Server):
    """Serves the app on a scenario file, to pages of its own alone.

    Everything that a page needs comes from here, so that it works without a network.
    """

    def __init__(
        self,
        path: Path | None,
        host: str,
        port: int,
        language: Language,
        ready: Callable[[str], None],
        asked: str | None = None,
    ) -> None:
        super().__init__(
            app_command(path, asked), host, port, title=f"orgdesign {path or ''}".strip()
        )
        self.language = language
        self.ready = ready

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self.own_pages_only)
        page = (Path(__file__).parent / "serving.html").read_text(encoding="utf-8")
        pages = aiohttp_jinja2.get_env(app)
        pages.loader = jinja2.DictLoader({PAGE: page})
        words = {name: say(f"app.serve_{name}", self.language) for name in _WORDS}
        pages.globals.update(words, language=self.language)
        return app

    @web.middleware
    async def own_pages_only(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what another site asks for: a page elsewhere must not work the app."""
        origin = request.headers.get("Origin")
        if not is_own(request.host, origin, self.host):
            raise web.HTTPForbidden
        return await handler(request)

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: nobody is answered before the port is open."""

    def serve(self, debug: bool = False) -> None:
        """Answer until stopped; raises OSError where the port cannot be had."""
        url = f"http://{_in_address(self.host)}:{self.port}"
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            access_log=None,
            print=lambda _: self.ready(url),
        )


_WORDS = ("starting", "ended", "again")


def app_command(path: Path | None, lang: str | None) -> str:
    """Return the command, for a shell, that runs the app on a file, in a language if asked."""
    words = [sys.executable, "-m", "orgdesign", *([str(path)] if path else [])]
    words += ["--lang", lang] if lang else []
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def is_own(host: str, origin: str | None, listening: str) -> bool:
    """Return whether a request to a host comes from a page of this server, or from no page.

    On loopback the host must be a name of loopback too: else a name elsewhere could be made to
    point here.
    """
    if origin is not None and urlsplit(origin).netloc != host:
        return False
    return not is_loopback(listening) or is_loopback(urlsplit(f"//{host}").hostname or "")


def is_loopback(host: str) -> bool:
    """Return whether only this machine reaches a host."""
    if host in LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
