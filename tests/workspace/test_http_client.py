"""The client of the workspace's own people: connections are kept, and given up in time."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from bot.workspace.http_client import HttpClient


class Forgetful(ThreadingHTTPServer):
    """Hangs up after each answer without a word of warning, as a server does with idle lines."""

    hung_up: Event


class OneAnswer(BaseHTTPRequestHandler):
    """Answers once on a connection that the client takes to be kept."""

    protocol_version = "HTTP/1.1"
    server: Forgetful

    def do_GET(self) -> None:  # the name is the library's
        """Answer, and hang up."""
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")
        self.close_connection = True

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Forgetful]:
    """Return a server that hangs up."""
    with Forgetful(("127.0.0.1", 0), OneAnswer) as forgetful:
        forgetful.hung_up = Event()
        shut = forgetful.shutdown_request

        def shutdown_request(request: object) -> None:
            shut(request)  # type: ignore[arg-type]  # the library's own union
            forgetful.hung_up.set()

        forgetful.shutdown_request = shutdown_request  # type: ignore[method-assign]
        Thread(target=forgetful.serve_forever, daemon=True).start()
        yield forgetful
        forgetful.shutdown()


def test_a_line_that_the_server_has_left_is_opened_anew(server: Forgetful) -> None:
    """Who is silent for long finds the line closed, and is served all the same."""
    client = HttpClient("127.0.0.1", server.server_address[1])
    for _ in range(3):
        server.hung_up.clear()
        assert client.get("/x") == {}
        assert server.hung_up.wait(10)
    client.close()
