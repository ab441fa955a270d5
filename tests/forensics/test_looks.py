"""Somebody who looks at everything there is about results twice, with something in between.

A comment is hidden and shown again, people leave, the language is another. Each comparison has a
control in which it finds something.
"""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from bot.domain.people import PersonKey
from bot.exports import EXPORTS
from bot.services import history, results
from bot.views import evaluation, summary
from tests.forensics.outputs import different, holding, seen
from tests.forensics.springs import FIRST, LOOKING, Spring, Springs, hide_first
from tests.services.drafting import TEXT
from tests.services.people import (
    ANNA,
    CHANNEL,
    COLLEAGUES,
    KARIN,
    in_channel,
    team,
)
from tests.services.world import World


def test_what_is_hidden_stands_with_who_got_it_alone(springs: Springs) -> None:
    """It was in the channel, in files of every kind and in a draft; then it is in none of them."""
    world = springs.after(Spring())
    before = seen(world, LOOKING)
    text = hide_first(world)
    after = seen(world, LOOKING)
    kinds = {f"2026 {kind}" for kind in EXPORTS}
    for person in LOOKING:
        assert {(person.user, kind) for kind in kinds} <= holding(before, text)
    own = {"messages", "round 0", "round 0 alone", "hiding 0"}
    assert holding(after, text) == {(KARIN.user, what) for what in own}
    assert holding(after, TEXT) == set(), "the draft is gone"


def test_shown_again_all_is_as_it_was(springs: Springs) -> None:
    """Nothing tells that a comment was hidden for a while; only the draft does not come back."""
    world = springs.after(Spring())
    before = seen(world, LOOKING)
    hide_first(world)
    assert len(different(before, seen(world, LOOKING))) > 20, "the control"
    hide_first(world, hidden=False)
    assert different(before, seen(world, LOOKING)) == {(KARIN.user, "messages")}


def test_a_table_that_forgets_what_is_hidden_is_found(
    springs: Springs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: were the year made of the manager's summary, the search would see it."""
    world = springs.after(Spring())
    id = world.look(lambda tx: tx.rounds.closed_of(team().id))[-2].id
    result = world.look(lambda tx: tx.rounds.result(id))
    assert result is not None
    text = result.comments[0].comments[0]
    results.hide(world.deps, world.request(), id, frozenset([0]), frozenset())
    assert (ANNA.user, "2026") not in holding(seen(world, [ANNA]), text)
    monkeypatch.setattr(evaluation, "for_team", summary.summary)
    assert (ANNA.user, "2026") in holding(seen(world, [ANNA]), text)


def test_who_leaves_changes_nothing(springs: Springs) -> None:
    """Members go, and others come who were not asked: all stands as it was counted."""
    world = springs.after(Spring())
    before = seen(world, LOOKING)
    staying = tuple(person for person in in_channel() if person.key not in COLLEAGUES[3:])
    world.platform = replace(world.platform, channels={CHANNEL: staying})
    assert different(before, seen(world, LOOKING)) == set()


def test_the_languages_tell_the_same(springs: Springs) -> None:
    """The server's table in English has the numbers and the comments of the one in Swedish."""
    world = springs.after(Spring())
    hide_first(world)
    tables = [_numbers(world, language) for language in ("sv", "en")]
    assert tables[0] == tables[1]
    assert len(tables[0]) > 50


def _numbers(world: World, language: str) -> list[tuple[object, ...]]:
    export = world.look(lambda tx: history.export(tx, team(), None, language))
    assert export is not None
    return [
        (row.round, row.part, row.item, row.measure, row.low, row.high, row.value, row.text)
        for row in export.rows
    ]


def test_no_log_tells_what_was_looked_at(
    springs: Springs, caplog: pytest.LogCaptureFixture
) -> None:
    """With everything logged that can be, by the libraries as well: no word, and nobody."""
    caplog.set_level(logging.DEBUG)
    seen(springs.after(Spring()), LOOKING)
    text = caplog.text + repr([record.__dict__ for record in caplog.records])
    assert "a draft was read" in text, "the control"
    people: list[PersonKey] = [*LOOKING, *COLLEAGUES]
    for word in (*FIRST, TEXT, "Om programmet", "Bara för chefen", "lugnare", *map(str, people)):
        assert word not in text
