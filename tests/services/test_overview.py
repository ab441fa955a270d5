"""What there is and what fits right now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.request import Request
from bot.errors import NotAChannel, NoTeam, NoThemes, UnknownName, UnknownTheme
from bot.locales import words
from bot.services import overview, planning, sessions
from bot.services.deps import Terms
from bot.views.actions import Action
from bot.views.model import Button, Menu, Sheet, ThemeList, ThemePreview
from tests.services.people import (
    ANNA,
    CHANNEL,
    KARIN,
    OMAR,
    OTHER_CHANNEL,
    PROGRAMMES,
    TEMA3,
    WORKSHOP,
    team,
)
from tests.services.planned import once, planned
from tests.services.world import World

SV = words("sv")
LEAD = (Action.NEXT, Action.PAUSE, Action.EXTEND, Action.STOP, Action.CANCEL)
WAYS = (Action.PLAN, Action.RESULTS, Action.COMMITMENTS)


def actions(view: Menu) -> tuple[str, ...]:
    """Return what can be pressed."""
    return tuple(button.action for button in view.buttons)


def start_button(view: Menu) -> Button | None:
    """Return the button that starts a theme, if there is one."""
    return next((button for button in view.buttons if button.action == Action.START), None)


def suggested(world: World) -> str:
    """Return which theme the manager's menu offers to start, or nothing."""
    button = start_button(overview.menu(world.deps, world.request()))
    return button.value if button else ""


def test_menu_of_a_new_channel_lets_anybody_start(bare: World) -> None:
    """Where no team is, the first theme is offered to whoever asks."""
    menu = overview.menu(bare.deps, bare.request(ANNA))
    assert menu.lines[0] == SV("menu-no-team")
    assert suggested(bare) == "kvarten/tema1"


def test_menu_in_private_starts_nothing(world: World) -> None:
    """In a direct message there is nothing to start."""
    menu = overview.menu(world.deps, world.request(channel="D1"))
    private = (Action.THEMES, Action.HELP, Action.CARD, Action.MIRROR, Action.PRIVACY)
    assert actions(menu) == private


def test_menu_for_members_says_who_starts(world: World) -> None:
    """A member sees the next theme but no button for it."""
    menu = overview.menu(world.deps, world.request(ANNA))
    assert start_button(menu) is None
    assert SV("menu-idle-member") in menu.lines
    assert SV("menu-next", title="1. Det vi är bra på 1") in menu.lines


@pytest.mark.parametrize("leader", [KARIN, OMAR], ids=["manager", "samtalsledare"])
def test_menu_for_leaders_offers_the_next_theme(world: World, leader: object) -> None:
    """Manager and samtalsledare can start the next theme right away."""
    assert leader in (KARIN, OMAR)
    menu = overview.menu(world.deps, world.request(KARIN if leader == KARIN else OMAR))
    oneself = (Action.CARD, Action.MIRROR)
    assert actions(menu) == (Action.START, Action.THEMES, Action.HELP, *WAYS, *oneself)
    assert SV("menu-idle-member") not in menu.lines


def test_next_theme_follows_the_last_one(world: World) -> None:
    """After a theme comes the next of its programme; after the last of them none."""
    offered = []
    for _ in range(3):
        offered.append(suggested(world))
        world.start(ThemeRef.parse(offered[-1]))
        sessions.stop(world.deps, world.request())
        world.clock.pass_by(minutes=1)
    offered.append(suggested(world))
    assert offered == ["kvarten/tema1", "kvarten/tema2", "kvarten/tema3", ""]


def test_cancelled_theme_is_offered_again(world: World) -> None:
    """A dialogue that was cancelled does not count as held."""
    world.start(ThemeRef.parse("kvarten/tema1"))
    sessions.cancel(world.deps, world.request())
    assert suggested(world) == "kvarten/tema1"


def test_last_theme_that_is_gone_is_not_named(world: World) -> None:
    """A theme whose file was removed is no trouble; the programmes begin anew."""
    world.start()
    sessions.stop(world.deps, world.request())
    world.catalogue.known = (PROGRAMMES[0].model_copy(update={"themes": PROGRAMMES[0].themes[:2]}),)
    assert suggested(world) == "kvarten/tema1"
    lines = overview.menu(world.deps, world.request()).lines
    assert not any("bra på 3" in line for line in lines)


def test_menu_names_the_last_theme(world: World) -> None:
    """The menu tells which theme was the latest."""
    world.start()
    sessions.stop(world.deps, world.request())
    lines = overview.menu(world.deps, world.request()).lines
    assert SV("menu-last", title="3. Det vi är bra på 3") in lines


def test_menu_without_dialogues_is_a_menu(world: World) -> None:
    """When no file can be read the menu still helps."""
    world.catalogue.known = ()
    menu = overview.menu(world.deps, world.request())
    assert actions(menu) == (Action.THEMES, Action.HELP, *WAYS)


def test_running_menu_fits_the_reader(world: World) -> None:
    """Leaders may move the dialogue; members may not, and answer from the answer step on."""
    world.start()
    assert actions(overview.status(world.deps, world.request(OMAR))) == (*LEAD, Action.HELP)
    assert actions(overview.status(world.deps, world.request(ANNA))) == (Action.HELP,)
    world.later(minutes=5)
    assert actions(overview.status(world.deps, world.request(ANNA))) == (
        Action.ANSWER,
        Action.PRIVACY,
        Action.HELP,
    )


def test_running_menu_tells_step_and_times(world: World) -> None:
    """The status says which step it is, when it ends and when all ends, in the team's zone."""
    world.start()
    lines = overview.status(world.deps, world.request()).lines
    assert lines == (
        SV("menu-running", title="3. Det vi är bra på 3", step=1, steps=4, name="Incheckning"),
        SV("menu-ends-at", time="13:02", end="13:15"),
    )


def test_running_menu_while_paused(world: World) -> None:
    """While paused the status says what is left instead of a time that will not hold."""
    world.start()
    sessions.pause(world.deps, world.request())
    menu = overview.menu(world.deps, world.request())
    assert menu.lines[1] == SV("board-paused", minutes=2)
    assert Action.RESUME in actions(menu)


@pytest.mark.parametrize("person", [KARIN, ANNA])
def test_status_without_a_dialogue_says_what_comes(world: World, person: PersonKey) -> None:
    """In a line, once; below it stands what can be done, as in the menu."""
    request = world.request(person)

    def told() -> str:
        shown = overview.status(world.deps, request)
        assert shown.title == "Läget just nu"
        assert sum("ingen dialog pågår" in line.lower() for line in shown.lines) == 1
        assert shown.buttons == overview.menu(world.deps, request).buttons
        return shown.lines[0]

    assert told() == "Ingen dialog pågår. Inget är planerat."
    plan = planned(world)
    assert told() == "Ingen dialog pågår. Nästa: tisdag 3 mars kl 09:00."
    planning.pause(world.deps, world.request(), plan.team_id)
    assert told() == "Ingen dialog pågår. Planen är pausad."
    planning.resume(world.deps, world.request(), plan.team_id)
    planning.drop(world.deps, world.request(), plan.id)
    planned(world, once(date(2027, 1, 7)))
    assert told() == "Ingen dialog pågår. Nästa: torsdag 7 januari 2027 kl 09:00."


def test_status_where_there_is_none(world: World) -> None:
    """Without a team or a channel the answer says which."""
    with pytest.raises(NoTeam):
        overview.status(world.deps, world.request(channel=OTHER_CHANNEL))
    with pytest.raises(NotAChannel):
        overview.status(world.deps, world.request(channel="D1"))


def test_programmes_are_listed_in_order_with_ways_into_them(world: World) -> None:
    """Each programme has a button to its themes, and to its cards and mirror if it has any."""
    listed = overview.themes(world.deps, world.request(ANNA))
    assert isinstance(listed, Sheet)
    assert [part.heading for part in listed.parts] == ["Programmet kvarten", "Programmet extra"]
    assert [[button.action for button in part.buttons] for part in listed.parts] == [
        [Action.PROGRAMME],
        [Action.PROGRAMME, Action.CARD, Action.MIRROR],
    ]


def test_themes_of_a_programme_are_listed_in_order(world: World) -> None:
    """Only its own, with the minutes of the unusual ones; leaders can start each."""
    for person, each in ((KARIN, [Action.PREVIEW, Action.START]), (ANNA, [Action.PREVIEW])):
        listed = overview.themes(world.deps, world.request(person), "extra")
        assert isinstance(listed, ThemeList)
        titles = [line.title for line in listed.themes]
        assert titles == ["7. Det vi är bra på 7", "8. En eftermiddag · 120\u00a0min"]
        assert all([button.action for button in line.buttons] == each for line in listed.themes)
        assert listed.buttons[-1].action == Action.THEMES


@pytest.mark.parametrize("typed", ["extra", "Programmet extra", "EXTRA", "programmet ext"])
def test_programme_is_found_by_what_it_is_called(world: World, typed: str) -> None:
    """Its id, its title or a part of it will do."""
    listed = overview.themes(world.deps, world.request(), typed)
    assert listed.title == "Programmet extra"


def test_programme_that_is_alone_shows_its_themes_at_once(world: World) -> None:
    """There is nothing to choose among, and nothing to go back to."""
    world.catalogue.known = PROGRAMMES[:1]
    listed = overview.themes(world.deps, world.request())
    assert isinstance(listed, ThemeList)
    assert len(listed.themes) == 3
    assert listed.buttons == ()
    world.catalogue.known = (PROGRAMMES[1],)
    alone = overview.themes(world.deps, world.request())
    assert [button.action for button in alone.buttons] == [Action.CARD, Action.MIRROR]


def test_theme_that_is_named_as_a_programme_is_shown(world: World) -> None:
    """`/apt tema 3` is meant for a theme, and what is neither is doubted."""
    assert isinstance(overview.themes(world.deps, world.request(), "3"), ThemePreview)
    with pytest.raises(UnknownName) as doubt:
        overview.themes(world.deps, world.request(), "extro")
    assert doubt.value.params == {"kind": "programme", "word": "extro", "nearest": "extra"}


def test_workshop_in_between_does_not_end_a_programme(world: World) -> None:
    """After a workshop of another programme the next theme is that of the team's own."""
    world.start(ThemeRef(programme="kvarten", theme="tema1"))
    world.stop()
    world.clock.pass_by(minutes=1)
    world.start(WORKSHOP)
    world.stop()
    menu = overview.menu(world.deps, world.request())
    assert menu.buttons[0].value == "kvarten/tema2"


def test_preview_is_the_theme_as_it_will_run(world: World) -> None:
    """A preview has every step, minute and question, and a start for leaders alone."""
    view = overview.preview(world.deps, world.request(), "extra/7")
    assert [step.minutes for step in view.steps] == [
        SV("preview-minutes", count=count) for count in (2, 3, 4, 6)
    ]
    assert len(view.questions) == 3
    assert [button.value for button in view.buttons] == ["extra/tema7", ""]
    seen_by_anna = overview.preview(world.deps, world.request(ANNA), "extra/7")
    assert [button.action for button in seen_by_anna.buttons] == [Action.THEMES]


def test_preview_of_the_unknown(world: World) -> None:
    """A theme that is not there is doubted with the nearest one; none at all is said so."""
    with pytest.raises(UnknownTheme) as doubt:
        overview.preview(world.deps, world.request(), "tema33")
    assert doubt.value.params == {"word": "tema33", "nearest": "tema3"}
    world.catalogue.known = ()
    with pytest.raises(NoThemes):
        overview.preview(world.deps, world.request(), "tema3")
    with pytest.raises(NoThemes):
        overview.themes(world.deps, world.request())


def test_words_about_a_start_and_a_move(world: World) -> None:
    """Starting and moving are answered with the theme's and the step's name."""
    note = overview.starting(world.deps, world.request(), TEMA3)
    assert note.text == SV("reply-starting", title="3. Det vi är bra på 3")
    session = world.start()
    moved = sessions.next_step(world.deps, world.request(), session.id, 0)
    said = overview.moved(world.deps, world.request(), moved)
    assert said.text == SV("reply-next", step="Minns en bra dag")
    over = sessions.stop(world.deps, world.request())
    assert overview.moved(world.deps, world.request(), over).text == SV("reply-over")


def test_home_lists_the_teams_one_leads(world: World) -> None:
    """The app's home names the teams that the reader leads, and speaks their language."""
    other = replace(team(), id="b", channel=OTHER_CHANNEL, name="alfa", language="en")
    world.with_team(other)
    home = overview.home(world.deps, OMAR)
    assert home.lines[-1] == words("en")("home-teams", teams="#alfa, #arbetslag-solrosen")
    assert overview.home(world.deps, ANNA).lines == (SV("home-intro"), SV("home-how"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_replies_are_in_the_installations_language_before_a_team(
    bare: World, language: str
) -> None:
    """Where no team is yet, the installation's language is spoken; a team's own wins."""
    bare.terms = Terms(language=language)
    title = words(language)("help-title")
    assert overview.help_text(bare.deps, bare.request()).title == title
    bare.with_team()
    assert overview.help_text(bare.deps, bare.request()).title == SV("help-title")


def test_home_of_nobodys_channel(world: World) -> None:
    """In the app's home there is no channel: nothing of any team is shown or offered."""
    request = Request(KARIN, "", "home", is_private=True)
    world.start()
    offered = (Action.THEMES, Action.HELP, Action.CARD, Action.MIRROR, Action.PRIVACY)
    assert actions(overview.menu(world.deps, request)) == offered
    assert CHANNEL not in overview.menu(world.deps, request).model_dump_json()


def test_only_those_who_can_answer_are_offered_to(world: World) -> None:
    """The manager reads where the dialogue is, without the button that would be refused."""
    world.start()
    world.later(minutes=6)
    offered = {
        person: Action.ANSWER in [button.action for button in menu.buttons]
        for person in (KARIN, ANNA)
        for menu in (
            overview.menu(world.deps, world.request(person)),
            overview.status(world.deps, world.request(person)),
        )
    }
    assert offered == {KARIN: False, ANNA: True}
