"""A command that can't be understood, told in the installation's language.

The library that reads the commands says it in English, whatever the language. What it found is in
its errors, so that it can be said anew; of the rare ones its own words stand in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from bot.cli.checking import never_fail_on_a_sign
from bot.locales import Words, words
from bot.settings import language


class WrongUse(click.UsageError):
    """What is wrong with a command, in words that are ready to be shown."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, after how the command is used and where more is told."""
        never_fail_on_a_sign()
        if self.ctx is not None:
            hint = words(language())("wrong-hint", command=f"{self.ctx.command_path} --help")
            click.echo(f"{self.ctx.get_usage()}\n{hint}\n", file=file, err=True)
        click.echo(self.message, file=file, err=True)


@contextmanager
def told() -> Iterator[None]:
    """Raise what the library finds wrong with a command as WrongUse."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:  # help, and no error
        raise
    except click.UsageError as error:
        raise WrongUse(_reason(error, words(language())), error.ctx) from None


def _reason(error: click.UsageError, w: Words) -> str:
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            return w("wrong-no-option", name=name, nearest=_listed(near))
        case click.exceptions.NoSuchCommand(command_name=name, possibilities=near):
            return w("wrong-no-command", name=name, nearest=_listed(near))
        case click.MissingParameter(param=click.Parameter() as param):
            return w("wrong-missing", name=_name(param), allowed=_allowed(param.type))
        case click.BadParameter(
            param=click.Parameter(type=click.Choice() | click.IntRange()) as param
        ):
            return w("wrong-bad-value", name=_name(param), allowed=_allowed(param.type))
        case _:
            return w("wrong-not-understood", reason=error.format_message().rstrip("."))


def _name(param: click.Parameter) -> str:
    """Return what is typed, or what stands in its place in the help."""
    return param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name


def _allowed(kind: click.ParamType[Any]) -> str:
    """Return what may be typed, "none" where that can't be counted up."""
    if isinstance(kind, click.Choice):
        return _listed([str(each) for each in kind.choices])
    return f"{kind.min}–{kind.max}" if isinstance(kind, click.IntRange) else "none"


def _listed(words: list[str] | None) -> str:
    return ", ".join(words or ["none"])
