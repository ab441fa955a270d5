"""Everything that can be seen or asked for about results, by whom, in every form it takes.

What a test compares or searches is its text: a file is taken apart into all that it holds, also
what no program shows. Ids that are drawn at random are numbered in the order in which they come.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import TypeVar

from pydantic import BaseModel
from pypdf import PdfReader

from bot.charts import alt_text, render
from bot.domain.people import PersonKey
from bot.domain.periods import ReportPeriod
from bot.domain.request import Request
from bot.domain.round import RoundState
from bot.errors import UserError
from bot.exports import COMMITMENT_FILES, EXPORTS
from bot.locales import LANGUAGES
from bot.services import (
    areas,
    commitment_files,
    commitments,
    history,
    overview,
    privacy,
    results,
    year,
)
from bot.services.deps import Deps
from bot.views.history import PAGE
from bot.views.model.commitment_table import CommitmentExport
from bot.views.model.export import TeamExport
from tests.services.people import CHANNEL, team
from tests.services.world import World

Exported = TypeVar("Exported", TeamExport, CommitmentExport)
Look = Callable[[], str]
Asked = Iterator[tuple[str, Look]]
"""What can be asked for, and how to look at it."""

Seen = dict[tuple[str, str], str]
"""All that is seen: by whom, and what; its text."""

EVERYBODY, SERVER = "the channel", "the server"
PERIODS = (ReportPeriod(2026), *(ReportPeriod(2026, number) for number in (1, 2)))

_ID = re.compile(r"[0-9a-f]{32}")
_MADE: dict[tuple[str, str], str] = {}


def seen(world: World, people: Iterable[PersonKey]) -> Seen:
    """Return all that the people, the channel and whoever has the server can see at this moment."""
    found: Seen = {(EVERYBODY, "messages"): _messages(world, CHANNEL)}
    for person in people:
        for what, look in _of_person(world, person):
            with suppress(UserError):  # what is refused is no output
                found[person.user, what] = look()
    found.update({(SERVER, what): look() for what, look in _of_server(world)})
    return {key: _numbered(text) for key, text in found.items()}


def holding(found: Seen, text: str) -> set[tuple[str, str]]:
    """Return where a text stands."""
    return {key for key, whole in found.items() if text in whole}


def different(one: Seen, other: Seen) -> set[tuple[str, str]]:
    """Return what is not the same."""
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}


def _of_person(world: World, person: PersonKey) -> Asked:
    deps, here, alone = world.deps, world.request(person), world.request(person, "D1")
    yield "messages", lambda: _messages(world, person.user)
    yield "commitments", lambda: _text(commitments.page(deps, here))
    agreed = partial(commitment_files.file, deps, here, team().id)
    yield from _files("commitments", agreed, COMMITMENT_FILES)
    yield "menu", lambda: _text(overview.menu(deps, here))
    yield "home", lambda: _text(overview.menu(deps, alone))
    yield "status", lambda: _text(overview.status(deps, here))
    yield "plan", lambda: _text(year.page(deps, here))
    yield "areas", lambda: _text(areas.page(deps, alone))
    for period in PERIODS:
        yield from _of_period(deps, here, period)
    for first in range(0, len(_rounds(world)), PAGE):
        yield f"list {first}", partial(_list, deps, here, first)
    for number, id in enumerate(_rounds(world)):
        yield f"round {number}", partial(_round, deps, here, id)
        yield f"round {number} alone", partial(_round, deps, alone, id)
        yield f"protection {number}", partial(_protection, deps, here, id)
        yield f"protection {number} alone", partial(_protection, deps, alone, id)
        yield f"hiding {number}", partial(_hiding, deps, here, id)


def _of_period(deps: Deps, here: Request, period: ReportPeriod) -> Asked:
    yield str(period), lambda: _text(history.development(deps, here, period))
    if period.quarter is None:
        yield f"{period} png", lambda: _pictures(deps, here, period)
        yield from _files(str(period), partial(history.file, deps, here, period), EXPORTS)


def _of_server(world: World) -> Asked:
    for language in LANGUAGES:
        agreed = world.look(
            partial(commitment_files.export, team=team(), period=None, language=language)
        )
        export = world.look(partial(history.export, team=team(), period=None, language=language))
        if export:
            yield from _files(language, partial(_same, export), EXPORTS)
        if agreed:
            yield from _files(f"commitments {language}", partial(_same, agreed), COMMITMENT_FILES)


def _files(
    name: str,
    export: Callable[[], Exported],
    kinds: Mapping[str, Callable[[Iterable[Exported]], Iterator[bytes]]],
) -> Asked:
    for kind, write in kinds.items():
        yield f"{name} {kind}", partial(_file, export, kind, write)


def _file(
    export: Callable[[], Exported],
    kind: str,
    write: Callable[[Iterable[Exported]], Iterator[bytes]],
) -> str:
    """Return the name of a file, and all that it holds.

    What is the same but for its random ids is made once: that the same results are the same bytes
    is tested where files are.
    """
    made = export()
    signs = kind, _numbered(made.model_dump_json())
    if signs not in _MADE:
        _MADE[signs] = f"{made.file}.{kind}\n{_inside(kind, b''.join(write([made])))}"
    return _MADE[signs]


def _inside(kind: str, data: bytes) -> str:
    if kind == "pdf":
        reader = PdfReader(BytesIO(data))
        pages = [" ".join(page.extract_text().split()) for page in reader.pages]
        return "\n".join([str(reader.metadata), *pages])
    if kind == "xlsx":
        with zipfile.ZipFile(BytesIO(data)) as parts:
            return "\n".join(
                f"{part.filename} {part.date_time} {parts.read(part).decode()}"
                for part in parts.infolist()
            )
    return data.decode()


def _list(deps: Deps, request: Request, first: int) -> str:
    return _text(history.page(deps, request, first))


def _round(deps: Deps, request: Request, id: str) -> str:
    return _text(*history.shown(deps, request, id))


def _protection(deps: Deps, request: Request, id: str) -> str:
    return _text(privacy.page(deps, request, id), privacy.preview(deps, request, id))


def _hiding(deps: Deps, request: Request, id: str) -> str:
    return _text(results.hide_form(deps, request, id))


def _pictures(deps: Deps, request: Request, period: ReportPeriod) -> str:
    drawn = history.development(deps, request, period).pictures
    signs = [sha256(render(each, "light").png).hexdigest()[:20] for each in drawn]
    return "\n".join([*map(alt_text, drawn), *signs])


def _rounds(world: World) -> list[str]:
    """Return the ids of the team's rounds, the earliest first."""
    every = world.look(lambda tx: tx.rounds.in_state(*RoundState))
    own = [each for each in every if each.team_ids == (team().id,)]
    return [each.id for each in sorted(own, key=lambda each: each.opened_at)]


def _messages(world: World, conversation: str) -> str:
    return _text(*world.shown(conversation))


def _text(*views: BaseModel) -> str:
    return "\n".join(view.model_dump_json() for view in views)


def _same(it: Exported) -> Exported:
    return it


def _numbered(text: str) -> str:
    numbers: dict[str, str] = {}
    return _ID.sub(lambda id: numbers.setdefault(id[0], f"id{len(numbers)}"), text)
