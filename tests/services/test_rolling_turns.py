"""A rolling survey: what each quarter's end makes of its box."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.quarter import Quarter
from bot.domain.round import SHARED_AFTER, RoundState
from bot.errors import (
    RoundClosed,
)
from bot.ports import Outgoing, Tx
from bot.services import answers, rolling
from bot.services.deps import Terms
from tests.services.conftest import NewWorld
from tests.services.people import (
    CHANNEL,
    PROGRAMMES,
    team,
)
from tests.services.surveying import (
    LEAVERS,
    TURNS,
    answer,
    answered,
    begin,
    box,
    boxes,
    invite,
    page_text,
    running,
    until,
    with_surveys,
)
from tests.services.world import GIVEN, World

FIRST = LEAVERS[0]
OPEN, CLOSED, VOIDED = RoundState.OPEN, RoundState.CLOSED, RoundState.VOIDED
MINUTE = timedelta(minutes=1)


def test_enough_answers_close_the_box_and_open_the_next(bare: World) -> None:
    """The managers get the summary of the quarter; the next box has a key and a list of its own."""
    answered(bare, 6)
    old = box(bare)
    until(bare, TURNS[0] - MINUTE)
    assert boxes(bare) == [("2026Q1", OPEN)]
    until(bare, TURNS[0])
    assert boxes(bare) == [("2026Q1", CLOSED), ("2026Q2", OPEN)]
    new = box(bare)
    assert (new.roster, new.closes_at) == ((), TURNS[1])
    assert bare.vault.round_ids() == {new.id}
    (summary,) = bare.summaries()
    assert summary.title == "Sammanfattning: Enkät 1, kvartal 1 2026 (#arbetslag-solrosen)"
    assert summary.taking_part == "6 av 6 svarade."
    assert "dialog" not in summary.model_dump_json()
    with pytest.raises(RoundClosed):
        answers.submit(bare.deps, bare.request(FIRST, "D-me"), old.id, GIVEN)


def test_the_team_sees_it_a_day_later_if_so_promised(bare: World) -> None:
    """In HR's channel, as its terms were when the box was opened."""
    answered(bare, 6)
    until(bare, TURNS[0])
    assert bare.summaries(CHANNEL) == []
    bare.later(seconds=SHARED_AFTER.total_seconds())
    assert [summary.title for summary in bare.summaries(CHANNEL)] == [
        "Sammanfattning: Enkät 1, kvartal 1 2026"
    ]


def test_what_only_the_manager_sees(bare: World) -> None:
    """The terms of the team at the opening hold, and are told in words without a dialogue."""
    with_surveys(bare).store.write(lambda tx: tx.teams.save(replace(team(), team_sees=False)))
    begin(bare)
    invite(bare, LEAVERS[:6])
    answer(bare, LEAVERS[:6])
    bare.store.write(lambda tx: tx.teams.save(team()))
    until(bare, TURNS[0] + SHARED_AFTER + MINUTE)
    assert bare.summaries(CHANNEL) == []
    assert "dialog" not in bare.summaries()[0].footer
    assert box(bare).team_sees


@pytest.mark.parametrize("count", [0, 1, 5])
def test_too_few_wait_for_the_next_quarter(bare: World, count: int) -> None:
    """Nobody's answer is lost; the managers are told the one bit that publishing tells, too."""
    running(bare)
    invite(bare, LEAVERS[:6])
    answer(bare, LEAVERS[:count])
    id = box(bare).id
    until(bare, TURNS[0])
    assert (box(bare).id, box(bare).closes_at) == (id, TURNS[1])
    assert len(bare.look(lambda tx: tx.ballots.all(id))) == count
    assert bare.vault.round_ids() == {id}
    (told,) = bare.notes()
    assert "Färre än 6" in told
    assert "30 juni" in told
    invite(bare, LEAVERS[6:12])
    answer(bare, LEAVERS[count:6])
    until(bare, TURNS[1])
    (summary,) = bare.summaries()
    assert summary.title == "Sammanfattning: Enkät 1, kvartal 1–2 2026 (#arbetslag-solrosen)"
    assert boxes(bare) == [("2026Q1", CLOSED), ("2026Q3", OPEN)]


def test_going_on_is_told_in_the_same_words(make_world: NewWorld) -> None:
    """Whether nobody has answered or five, the manager reads the same."""
    told = set()
    for count in (0, 1, 5):
        world = running(make_world())
        invite(world, LEAVERS[:6])
        answer(world, LEAVERS[:count])
        until(world, TURNS[0])
        told.add((*world.notes(), page_text(world)))
    assert len(told) == 1


def test_four_quarters_are_the_most(bare: World) -> None:
    """Then the box is closed, unread, and the next quarter has one of its own."""
    answered(bare, 5)
    for turn in TURNS[:3]:
        until(bare, turn)
        assert boxes(bare) == [("2026Q1", OPEN)]
    until(bare, TURNS[3])
    assert boxes(bare) == [("2026Q1", CLOSED), ("2027Q1", OPEN)]
    (summary,) = bare.summaries()
    assert "Färre än 6" in summary.taking_part
    assert "olästa" not in summary.footer
    assert "utan att någon har öppnat dem" in summary.footer
    assert summary.title == "Sammanfattning: Enkät 1, kvartal 1–4 2026 (#arbetslag-solrosen)"


def test_quarters_of_two_years(bare: World) -> None:
    """Begun late in the year, the box says both years."""
    with_surveys(bare)
    until(bare, TURNS[2] + MINUTE)
    begin(bare)
    until(bare, TURNS[3])
    assert "Enkät 1, kvartal 4 2026–kvartal 1 2027" in page_text(bare)


@pytest.mark.parametrize("count", [5, 6])
def test_a_bot_that_was_away_over_the_turn(bare: World, count: int) -> None:
    """It does at its start what was due, once; what comes next is of the present quarter."""
    answered(bare, count)
    bare.clock.pass_by(seconds=(TURNS[1] - bare.clock.now()).total_seconds() + 60)
    bare.restart()
    bare.restart()
    if count == 6:
        assert boxes(bare) == [("2026Q1", CLOSED), ("2026Q3", OPEN)]
    else:
        assert boxes(bare) == [("2026Q1", OPEN)]
        assert "kvartal 1–3 2026" in page_text(bare)
    assert box(bare).closes_at == TURNS[2]


def test_a_bot_that_was_away_for_years(bare: World) -> None:
    """Its box has had its quarters: it is closed, and one of the present quarter opened."""
    answered(bare, 5)
    until(bare, TURNS[4])
    assert boxes(bare) == [("2026Q1", CLOSED), ("2027Q2", OPEN)]


def test_the_turn_done_twice_is_done_once(bare: World) -> None:
    """A lease that ran out, a process that came back: the box is what it is."""
    answered(bare, 6)
    id = box(bare).id
    until(bare, TURNS[0])
    before = boxes(bare), bare.vault.round_ids()
    rolling.turn(bare.deps, id, TURNS[0])
    rolling.turn(bare.deps, box(bare).id, TURNS[0])
    assert (boxes(bare), bare.vault.round_ids()) == before


def test_a_turn_before_its_time_does_nothing(bare: World) -> None:
    """Not even by a clock that is somewhat early."""
    answered(bare, 6)
    rolling.turn(bare.deps, box(bare).id, TURNS[0] - MINUTE)
    assert boxes(bare) == [("2026Q1", OPEN)]
    assert len(bare.vault.round_ids()) == 1


def test_the_next_box_has_the_texts_of_the_file_now(bare: World) -> None:
    """A file that was edited is read anew; one that is gone does not end the survey."""
    answered(bare, 6)
    version = box(bare).theme_version
    programme = bare.catalogue.known[-1]
    first, second = programme.themes
    edited = first.model_copy(update={"length": 15, "number": 9})
    bare.catalogue.known = (
        *PROGRAMMES,
        programme.model_copy(update={"themes": (edited, second)}),
    )
    until(bare, TURNS[0])
    assert box(bare).theme_version != version
    edited_version = box(bare).theme_version
    bare.catalogue.known = PROGRAMMES
    invite(bare, LEAVERS[:6])
    answer(bare, LEAVERS[:6])
    until(bare, TURNS[1])
    assert box(bare).theme_version == edited_version


def test_terms_are_those_of_the_opening(bare: World) -> None:
    """From how many answers words are shown is fixed with each box."""
    running(bare)
    assert box(bare).quote_threshold == 10
    bare.terms = Terms(quote_threshold=12)
    rolling.stop(bare.deps, bare.request(), team().id)
    begin(bare)
    assert box(bare).quote_threshold == 10


def test_a_lost_key_is_told(bare: World) -> None:
    """The box is voided, its people forgotten, and the manager told what to do."""
    answered(bare, 6)
    bare.vault.destroy(box(bare).id)
    bare.restart()
    assert boxes(bare) == [("2026Q1", VOIDED)]
    (told,) = bare.notes()
    assert "Enkät 1, kvartal 1 2026" in told
    assert "/apt enkät" in told
    begin(bare)
    until(bare, TURNS[0])
    assert (box(bare).rolling, box(bare).closes_at) == (Quarter(2026, 1), TURNS[1])


def message(tx: Tx, key: str) -> Outgoing | None:
    """Return the message of this key."""
    return tx.messages.get(key)


def test_who_was_invited_is_forgotten_at_the_close(bare: World) -> None:
    """Neither the list nor what was sent is left in the database; the message stands."""
    answered(bare, 6)
    invite(bare, [LEAVERS[6]])
    id = box(bare).id
    bare.work()
    assert bare.look(lambda tx: tx.messages.get(f"invited/{id}/{FIRST.user}")) is not None
    until(bare, TURNS[0])
    for person in LEAVERS[:7]:
        key = f"invited/{id}/{person.user}"
        assert bare.look(partial(message, key=key)) is None
        assert len(bare.shown(person.user)) == 1
    closed = bare.look(lambda tx: tx.rounds.get(id))
    assert closed is not None
    assert (closed.roster, closed.invited) == ((), 7)
