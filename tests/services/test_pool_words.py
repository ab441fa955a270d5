"""Teams that share a box and speak different languages: each reads in its own words and times."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.domain.answers import Answers
from bot.domain.people import Team
from bot.domain.request import Request
from bot.locales import words
from bot.services import answers, privacy
from bot.views.model import AnswerForm, Hesitation, Page, Receipt, TagOffer
from bot.views.times import date_in_words
from tests.services.pooling import (
    COOKS,
    KOKET,
    MANEN,
    MIRO,
    NIGHT,
    begin,
    box_of,
    to_questions,
    with_small_teams,
)
from tests.services.world import GIVEN, World

AWAY = "Pacific/Kiritimati"
"""Where it is tomorrow already at noon in Sweden."""

LANGUAGES = {KOKET.id: "sv", MANEN.id: "en"}
MEMBER = {KOKET.id: COOKS[0], MANEN.id: NIGHT[0]}
EACH = pytest.mark.parametrize("team", [KOKET, MANEN], ids=lambda team: team.name)
NAMED = Answers({}, "Kallt i rum 12.", verbatim=True)


@pytest.fixture
def world(bare: World) -> World:
    """Give a world in which a Swedish and an English team have come to a shared box's questions."""
    bare.terms = replace(bare.terms, quote_threshold=6)
    with_small_teams(bare, KOKET, MANEN)
    night = bare.look(lambda tx: tx.teams.get(MANEN.id))
    assert night is not None
    bare.with_team(replace(night, language="en", timezone=AWAY))
    for team in (KOKET, MANEN):
        begin(bare, team)
        to_questions(bare, team)
    return bare


def asked(world: World, team: Team) -> tuple[Request, AnswerForm]:
    """Press the button in the team's channel; return the form, and a request made in it."""
    request = world.request(MEMBER[team.id], team.channel)
    form = answers.open_form(world.deps, request, box_of(world, team).id)
    return replace(request, channel=form.channel), form


def reads_as(
    view: Hesitation | Page | Receipt | AnswerForm | TagOffer, id: str, team: Team
) -> None:
    """Check that the view's title is the text of that id in the team's language."""
    assert view.title == words(LANGUAGES[team.id])(id)


@EACH
def test_form_is_in_the_words_and_the_time_of_the_own_team(world: World, team: Team) -> None:
    """It says on which day the box closes where the team is."""
    _, form = asked(world, team)
    reads_as(form, "answer-title", team)
    closes = box_of(world, team).closes_at
    assert closes is not None
    zones = {KOKET.id: KOKET.timezone, MANEN.id: AWAY}
    days = {id: date_in_words(closes, zone, words(LANGUAGES[id])) for id, zone in zones.items()}
    assert days[team.id] in form.promise[0]
    numbers = [set(re.findall(r"\d+", day)) for day in days.values()]
    assert numbers[0] != numbers[1]


@EACH
def test_what_comes_of_the_form_is_in_the_same_words(world: World, team: Team) -> None:
    """The receipt, the question before sending, taking back, errors, and the page about it all."""
    request, form = asked(world, team)
    doubt = answers.submit(world.deps, request, form.round_id, NAMED)
    assert isinstance(doubt, Hesitation)
    reads_as(doubt, "hesitation-title", team)
    assert doubt.channel == team.channel
    reads_as(answers.submit(world.deps, request, form.round_id, GIVEN), "receipt-title", team)
    reads_as(privacy.page(world.deps, request, form.round_id), "privacy-title", team)
    reads_as(answers.withdraw(world.deps, request, form.round_id), "receipt-withdrawn-title", team)
    assert answers.words_for(world.deps, request, form.round_id).language == LANGUAGES[team.id]


def test_where_the_team_is_not_known_it_is_a_team_of_the_box(world: World) -> None:
    """In private nobody knows the team of somebody on the roster: nothing is kept to tell it."""
    box = box_of(world, MANEN)
    for channel in ("", "D0NIGHT0", "C-garden"):
        form = answers.open_form(world.deps, world.request(NIGHT[0], channel), box.id)
        assert form.channel == ""
        assert form.title == words(LANGUAGES[box.team_ids[0]])("answer-title")


def test_manager_is_spoken_to_in_the_words_of_the_own_team(world: World) -> None:
    """Whoever manages one of the teams is known without a channel."""
    box = box_of(world, MANEN)
    request = world.request(MIRO, "")
    assert answers.words_for(world.deps, request, box.id).language == "en"


def test_nothing_tells_afterwards_who_answered_from_which_team(world: World) -> None:
    """What is kept of an answer is the same wherever the form was opened."""
    box = box_of(world, MANEN)
    here, there = (world.request(NIGHT[0], each.channel) for each in (MANEN, KOKET))
    kept = []
    for request in (here, there):
        answers.submit(world.deps, request, box.id, GIVEN)
        kept.append(world.look(lambda tx: [(b.pid, len(b.sealed)) for b in tx.ballots.all(box.id)]))
    assert kept[0] == kept[1]
