"""What an answer is about is guessed after it is kept, and counts only when its writer says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.errors import AnswerGone, RoundClosed, TooManyTags
from bot.services import answers, sessions
from bot.views.model import Hesitation, Receipt, TagOffer
from tests.services.people import ANNA, BO, CHANNEL, COLLEAGUES
from tests.services.world import World

STRESSED = Answers({Component.MANAGEABILITY: 2}, "Mer stöd, och rutiner som stöttar.")
"""An answer without tags whose words speak for two, for one of them twice."""


def submit(world: World, given: Answers) -> Receipt | Hesitation | TagOffer:
    """Hand in somebody's answer."""
    return answers.submit(world.deps, world.request(ANNA), world.round().id, given)


def kept(world: World) -> tuple[str, ...]:
    """Return the tags of the answer as it lies in the box."""
    form = answers.open_form(world.deps, world.request(ANNA), world.round().id)
    return form.tags.chosen


def add(world: World, *tags: str) -> Receipt:
    """Hand in the question."""
    return answers.add_tags(world.deps, world.request(ANNA), world.round().id, tags)


def test_guess_is_offered_after_the_answer_is_kept(world: World) -> None:
    """The answer is in the box, without a tag, when the question is asked."""
    world.start()
    view = submit(world, STRESSED)
    assert isinstance(view, TagOffer)
    assert view.tags.chosen == ("stod", "rutiner")
    assert [option.value for option in view.tags.options] == ["tid", "stod", "rutiner"]
    assert (view.round_id, view.channel) == (world.round().id, CHANNEL)
    assert world.ballots() == 1
    assert kept(world) == ()
    form = answers.open_form(world.deps, world.request(ANNA), world.round().id)
    assert form.comment.value == STRESSED.comment


def test_tags_are_added_to_all_that_was_answered(world: World) -> None:
    """Numbers, words and consent stay as they were, and it is still one answer."""
    world.start()
    submit(world, replace(STRESSED, verbatim=True))
    receipt = add(world, "rutiner")
    form = answers.open_form(world.deps, world.request(ANNA), world.round().id)
    assert form.tags.chosen == ("rutiner",)
    assert (form.comment.value, form.scales[1].value) == (STRESSED.comment, 2)
    assert form.verbatim
    assert form.verbatim.value is True
    assert world.ballots() == 1
    tagged = submit(world, replace(STRESSED, tags=("tid",)))
    assert receipt == tagged


@pytest.mark.parametrize(
    "given",
    [
        replace(STRESSED, tags=("tid",)),
        replace(STRESSED, comment="Lugna morgnar."),
        replace(STRESSED, comment="Chefen lyssnar."),
        replace(STRESSED, comment=""),
    ],
    ids=["chosen already", "no guess", "no such tag", "no words"],
)
def test_nobody_is_asked_in_vain(world: World, given: Answers) -> None:
    """Who has chosen, or whose words tell nothing that can be chosen, gets the receipt."""
    world.start()
    assert isinstance(submit(world, given), Receipt)


def test_guess_follows_the_question_whether_to_send(world: World) -> None:
    """A text that was read again is kept, and then asked about."""
    world.start()
    given = replace(STRESSED, comment="Kallt i rum 12. Mer stöd!", verbatim=True)
    assert isinstance(submit(world, given), Hesitation)
    assert world.ballots() == 0
    request, round_id = world.request(ANNA), world.round().id
    view = answers.submit(world.deps, request, round_id, given, sure=True)
    assert isinstance(view, TagOffer)
    assert world.ballots() == 1


def test_delivered_twice_it_is_the_same(world: World) -> None:
    """Slack may hand in a form again: the same question comes, and the tags stay."""
    world.start()
    assert submit(world, STRESSED) == submit(world, STRESSED)
    assert add(world, "tid") == add(world, "tid")
    assert kept(world) == ("tid",)


def test_an_answer_that_is_taken_back_gets_no_tags(world: World) -> None:
    """Nothing comes into the box by a question that was left open."""
    world.start()
    submit(world, STRESSED)
    answers.withdraw(world.deps, world.request(ANNA), world.round().id)
    with pytest.raises(AnswerGone):
        add(world, "tid")
    assert world.ballots() == 0


def test_who_has_not_answered_adds_nothing(world: World) -> None:
    """The tags go to one's own answer and to nobody else's."""
    world.start()
    world.answer(BO, STRESSED)
    with pytest.raises(AnswerGone):
        add(world, "tid")


def test_after_the_close_no_tag_is_added(world: World) -> None:
    """A question that was left open does not keep the box open."""
    world.start()
    submit(world, STRESSED)
    sessions.stop(world.deps, world.request())
    with pytest.raises(RoundClosed):
        add(world, "tid")


def test_no_more_tags_than_in_the_form(world: World) -> None:
    """A forged hand-in of three is refused."""
    world.start()
    submit(world, STRESSED)
    with pytest.raises(TooManyTags):
        add(world, "tid", "stod", "rutiner")
    assert kept(world) == ()


def test_a_guess_is_never_counted(world: World) -> None:
    """Seven whose words speak for a tag give no count of it, until four of them say yes."""
    world.start()
    for person in COLLEAGUES[:7]:
        world.answer(person, STRESSED)
    for person in COLLEAGUES[:4]:
        answers.add_tags(world.deps, world.request(person), world.round().id, ("stod",))
    world.stop()
    result = world.look(lambda tx: tx.rounds.result(world.round().id))
    assert result
    assert [(tag.tag, tag.count) for tag in result.tags] == [("stod", 4)]
