"""What people can see about their anonymity, and that none of it tells what was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.answers import Answers
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.domain.request import Request
from bot.errors import NoThemes
from bot.services import privacy, results, sessions
from bot.services.deps import Terms
from bot.views.actions import Action
from bot.views.model import Page, Seen
from tests.services.conftest import NewWorld
from tests.services.people import (
    ANNA,
    CHANNEL,
    COLLEAGUES,
    GUEST,
    KARIN,
    OMAR,
    OTHER_CHANNEL,
    OUTSIDER,
    ROBOT,
    TEMA3,
    in_channel,
    key,
    team,
)
from tests.services.surveying import begin, box, running
from tests.services.world import FixedCatalogue, World

EVERYBODY = (KARIN, OMAR, ANNA, GUEST, OUTSIDER, ROBOT)
CANARY = "kanariefågeln sjunger högt"
REAL = Answers(dict.fromkeys(Component, 1), CANARY, ("rutiner",), verbatim=True)
"""An answer unlike any in the example."""

HOME = "D-home"


def everything(view: Page | Seen) -> str:
    """Return all that a view says."""
    return view.model_dump_json()


def answered(world: World, count: int = 12) -> World:
    """Hold a dialogue in which so many have answered, not yet over."""
    world.start()
    for person in COLLEAGUES[:count]:
        world.answer(person, REAL)
    return world


def seen(world: World, who: PersonKey = ANNA, round_id: str = "", channel: str = CHANNEL) -> Seen:
    """Ask what the manager sees."""
    return privacy.preview(world.deps, world.request(who, channel), round_id)


def page(world: World, who: PersonKey = ANNA, round_id: str = "", channel: str = CHANNEL) -> Page:
    """Ask how answers are protected."""
    return privacy.page(world.deps, world.request(who, channel), round_id)


def share(world: World) -> None:
    """Share the result with the team, as its manager."""
    results.share(world.deps, world.request(KARIN), world.round().id)
    world.work()


# --- the page ------------------------------------------------------------------------------


def test_without_a_team_nothing_is_promised_of_what_the_team_sees(world: World) -> None:
    """Where it is not known whose next dialogue is meant, the form is pointed to."""
    told = everything(page(world, OUTSIDER, channel=HOME))
    assert "Om teamet får se den" in told
    assert "Ni i teamet får" not in told
    assert "Ni i teamet får" in everything(page(world))


@pytest.mark.parametrize("who", EVERYBODY)
def test_everybody_in_the_channel_reads_the_same(world: World, who: PersonKey) -> None:
    """The terms are no secret, and say nothing of the reader."""
    world.start()
    assert page(world, who) == page(world, KARIN)
    assert "Ni är 13 som kan svara." in everything(page(world, who))


def test_page_tells_the_terms_of_the_very_round(make_world: NewWorld) -> None:
    """Whether the team sees it, the threshold for words and the size are the round's own."""
    world = make_world()
    world.terms = Terms(quote_threshold=14)
    world.with_team(replace(team(), team_sees=False)).start()
    told = everything(page(world))
    assert "Ni i teamet får inte se den." in told
    assert "färre än 14" in told
    world.with_team(replace(team(), team_sees=True))
    assert everything(page(world)) == told  # fixed when the round opened


def test_page_without_a_dialogue_tells_of_the_next(world: World) -> None:
    """The team's terms as they are now, without a number of people."""
    view = page(world)
    assert "nästa dialog" in view.intro
    assert "bestäms när dialogen startar" in everything(view)
    assert view.buttons[0].value == ""


def test_page_in_a_conversation_for_two_tells_of_the_next(world: World) -> None:
    """There is no channel, and so no round; the round's id does not help a stranger."""
    world.start()
    for who in (KARIN, OUTSIDER):
        view = page(world, who, world.round().id, HOME)
        assert "nästa dialog" in view.intro
        assert view.channel == ""


def test_page_from_the_form_tells_of_its_round(world: World) -> None:
    """A form has no channel: whoever is on the roster is told about the round all the same."""
    world.start()
    inside = Request(ANNA, "", "r1", is_private=True)
    outside = Request(OUTSIDER, "", "r2", is_private=True)
    assert "Ni är 13" in everything(privacy.page(world.deps, inside, world.round().id))
    assert "Ni är 13" not in everything(privacy.page(world.deps, outside, world.round().id))


def test_another_teams_round_is_not_told_about(world: World) -> None:
    """The id of another team's round shows the terms of one's own channel."""
    world.start()
    other = replace(team(), id="team-blaklinten", channel=OTHER_CHANNEL, name="blaklinten")
    world.with_team(other)
    told = everything(page(world, OUTSIDER, world.round().id, OTHER_CHANNEL))
    assert "nästa dialog" in told
    assert "Ni är 13" not in told


def test_page_after_the_close_and_after_a_cancel(make_world: NewWorld) -> None:
    """It tells of the latest dialogue; of one that was thrown away, that nothing is shown."""
    world = answered(make_world().with_team())
    round_id = world.round().id
    world.stop()
    assert "senaste dialog" in page(world).intro
    other = make_world().with_team()
    other.start()
    thrown = other.round().id
    sessions.cancel(other.deps, other.request())
    other.work()
    view = page(other, round_id=thrown)
    assert "blev inte räknad" in view.intro
    assert view.buttons == ()
    assert page(world, round_id=round_id).buttons[0].action == Action.SEEN


def test_whose_answers_were_thrown_away_are_told_so(make_world: NewWorld) -> None:
    """Asked without a round: of the dialogue that was cancelled, not of the one before it."""
    world = answered(make_world().with_team())
    world.stop()
    world.later(hours=1)
    world.start(TEMA3.model_copy(update={"theme": "tema2"}))
    assert "öppen för svar" in page(world).intro
    sessions.cancel(world.deps, world.request())
    world.work()
    view = page(world)
    assert "blev inte räknad" in view.intro
    assert view.buttons == ()


def test_a_survey_that_was_not_counted_is_told_of_where_there_are_no_dialogues(
    world: World,
) -> None:
    """A channel that only runs surveys is told what became of the latest, not of a dialogue."""
    running(world)
    opened = page(world).intro
    world.vault.destroy(box(world).id)
    world.restart()
    view = page(world)
    assert view.intro == opened.replace("gäller", "gällde").replace(
        ", som är öppen för svar.",
        ". Den blev inte räknad. Svaren är raderade, och ingenting visas för någon.",
    )
    assert view.buttons == ()
    assert "dialog" not in everything(view)
    begin(world)
    assert page(world).intro == opened


def test_shared_box_is_told_of_in_each_teams_channel(world: World) -> None:
    """Both teams read how many they are together, and until when."""
    other = replace(team(), id="team-blaklinten", channel=OTHER_CHANNEL, name="blaklinten")
    both = [replace(each, pool_id="p") for each in (team(), other)]
    for each in both:
        world.with_team(each)
    world.platform.channels = {each: in_channel() for each in (CHANNEL, OTHER_CHANNEL)}
    world.start()
    for channel in (CHANNEL, OTHER_CHANNEL):
        told = everything(page(world, ANNA, channel=channel))
        assert "2 team som svarar i samma låda" in told
        assert "men senast" in told


def test_nothing_is_written(world: World) -> None:
    """To read it leaves no trace: no message, no change, nobody woken."""
    answered(world, 6)
    world.work()
    before = (world.shown(), world.ballots(), world.round(), world.woken)
    page(world)
    seen(world)
    assert (world.shown(), world.ballots(), world.round(), world.woken) == before


# --- what the manager sees ------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["open", "closed"])
@pytest.mark.parametrize("who", EVERYBODY)
def test_before_it_is_shared_nothing_real_is_shown(
    make_world: NewWorld, who: PersonKey, stage: str
) -> None:
    """What is shown is the same whether twelve or nobody answered, with the id known or not."""
    shown = []
    for count in (0, 12):
        world = answered(make_world().with_team(), count)
        round_id = world.round().id
        if stage == "closed":
            world.stop()
        shown += [
            everything(seen(world, who, id, channel))
            for id in ("", round_id)
            for channel in (CHANNEL, HOME)
        ]
    assert shown[: len(shown) // 2] == shown[len(shown) // 2 :]
    assert all("Exempel" in each for each in shown)
    assert not any(CANARY in each for each in shown)


@pytest.mark.parametrize("who", EVERYBODY)
def test_after_it_is_shared_the_channel_sees_the_real_one(world: World, who: PersonKey) -> None:
    """The very summary that stands in the channel: the check above can find a real result."""
    answered(world).stop()
    share(world)
    view = seen(world, who, world.round().id)
    assert view.summary in world.shown()
    assert CANARY in everything(view)
    assert "Exempel" not in everything(view)
    assert seen(world, who) == view


@pytest.mark.parametrize("channel", [HOME, OTHER_CHANNEL, "C-unknown", ""])
def test_shared_result_is_not_shown_elsewhere(world: World, channel: str) -> None:
    """With the id known, other channels, conversations for two and forms see an example."""
    other = replace(team(), id="team-blaklinten", channel=OTHER_CHANNEL, name="blaklinten")
    world.with_team(other)
    answered(world).stop()
    share(world)
    for who in EVERYBODY:
        view = seen(world, who, world.round().id, channel)
        assert CANARY not in everything(view)
        assert "Exempel" in view.title


def test_another_workspace_sees_an_example(world: World) -> None:
    """The same channel id in another workspace is another channel."""
    answered(world).stop()
    share(world)
    stranger = key("m01")._replace(tenant="T-other")
    assert CANARY not in everything(seen(world, stranger, world.round().id))


def test_hidden_comments_are_not_shown(world: World) -> None:
    """What the manager took out of what the team sees is not in it either."""
    answered(world).stop()
    round = world.round()
    world.store.write(lambda tx: tx.rounds.save(replace(round, hidden=frozenset(range(12)))))
    share(world)
    view = seen(world)
    assert CANARY not in everything(view)
    assert view.summary in world.shown()


def test_a_team_that_never_sees_it_gets_the_example(world: World) -> None:
    """Where only the manager sees the result, nothing but the example is ever shown."""
    world.with_team(replace(team(), team_sees=False))
    answered(world).stop()
    world.later(hours=48)
    assert CANARY not in everything(seen(world))


def test_example_has_the_rounds_size(world: World) -> None:
    """Thirteen can answer: ten of them in the example."""
    world.start()
    assert "10 av 13 svarade" in seen(world).summary.taking_part


def test_example_without_a_dialogue(world: World) -> None:
    """The first theme, and a group that is large enough for everything to be shown."""
    view = seen(world)
    assert "10 av 12 svarade" in view.summary.taking_part
    assert view.summary.comments


def test_example_needs_a_theme(world: World) -> None:
    """Without any theme there is no example, and the reader is told."""
    world.catalogue = FixedCatalogue(())
    with pytest.raises(NoThemes):
        seen(world)


def test_example_of_a_dialogue_uses_its_theme(world: World) -> None:
    """The questions are those that the team answers."""
    world.start(TEMA3)
    assert "Det vi är bra på 3" in seen(world).summary.title
