"""What was found in the file of the year, as text, as JSON, and as lines for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from bot.almanac import swedish_holiday
from bot.content.formats import as_data, command
from bot.content.problems import Level
from bot.content.yearplan import YearRead
from bot.locales import Words

Format = Callable[[YearRead, Words], str]


def as_text(read: YearRead, w: Words) -> str:
    """Return each problem in its own paragraph, and a summary at the end."""
    told = [problem.text(w.language) for problem in read.problems]
    return "\n\n".join([*told, _summary(read, w)])


def as_json(read: YearRead, w: Words) -> str:
    """Return everything as one JSON object: the days of each team, and the problems."""
    teams: dict[str, list[str]] = {}
    for entry in read.entries:
        days = (day.isoformat() for day in entry.planned(swedish_holiday))
        teams.setdefault(entry.team, []).extend(days)
    found = {
        "mistakes": len(read.mistakes),
        "advice": len(read.problems) - len(read.mistakes),
        "teams": teams,
        "problems": [as_data(problem, w) for problem in read.problems],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_github(read: YearRead, w: Words) -> str:
    """Return a workflow command for each problem, and the summary."""
    commands = [command(problem, Path(), w) for problem in read.problems]
    return "\n".join([*commands, _summary(read, w)])


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)
"""The formats by their names on the command line."""


def _summary(read: YearRead, w: Words) -> str:
    """Return what was found in all."""
    advice = [problem for problem in read.problems if problem.level is Level.ADVICE]
    said = [w("check-advice", count=len(advice))] if advice else []
    if read.mistakes:
        return "\n".join([w("check-mistakes", count=len(read.mistakes), files=1), *said])
    teams = len({entry.team for entry in read.entries})
    days = sum(len(entry.planned(swedish_holiday)) for entry in read.entries)
    return "\n".join([w("year-check-good", teams=teams, days=days), *said])
