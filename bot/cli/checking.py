"""What the commands that check files have in common: options, exit statuses, and how they print."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from bot.content.formats import FORMATS
from bot.locales import LANGUAGES

MISTAKES, WRONG_USE = 1, 2
"""The exit statuses of a check that found mistakes or nothing to check, and of a wrong command."""

FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    help="usage-format",
)
LANGUAGE = click.option("--language", type=click.Choice(LANGUAGES), help="usage-language")
STRICT = click.option("--strict", is_flag=True, help="usage-strict")


def never_fail_on_a_sign() -> None:
    """Let a terminal that lacks a sign show something else instead of ending the check."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
