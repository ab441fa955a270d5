"""Dialogues in which nothing is answered: no box, no roster, no key, and all else as usual."""

from __future__ import annotations

import pytest

from bot.domain.due import DueKind
from bot.domain.round import RoundState
from bot.domain.session import Session, SessionState
from bot.errors import NoSession, NotAllowed, NoThemes
from bot.services import overview, privacy, sessions
from bot.services.sessions import start
from bot.views.actions import Action
from bot.views.model import Board
from tests.services.people import ANNA, KARIN, OMAR, PROGRAMMES, WORKSHOP, talk
from tests.services.world import World


def held(world: World) -> Session:
    """Return the only dialogue that has been started."""
    found = world.look(lambda tx: tx.sessions.active("team-solrosen"))
    ended = world.look(lambda tx: tx.sessions.ended("team-solrosen"))
    return found or ended[0]


def rounds(world: World) -> int:
    """Return how many boxes there have been."""
    return len(world.look(lambda tx: tx.rounds.in_state(*RoundState)))


def test_a_talk_begins_without_box_roster_or_key(world: World) -> None:
    """It runs, the channel is not read, and the board offers no way to answer."""
    session = world.start(WORKSHOP)
    assert (session.state, session.round_id) == (SessionState.RUNNING, "")
    assert rounds(world) == 0
    assert world.vault.round_ids() == frozenset()
    board = world.board()
    assert ("members", "C-solrosen") not in world.platform.calls
    assert (board.answer, board.privacy, board.answer_hint) == (None, None, "")


def test_a_dialogue_with_answers_has_them_all(world: World) -> None:
    """The control: the same looks at a theme with an answer step find box, key and roster."""
    session = world.start()
    assert session.round_id
    assert rounds(world) == 1
    assert world.vault.round_ids() == {session.round_id}
    world.work()
    assert ("members", "C-solrosen") in world.platform.calls


def test_a_talk_of_two_hours_walks_by_the_clock_to_its_end(world: World) -> None:
    """Each step comes when its time has come; at the end nobody is promised a summary."""
    world.start(WORKSHOP)
    assert world.board().now_title == "Nu: Film"
    world.later(minutes=60)
    assert world.board().now_title == "Nu: Samtal"
    world.later(minutes=60)
    assert world.board().state_line == (
        "Dialogen är slut. Tack för att ni delade med er av era tankar!"
    )
    assert held(world).state is SessionState.ENDED
    assert world.summaries() == []
    assert world.notes() == []


def test_a_talk_is_paused_extended_and_stopped(world: World) -> None:
    """What leaders can do to a dialogue they can do to a talk."""
    world.start(WORKSHOP)
    sessions.pause(world.deps, world.request())
    sessions.resume(world.deps, world.request())
    longer = sessions.extend(world.deps, world.request(), 30)
    assert longer.lengths[0].total_seconds() == 90 * 60
    stopped = sessions.stop(world.deps, world.request())
    said = overview.over(world.deps, world.request(), stopped).text
    assert said == "Dialogen är slut."
    assert world.board().controls == ()


def test_a_talk_is_asked_about_and_cancelled(world: World) -> None:
    """Nothing is said of answers, for there are none."""
    session = world.start(WORKSHOP)
    asked = overview.ask_cancel(world.deps, world.request())
    assert "svar" not in asked.text.casefold()
    sessions.cancel(world.deps, world.request(), session.id)
    assert world.board().state_line == "Dialogen avbröts."


def test_a_talk_cancelled_before_it_began_is_not_shown(world: World) -> None:
    """Nobody saw it begin, so nobody has to see it end, however late its start comes."""
    session = start(world.deps, world.request(), WORKSHOP)
    sessions.cancel(world.deps, world.request(), session.id)
    world.work()
    assert world.shown() == []


def test_a_talk_begun_twice_begins_once(world: World) -> None:
    """A crash between the deed and the note that it is done starts nothing anew."""
    session = world.start(WORKSHOP)
    world.later(minutes=60)
    world.begun(session)
    assert world.board().now_title == "Nu: Samtal"
    assert len(world.shown()) == 1


def test_menu_and_status_show_a_talk(world: World) -> None:
    """Where it is, without a way to answer."""
    start(world.deps, world.request(), WORKSHOP)
    assert overview.status(world.deps, world.request()).lines[0].startswith("Ingen dialog pågår")
    world.work()
    menu = overview.status(world.deps, world.request())
    assert "steg 1 av 2" in menu.lines[0]
    pressed = {button.action for button in menu.buttons}
    assert Action.STUCK in pressed
    assert Action.ANSWER not in pressed


def test_page_about_answers_tells_of_the_last_round_amid_a_talk(world: World) -> None:
    """A talk has nothing to protect: the page is about the round before it."""
    world.answered(6).stop()
    world.clock.pass_by(minutes=1)
    world.start(WORKSHOP)
    page = privacy.page(world.deps, world.request())
    assert "3. Det vi är bra på 3" in page.intro


def test_film_is_shown_with_link_and_what_is_read_instead(world: World) -> None:
    """The link stands by itself; the text is there for those who can't watch."""
    world.start(WORKSHOP)
    board = world.board()
    assert board.now_link == "https://film.example/om-oss"
    assert "Läs om oss." in board.now_text


@pytest.mark.parametrize("leader", [KARIN, OMAR])
def test_stuck_is_for_those_who_lead(world: World, leader: object) -> None:
    """The leader reads what to say and what may be changed; a member is refused."""
    session = world.start(WORKSHOP)
    request = world.request(KARIN if leader == KARIN else OMAR)
    sheet = overview.stuck(world.deps, request, session.id)
    assert [part.lines or part.text for part in sheet.parts] == [
        ("Vad menar du?",),
        "Ni får korta filmen.",
    ]
    with pytest.raises(NotAllowed):
        overview.stuck(world.deps, world.request(ANNA), session.id)
    with pytest.raises(NoSession):
        overview.stuck(world.deps, world.request(), "borta")


def test_stuck_is_on_the_board_where_there_is_advice(world: World) -> None:
    """A theme without advice has no such button."""
    world.start(WORKSHOP)
    assert Action.STUCK in [button.action for button in world.board().controls]
    sessions.stop(world.deps, world.request())
    world.start()
    latest = [view for view in world.shown() if isinstance(view, Board)][-1]
    pressed = [button.action for button in latest.controls]
    assert Action.PAUSE in pressed
    assert Action.STUCK not in pressed


def test_nothing_is_due_after_a_talk(world: World) -> None:
    """No box is closed and no page reclaimed for what never was."""
    world.start(WORKSHOP)
    world.stop()
    kinds = {DueKind.ROUND_CLOSE, DueKind.ROUND_VOID, DueKind.RECLAIM, DueKind.SESSION_TICK}
    later = world.clock.now().replace(year=2027)
    assert world.store.write(lambda tx: tx.dues.claim(kinds, later, later, 10)) == ()


def test_example_is_of_a_theme_that_asks_something(bare: World) -> None:
    """A programme of talks alone, or of cards alone, is passed over; without any it is said so."""
    talks = PROGRAMMES[1].model_copy(update={"themes": (talk(),)})
    cards = PROGRAMMES[1].model_copy(update={"themes": ()})
    bare.catalogue.known = (talks, cards, PROGRAMMES[0])
    assert "1. Det vi är bra på 1" in privacy.preview(bare.deps, bare.request()).model_dump_json()
    bare.catalogue.known = (talks, cards)
    with pytest.raises(NoThemes):
        privacy.preview(bare.deps, bare.request())
