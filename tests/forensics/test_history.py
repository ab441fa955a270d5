"""Somebody who has read every publication, and then gets all that is said of them taken together.

The year view and the files are to tell nothing that the publications did not. So two histories that
were published alike are shown alike, whatever lies behind them: who answered, in which order, what
was left out, and whose words were held back. All histories of two small rounds are tried, and some
real ones from the first answer to the file. The controls are views that know a little more.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations_with_replacement, product
from pathlib import Path
from statistics import mean

import pytest

from bot.domain.answers import Answers
from bot.domain.disclosure import Result, disclose
from bot.domain.history import Published
from bot.domain.people import PersonKey
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Component
from bot.domain.round import Round, RoundState
from bot.exports import EXPORTS
from bot.locales import words
from bot.services import answers, history, results, sessions
from bot.views import development as view
from bot.views.model import Summary
from bot.views.summary import for_team
from tests.services.histories import THEMES
from tests.services.people import ANNA, COLLEAGUES, KARIN, SCRIPT, TEMA3, team
from tests.services.world import World, new_world

YEAR = ReportPeriod(2027)
NOON = datetime(2027, 3, 2, 12, tzinfo=UTC)
SV = words("sv")
ASKED = Component.MANAGEABILITY

Box = tuple[Answers, ...]
History = tuple[Box, ...]


def small_boxes() -> Iterator[Box]:
    """Yield every way for six people to answer one question low, in the middle or high."""
    for scores in combinations_with_replacement((1, 4, 7), 6):
        yield tuple(Answers({ASKED: score}) for score in scores)


def published(number: int, box: Box) -> Published:
    """Return the round as it is kept when the box has been counted."""
    closed = NOON + timedelta(days=number)
    round = Round(
        id=f"r{number}",
        team_ids=(team().id,),
        theme=TEMA3,
        theme_version=SCRIPT.version,
        opened_at=closed - timedelta(hours=1),
        roster=(),
        invited=8,
        quote_threshold=10,
        state=RoundState.CLOSED,
        closed_at=closed,
        shared=True,
    )
    result = disclose(box, 8, round.threshold, round.quote_threshold, random.Random(1))
    return Published(round, result, SCRIPT, closed.date(), (team().name,))


def publications(past: History) -> Hashable:
    """Return all that was published, round by round."""
    rounds = [published(number, box) for number, box in enumerate(past)]
    return tuple(
        for_team(each.round, each.result, each.script, SV).model_dump_json() for each in rounds
    )


def together(past: History) -> Hashable:
    """Return the year view, and the files."""
    rounds = [published(number, box) for number, box in reversed(list(enumerate(past)))]
    export = view.team_export(team(), YEAR, rounds, SV)
    return export.model_dump_json()


def learned(
    histories: Sequence[History], shown: Callable[[History], Hashable]
) -> list[tuple[History, History]]:
    """Return pairs that were published alike and can be told apart by what is shown besides."""
    alike: dict[Hashable, dict[Hashable, History]] = defaultdict(dict)
    for past in histories:
        alike[publications(past)].setdefault(shown(past), past)
    return [(first, other) for first, *rest in map(list, map(dict.values, alike.values()))
            for other in rest]  # fmt: skip


HISTORIES: list[History] = list(product(small_boxes(), small_boxes()))


def test_two_rounds_taken_together_tell_nothing_new() -> None:
    """All 784 histories of two rounds of six: nobody learns what the publications did not tell."""
    assert len(HISTORIES) == 784
    assert len({publications(past) for past in HISTORIES}) < len(HISTORIES)
    assert len({together(past) for past in HISTORIES}) > 10
    assert learned(HISTORIES, together) == []


def _means(past: History) -> Hashable:
    """Show the mean of all answers of the year, as a whole number."""
    return int(mean(answer.scores[ASKED] for box in past for answer in box))


def _people(past: History) -> Hashable:
    """Show how many changed from the first round to the second, as who follows people could."""
    return [a.scores != b.scores for a, b in zip(*past, strict=True)].count(True)


@pytest.mark.parametrize("leak", [_means, _people])
def test_a_view_that_knew_more_would_tell(leak: Callable[[History], Hashable]) -> None:
    """The controls: one number from the ballots is enough to tell histories apart."""
    assert learned(HISTORIES, leak)


# --- with the real bot's services, from the first answer to the file --------------------------


def boxes(seed: int) -> list[list[Answers]]:
    """Return the answers of three dialogues."""
    rng = random.Random(seed)
    return [
        [
            Answers(
                {component: rng.randint(3, 6) for component in Component},
                f"Kanariefågel {number}.",
                tuple(rng.sample(("tid", "stod", "rutiner"), 1)),
                verbatim=number % 2 == 0,
            )
            for number in range(count)
        ]
        for count in (11, 7, 5)
    ]


def behind(boxes: list[list[Answers]], seed: int) -> list[list[tuple[PersonKey, Answers]]]:
    """Return who gives which answer, in an order that the seed decides."""
    rng = random.Random(seed)
    return [list(zip(rng.sample(COLLEAGUES, len(box)), rng.sample(box, len(box)), strict=True))
            for box in boxes]  # fmt: skip


def held(directory: Path, past: list[list[tuple[PersonKey, Answers]]]) -> World:
    """Hold the dialogues with these people's answers, and share them all."""
    world = new_world(directory).with_team()
    for number, box in enumerate(past):
        world.clock.pass_by(days=30)
        session = world.start(THEMES[number])
        for person, answer in box:
            answers.submit(world.deps, world.request(person), session.round_id, answer)
        sessions.stop(world.deps, world.request())
        world.work()
        results.share(world.deps, world.request(KARIN), session.round_id)
    return world


def seen(world: World, actor: PersonKey) -> tuple[object, ...]:
    """Return all that the person is shown of the year, without the rounds' random ids."""
    request, period = world.request(actor), ReportPeriod(2026)
    page = history.page(world.deps, request).model_dump_json()
    sheet = history.development(world.deps, request, period).model_dump_json()
    export = history.file(world.deps, request, period)
    ids = {row.round for row in export.rows}
    for number, id in enumerate(sorted(ids, key=page.index)):
        page = page.replace(id, str(number))
    rows = sorted(row.model_copy(update={"round": ""}).model_dump_json() for row in export.rows)
    report = export.model_copy(update={"summaries": tuple(map(_sorted, export.summaries))})
    return page, sheet, rows, b"".join(EXPORTS["pdf"]([report]))


def _sorted(summary: Summary) -> Summary:
    """Return the summary with its comments in one order: theirs is drawn anew for each round."""
    groups = tuple(
        group.model_copy(update={"comments": tuple(sorted(group.comments))})
        for group in summary.comments
    )
    return summary.model_copy(update={"comments": groups})


@pytest.mark.parametrize("actor", [KARIN, ANNA])
def test_who_answered_and_when_is_in_no_view_and_no_file(tmp_path: Path, actor: PersonKey) -> None:
    """The same answers from other people in another order: every word and every byte is alike."""
    given = boxes(1)
    first = held(tmp_path / "first", behind(given, 1))
    other = held(tmp_path / "other", behind(given, 2))
    assert seen(first, actor) == seen(other, actor)
    first.store.close()
    other.store.close()


def test_words_that_were_held_back_are_in_no_view_and_no_file(tmp_path: Path) -> None:
    """What nobody agreed to show, or too few answered, makes no difference at all."""
    given = boxes(1)
    hushed = [
        [replace(a, comment="Något helt annat.") if not a.verbatim or len(box) < 10 else a
         for a in box]
        for box in given
    ]  # fmt: skip
    hushed[2] = [Answers({ASKED: 1}) for _ in range(3)]
    first = held(tmp_path / "first", behind(given, 1))
    other = held(tmp_path / "other", behind(hushed, 1))
    assert seen(first, KARIN) == seen(other, KARIN)
    louder = [[replace(a, verbatim=True) for a in box] for box in given]
    control = held(tmp_path / "control", behind(louder, 1))
    assert seen(first, KARIN) != seen(control, KARIN)
    for world in (first, other, control):
        world.store.close()


def test_the_result_has_no_more_than_was_tried() -> None:
    """A new field of a result must be thought of here: is it published, and is it in the files?"""
    assert set(Result.__dataclass_fields__) == {
        "answered", "invited", "components", "tags", "comments", "held_back", "unknowing"
    }  # fmt: skip
