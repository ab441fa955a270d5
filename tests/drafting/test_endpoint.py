"""The endpoint: asked once, and whatever it does, there is a draft or DraftFailed, in time."""

from __future__ import annotations

import json
import logging
import ssl
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.claims import Claim, Support
from bot.drafting.endpoint import MOST_BYTES, HttpDrafter
from bot.drafting.reply import claims_in
from bot.errors import DraftFailed
from tests.drafting.stand_in import KEY, MODEL, Reply, claim, completion, raw, saying, stand_in

COMMENTS = ("Vi hinner inte med överlämningen.", "Överlämningen blir ofta för kort.")
GOOD = claim("Flera tycker att överlämningen är kort.", _1="hinner inte med", _2="ofta för kort")
READ = Claim(
    "Flera tycker att överlämningen är kort.",
    (Support(1, "hinner inte med"), Support(2, "ofta för kort")),
)
SHORT = 0.3
"""Seconds that a test lets a slow server have."""


def ask(reply: Reply, timeout: float = 10) -> tuple[Claim, ...]:
    """Ask a server that answers so."""
    with stand_in(reply) as server:
        return server.drafter(timeout)(COMMENTS, "sv")


def test_good_answer_is_read() -> None:
    """The control: what is right comes through, asked for at one address with the key."""
    with stand_in(saying(GOOD)) as server:
        assert server.drafter()(COMMENTS, "sv") == (READ,)
    (sent,) = server.sent
    assert sent.path == "/v1/chat/completions"
    assert sent.headers["Authorization"] == f"Bearer {KEY}"
    assert sent.comments == list(COMMENTS)
    asked = json.loads(sent.body)
    assert asked["model"] == MODEL
    assert "Swedish" in asked["messages"][0]["content"]
    assert not any(comment in asked["messages"][0]["content"] for comment in COMMENTS)


def test_without_a_key_none_is_sent() -> None:
    """A server of one's own may want none."""
    with stand_in(saying()) as server:
        assert HttpDrafter(server.url, MODEL, 10)(COMMENTS, "en") == ()
    assert "Authorization" not in server.sent[0].headers


@pytest.mark.parametrize(
    "content",
    [
        "```json\n" + json.dumps({"claims": [GOOD]}) + "\n```",
        "Here you are: " + json.dumps({"claims": [GOOD], "note": "extra"}),
    ],
    ids=["fence", "chatty"],
)
def test_answer_in_a_wrapping_is_read(content: str) -> None:
    """Many models can't help it."""
    assert ask(raw(completion(content))) == (READ,)


@pytest.mark.parametrize(
    "wrong",
    [
        "nothing",
        {"text": "x"},
        {"text": 1, "support": []},
        {"text": "x", "support": [{"comment": "1", "quote": "x"}]},
        {"text": "x", "support": [{"comment": True, "quote": "x"}]},
        {"text": "x", "support": [{"comment": 10**40, "quote": 5}]},
        None,
    ],
)
def test_what_is_no_claim_is_left_out(wrong: object) -> None:
    """The others stay."""
    assert ask(saying(wrong, GOOD)) == (READ,)


def redirect(handler: BaseHTTPRequestHandler) -> None:
    """Send whoever asks elsewhere on this very server."""
    handler.send_response(307)
    handler.send_header("Location", "/elsewhere")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    """Close without a word."""
    handler.close_connection = True


def cut(handler: BaseHTTPRequestHandler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"{")


GARBAGE: dict[str, Reply] = {
    "500": raw(completion({"claims": [GOOD]}), status=500),
    "401": raw(b"{}", status=401),
    "201": raw(completion({"claims": [GOOD]}), status=201),
    "redirect": redirect,
    "html": raw(b"<html>", kind="text/html"),
    "right body, wrong type": raw(completion({"claims": [GOOD]}), kind="text/plain"),
    "packed": raw(completion({"claims": [GOOD]}), Content_Encoding="gzip"),
    "empty": raw(b""),
    "no JSON": raw(b"\xff\xfe\x00 hello"),
    "deep": raw(b"[" * 100_000),
    "deep inside": raw(completion('{"claims":' + "[" * 50_000)),
    "no choices": raw(b'{"choices": []}'),
    "null": raw(b'{"choices": [{"message": {"content": null}}]}'),
    "prose": raw(completion("I am sorry, I can't do that.")),
    "a list": raw(completion([GOOD])),
    "huge": raw(b" " * (MOST_BYTES + 1) + completion({"claims": [GOOD]})),
    "hangs up": hang_up,
    "cut": cut,
}


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_no_draft(name: str) -> None:
    """Asked once, no other address, and our own words about it."""
    with stand_in(GARBAGE[name]) as server, pytest.raises(DraftFailed) as failed:
        server.drafter()(COMMENTS, "sv")
    assert [sent.path for sent in server.sent] == ["/v1/chat/completions"]
    for word in ("överlämning", KEY, "sorry", "html"):
        assert word not in str(failed.value)


def test_just_not_too_much_is_read() -> None:
    """The control of the cap: white space up to it does no harm."""
    body = completion({"claims": [GOOD]})
    assert ask(raw(b" " * (MOST_BYTES - len(body)) + body)) == (READ,)


def silence(stop: threading.Event) -> Reply:
    """Return a reply that never comes."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        stop.wait(60)

    return reply


def drip(stop: threading.Event, head: bytes) -> Reply:
    """Return a reply of which a byte comes now and then, for ever; `head` comes at once."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        while not stop.wait(SHORT / 20):
            handler.wfile.write(b"x")

    return reply


HEADS = {
    "status": b"HTTP/1.1 2",
    "headers": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Slow: ",
    "body": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n",
}


@pytest.mark.parametrize("head", HEADS)
def test_slow_drip_ends_in_time(head: str) -> None:
    """Each byte is in time, all of them are not: the limit is for the whole."""
    stop = threading.Event()
    try:
        with pytest.raises(DraftFailed, match=r"within 0\.3 s|reached"):
            ask(drip(stop, HEADS[head]), SHORT)
    finally:
        stop.set()


def test_silence_ends_in_time() -> None:
    """As does no answer at all."""
    stop = threading.Event()
    with stand_in(silence(stop)) as server:
        with pytest.raises(DraftFailed, match=r"within 0\.3 s"):
            server.drafter(SHORT)(COMMENTS, "sv")
        stop.set()


def test_nobody_there() -> None:
    """Nothing listens on the port any more."""
    with stand_in(saying()) as server:
        pass
    with pytest.raises(DraftFailed, match="reached"):
        server.drafter()(COMMENTS, "sv")


def test_a_server_without_tls_gets_nothing() -> None:
    """With https:// in the setting the request never leaves in clear."""
    with stand_in(saying(GOOD)) as server:
        with pytest.raises(DraftFailed, match="reached"):
            server.drafter(url=server.url.replace("http://", "https://"))(COMMENTS, "sv")
        assert server.sent == []


def test_certificates_are_checked() -> None:
    """The default of the library that is relied on: the name and the chain."""
    context = ssl.create_default_context()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more who would read the comments."""
    with stand_in(saying()) as proxy, stand_in(saying(GOOD)) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        assert server.drafter()(COMMENTS, "sv") == (READ,)
        assert proxy.sent == []


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Neither the key nor a comment, at any level, by us or by the library."""
    caplog.set_level(logging.DEBUG)
    ask(saying(GOOD))
    text = "\n".join([caplog.text, *(repr(record.__dict__) for record in caplog.records)])
    assert "httpcore" in text, "the control: the library does log here"
    for word in ("överlämning", KEY):
        assert word not in text


def test_key_is_not_in_its_repr() -> None:
    """So that no traceback and no log shows it by chance."""
    assert KEY not in repr(HttpDrafter("http://x", MODEL, 1, KEY))


@given(st.binary(max_size=300) | st.text(max_size=300).map(completion))
def test_any_body_is_a_draft_or_no_draft(body: bytes) -> None:
    """No body makes anything but the one error."""
    with suppress(DraftFailed):
        assert isinstance(claims_in(body), tuple)
