"""Starting a dialogue after the acknowledgement: reading the roster may take its time."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.domain.programme import ThemeRef
from bot.errors import PlatformDown, RateLimited
from bot.handlers.context import Context
from bot.handlers.payloads import Incoming
from bot.services import overview, sessions
from bot.views.model import ReplyView

PATIENCE = 60
"""Seconds to go on trying while the platform is away or asks us to wait."""

PAUSE = 2


def start_later(context: Context, incoming: Incoming, ref: ThemeRef) -> ReplyView:
    """Start the theme in the background and say that it is on its way."""

    def work() -> ReplyView | None:
        with_patience(
            lambda: sessions.start(context.deps, incoming.request, ref),
            context.deps.clock.monotonic,
        )
        return None

    def run() -> None:
        context.reply(incoming.response_url, context.answer(incoming.request, work))

    context.later(run)
    return overview.starting(context.deps, incoming.request, ref)


def with_patience(work: Callable[[], object], monotonic: Callable[[], float]) -> None:
    """Do `work`, again while the platform is away, for `PATIENCE` seconds."""
    give_up = monotonic() + PATIENCE
    while True:
        try:
            work()
        except (PlatformDown, RateLimited) as problem:
            wait = problem.retry_after if isinstance(problem, RateLimited) else PAUSE
            if monotonic() + wait > give_up:
                raise PlatformDown("no answer within a minute") from problem
            time.sleep(wait)
        else:
            return
