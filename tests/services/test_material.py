"""Cards, mirrors, checklists and the language of a team's texts."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from bot.domain.programme import Language, Line, ThemeRef
from bot.errors import ManagerOnly, NoMaterial, NotAChannel, NotAllowed, NoTeam, UnknownTheme
from bot.services import cards, checklists, mirrors, overview, teams
from bot.services.deps import Deps
from bot.views.actions import Action
from bot.views.model import Checklist, MirrorForm, Sheet
from tests.services.people import (
    ANNA,
    KARIN,
    OMAR,
    OTHER_CHANNEL,
    PROGRAMMES,
    TEMA3,
    WORKSHOP,
    team,
    theme,
)
from tests.services.world import World


def seeded(world: World, seed: int = 1) -> Deps:
    """Return the world's dependencies with draws that a seed decides."""
    return replace(world.deps, rng=Random(seed))


def pressed(sheet: Sheet) -> list[str]:
    """Return everything that can be pressed on a sheet."""
    return [button.action for part in sheet.parts for button in part.buttons]


# --- cards --------------------------------------------------------------------------------


def test_card_is_private_and_only_leaders_can_show_it(world: World) -> None:
    """Whoever asks gets a card; the button for the group is there for those who lead."""
    for person, leads in ((KARIN, True), (OMAR, True), (ANNA, False)):
        sheet = cards.card(world.deps, world.request(person))
        assert sheet.parts[0].heading.startswith("Vad hjälper")
        assert (Action.CARD_SHOW in pressed(sheet)) is leads
    assert Action.CARD_SHOW not in pressed(cards.card(world.deps, world.request(channel="D1")))
    assert world.shown() == []


def test_next_card_is_another_one(world: World) -> None:
    """What the button carries keeps the same card from coming twice in a row."""
    deps, request = seeded(world), world.request()
    sheet = cards.card(deps, request)
    for _ in range(30):
        wanted, _, last = sheet.parts[1].buttons[0].value.rpartition(" ")
        following = cards.card(deps, request, wanted, last)
        assert following.parts[0] != sheet.parts[0]
        sheet = following


def test_card_is_shown_to_the_group_once_for_a_request(world: World) -> None:
    """The channel gets the card without buttons, once however often the press is delivered."""
    request = world.request(OMAR)
    for _ in range(2):
        cards.show(world.deps, request, "extra/lek/1")
    (shown,) = world.shown()
    assert isinstance(shown, Sheet)
    assert shown.parts[0].heading == "Vad hjälper 2?"
    assert pressed(shown) == []
    assert "fyra till sju" in shown.footer


def test_member_cannot_show_a_card(world: World) -> None:
    """The group's attention is the leaders' to ask for; where there is no team nobody can."""
    with pytest.raises(NotAllowed):
        cards.show(world.deps, world.request(ANNA), "extra/lek/1")
    with pytest.raises(NoTeam):
        cards.show(world.deps, world.request(channel=OTHER_CHANNEL), "extra/lek/1")
    with pytest.raises(NotAChannel):
        cards.show(world.deps, world.request(channel="D1"), "extra/lek/1")
    assert world.shown() == []


# --- mirrors ------------------------------------------------------------------------------


def test_only_mirror_opens_at_once_and_several_are_offered(world: World) -> None:
    """Nobody has to choose among one."""
    form = mirrors.ask(world.deps, world.request())
    assert isinstance(form, MirrorForm)
    assert [scale.name for scale in form.scales] == ["mirror-0", "mirror-1", "mirror-2"]
    world.catalogue.known = (*PROGRAMMES, PROGRAMMES[1].model_copy(update={"id": "annat"}))
    offered = mirrors.ask(world.deps, world.request())
    assert isinstance(offered, Sheet)
    assert pressed(offered) == [Action.MIRROR, Action.MIRROR]


def test_picture_is_made_of_the_answers_and_written_nowhere(world: World) -> None:
    """Every answer, the ends, the closing and the date; nothing waits to be sent."""
    form = mirrors.ask(world.deps, world.request())
    assert isinstance(form, MirrorForm)
    before = world.woken
    picture = mirrors.picture(world.deps, form.meta, (7, 2, 5))
    answers, strongest, think, closing = picture.picture.parts
    assert [" 7 av 7" in answers.lines[0], " 2 av 7" in answers.lines[1]] == [True, True]
    assert (strongest.lines, think.lines) == (("Lyssnar du 1?",), ("Lyssnar du 2?",))
    assert closing.text == "Välj en sak att prova."
    assert "2 mars 2026" in picture.picture.intro
    assert world.woken == before
    assert world.shown(KARIN.user) == []


# --- checklists ---------------------------------------------------------------------------


def test_checklist_is_ticked_in_the_message_alone(world: World) -> None:
    """What is ticked comes with the press and goes back into the message."""
    shown = checklists.show(world.deps, world.request(ANNA), "workshop")
    assert isinstance(shown, Checklist)
    assert [tick.done for tick in shown.ticks] == [False, False]
    again = checklists.ticked(world.deps, world.request(ANNA), WORKSHOP, frozenset([1, 9]))
    assert [tick.done for tick in again.ticks] == [False, True]
    assert again.footer == "1 av 2 klara."
    fresh = checklists.show(world.deps, world.request(ANNA), "workshop")
    assert fresh == shown


def test_checklists_are_offered_where_there_are_several(world: World) -> None:
    """Without a name the themes that have one are listed; one alone is shown at once."""
    assert isinstance(checklists.show(world.deps, world.request()), Checklist)
    listed = theme(9).model_copy(update={"checklist": (Line(sv="Sak", en="Thing"),)})
    more = PROGRAMMES[0].model_copy(update={"themes": (*PROGRAMMES[0].themes, listed)})
    world.catalogue.known = (more, PROGRAMMES[1])
    offered = checklists.show(world.deps, world.request())
    assert isinstance(offered, Sheet)
    assert pressed(offered) == [Action.CHECKLIST, Action.CHECKLIST]


def test_theme_without_a_checklist_is_said_so(world: World) -> None:
    """Neither a theme without one nor a theme that is gone gives an empty list."""
    with pytest.raises(NoMaterial):
        checklists.show(world.deps, world.request(), "tema3")
    with pytest.raises(NoMaterial):
        checklists.ticked(world.deps, world.request(), TEMA3, frozenset())
    gone = ThemeRef(programme="extra", theme="borta")
    with pytest.raises(UnknownTheme):
        checklists.ticked(world.deps, world.request(), gone, frozenset())
    world.catalogue.known = PROGRAMMES[:1]
    with pytest.raises(NoMaterial):
        checklists.show(world.deps, world.request())


# --- the language of the texts ------------------------------------------------------------


def test_easy_texts_are_shown_from_the_next_message_on(world: World) -> None:
    """The theme speaks easy Swedish, the bot's own words Swedish; who manages chooses."""
    easy = theme(3).model_copy(
        update={"title": Line(sv="Det vi är bra på 3", en="x", lattlast="Vi är bra")}
    )
    world.catalogue.known = (PROGRAMMES[0].model_copy(update={"themes": (easy,)}),)
    page = teams.speak(world.deps, world.request(), team().id, Language.LATTLAST)
    assert "lättläst" in " ".join(page.lines)
    world.start()
    board = world.board()
    assert board.title == "3. Vi är bra"
    assert board.now_title == "Nu: Incheckning"
    assert overview.help_text(world.deps, world.request()).title == "Så använder du /apt"


def test_english_texts_bring_english_words(world: World) -> None:
    """Words and texts are then in one language."""
    teams.speak(world.deps, world.request(), team().id, Language.EN)
    world.start()
    assert world.board().title == "3. What we are good at 3"


def test_only_the_manager_chooses_the_language(world: World) -> None:
    """A samtalsledare and a member are refused, and nothing changes."""
    for person in (OMAR, ANNA):
        with pytest.raises(ManagerOnly):
            teams.speak(world.deps, world.request(person), team().id, Language.EN)
    kept = world.look(lambda tx: tx.teams.get(team().id))
    assert kept is not None
    assert kept.language == "sv"
