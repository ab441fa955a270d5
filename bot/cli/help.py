"""The commands' help, in the installation's language.

Where a command or an option is made, its help is the id of a message (`usage-…`). It is said when
somebody asks for it: only then is it known in which language, and reading the words takes longer
than all else that a command does before it begins.
"""

from __future__ import annotations

from copy import copy
from typing import Any, TypeVar

import click

from bot.cli.checking import never_fail_on_a_sign
from bot.cli.settings import stop
from bot.cli.wrong_use import told
from bot.locales import Words, words
from bot.settings import language

PREFIX = "usage-"
"""What the ids begin with; other help is the library's own."""

Part = TypeVar("Part", bound=click.Command | click.Parameter)


HEADINGS = {"Options": "usage-options", "Commands": "usage-commands"}
"""What the library calls the parts of a help, and the ids of our words for them."""


class Formatter(click.HelpFormatter):
    """Lays the help out, with headings in the installation's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is used."""
        super().write_usage(prog, args, prefix or f"{words(language())('usage-usage')} ")

    def write_heading(self, heading: str) -> None:
        """Write what a part is called."""
        id = HEADINGS.get(heading)
        super().write_heading(words(language())(id) if id else heading)


class Context(click.Context):
    """Where a command is run."""

    formatter_class = Formatter


class Command(click.Command):
    """A command that says its help, and what is wrong with it, in the installation's language."""

    context_class = Context

    def get_help(self, ctx: click.Context) -> str:
        """Return the help, also while other settings are wrong."""
        never_fail_on_a_sign()
        w = words(language())
        if option := self.get_help_option(ctx):  # made by the library, with words of its own
            option.help = w("usage-help")
        return click.Command.get_help(_spoken(self, w), ctx)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - as the library has it
    ) -> click.Context:
        """Read what was typed after the command. Raises WrongUse."""
        with told():
            return super().make_context(info_name, args, parent, **extra)


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed. Raises WrongUse."""
        with told():
            return click.Group.resolve_command(self, ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a file or folder that can't be used is told of, and ends with 1."""
        try:
            return click.Group.invoke(self, ctx)
        except OSError as error:
            if error.filename is None:  # no file: as the terminal that has gone away
                raise
            reason = error.strerror or str(error)
            stop(words(language())("cli-no-access", path=str(error.filename), reason=reason))


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
