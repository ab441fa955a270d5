"""A stand-in for a language model's server, on loopback: it does whatever a test wants."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bot.drafting import HttpDrafter

KEY = "sk-very-secret-key"
MODEL = "prov-modell"

Reply = Callable[[BaseHTTPRequestHandler], None]
"""Writes the answer to a request; its body has been read."""


@dataclass(frozen=True)
class Sent:
    """A request as it arrived."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def comments(self) -> list[str]:
        """The comments in it."""
        data = json.loads(json.loads(self.body)["messages"][1]["content"])
        return [each["text"] for each in data]


@dataclass
class StandIn:
    """The server: what it got, and what it answers next."""

    url: str
    reply: Reply
    sent: list[Sent] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def drafter(self, timeout: float = 10, url: str = "") -> HttpDrafter:
        """Return what asks this server."""
        return HttpDrafter(url or self.url, MODEL, timeout, KEY)


@contextmanager
def stand_in(reply: Reply) -> Iterator[StandIn]:
    """Run the server while a test needs it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            found.sent.append(Sent(self.path, dict(self.headers), body))
            try:
                found.reply(self)
            except OSError:
                self.close_connection = True  # who asked has gone: that is what is tested

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found = StandIn(f"http://127.0.0.1:{server.server_port}/v1", reply)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    try:
        yield found
    finally:
        found.closing.set()
        server.shutdown()
        thread.join(10)
        assert not thread.is_alive()
        server.server_close()


def raw(body: bytes, status: int = 200, kind: str = "application/json", **headers: str) -> Reply:
    """Return a reply with this very body."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def completion(content: object) -> bytes:
    """Return a body as such servers write it, with this content of the message."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    message: dict[str, Any] = {"role": "assistant", "content": text}
    return json.dumps({"id": "x", "choices": [{"index": 0, "message": message}]}).encode()


def saying(*claims: object) -> Reply:
    """Return a reply with these claims."""
    return raw(completion({"claims": list(claims)}))


def claim(text: str, **support: str) -> dict[str, object]:
    """Return a claim as a model writes it; `_3="words"` quotes the third comment."""
    rests = [{"comment": int(number[1:]), "quote": quote} for number, quote in support.items()]
    return {"text": text, "support": rests}
