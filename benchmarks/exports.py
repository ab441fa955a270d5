"""The results and commitments of a thousand teams as files: `python -m benchmarks.exports`.

The baseline reads the same teams one by one, as the command does, and writes nothing. It takes two
minutes, so that `python -m benchmarks` leaves it out.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.areas import MARCH, new_round, new_team
from benchmarks.figures import table
from bot.cli.exporting import COMMITMENTS, RESULTS, Exported, Source
from bot.content import DirectoryCatalogue
from bot.domain.commitment import Agreed, Commitment
from bot.domain.disclosure import Cell, CommentGroup, ComponentResult, Result, TagCount, band
from bot.domain.people import Team
from bot.domain.programme import Component
from bot.domain.themes import find_theme, script_at
from bot.ports import Tx
from bot.settings import PROJECT_DIR
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.reader import SqliteReader

TEAMS, ROUNDS, AGREED = 1_000, 12, 20
"""So many teams, with so many rounds and commitments each."""

FORMATS = ("csv", "xlsx", "json")
EACH = timedelta(days=28)


def main() -> None:
    """Show the table."""
    with TemporaryDirectory() as directory:
        path = Path(directory) / "aptbot.db"
        with closing(SqliteStore(path)) as store:
            store.write(_fill)
        with closing(SqliteReader(path)) as reader:
            rows = [
                *_timed(reader, f"{ROUNDS} rounds", RESULTS),
                *_timed(reader, f"{AGREED} commitments", COMMITMENTS),
            ]
    print(table(f"Files of {TEAMS} teams", ("each with", "time", "ratio"), rows))


def _timed(
    reader: SqliteReader, what: str, source: Source[Exported]
) -> Iterator[tuple[str, str, str]]:
    """Yield a line for reading alone, and one for each kind of file."""
    read: Iterator[Exported] = _read(reader, source)
    baseline = _seconds(read)
    yield f"{what}, read (baseline)", f"{baseline:.2f} s", "1.00"
    for kind in FORMATS:
        seconds = _seconds(source.files[kind](_read(reader, source)))
        yield f"{what}, {kind}", f"{seconds:.2f} s", f"{seconds / baseline:.2f}"


def _read(reader: SqliteReader, source: Source[Exported]) -> Iterator[Exported]:
    """Yield the teams, each read in a snapshot of its own."""
    for team in reader.read(lambda tx: tx.teams.every()):
        found = _of_team(reader, source, team)
        assert found is not None
        yield found


def _of_team(reader: SqliteReader, source: Source[Exported], team: Team) -> Exported | None:
    return reader.read(lambda tx: source.read(tx, team, None, team.language))


def _seconds(work: Iterator[object]) -> float:
    start = time.perf_counter()
    assert sum(1 for _ in work)
    return time.perf_counter() - start


def _fill(tx: Tx) -> None:
    """Keep the teams, with closed rounds four weeks apart and with commitments."""
    programmes = DirectoryCatalogue(PROJECT_DIR / "dialogues").programmes()
    script = script_at(programmes, find_theme(programmes, "tema3"))
    tx.scripts.keep(script)
    for number in range(TEAMS):
        name = f"lag{number:04}"
        tx.teams.save(new_team(name))
        for turn in range(ROUNDS):
            closed = MARCH + turn * EACH
            round = replace(
                new_round(name),
                id=f"r-{name}-{turn}",
                theme_version=script.version,
                opened_at=closed,
                closed_at=closed,
            )
            tx.rounds.save(round)
            tx.rounds.publish(round.id, _result(2 + turn % 5))
        for turn in range(AGREED):
            tx.commitments.save(_commitment(name, turn))


def _result(middle: int) -> Result:
    """Return what sixteen people may be told in: numbers, subjects and as many comments."""
    cells = (Cell(1, middle - 1, 5), Cell(middle, middle, 5), Cell(middle + 1, 7, 6))
    parts = (ComponentResult(each, middle, 1, 7, band(middle), cells) for each in Component)
    said = ("Vi hann inte, men överlämningen gick bättre än förra gången.",) * 8
    tags = (TagCount("tid", 6), TagCount("stod", 5))
    comments = (CommentGroup("tid", said), CommentGroup("", said))
    return Result(16, 20, tuple(parts), tags, comments, ())


def _commitment(team: str, turn: int) -> Commitment:
    agreed = Agreed(
        activity="Vi provar en gemensam start på passet.",
        role="Alla",
        target=date(2026, 4, 1),
        how="Tio minuter vid tavlan, alla som är på plats.",
    )
    return Commitment(
        id=f"c-{team}-{turn}", team_id=f"t-{team}", agreed=agreed, agreed_on=MARCH.date()
    )


if __name__ == "__main__":
    main()
