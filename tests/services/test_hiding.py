"""Hiding comments from what the team is shown: before, after, and from two forms at once."""

from __future__ import annotations

import pytest

from bot.domain.answers import COMMENT_LIMIT
from bot.errors import NoResult
from bot.services import results
from bot.services.outbox import send_pending
from tests.services.people import (
    CHANNEL,
    KARIN,
)
from tests.services.sharing import (
    SV,
    TEXTS,
    closed,
    comments,
    hide,
    said,
    share,
    with_comments,
)
from tests.services.world import World


def test_form_has_every_comment_in_order(world: World) -> None:
    """The form's numbers are those of the result, and what is hidden is chosen."""
    round = with_comments(world)
    hide(world, 1, 4)
    form = results.hide_form(world.deps, world.request(), round.id)
    assert [each for group in form.groups for each in group.comments] == comments(world)
    assert sorted(comments(world)) == sorted(TEXTS)
    assert form.hidden == (1, 4)
    assert form.round_id == round.id


def test_nothing_to_hide(world: World) -> None:
    """Without comments there is no form; and no number is known."""
    round = closed(world, 7)
    with pytest.raises(NoResult):
        results.hide_form(world.deps, world.request(), round.id)
    with pytest.raises(ValueError, match="number"):
        hide(world, 0)
    hide(world)
    assert world.round() == round


@pytest.mark.parametrize("number", [-1, 12, 10**30])
def test_numbers_that_no_comment_has_are_refused(world: World, number: int) -> None:
    """A forged choice changes nothing, not even its honest part."""
    with_comments(world)
    hide(world, 11)
    with pytest.raises(ValueError, match="number"):
        hide(world, 0, number)
    assert world.round().hidden == {11}


def test_hidden_before_sharing(world: World) -> None:
    """The team gets the others and is told how many are hidden; the manager keeps all."""
    with_comments(world)
    result = world.look(lambda tx: tx.rounds.result(world.round().id))
    hide(world, 0, 7)
    assert said(world).count("Kanarie") == 0
    share(world)
    for number, comment in enumerate(comments(world)):
        assert (comment in said(world)) is (number not in {0, 7})
        assert comment in said(world, KARIN.user)
    assert SV("summary-hidden", count=2, pooled="no") in said(world)
    assert world.look(lambda tx: tx.rounds.result(world.round().id)) == result


def test_hidden_after_sharing(world: World) -> None:
    """The very message in the channel is changed, and back again when the manager repents."""
    with_comments(world)
    share(world)
    before = world.shown()
    places = set(world.platform.standing)
    hide(world, 5)
    assert comments(world)[5] not in said(world)
    assert SV("summary-hidden", count=1, pooled="no") in said(world)
    assert set(world.platform.standing) == places
    hide(world)
    assert world.shown() == before


def test_hidden_while_the_message_is_on_its_way(world: World) -> None:
    """A share that was not sent yet is sent without what was hidden meanwhile."""
    with_comments(world)
    share(world)
    hide(world, 5)
    stood: list[str] = []
    while send_pending(world.deps):
        stood += [view.model_dump_json() for view in world.platform.shown(CHANNEL)]
    assert comments(world)[5] not in "".join(stood)
    assert comments(world)[4] in stood[-1]


def test_hiding_the_same_again_sends_nothing(world: World) -> None:
    """A choice that changes nothing changes no message."""
    with_comments(world)
    share(world)
    hide(world, 5)
    world.work()
    calls = list(world.platform.calls)
    hide(world, 5)
    world.work()
    assert world.platform.calls == calls


@pytest.mark.parametrize(
    ("before", "first", "second", "after"),
    [
        ((), (0,), (1,), {0, 1}),  # each hides another one
        ((), (0,), (), {0}),  # the other looked, and changed nothing
        ((2,), (0, 2), (), {0}),  # the other shows again what was hidden when the form was opened
        ((2,), (), (1, 2), {1}),  # the other left alone what is shown again meanwhile
        ((), (0,), (0,), {0}),
    ],
)
def test_two_forms_at_once_take_nothing_back(
    world: World,
    before: tuple[int, ...],
    first: tuple[int, ...],
    second: tuple[int, ...],
    after: set[int],
) -> None:
    """Two managers have the form open: what one hid does not come back by the other's choice."""
    with_comments(world)
    hide(world, *before)
    opened = world.round().hidden
    hide(world, *first, opened=opened)
    hide(world, *second, opened=opened)
    assert world.round().hidden == after


LONG = tuple(f"{number:02}".ljust(COMMENT_LIMIT, "x") for number in range(12))


def test_page_that_is_no_more_needed_is_emptied(world: World) -> None:
    """With so much hidden that one message is enough, the second one holds no comment."""
    with_comments(world, LONG)
    share(world)
    assert len(world.summaries(CHANNEL)) == 2
    every = comments(world)
    hide(world, *range(12))
    texts = said(world)
    assert not any(comment in texts for comment in every)
    assert len(world.summaries(CHANNEL)) == 1
    title = world.summaries(CHANNEL)[0].title
    assert world.notes(CHANNEL) == [SV("summary-page-emptied", title=title)]
    hide(world)
    texts = said(world)
    assert all(comment in texts for comment in every)
    assert world.notes(CHANNEL) == []


def test_last_comment_of_a_long_list_can_be_hidden(world: World) -> None:
    """Each comment can be hidden, on whatever page it stood: nowhere it is left."""
    with_comments(world, LONG)
    share(world)
    every = comments(world)
    for number, comment in enumerate(every):
        hide(world, number)
        assert comment not in said(world)
        assert sum(other in said(world) for other in every) == len(every) - 1
