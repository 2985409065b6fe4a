"""The server answers this machine, for those who know the address, from memory, and nothing else."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.preview.conftest import Running

from deckmaker.discovery import Features
from deckmaker.preview.decks import Decks
from deckmaker.preview.server import Server
from deckmaker.workspace import MachineError, Workspace


def ask(
    running: Running, path: str, *, method: str = "GET", host: str | None = None
) -> tuple[int, bytes, dict[str, str]]:
    """Status, content and headers of the answer; the path is taken as it is, and so is the host."""
    named = host if host is not None else f"127.0.0.1:{running.server.server_port}"
    with socket.create_connection(("127.0.0.1", running.server.server_port), timeout=30) as connection:
        connection.sendall(f"{method} {path} HTTP/1.1\r\nHost: {named}\r\nConnection: close\r\n\r\n".encode())
        answer = http.client.HTTPResponse(connection, method=method)
        with answer:
            answer.begin()
            return answer.status, answer.read(), dict(answer.getheaders())


def first_state(running: Running) -> dict[str, object]:
    connection = http.client.HTTPConnection("127.0.0.1", running.server.server_port, timeout=30)
    connection.request("GET", urlsplit(running.address).path + "1/events")
    answer = connection.getresponse()
    try:
        line = answer.readline()
        assert line.startswith(b"data: ")
        state: dict[str, object] = json.loads(line[len(b"data: ") :])
        return state
    finally:
        answer.close()
        connection.close()


@pytest.fixture
def path(preview: Running) -> str:
    return urlsplit(preview.address).path


def test_it_listens_on_the_loopback_alone(preview: Running) -> None:
    assert preview.server.socket.getsockname()[0] == "127.0.0.1"
    assert preview.address.startswith(f"http://127.0.0.1:{preview.server.server_port}/")


def test_the_page_may_load_nothing_from_elsewhere_and_tells_nobody_its_address(preview: Running, path: str) -> None:
    status, content, headers = ask(preview, path + "1/")
    assert status == 200
    assert b"<!doctype html>" in content
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Python" not in headers["Server"]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "localhost:1",
        "127.0.0.1:{port}.evil.example",
        "[::1]:{port}",
        "",
    ],
)
def test_a_request_that_names_another_host_is_refused(preview: Running, path: str, host: str) -> None:
    """A name on the internet may lead to this machine: then the browser sends that name."""
    for inner in ("", "1/", "1/events", "page.js"):
        status, content, _ = ask(preview, path + inner, host=host.format(port=preview.server.server_port))
        assert status == 421
        assert b"talk" not in content


def test_both_names_of_this_machine_are_known(preview: Running, path: str) -> None:
    for name in ("127.0.0.1", "localhost"):
        assert ask(preview, path + "1/", host=f"{name}:{preview.server.server_port}")[0] == 200


@pytest.mark.parametrize("token", ["", "wrong", "{token}x", "{short}", "%00", "ü"])
def test_without_the_token_nothing_is_there(preview: Running, token: str) -> None:
    right = preview.server.token
    wrong = token.format(token=right, short=right[:-1])
    for inner in ("", "/", "/1/", "/1/events", "/page.js"):
        assert ask(preview, f"/{wrong}{inner}")[0] == 404


def test_no_two_previews_have_the_same_token(preview: Running, workspace: Workspace) -> None:
    decks = Decks(workspace.specs, workspace, Features())
    with Server(decks) as other:
        assert other.token != preview.server.token
        assert len(other.token) >= 32


@pytest.mark.parametrize(
    "inner",
    ["../page.js", "1/../../decks/talk.yaml", "1/pictures/../../../decks/talk.yaml", "1/pictures/%2e%2e/talk.yaml",
     "1/pictures/", "1/pictures/..", "..%2f..%2fetc/passwd", "decks/talk.yaml", "/etc/passwd", "page.html",
     "menu.html", "server.py", "1/pictures//etc/passwd", "1/page.js", "0/", "-1/", "2/", "99999/", "1e0/", "١/",
     "1/pictures/" + "0" * 32 + ".svg"],
)  # fmt: skip
def test_what_is_not_one_of_a_few_names_is_not_there(preview: Running, path: str, inner: str) -> None:
    first_state(preview)
    status, content, _ = ask(preview, (path + inner))
    assert (status, content) == (404, b"Not Found\n")


def test_a_whole_address_in_place_of_a_path_is_refused(preview: Running, path: str) -> None:
    assert ask(preview, f"http://evil.example{path}1/")[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_nothing_can_be_sent(preview: Running, path: str, method: str) -> None:
    assert ask(preview, path + "1/", method=method)[0] == 501


def test_a_picture_runs_nothing_even_when_it_is_opened_by_itself(preview: Running, path: str) -> None:
    slides = first_state(preview)["slides"]
    assert isinstance(slides, list)
    assert len(slides) == 4
    for slide in slides:
        status, content, headers = ask(preview, f"{path}1/pictures/{slide['picture']}.svg")
        assert status == 200
        assert headers["Content-Type"] == "image/svg+xml"
        assert content.startswith(b"<svg")
        assert "sandbox" in headers["Content-Security-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_only_the_head_is_sent_to_who_asks_for_it(preview: Running, path: str) -> None:
    status, content, headers = ask(preview, path + "1/", method="HEAD")
    assert (status, content) == (200, b"")
    assert int(headers["Content-Length"]) > 500


def test_one_deck_is_shown_at_once_and_of_several_there_is_a_list(
    workspace: Workspace, talk: Path, running: Callable[[], Running]
) -> None:
    one = running()
    status, _, headers = ask(one, urlsplit(one.address).path)
    assert (status, headers["Location"]) == (302, urlsplit(one.address).path + "1/")
    assert b"All decks" not in ask(one, urlsplit(one.address).path + "1/")[1]
    (workspace.root / "decks" / "a&b.yaml").write_text("title: <b>\n", encoding="utf-8")
    status, content, _ = ask(one, urlsplit(one.address).path)
    assert status == 200
    assert b'<a href="2/">a&amp;b</a>' in content
    assert b'<a href="1/">talk</a>' in content
    assert b"All decks" in ask(one, urlsplit(one.address).path + "1/")[1]
    talk.unlink()
    (workspace.root / "decks" / "a&b.yaml").unlink()
    assert b"There is no deck" in ask(one, urlsplit(one.address).path)[1]


def test_a_port_that_is_taken_is_told_plainly(preview: Running, workspace: Workspace) -> None:
    decks = Decks(workspace.specs, workspace, Features())
    with pytest.raises(MachineError, match=f"port {preview.server.server_port} cannot be used"):
        Server(decks, preview.server.server_port)
