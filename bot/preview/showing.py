"""What the page is told: what there is to choose from, what is wrong, and what it looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bot.authoring.finding import Item, items_of
from bot.content import Level, Problem
from bot.domain.programme import Language, Programme
from bot.locales import Words, words
from bot.preview.scene import BOT
from bot.preview.scenes import people, scenes
from bot.preview.watch import Sight

Json = dict[str, Any]
Choice = tuple[Programme, Item]


def chosen(programmes: Iterable[Programme], at: str) -> Choice | None:
    """Return what stands at `programme/file`."""
    return next((each for each in _choices(programmes) if _at(each) == at), None)


def shown(sight: Sight, at: str, language: str) -> Json:
    """Return all that the page draws, for one theme, deck or mirror in one language."""
    w = words(language)
    known = list(_choices(sight.programmes))
    choice = chosen(sight.programmes, at)
    if choice is None and known and not _problems(sight, at):
        choice = known[0]
    at = _at(choice) if choice else at
    mistakes = [each for each in _problems(sight, at) if each.level is Level.MISTAKE]
    return {
        "at": at,
        "language": language,
        "lang": str(Language.EN if language == Language.EN else Language.SV),
        "words": _words(w),
        "items": [_listed(each, w) for each in known],
        "notice": _notice(choice, mistakes, w),
        "problems": [_problem(each, at, w) for each in _told(sight, at)],
        "bot": BOT,
        "people": people(w),
        "scenes": list(scenes(*choice, w)) if choice else [],
    }


def _choices(programmes: Iterable[Programme]) -> Iterator[Choice]:
    for programme in programmes:
        for item in items_of(programme):
            yield programme, item


def _at(choice: Choice) -> str:
    return f"{choice[0].id}/{choice[1].id}"


def _listed(choice: Choice, w: Words) -> Json:
    programme, item = choice
    title = w("board-title", number=item.number, title=item.title.get(w.language))
    return {"at": _at(choice), "group": programme.title.get(w.language), "title": title}


# --- what is wrong ------------------------------------------------------------------------


def _problems(sight: Sight, at: str) -> list[Problem]:
    """Return what is wrong with the file that something stands in, and advice about it."""
    return [each for each in sight.report.problems if each.file.rpartition(".")[0] == at]


def _told(sight: Sight, at: str) -> list[Problem]:
    """Return what is said of the file that is shown, and then the mistakes of the others."""
    here = _problems(sight, at)
    return [*here, *(each for each in sight.report.mistakes if each not in here)]


def _problem(problem: Problem, at: str, w: Words) -> Json:
    here = problem.file.rpartition(".")[0] == at
    line = w("preview-line", line=problem.line)
    return {
        "mistake": problem.level is Level.MISTAKE,
        "here": here,
        "place": line if here else f"{problem.file}, {line}",
        "what": problem.what(w.language),
        "remedy": problem.remedy(w.language),
    }


def _notice(choice: Choice | None, mistakes: list[Problem], w: Words) -> str:
    if mistakes:
        return w("preview-broken" if choice else "preview-broken-new")
    return "" if choice else w("preview-nothing")


def _words(w: Words) -> dict[str, str]:
    """Return the page's own words."""
    return {
        "title": w("preview-title"),
        "what": w("preview-what"),
        "language": w("preview-language"),
        "look": w("preview-look"),
        "auto": w("preview-look-auto"),
        "light": w("preview-look-light"),
        "dark": w("preview-look-dark"),
        "width": w("preview-width"),
        "wide": w("preview-width-wide"),
        "phone": w("preview-width-phone"),
        "where": w("preview-where"),
        "chat": w("preview-chat"),
        "paper": w("preview-paper"),
        "print": w("preview-print"),
        "lost": w("preview-lost"),
        "mistakes": w("preview-mistakes"),
        "advice": w("preview-advice"),
    }
