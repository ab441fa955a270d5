"""What commands can't go on without: the settings and the words; and how they end without."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from bot.content import VocabularyError, load_vocabulary
from bot.errors import AptbotError
from bot.locales import Words, adopt, words
from bot.settings import Settings, SettingsError, load


def settings_or_exit() -> Settings:
    """Return the settings; with mistakes in them, tell of all and end."""
    try:
        return load()
    except SettingsError as error:
        fail(error)


def own_words(settings: Settings, language: str | None = None) -> Words:
    """Return the words to speak with, the organisation's own too; with mistakes in those, end."""
    try:
        adopt(load_vocabulary(settings.config_dir, settings.language))
    except VocabularyError as error:
        fail(error)
    return words(language or settings.language)


def fail(error: AptbotError) -> NoReturn:
    """Tell what is wrong with the settings, or the words, and end with status 2."""
    stop(str(error), 2)


def stop(text: str, status: int = 1) -> NoReturn:
    """Tell what hinders the command, and end it with this status."""
    click.echo(text, err=True)
    sys.exit(status)
