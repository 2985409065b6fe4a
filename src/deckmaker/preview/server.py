"""The server behind the page: on this machine only, for those who know its address, and from memory only.

No file is ever served by its path. An address holds a token that nobody can guess, and a request has to name this
machine as its host, so that neither another page in the browser nor a name that leads here can read a deck.
"""

from __future__ import annotations

import errno
import secrets
import sys
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from deckmaker.preview.deck_view import DeckView
from deckmaker.preview.decks import Decks
from deckmaker.workspace import MachineError

LOOPBACK = "127.0.0.1"
_HOSTS = (LOOPBACK, "localhost")
_ALIVE = 10.0
"""Seconds after which a silent connection is told that deckmaker is still there."""
_FILES = {"page.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}
_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_POLICY_OF_PICTURES = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"
_ALL = b'<a href="../">All decks</a>'
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Server(ThreadingHTTPServer):
    """Listens as soon as it is made; ``port`` 0 lets the system choose. Raises ``MachineError`` if it is taken."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two programs share a port
    request_queue_size = 32

    def __init__(self, decks: Decks, port: int = 0) -> None:
        self.decks = decks
        self.token = secrets.token_urlsafe(24)
        here = Path(__file__).parent
        self.files = {name: (here / name).read_bytes() for name in (*_FILES, "page.html", "menu.html")}
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            message = f"port {port} cannot be used: another program has it, or you may not"
            raise MachineError(message, "leave ‘--port’ out, and a free one is found") from error

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no news; anything else is a mistake of ours and told."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "deckmaker", ""
    timeout = 60

    def do_GET(self) -> None:
        hosts = {f"{host}:{self.server.server_port}" for host in _HOSTS}
        if self.headers.get_all("Host", []) not in [[host] for host in hosts]:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        before, token, *rest = [*self.path.partition("?")[0].split("/"), ""]
        if before or not secrets.compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        match rest[:-1]:
            case [""]:
                self._menu()
            case [name] if name in _FILES:
                self._answer(self.server.files[name], _FILES[name])
            case [number, *inner] if number.isascii() and number.isdecimal() and len(number) < 6:
                view = self.server.decks.view(int(number))
                if view is None:
                    self._refuse(HTTPStatus.NOT_FOUND)
                else:
                    self._deck(view, inner)
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _menu(self) -> None:
        decks = self.server.decks.listed()
        if len(decks) == 1:
            self.send_response(HTTPStatus.FOUND)
            self._headers({"Location": f"/{self.server.token}/{next(iter(decks))}/", "Content-Length": "0"})
            return
        rows = "".join(
            f'<li><a href="{number}/">{escape(self.server.decks.name(number))}</a> <span>{escape(spec)}</span></li>'
            for number, spec in decks.items()
        )
        nothing = "<p>There is no deck in this folder any more.</p>"
        content = self.server.files["menu.html"].replace(b"<!-- decks -->", (rows or nothing).encode())
        self._answer(content, "text/html")

    def _deck(self, view: DeckView, rest: list[str]) -> None:
        match rest:
            case [""]:
                several = len(self.server.decks.listed()) > 1
                content = self.server.files["page.html"].replace(b"<!-- all -->", _ALL if several else b"")
                self._answer(content, "text/html")
            case ["events"]:
                self._events(view)
            case ["pictures", name] if name.removesuffix(".svg") in view.shown.pictures:
                picture = view.shown.pictures[name.removesuffix(".svg")]
                self._answer(picture, "image/svg+xml", policy=_POLICY_OF_PICTURES)
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def _events(self, view: DeckView) -> None:
        """Tells the page of every new version, until it goes away."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._headers({"Content-Type": "text/event-stream; charset=utf-8", "Connection": "close"})
        if self.command == "HEAD":
            return
        with view.listening():
            version = 0
            while not view.ended:
                shown = view.wait(version, _ALIVE)
                told = b": still here\n\n" if shown.version == version else f"data: {shown.state}\n\n".encode()
                version = shown.version
                self.wfile.write(told)
                self.wfile.flush()

    def _answer(self, content: bytes, kind: str, *, policy: str = _POLICY) -> None:
        self.send_response(HTTPStatus.OK)
        text = "" if kind.startswith("image/") else "; charset=utf-8"
        self._headers({"Content-Type": kind + text, "Content-Length": str(len(content))}, policy)
        if self.command != "HEAD":
            self.wfile.write(content)

    def _refuse(self, status: HTTPStatus) -> None:
        content = f"{status.phrase}\n".encode()
        self.send_response(status)
        self._headers({"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _headers(self, more: dict[str, str], policy: str = _POLICY) -> None:
        for name, value in {**more, **_HEADERS, "Content-Security-Policy": policy}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 – the name of the method it stands for
        """Nothing is said of requests."""
