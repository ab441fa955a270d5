"""The settings, for commands that can't go on without them."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from bot.errors import AptbotError
from bot.settings import Settings, SettingsError, load


def settings_or_exit() -> Settings:
    """Return the settings; with mistakes in them, tell of all and end."""
    try:
        return load()
    except SettingsError as error:
        fail(error)


def fail(error: AptbotError) -> NoReturn:
    """Tell what is wrong with the settings, or the words, and end with status 2."""
    click.echo(str(error), err=True)
    sys.exit(2)
