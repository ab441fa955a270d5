"""`aptbot areas`: what can be done with the file of areas.

Exit statuses: 0 when it is right, 1 when there are mistakes or no file, 2 when the command or the
settings can't be understood. Advice does not count as a mistake.
"""

from __future__ import annotations

import sys
from functools import partial

import click

from bot.cli.checking import MISTAKES, never_fail_on_a_sign
from bot.cli.help import Group
from bot.cli.practised import elsewhere
from bot.cli.settings import settings_or_exit, stop
from bot.content.areas import FILE, check_areas
from bot.content.places import signature
from bot.domain.people import PersonKey
from bot.errors import StoreError
from bot.locales import words
from bot.settings import Settings

_ANYWHERE = partial(PersonKey, "slack", "-")
"""The workspace does not matter for the check."""


@click.group(cls=Group, help="usage-areas")
def areas() -> None:
    """Hold the commands for the file of areas together."""


@areas.command(help="usage-areas-check")
def check() -> None:
    """Check the file of areas."""
    settings = settings_or_exit()
    w = words(settings.language)
    never_fail_on_a_sign()
    path = settings.config_dir / FILE
    if signature(path) is None:
        stop(w("areas-no-file", path=str(path)), MISTAKES)
    known = _teams(settings)
    read = check_areas(settings.config_dir, _ANYWHERE, known)
    for problem in read.problems:
        click.echo(problem.text(w.language) + "\n")
    if read.areas and known is None:
        click.echo(
            f"{w('areas-unchecked')} {elsewhere(settings, 'aptbot areas check', w)}".rstrip()
        )
    if read.mistakes:
        sys.exit(MISTAKES)
    click.echo(w("areas-ok", areas=len(read.areas), teams=len(read.places)))


def _teams(settings: Settings) -> frozenset[str] | None:
    """Return the names and channels of the teams, None where no database can be read."""
    from bot.bootstrap import DATABASE
    from bot.stores.sqlite.readers import Readers

    path = settings.data_dir / DATABASE
    if not path.is_file():
        return None
    readers = Readers(path, patience=1.0)
    try:
        return readers.read(lambda tx: tx.teams.called())
    except StoreError:
        return None
    finally:
        readers.close()
