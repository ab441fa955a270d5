"""The commands' help, in the installation's language.

Where a command or an option is made, its help is the id of a message (`usage-…`). It is said when
somebody asks for it: only then is it known in which language, and reading the words takes longer
than all else that a command does before it begins.
"""

from __future__ import annotations

from copy import copy
from typing import TypeVar

import click

from bot.cli.checking import never_fail_on_a_sign
from bot.locales import Words, words
from bot.settings import language

PREFIX = "usage-"
"""What the ids begin with; other help is the library's own."""

Part = TypeVar("Part", bound=click.Command | click.Parameter)


class Command(click.Command):
    """A command that says its help in the installation's language."""

    def get_help(self, ctx: click.Context) -> str:
        """Return the help, also while other settings are wrong."""
        never_fail_on_a_sign()
        return click.Command.get_help(_spoken(self, words(language())), ctx)


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command


def _spoken(part: Part, w: Words) -> Part:
    """Return the same command or option with words as its help, and as that of its parts."""
    spoken = copy(part)
    if isinstance(spoken, click.Command | click.Option) and (spoken.help or "").startswith(PREFIX):
        spoken.help = w(str(spoken.help))
    if isinstance(spoken, click.Command):
        spoken.params = [_spoken(each, w) for each in spoken.params]
    if isinstance(spoken, click.Group):
        spoken.commands = {name: _spoken(each, w) for name, each in spoken.commands.items()}
    return spoken
