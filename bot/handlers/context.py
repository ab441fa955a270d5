"""What the handlers are given, and the one place that turns an error into a reply."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from bot.domain.request import Request
from bot.errors import PlatformDown, PlatformError, RateLimited, StoreError, UserError, origin
from bot.locales import Words, words
from bot.services.answers import words_for
from bot.services.deps import Deps, language_at
from bot.slack.client import respond
from bot.slack.platform import SlackPlatform
from bot.views.model import Note, ReplyView
from bot.views.replies import error, note

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Context:
    """The services' dependencies, the workspace, and threads for what must not delay an ack."""

    deps: Deps
    slack: SlackPlatform
    background: ThreadPoolExecutor

    def words(self, request: Request) -> Words:
        """Return the words for the request's channel, the installation's if they can't be read."""
        try:
            return language_at(self.deps, request)
        except StoreError:
            return words(self.deps.terms.language)

    def words_of_round(self, request: Request, round_id: str) -> Words:
        """Return the words of the person's team, the installation's if they can't be read."""
        try:
            return words_for(self.deps, request, round_id)
        except StoreError:
            return words(self.deps.terms.language)

    def words_of_team(self, team_id: str) -> Words:
        """Return the words of the team, the installation's if they can't be read."""
        try:
            team = self.deps.store.read(lambda tx: tx.teams.get(team_id))
        except StoreError:
            team = None
        return words(team.language if team else self.deps.terms.language)

    def answer(self, request: Request, work: Callable[[], ReplyView | None]) -> ReplyView | None:
        """Return what `work` returns, or its error in words."""
        try:
            return work()
        except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
            return explain(problem, self.words(request))

    def later(self, work: Callable[[], None]) -> None:
        """Do something after the acknowledgement; its errors are logged."""
        self.background.submit(guarded, work)

    def reply(self, response_url: str, view: ReplyView | None, *, replace: bool = False) -> None:
        """Show a private answer to whoever pressed or typed, after the acknowledgement.

        With `replace` it takes the place of the private answer in which something was pressed.
        """
        if view is not None and response_url:
            self.later(lambda: _respond(response_url, view, replace=replace))

    def reply_all(self, response_url: str, views: Sequence[ReplyView]) -> None:
        """Show several private answers, one after the other."""

        def work() -> None:
            for view in views:
                _respond(response_url, view, replace=False)

        if response_url:
            self.later(work)


def explain(problem: Exception, w: Words) -> Note:
    """Return the error as words for a person; what is no person's doing is logged as well."""
    if isinstance(problem, UserError):
        return error(problem, w)
    if isinstance(problem, PlatformDown | RateLimited):
        log.warning("the platform did not answer")
    else:
        log.error("unexpected %s", origin(problem))
    return note(w, "reply-failed")


def in_channel(request: Request, channel: str) -> Request:
    """Return a form's request as one from the channel that the form was opened in; none for none.

    Slack tells no channel for what is done in a form, so the form carries it.
    """
    return replace(request, channel=channel, is_private=False) if channel else request


def bare(text: str) -> str:
    """Return the text for a place that shows no markup: without the marks round commands."""
    return text.replace("`", "")


def guarded(work: Callable[[], None]) -> None:
    """Run `work`; an error is logged, since nobody waits for it."""
    try:
        work()
    except Exception as problem:  # noqa: BLE001 - the last to see it
        log.error("unexpected %s", origin(problem))


def _respond(response_url: str, view: ReplyView, *, replace: bool) -> None:
    try:
        respond(response_url, view, replace=replace)
    except PlatformError as problem:
        log.warning("a private reply could not be shown: %s", origin(problem))
