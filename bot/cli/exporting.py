"""What `aptbot export` does. Apart from the command, which starts faster without all of this."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NoReturn

import click

from bot.bootstrap import DATABASE
from bot.cli.settings import fail, settings_or_exit
from bot.content import VocabularyError, load_vocabulary
from bot.domain.people import Team
from bot.domain.periods import ReportPeriod
from bot.errors import StoreError
from bot.exports import EXPORTS
from bot.locales import Words, adopt, words
from bot.services import history
from bot.settings import Settings
from bot.stores.sqlite.reader import SqliteReader
from bot.views.history import period_name
from bot.views.model.export import TeamExport

WRONG_USE = 2
"""The exit status of a command that can't be understood."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for; an empty team is all of them, no year all years, no language theirs."""

    team: str
    year: int | None
    quarter: int | None
    format: str
    out: Path
    language: str | None
    replace: bool


@dataclass
class Progress:
    """What has been read so far."""

    teams: int = 0
    rounds: int = 0

    def counted(self, export: TeamExport) -> TeamExport:
        """Count the team, and return it."""
        self.teams += 1
        self.rounds += len(export.summaries)
        return export


def export(wanted: Wanted) -> None:
    """Write the file; what hinders it is said, and exits with 1 or 2."""
    settings = settings_or_exit()
    w = _words(settings, wanted.language)
    _check(wanted, w)
    period = ReportPeriod(wanted.year, wanted.quarter) if wanted.year else None
    progress = Progress()
    try:
        with closing(SqliteReader(settings.data_dir / DATABASE)) as reader:
            teams = _teams(reader.read(lambda tx: tx.teams.every()), wanted.team, w)
            found = _read(reader, teams, period, wanted.language, progress, w)
            first = next(found, None)
            if first is None:
                _stop(w("export-none", period=period_name(period, w) if period else "none"))
            _write(wanted.out, EXPORTS[wanted.format](chain([first], found)), w)
    except StoreError as error:
        _stop(str(error))
    made = w(
        "export-made-results",
        path=str(wanted.out),
        teams=progress.teams,
        rounds=progress.rounds,
    )
    click.echo(made)


def _check(wanted: Wanted, w: Words) -> None:
    """End where the command contradicts itself, or would write over a file."""
    if wanted.quarter and not wanted.year:
        _stop(w("export-no-period"), WRONG_USE)
    if wanted.format == "pdf" and not wanted.team:
        _stop(w("export-pdf-one-team"), WRONG_USE)
    if wanted.out.exists() and not wanted.replace:
        _stop(w("export-exists", path=str(wanted.out)))


def _words(settings: Settings, language: str | None) -> Words:
    """Return the words to speak with, the organisation's own too."""
    try:
        adopt(load_vocabulary(settings.config_dir, settings.language))
    except VocabularyError as error:
        fail(error)
    return words(language or settings.language)


def _stop(text: str, status: int = 1) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(status)


def _teams(every: Sequence[Team], name: str, w: Words) -> Sequence[Team]:
    """Return all teams, or the one that is named; ends when it is none or several."""
    if not name:
        return every
    wanted = name.removeprefix("#").casefold()
    found = [team for team in every if name == team.id or wanted == team.name.casefold()]
    if not found:
        names = {team.name.casefold(): team.name for team in every}
        near = [names[each] for each in get_close_matches(wanted, names, n=1)]
        _stop(w("export-unknown-team", team=name, nearest=(near or ["none"])[0]))
    if len(found) > 1:
        ids = ", ".join(team.id for team in found)
        _stop(w("export-several-teams", team=name, ids=ids))
    return found


def _read(
    reader: SqliteReader,
    teams: Sequence[Team],
    period: ReportPeriod | None,
    language: str | None,
    progress: Progress,
    w: Words,
) -> Iterator[TeamExport]:
    """Yield the teams that have results, each read in a snapshot of its own: none lasts long."""
    with click.progressbar(teams, label=w("export-progress"), file=sys.stderr) as bar:
        for team in bar:
            spoken = language or team.language
            found = reader.read(partial(history.export, team=team, period=period, language=spoken))
            if found is not None:
                yield progress.counted(found)


def _write(target: Path, chunks: Iterator[bytes], w: Words) -> None:
    """Write the file for this user alone: either all of it is there, or what was there before."""
    try:
        handle, made = tempfile.mkstemp(prefix=".aptbot-", dir=target.absolute().parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(chunks)
            Path(made).replace(target)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        _stop(w("tools-cannot-write", path=str(target), reason=reason))
