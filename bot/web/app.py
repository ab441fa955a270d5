"""Every address of the pages, and what answers it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.calendars import team_calendar
from bot.domain.feed import PATH, SUFFIX
from bot.errors import origin
from bot.locales import words
from bot.services import calendars
from bot.services.deps import Deps
from bot.views.model import TeamCalendar
from bot.web.quota import Quota

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
CALENDAR_HEADERS: Final = {
    **HEADERS,
    "Cache-Control": "private, no-cache",  # may be kept by who asked, who asks anew each time
    "Content-Disposition": f'inline; filename="apt{SUFFIX}"',
}
LATER: Final = {**HEADERS, "Cache-Control": "no-store", "Retry-After": "60"}
MEDIA_TYPE: Final = "text/calendar; charset=utf-8"

log = logging.getLogger(__name__)


def build_app(deps: Deps) -> Starlette:
    """Return the application. Whatever is not there is answered alike, whoever asks and how."""
    w = words(deps.terms.language)
    pages = Pages(deps)
    app = Starlette(
        routes=[Route(f"/{PATH}/{{token}}{SUFFIX}", pages.calendar, methods=["GET"])],
        exception_handlers={404: pages.nothing, 405: pages.nothing},
    )
    app.router.redirect_slashes = False  # it would say that something is there
    app.add_middleware(Limited, quota=Quota(deps.clock.monotonic), later=w("calendar-later"))
    return app


class Pages:
    """What answers each address."""

    def __init__(self, deps: Deps) -> None:
        """Answer with the services."""
        self._deps = deps
        w = words(deps.terms.language)
        self._later, self._nothing = w("calendar-later"), w("calendar-nothing-here")

    def calendar(self, request: Request) -> Response:
        """`GET /kalender/<token>.ics`: a team's calendar, or 304 when it is known already.

        What fails is told neither to who asks nor, with the address in it, to the log.
        """
        try:
            found = calendars.subscribed(self._deps, request.path_params["token"])
        except Exception as problem:  # noqa: BLE001 - the server would log the whole error
            log.error("unexpected %s", origin(problem))
            return _plain(self._later, 503, LATER)
        if found is None:
            return self.nothing(request)
        return self._shown(found, request)

    def nothing(self, request: Request, problem: Exception | None = None) -> Response:
        """Answer what is not there."""
        del request, problem
        return _plain(self._nothing, 404, {**HEADERS, "Cache-Control": "no-store"})

    def _shown(self, calendar: TeamCalendar, request: Request) -> Response:
        tag = _tag(calendar)
        headers = {**CALENDAR_HEADERS, "ETag": tag}
        if _knows(request, tag):
            return Response(status_code=304, headers=headers)
        body = team_calendar(calendar, self._deps.clock.now())
        return Response(body, media_type=MEDIA_TYPE, headers=headers)


class Limited:
    """Turns requests away when there are too many: the chat's work is not to wait for them."""

    def __init__(self, app: ASGIApp, quota: Quota, later: str) -> None:
        """Let through what the quota has room for."""
        self._app = app
        self._quota = quota
        self._later = _plain(later, 429, LATER)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        answer = self._app if self._quota.takes() else self._later
        await answer(scope, receive, send)


def _plain(text: str, status: int, headers: Mapping[str, str]) -> PlainTextResponse:
    return PlainTextResponse(f"{text}\n", status, headers)


def _tag(calendar: TeamCalendar) -> str:
    """Return what names this state of the calendar.

    It is a weak one, since the bytes also tell when they were made.
    """
    return f'W/"{hashlib.sha256(calendar.model_dump_json().encode()).hexdigest()[:32]}"'


def _knows(request: Request, tag: str) -> bool:
    """Whether who asks has this state already (RFC 9110, 13.1.2)."""
    known = {each.strip() for each in request.headers.get("if-none-match", "").split(",")}
    return bool(known & {"*", tag, tag.removeprefix("W/")})
