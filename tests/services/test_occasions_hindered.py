"""What keeps a planned occasion from beginning by itself: never in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.programme import Programme
from bot.services import sessions
from tests.services.people import CHANNEL, PROGRAMMES, team
from tests.services.planned import (
    GRACE_MINUTES,
    HELD,
    MISSED,
    PLANNED,
    TEMA1,
    TEMA2,
    TEMA3,
    THEMES,
    announced,
    auto,
    boards,
    march,
    planned,
    posted,
    reports,
    running,
    states,
    text_of,
    without,
)
from tests.services.surveying import surveys
from tests.services.world import FixedCatalogue, World


class TestHindered:
    """What can keep one from beginning by itself. It is never silent."""

    def test_another_dialogue_waits_its_turn(self, world: World) -> None:
        """It begins as soon as that one is over, within the grace."""
        plan, second = planned(world, auto()), planned(world, auto(themes=(TEMA3,)))
        march(world, 3, "09:00")
        assert running(world).theme == TEMA1
        assert {states(world, plan)[0], states(world, second)[0]} == {HELD, PLANNED}
        for _ in range(GRACE_MINUTES - 1):
            world.later(minutes=1)
        assert states(world, second)[0] is HELD
        assert running(world).theme == TEMA3
        assert len(boards(world)) == 2
        assert reports(world) == []

    def test_another_dialogue_that_takes_too_long(self, world: World) -> None:
        """After the grace it is missed, and told once."""
        plan, second = planned(world, auto()), planned(world, auto(themes=(TEMA3,)))
        march(world, 3, "09:00")
        sessions.extend(world.deps, world.request(), 30)
        for _ in range(GRACE_MINUTES + 3):
            world.later(minutes=1)
        assert states(world, plan)[0] is HELD
        assert states(world, second)[0] is MISSED
        assert len(posted(world, "missed")) == 1

    def test_a_theme_that_is_no_longer_in_the_files(self, world: World) -> None:
        """The next one takes its place, in the announcement, too; it waits for its file."""
        plan = planned(world, auto())
        world.catalogue = without(TEMA1.theme)
        march(world, 3, "09:00")
        assert running(world).theme == TEMA2
        assert len(announced(world)) == 1
        assert "Det vi är bra på 2" in text_of(announced(world)[0])
        world.stop()
        world.catalogue = FixedCatalogue()
        march(world, 10, "09:00")
        assert running(world).theme == TEMA1
        assert states(world, plan)[:2] == [HELD, HELD]

    def test_a_theme_that_became_a_survey(self, world: World) -> None:
        """No meeting holds it: the next one takes its place."""
        planned(world, auto())
        survey = surveys().themes[0].model_copy(update={"id": TEMA1.theme})
        kvarten = PROGRAMMES[0]
        themes = (survey, *kvarten.themes[1:])
        world.catalogue = FixedCatalogue((kvarten.model_copy(update={"themes": themes}),))
        march(world, 3, "09:00")
        assert running(world).theme == TEMA2

    @pytest.mark.parametrize("known", [PROGRAMMES[1:], ()], ids=["others", "none"])
    def test_no_theme_of_the_plan_in_the_files(
        self, world: World, known: tuple[Programme, ...]
    ) -> None:
        """Then it is missed, and the manager is told."""
        plan = planned(world, auto(themes=THEMES[:3]))
        world.catalogue = FixedCatalogue(known)
        march(world, 3, "09:00")
        assert states(world, plan)[0] is MISSED
        assert len(reports(world)) == 1
        assert "Det blev ingen dialog" in text_of(announced(world)[0])

    def test_the_bot_was_removed_from_the_channel(self, world: World) -> None:
        """The dialogue fails, so the occasion is given back, and the manager is told."""
        plan = planned(world, auto())
        world.platform.closed = frozenset([CHANNEL])
        march(world, 3, "09:00")
        assert states(world, plan)[0] is MISSED
        assert len(reports(world)) == 1
        world.platform.closed = frozenset()
        march(world, 10, "09:00")
        assert running(world).theme == TEMA1

    def test_nobody_at_work_in_the_channel(self, world: World) -> None:
        """Nobody can answer: the same, though the manager is not in the channel either."""
        plan = planned(world, auto())
        world.platform.channels = {CHANNEL: ()}
        march(world, 3, "09:00")
        assert states(world, plan)[0] is MISSED
        assert len(reports(world)) == 1

    def test_nobody_leads_the_team(self, world: World) -> None:
        """There is nobody to tell, but the channel hears of it."""
        plan = planned(world, auto())
        world.work()
        world.with_team(replace(team(), managers=frozenset(), facilitators=frozenset()))
        march(world, 3, "09:00")
        assert states(world, plan)[0] is MISSED
        assert "Det blev ingen dialog" in text_of(announced(world)[0])
