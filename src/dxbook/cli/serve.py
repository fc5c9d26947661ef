"""`dxbook serve`: look at the published site over HTTP, on this machine only."""

from __future__ import annotations

import errno
import functools
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated

from typer import Option

from ..build import site_of
from ..data import find_root
from ..errors import UsageError, usage_error
from ..words import said
from .app import Root, announce, command

HOST = "127.0.0.1"
MISSING = "404.html"

Port = Annotated[int, Option("--port", "-p", min=0, max=65535, help=said("0 takes any free port."))]


@command()
def serve(port: Port = 8000, root: Root = None) -> None:
    """Show the built book at http://127.0.0.1, until Ctrl-C.

    Example: dxbook serve --port 8080
    """
    site = built_site((root or find_root()).resolve())
    with site_server(site, port) as server:
        address = f"http://{HOST}:{server.server_port}/"
        announce("{address} (Ctrl-C to stop)", address=address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            announce("Stopped.")


def built_site(root: Path) -> Path:
    """The folder of the published site.

    Raises:
        UsageError: when nothing has been built yet.
    """
    site = site_of(root)
    if not (site / "index.html").is_file():
        raise usage_error(
            "There is no book in {site} yet. Build it with `dxbook build`.", site=site
        )
    return site


def site_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of the site, which only this machine can reach.

    Raises:
        UsageError: when the port is taken or may not be used.
    """
    try:
        return ThreadingHTTPServer((HOST, port), functools.partial(SiteHandler, directory=site))
    except OSError as error:
        reasons = {
            errno.EADDRINUSE: said("Address already in use"),
            errno.EACCES: said("Permission denied"),
        }
        message = said(
            "Port {port}: {reason}. Name another with --port, or --port 0 for any free one.",
            port=port,
            reason=reasons.get(error.errno or 0, error.strerror),
        )
        raise UsageError(message) from None


class SiteHandler(SimpleHTTPRequestHandler):
    """Files of the site; for an address that does not exist, the site's own page."""

    # A reader who builds again and reloads must see what was built.
    def end_headers(self) -> None:
        """End the headers, asking browsers to check before they show what they kept."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send an error; the site's own page when the address does not exist."""
        page = Path(self.directory, MISSING)
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""
