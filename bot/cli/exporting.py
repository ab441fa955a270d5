"""What `aptbot export` does. Apart from the command, which starts faster without all of this."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

import click

from bot.bootstrap import DATABASE
from bot.cli.checking import WRONG_USE
from bot.cli.practised import elsewhere
from bot.cli.settings import own_words, settings_or_exit, stop
from bot.domain.people import Team
from bot.domain.periods import ReportPeriod
from bot.errors import StoreError
from bot.exports import COMMITMENT_FILES, EXPORTS
from bot.locales import Words
from bot.ports import Tx
from bot.services import commitment_files, history
from bot.stores.sqlite.reader import SqliteReader
from bot.views.history import period_name

Exported = TypeVar("Exported")


@dataclass(frozen=True)
class Wanted:
    """What is asked for; an empty team is all of them, no year all years, no language theirs."""

    what: str
    team: str
    year: int | None
    quarter: int | None
    format: str
    out: Path
    language: str | None
    replace: bool

    @property
    def period(self) -> ReportPeriod | None:
        """The year or the quarter, None for all."""
        return ReportPeriod(self.year, self.quarter) if self.year else None


@dataclass(frozen=True)
class Source(Generic[Exported]):
    """One kind of thing that is exported: how a team is read, counted, and made into files."""

    read: Callable[[Tx, Team, ReportPeriod | None, str], Exported | None]
    count: Callable[[Exported], int]
    files: Mapping[str, Callable[[Iterable[Exported]], Iterator[bytes]]]


RESULTS = Source(history.export, lambda export: len(export.summaries), EXPORTS)
COMMITMENTS = Source(commitment_files.export, lambda export: len(export.rows), COMMITMENT_FILES)


@dataclass
class Progress:
    """What has been read so far: teams, and what was counted in them."""

    teams: int = 0
    count: int = 0


def export(wanted: Wanted) -> None:
    """Write the file; what hinders it is said, and exits with 1 or 2."""
    if wanted.what == "results":
        _export(wanted, RESULTS)
    else:
        _export(wanted, COMMITMENTS)


def _export(wanted: Wanted, source: Source[Exported]) -> None:
    settings = settings_or_exit()
    w = own_words(settings, wanted.language)
    _check(wanted, source.files, w)
    progress = Progress()
    try:
        with closing(SqliteReader(settings.data_dir / DATABASE)) as reader:
            teams = _teams(reader.read(lambda tx: tx.teams.every()), wanted.team, w)
            found = _read(reader, teams, source, wanted, progress, w)
            first = next(found, None)
            if first is None:
                named = period_name(wanted.period, w) if wanted.period else "none"
                stop(w(f"export-none-{wanted.what}", period=named))
            _write(wanted.out, source.files[wanted.format](chain([first], found)), w)
    except StoreError as error:
        told = w(error.id, **error.params)
        stop(f"{told} {elsewhere(settings, 'aptbot export …', w)}".rstrip())
    made = w(
        f"export-made-{wanted.what}",
        path=str(wanted.out),
        teams=progress.teams,
        count=progress.count,
    )
    click.echo(made)


def _check(wanted: Wanted, formats: Container[str], w: Words) -> None:
    """End where the command contradicts itself, or would write over a file."""
    if wanted.format not in formats:
        stop(w("export-no-pdf"), WRONG_USE)
    if wanted.quarter and not wanted.year:
        stop(w("export-no-period"), WRONG_USE)
    if wanted.format == "pdf" and not wanted.team:
        stop(w("export-pdf-one-team"), WRONG_USE)
    if wanted.out.exists() and not wanted.replace:
        stop(w("export-exists", path=str(wanted.out)))


def _teams(every: Sequence[Team], name: str, w: Words) -> Sequence[Team]:
    """Return all teams, or the one that is named; ends when it is none or several."""
    if not name:
        return every
    wanted = name.removeprefix("#").casefold()
    found = [team for team in every if name == team.id or wanted == team.name.casefold()]
    if not found:
        names = {team.name.casefold(): team.name for team in every}
        near = [names[each] for each in get_close_matches(wanted, names, n=1)]
        stop(w("export-unknown-team", team=name, nearest=(near or ["none"])[0]))
    if len(found) > 1:
        ids = ", ".join(team.id for team in found)
        stop(w("export-several-teams", team=name, ids=ids))
    return found


def _read(
    reader: SqliteReader,
    teams: Sequence[Team],
    source: Source[Exported],
    wanted: Wanted,
    progress: Progress,
    w: Words,
) -> Iterator[Exported]:
    """Yield the teams that have any, each read in a snapshot of its own: none lasts long."""
    label = w(f"export-progress-{wanted.what}")
    with click.progressbar(teams, label=label, file=sys.stderr) as bar:
        for team in bar:
            found = _of_team(reader, source, team, wanted)
            if found is not None:
                progress.teams += 1
                progress.count += source.count(found)
                yield found


def _of_team(
    reader: SqliteReader, source: Source[Exported], team: Team, wanted: Wanted
) -> Exported | None:
    language = wanted.language or team.language
    return reader.read(lambda tx: source.read(tx, team, wanted.period, language))


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
        stop(w("tools-cannot-write", path=str(target), reason=reason))
