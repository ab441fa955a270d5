"""A report of a check as text for people, as JSON for programs, and as lines for GitHub.

GitHub shows the lines at their places in a change: docs.github.com, "Workflow commands for GitHub
Actions".
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from bot.content.advice import HIGHEST_LIX
from bot.content.check import Report, place_of
from bot.content.problems import Level, Problem
from bot.domain.programme import Language
from bot.locales import Words

Format = Callable[[Report, Path, Words, bool], str]
"""From the report, the path that was checked, the words, and whether to tell LIX per file."""

_SV, _EASY = str(Language.SV), str(Language.LATTLAST)


def as_text(report: Report, _: Path, w: Words, with_lix: bool) -> str:
    """Return each problem in its own paragraph, and a summary at the end."""
    told = [problem.text(w.language) for problem in report.problems]
    if with_lix:
        told.append("\n".join(_lix_lines(report, w)))
    return "\n\n".join([*told, "\n".join(_summary(report, w))])


def as_json(report: Report, _: Path, w: Words, __: bool) -> str:
    """Return everything as one JSON object."""
    found = {
        "mistakes": len(report.mistakes),
        "advice": len(report.advice),
        "programmes": {p.id: [theme.id for theme in p.themes] for p in report.programmes},
        "problems": [as_data(problem, w) for problem in report.problems],
        "lix": {each.file: dict(each.lix) for each in report.readability},
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_github(report: Report, path: Path, w: Words, _: bool) -> str:
    """Return a workflow command for each problem, and the summary."""
    base, here = place_of(path).absolute(), Path.cwd()
    base = base.relative_to(here) if base.is_relative_to(here) else base
    commands = [command(problem, base, w) for problem in report.problems]
    return "\n".join([*commands, *_summary(report, w)])


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)
"""The formats by their names on the command line."""


def _summary(report: Report, w: Words) -> Iterator[str]:
    """Yield what was found in all."""
    if report.mistakes:
        files = {problem.file for problem in report.mistakes}
        yield w("check-mistakes", count=len(report.mistakes), files=len(files))
    else:
        found = ", ".join(w(f"cli-found-{kind}", count=count) for kind, count in _counted(report))
        yield w("cli-dialogues-good", found=found, programmes=len(report.programmes))
    if report.advice:
        yield w("check-advice", count=len(report.advice))
    figures = [each.lix[_SV] for each in report.readability if _SV in each.lix]
    if figures:
        limit = HIGHEST_LIX[Language.SV]
        yield w("check-lix", lowest=min(figures), highest=max(figures), limit=limit)


def _counted(report: Report) -> list[tuple[str, int]]:
    """Return how many there are of each kind that there is; of nothing, no themes."""
    found = Counter[str]()
    for programme in report.programmes:
        evaluations = sum(theme.evaluation for theme in programme.themes)
        found["themes"] += len(programme.themes) - evaluations
        found["evaluations"] += evaluations
        found["cards"] += sum(len(deck.cards) for deck in programme.decks)
        found["mirrors"] += len(programme.mirrors)
    return [each for each in found.items() if each[1]] or [("themes", 0)]


def _lix_lines(report: Report, w: Words) -> Iterator[str]:
    """Yield the LIX of each file."""
    limit, easy = HIGHEST_LIX[Language.SV], HIGHEST_LIX[Language.LATTLAST]
    yield w("check-lix-heading", limit=limit, easy=easy)
    for each in report.readability:
        value, easy_value = each.lix.get(_SV, "–"), each.lix.get(_EASY)
        if easy_value is None:
            yield w("check-lix-file", file=each.file, value=value)
        else:
            yield w("check-lix-file-easy", file=each.file, value=value, easy=easy_value)


def as_data(problem: Problem, w: Words) -> dict[str, str | int]:
    """Return the problem as JSON has it."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "level": str(problem.level),
        "code": problem.code,
        "what": problem.what(w.language),
        "remedy": problem.remedy(w.language),
    }


def command(problem: Problem, base: Path, w: Words) -> str:
    """Return the workflow command for one problem."""
    name = "error" if problem.level is Level.MISTAKE else "warning"
    file = _property((base / problem.file).as_posix())
    place = f"file={file},line={problem.line},col={problem.column}"
    said = f"{problem.what(w.language)} {problem.remedy(w.language)}"
    return f"::{name} {place}::{_data(said)}"


def _data(text: str) -> str:
    """Return the text with what would end a workflow command escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return the value with what would end a property of a workflow command escaped as well."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
