"""Answering, changing and taking back, while the round is open and not otherwise."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.domain import ballot as sealing
from bot.domain.answers import COMMENT_LIMIT, Answers
from bot.domain.programme import Component
from bot.errors import (
    EmptyAnswer,
    KeyVaultError,
    RoundClosed,
    TextTooLong,
    TooManyTags,
)
from bot.services import answers, sessions
from bot.views.model import AnswerForm
from tests.services.people import ANNA, BO, COLLEAGUES, KARIN, MEMBERS
from tests.services.world import GIVEN, World

OTHERWISE = Answers({Component.MANAGEABILITY: 2}, "Mer tid.", ("stod", "tid"))


def _form(world: World) -> AnswerForm:
    return answers.open_form(world.deps, world.request(ANNA), world.round().id)


def test_form_is_empty_before_the_answer(world: World) -> None:
    """Who has not answered sees three empty scales and nothing to take back."""
    world.start()
    form = _form(world)
    assert [scale.value for scale in form.scales] == [None] * 3
    assert (form.comment.value, form.tags.chosen) == ("", ())
    assert form.verbatim
    assert form.verbatim.value is False
    assert form.withdraw is None
    assert form.submit == "Skicka"


def test_form_remembers_the_answer(world: World) -> None:
    """Who answers again finds what was given, and may take it back."""
    world.start()
    world.answer(ANNA, OTHERWISE)
    form = _form(world)
    assert [scale.value for scale in form.scales] == [None, 2, None]
    assert (form.comment.value, form.tags.chosen) == ("Mer tid.", ("stod", "tid"))
    assert form.withdraw is not None
    assert form.withdraw.value == world.round().id
    assert form.submit == "Spara ändringen"


def test_form_shows_nobody_elses_answer(world: World) -> None:
    """Another person's form stays empty."""
    world.start()
    world.answer(BO, GIVEN)
    assert _form(world).comment.value == ""


def test_answer_is_changed_not_added(world: World) -> None:
    """One person has one ballot, and it holds the latest answer."""
    world.start()
    world.answer(ANNA, GIVEN)
    world.answer(ANNA, OTHERWISE)
    assert world.ballots() == 1
    assert _form(world).comment.value == "Mer tid."


def test_one_person_at_once_has_one_ballot(world: World) -> None:
    """Many submits by one person at the same moment leave one ballot."""
    world.start()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: world.answer(ANNA, replace(GIVEN, comment=str(n))), range(24)))
    assert world.ballots() == 1


def test_answers_of_many_at_once_are_all_kept(world: World) -> None:
    """Everybody's answer given at the same moment is kept."""
    world.start()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda person: world.answer(person, GIVEN), COLLEAGUES))
    assert world.ballots() == MEMBERS


def test_withdrawn_answer_is_gone(world: World) -> None:
    """Taking back removes the ballot; the form is empty again, and a new answer is taken."""
    world.start()
    world.answer(ANNA, GIVEN)
    receipt = answers.withdraw(world.deps, world.request(ANNA), world.round().id)
    assert receipt.title == "Svaret är borta"
    assert world.ballots() == 0
    assert _form(world).withdraw is None
    world.answer(ANNA, GIVEN)
    assert world.ballots() == 1


def test_withdrawing_nothing_is_no_error(world: World) -> None:
    """Who takes back twice is told the same as the first time."""
    world.start()
    first = answers.withdraw(world.deps, world.request(ANNA), world.round().id)
    assert answers.withdraw(world.deps, world.request(ANNA), world.round().id) == first


def test_channel_sees_nothing_of_an_answer(world: World) -> None:
    """No call to the platform follows an answer, a change or a withdrawal, and nothing wakes."""
    world.start()
    world.work()
    calls, woken = list(world.platform.calls), world.woken
    world.answer(ANNA, GIVEN)
    world.answer(ANNA, OTHERWISE)
    answers.withdraw(world.deps, world.request(ANNA), world.round().id)
    world.work()
    assert (world.platform.calls, world.woken) == (calls, woken)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (Answers(), EmptyAnswer),
        (Answers(comment=" \n\t\x00"), EmptyAnswer),
        (Answers(tags=("tid",), verbatim=True), EmptyAnswer),
        (Answers(comment="x" * (COMMENT_LIMIT + 1)), TextTooLong),
        (replace(GIVEN, tags=("tid", "stod", "rutiner")), TooManyTags),
        (Answers({Component.MANAGEABILITY: 8}), ValueError),
        (Answers({Component.MANAGEABILITY: 0}), ValueError),
        (replace(GIVEN, tags=("x" * 9999,)), ValueError),
    ],
    ids=["empty", "blank", "tags-alone", "long", "tags", "above", "below", "forged-tag"],
)
def test_refused_answer_leaves_the_earlier_one(
    world: World, given: Answers, error: type[Exception]
) -> None:
    """An answer that can't be taken is refused, and what was given before still stands."""
    world.start()
    world.answer(ANNA, GIVEN)
    with pytest.raises(error):
        world.answer(ANNA, given)
    assert _form(world).comment.value == GIVEN.comment


@pytest.mark.parametrize("end", ["stopped", "closed", "cancelled"])
def test_closed_round_takes_nothing(world: World, end: str) -> None:
    """Once a dialogue is over, counted or not, nothing is given, changed, seen or taken back."""
    world.answered(6)
    if end == "cancelled":
        sessions.cancel(world.deps, world.request())
    else:
        sessions.stop(world.deps, world.request())
    if end == "closed":
        world.work()
    request, round_id = world.request(ANNA), world.round().id
    left = world.ballots()
    for ask in (
        lambda: answers.open_form(world.deps, request, round_id),
        lambda: answers.submit(world.deps, request, round_id, OTHERWISE),
        lambda: answers.withdraw(world.deps, request, round_id),
    ):
        with pytest.raises(RoundClosed):
            ask()
    assert world.ballots() == left


def test_answer_that_crosses_the_end_is_refused(world: World) -> None:
    """A ballot sealed just before the end does not slip in after it."""
    world.answered(6)
    round = world.round()
    key = world.vault.get(round.id)
    assert key is not None
    sessions.stop(world.deps, world.request())
    # The key is still there while the box waits to be counted; the state alone refuses.
    assert world.vault.get(round.id) == key
    with pytest.raises(RoundClosed):
        world.answer(COLLEAGUES[8], GIVEN)
    assert world.ballots() == 6


@pytest.mark.parametrize("forged", ["0" * 32, "", "../../etc/passwd", "' OR 1=1 --", "å" * 3000])
def test_forged_round_is_refused(world: World, forged: str) -> None:
    """A made-up round takes nothing and makes no key."""
    world.start()
    keys = world.vault.round_ids()
    with pytest.raises((RoundClosed, KeyVaultError)):
        answers.open_form(world.deps, world.request(ANNA), forged)
    with pytest.raises((RoundClosed, KeyVaultError)):
        answers.submit(world.deps, world.request(ANNA), forged, GIVEN)
    with pytest.raises((RoundClosed, KeyVaultError)):
        answers.withdraw(world.deps, world.request(ANNA), forged)
    assert world.vault.round_ids() == keys
    assert world.ballots() == 0


def test_key_without_a_round_opens_nothing(world: World) -> None:
    """A key that a crash left behind is no way to answer."""
    world.vault.create("orphan")
    with pytest.raises(RoundClosed):
        answers.submit(world.deps, world.request(ANNA), "orphan", GIVEN)


def test_promise_tells_the_terms_of_the_round(world: World) -> None:
    """The form says how many can answer, from how many anything is shown, and words from when."""
    world.start()
    who, words, sealed = _form(world).promise
    assert re.findall(r"\d+", who) == ["6", str(MEMBERS + 1)]
    assert re.findall(r"\d+", words) == ["10"]
    assert "nyckeln" in sealed


def test_ballot_lies_sealed(world: World) -> None:
    """What is kept has nothing of the words in it; the round's key alone opens it."""
    world.start()
    world.answer(ANNA, GIVEN)
    round_id = world.round().id
    (kept,) = world.look(lambda tx: tx.ballots.all(round_id))
    assert GIVEN.comment.encode() not in kept.sealed
    key = world.vault.get(round_id)
    assert key is not None
    assert sealing.unseal(key, kept) == GIVEN
    assert KARIN.user.encode() not in kept.sealed + kept.pid
