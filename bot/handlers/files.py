"""Files in private: sent to whoever pressed, straight through the platform, with word of it.

Not through the outbox: what stands there is written down.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.errors import NotInChannel, PlatformError, origin
from bot.handlers.context import Context
from bot.handlers.payloads import Incoming
from bot.locales import Words
from bot.views.model import Note

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class File:
    """A file to send: its name with its ending, and a picture's content in words."""

    name: str
    content: bytes
    alt: str = ""


@dataclass(frozen=True)
class Said:
    """The words beside files, and those that come afterwards: so many went, or none did."""

    greeting: str
    sent: Callable[[int, Words], Note]
    not_sent: Callable[[Words], Note]


def deliver(
    context: Context, incoming: Incoming, make: Callable[[], Sequence[File]], said: Said
) -> None:
    """Make and send files after the acknowledgement, and then say what came of it."""
    user = incoming.request.actor.user

    def send() -> Note:
        files = make()

        def every() -> None:
            for file in files:
                context.slack.send_file(user, file.name, file.content, said.greeting, alt=file.alt)

        gone, w = went(every), context.words(incoming.request)
        return said.sent(len(files), w) if gone else said.not_sent(w)

    context.later(
        lambda: context.reply(incoming.response_url, context.answer(incoming.request, send))
    )


def went(send: Callable[[], None]) -> bool:
    """Send something to one person at once; return whether it went, and log why it did not.

    An error's text is the platform's code, by which a right that is missing can be told. That we
    are not in the channel is said of the private chat: an invitation to the team's is no remedy.
    """
    try:
        send()
    except (PlatformError, NotInChannel) as problem:
        log.warning("something asked for could not be sent (%s): %s", problem, origin(problem))
        return False
    return True
