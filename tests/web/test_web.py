"""The calendars' addresses over real HTTP: what opens, what does not, and what nobody can tell."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import icalendar
import pytest

from bot.domain.feed import SECRET_BYTES, Feed
from bot.errors import StoreError
from bot.services import calendars, planning
from bot.services.deps import Deps
from bot.web import WebServer, build_app, listen
from bot.web.quota import AT_ONCE, PER_SECOND, Quota
from tests.forensics.evidence import files, find
from tests.services.people import KARIN, OTHER_CHANNEL, team
from tests.services.planned import TEAM, occasions_of, planned
from tests.services.world import World, new_world

SECRET = bytes(range(SECRET_BYTES))
LOOPBACK = "127.0.0.1"


@dataclass
class Site:
    """A world whose calendars are served, and a client."""

    world: World
    deps: Deps
    client: httpx.Client

    @property
    def token(self) -> str:
        """Return the token of the team's calendar, the first generation's."""
        return Feed("", SECRET).token(TEAM, 0)

    @property
    def path(self) -> str:
        """Return where the team's calendar is."""
        return f"/kalender/{self.token}.ics"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A team with a plan, and its calendar served on a free port of this machine."""
    world = new_world(tmp_path).with_team()
    planned(world)
    door = listen(LOOPBACK, 0)
    url = f"http://{LOOPBACK}:{door.getsockname()[1]}"
    deps = replace(world.deps, feed=Feed(url, SECRET))
    server = WebServer(build_app(deps), door)
    server.start()
    with httpx.Client(base_url=url, trust_env=False, timeout=20) as client:
        yield Site(world, deps, client)
    server.stop()


def test_link_opens_the_calendar(site: Site) -> None:
    """The very address that the page shows gives a file that calendars read."""
    address = calendars.page(site.deps, site.world.request()).parts[0].link
    found = site.client.get(address)
    assert found.status_code == 200
    assert found.headers["content-type"] == "text/calendar; charset=utf-8"
    assert len(icalendar.Calendar.from_ical(found.content).walk("VEVENT")) == 5


def test_headers_keep_the_address_to_those_who_have_it(site: Site) -> None:
    """It is not passed on, not indexed, not kept by strangers, and tells no software's name."""
    for path in (site.path, "/kalender/x.ics", "/"):
        headers = site.client.get(path).headers
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-robots-tag"] == "noindex"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["cache-control"] in ("private, no-cache", "no-store")
        assert "server" not in headers


def test_looking_again_is_cheap_until_something_changes(site: Site) -> None:
    """Who has the present state is told so; who has an older one gets the new."""
    first = site.client.get(site.path)
    known = {"If-None-Match": first.headers["etag"]}
    site.world.clock.pass_by(minutes=30)  # the file itself would tell another time
    again = site.client.get(site.path, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    plan = site.world.look(lambda tx: tx.plans.of_team(TEAM))[0]
    planning.skip(site.deps, site.world.request(), occasions_of(site.world, plan)[0].id)
    changed = site.client.get(site.path, headers=known)
    assert changed.status_code == 200
    assert b"STATUS:CANCELLED" in changed.content
    assert changed.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize("known", ["*", '"x", {tag}', "{strong}", "{tag},"])
def test_every_way_to_say_what_is_known(site: Site, known: str) -> None:
    """A list, a strong form of the tag, and anything at all are understood."""
    tag = site.client.get(site.path).headers["etag"]
    said = known.format(tag=tag, strong=tag.removeprefix("W/"))
    assert site.client.get(site.path, headers={"If-None-Match": said}).status_code == 304


def test_head_tells_the_same_without_the_calendar(site: Site) -> None:
    """Some calendars look before they fetch."""
    whole, head = site.client.get(site.path), site.client.head(site.path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-length", "content-type", "etag"):
        assert head.headers[name] == whole.headers[name]


# --- what opens nothing --------------------------------------------------------------------


def told(answer: httpx.Response) -> tuple[object, ...]:
    """Return all that an answer tells."""
    headers = {name: value for name, value in answer.headers.items() if name != "date"}
    return answer.status_code, headers, answer.content


def forged() -> list[str]:
    """Return addresses that must open nothing."""
    feed = Feed("", SECRET)
    token = feed.token(TEAM, 0)
    tokens = [
        feed.token(TEAM, 1),
        feed.token("team-blaklinten", 1),
        feed.token("no-team", 0),
        feed.token("nobody", 0),
        Feed("", bytes(SECRET_BYTES)).token(TEAM, 0),
        token[:-1] + ("0" if token[-1] != "0" else "1"),
        token[:-1],
        token + "0",
        token.upper(),
        f"{TEAM}-{'0' * 32}",
        f"{token}%00",
        f"{token}%0a",
        f"..%2f{token}",
        f"{token}.ics",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "%ff%fe",
        "%C3%A5",
        "a" * 8_000,
    ]
    paths = [
        "/",
        "/kalender",
        "/kalender/",
        f"/kalender/{token}",
        f"/kalender/{token}.ics/",
        f"/kalender//{token}.ics",
        f"/KALENDER/{token}.ics",
        f"/kalender/{token}.ICS",
        f"//kalender/{token}.ics",
        f"/x/kalender/{token}.ics",
        "/favicon.ico",
        "/robots.txt",
        "/docs",
        "/kalender/..%2f..%2fapi.ics",
    ]
    return [*(f"/kalender/{each}.ics" for each in tokens), *paths]


@pytest.mark.parametrize("path", forged(), ids=lambda path: path[:150])
def test_what_is_not_there_is_answered_alike(site: Site, path: str) -> None:
    """A guess, an old link, another team's, a trick with the path: one and the same answer."""
    site.world.with_team(replace(team(), id="team-blaklinten", channel=OTHER_CHANNEL))
    nothing = told(site.client.get("/kalender/nothing.ics"))
    assert nothing[0] == 404
    assert "/apt kalender" in str(nothing[2], "utf-8")  # type: ignore[call-overload]
    url = httpx.URL(str(site.client.base_url)).copy_with(raw_path=path.encode())
    assert told(site.client.get(url)) == nothing


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "X"])
def test_nothing_can_be_done_but_read(site: Site, method: str) -> None:
    """Other methods find nothing, also at an address that holds."""
    nothing = told(site.client.get("/"))
    assert told(site.client.request(method, site.path)) == nothing


def test_replaced_link_is_like_one_that_never_was(site: Site) -> None:
    """At once, also for who knows the state of the old one."""
    tag = site.client.get(site.path).headers["etag"]
    calendars.renew(site.deps, site.world.request(KARIN), TEAM, 0)
    nothing = told(site.client.get("/"))
    assert told(site.client.get(site.path, headers={"If-None-Match": tag})) == nothing
    new = Feed("", SECRET).token(TEAM, 1)
    assert site.client.get(f"/kalender/{new}.ics").status_code == 200


def test_address_that_is_too_long_is_cut_off(site: Site) -> None:
    """The server reads no more than a small head of a request."""
    url = site.client.base_url
    with closing(socket.create_connection((url.host, url.port or 0), timeout=20)) as line:
        line.sendall(b"GET /kalender/" + b"a" * 20_000)
        assert line.recv(100).startswith(b"HTTP/1.1 400")


# --- trouble -------------------------------------------------------------------------------


def test_trouble_is_told_without_the_address(
    site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log says where it happened, and the calendar is asked to come back."""

    def broken(work: object) -> None:
        raise StoreError(f"could not read for {site.path}")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(site.world.store, "read", broken)
    answer = site.client.get(site.path)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert site.token not in answer.text
    said = [record.getMessage() for record in caplog.records if ours(record)]
    assert "StoreError" in " ".join(said)  # the control: it is logged
    assert site.token not in " ".join(said)


def test_token_is_in_no_log_and_in_no_file(
    site: Site, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """With every logger at its finest, and after all that can be done with a link."""
    with caplog.at_level(logging.DEBUG):
        for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio"):
            caplog.set_level(logging.DEBUG, name)
        calendars.page(site.deps, site.world.request())
        for method in ("GET", "HEAD", "POST"):
            site.client.request(method, site.path)
        calendars.renew(site.deps, site.world.request(), TEAM, 0)
        site.client.get(site.path)
    tokens = [Feed("", SECRET).token(TEAM, generation) for generation in (0, 1)]
    codes = [token.rpartition("-")[2] for token in tokens]
    logged = "\n".join(f"{r.name} {r.getMessage()} {r.args}" for r in caplog.records if ours(r))
    left = {"log": logged.encode(), **files(tmp_path)}
    assert find(codes, left) == {}
    assert find([TEAM], left) != {}  # the control: the database is among what was searched
    client = {"log": "\n".join(r.getMessage() for r in caplog.records).encode()}
    assert find(codes[:1], client) != {}  # the control: a line that tells it is found


def ours(record: logging.LogRecord) -> bool:
    """Whether the line is the server's, and not the client's of this test."""
    return not record.name.startswith(("httpx", "httpcore"))


def test_flood_is_turned_away_and_the_rest_is_served(site: Site) -> None:
    """So many at once, and no more; when time has passed, as before."""
    answers = [site.client.get("/").status_code for _ in range(AT_ONCE + 5)]
    assert answers == [404] * AT_ONCE + [429] * 5
    turned = site.client.get(site.path)
    assert (turned.status_code, turned.headers["retry-after"]) == (429, "60")
    site.world.clock.pass_by(seconds=1)
    assert site.client.get(site.path).status_code == 200


def test_quota_fills_with_time_and_not_beyond() -> None:
    """A quiet night does not allow a flood in the morning."""
    now = [0.0]
    quota = Quota(lambda: now[0])
    assert all(quota.takes() for _ in range(AT_ONCE))
    assert not quota.takes()
    now[0] = 1.0
    assert sum(quota.takes() for _ in range(AT_ONCE)) == PER_SECOND
    now[0] = 1e6
    assert sum(quota.takes() for _ in range(3 * AT_ONCE)) == AT_ONCE


# --- the server ----------------------------------------------------------------------------


def test_port_that_is_taken_is_refused(site: Site) -> None:
    """Unless both say that they share it, as several processes of one bot do."""
    taken = httpx.URL(site.deps.feed.url).port if site.deps.feed else None
    assert taken
    with pytest.raises(OSError, match="in use") as problem:
        listen(LOOPBACK, taken)
    assert problem.value.errno == errno.EADDRINUSE
    with closing(listen(LOOPBACK, 0, shared=True)) as one:
        port = one.getsockname()[1]
        with closing(listen(LOOPBACK, port, shared=True)) as other:
            assert other.getsockname()[1] == port


def test_server_that_was_never_started_stops(site: Site) -> None:
    """What could not start leaves nothing behind."""
    door = listen(LOOPBACK, 0)
    server = WebServer(build_app(site.deps), door)
    port = server.port
    server.stop()
    with closing(socket.socket()) as probe:
        assert probe.connect_ex((LOOPBACK, port)) == errno.ECONNREFUSED


def test_two_servers_do_not_disturb_each_other(site: Site) -> None:
    """Stopping one leaves the other at work, and its own port free."""
    door = listen(LOOPBACK, 0)
    other = WebServer(build_app(site.deps), door)
    other.start()
    assert httpx.get(f"http://{LOOPBACK}:{other.port}{site.path}", trust_env=False).is_success
    port = other.port
    other.stop()
    assert site.client.get(site.path).is_success
    with closing(listen(LOOPBACK, port)) as free:
        assert free.getsockname()[1] == port
