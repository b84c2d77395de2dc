"""`orgdesign serve`: the app in a browser."""

from __future__ import annotations

import errno
from pathlib import Path

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import lang_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import WrongCallError, language, tell, words


@click.command("serve", cls=Command)
@click.argument("path", required=False, metavar="[FILE]", shell_complete=files)
@click.option("--host", default="127.0.0.1", help=words("opt_host"))
@click.option("--port", default=8000, type=click.IntRange(1, 65535), help=words("opt_port"))
@lang_option
def command(path: str | None, host: str, port: int, lang: str | None) -> None:
    """Serve the app to browsers until it is stopped."""
    file = Path(path).resolve() if path else None
    if file and not file.exists():
        raise WrongCallError(words("file_not_there", file=path))
    try:
        from orgdesign.tui.serving import BrowserServer, is_loopback
    except ImportError:
        raise WrongCallError(words("no_serve")) from None
    if not is_loopback(host):
        tell(words("serves_others", host=host))
    server = BrowserServer(
        file, host, port, language(), lambda url: tell(words("serves", url=url)), lang
    )
    try:
        server.serve()
    except OSError as fault:
        if fault.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise WrongCallError(words("port_taken", port=port)) from None
