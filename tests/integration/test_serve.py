"""`dxbook serve`: the site over HTTP, on this machine only."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dxbook.cli.serve import built_site, site_server
from dxbook.errors import UsageError


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "index.html").write_text("the door", encoding="utf-8")
    (tmp_path / "404.html").write_text("không có trang này", encoding="utf-8")
    with site_server(tmp_path, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def answer(port: int, path: str, method: str = "GET") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


def test_pages_are_served(port: int) -> None:
    assert answer(port, "/") == (200, "the door")


def test_an_address_that_does_not_exist_shows_the_sites_own_page(port: int) -> None:
    assert answer(port, "/vi/1999/overview.html") == (404, "không có trang này")
    assert answer(port, "/vi/1999/overview.html", "HEAD") == (404, "")


def test_an_address_that_leads_out_of_the_site_is_not_served(port: int) -> None:
    assert answer(port, "/../../../../etc/passwd")[0] == 404


def test_a_port_that_is_taken_is_said(port: int, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=rf"Port {port}: .*--port"):
        site_server(tmp_path, port)


def test_a_port_that_is_taken_is_said_in_vietnamese(
    port: int, tmp_path: Path, in_vietnamese: None
) -> None:
    with pytest.raises(
        UsageError, match=rf"Cổng {port}: đang có chương trình khác dùng\. .*--port"
    ):
        site_server(tmp_path, port)


def test_a_book_that_is_not_built_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dxbook build"):
        built_site(tmp_path)
