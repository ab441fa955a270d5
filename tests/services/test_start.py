"""Starting a dialogue: once, with a frozen roster and a key, or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Barrier

import pytest

from bot.domain.people import Person, Team
from bot.domain.programme import ThemeRef
from bot.domain.request import Request
from bot.domain.round import RoundState
from bot.domain.session import Session
from bot.errors import (
    KeyVaultError,
    NotAChannel,
    NotAllowed,
    NoTeam,
    NoThemes,
    NotOnRoster,
    PlatformDown,
    PlatformError,
    RateLimited,
    SessionRunning,
    UnknownTheme,
    UserError,
)
from bot.locales import words
from bot.services import answers, opening, sessions
from bot.services.deps import Terms
from tests.fakes import FakePlatform
from tests.services.people import (
    ANNA,
    CHANNEL,
    COLLEAGUES,
    GUEST,
    KARIN,
    OMAR,
    OTHER_CHANNEL,
    PROGRAMMES,
    ROBOT,
    TEMA3,
    in_channel,
    key,
    team,
)
from tests.services.world import GIVEN, World


def test_start_opens_everything_at_once(world: World) -> None:
    """A dialogue, its round with a key, its message and its next time stand after one start."""
    session = world.start()
    round = world.round()
    assert (session.step, session.started_by, session.theme) == (0, KARIN, TEMA3)
    assert (session.round_id, round.state, round.threshold) == (round.id, RoundState.OPEN, 6)
    assert world.vault.round_ids() == {round.id}
    assert world.board().title == "3. Det vi är bra på 3"
    assert world.woken == 2


def test_roster_holds_everybody_but_manager_guest_and_bot(world: World) -> None:
    """The roster is frozen from those who are in the channel at the start."""
    world.start()
    assert set(world.round().roster) == {OMAR, *COLLEAGUES}
    assert not {KARIN, GUEST, ROBOT} & set(world.round().roster)


def test_who_comes_later_is_not_on_the_roster(world: World) -> None:
    """Somebody who joins the channel after the start can't answer; who leaves still can."""
    world.start()
    late = key("sen")
    world.platform.channels = {CHANNEL: (Person(late, "Sen Senare"), Person(KARIN, "Karin"))}
    with pytest.raises(NotOnRoster):
        world.answer(late, GIVEN)
    world.answer(ANNA, GIVEN)
    assert world.ballots() == 1


def test_terms_are_frozen_with_the_round(world: World) -> None:
    """A quote threshold that is changed later does not touch a round that is open."""
    world.terms = Terms(quote_threshold=20)
    world.start()
    world.terms = Terms(quote_threshold=6)
    assert world.round().quote_threshold == 20


def test_text_of_the_dialogue_is_frozen(world: World) -> None:
    """Files that change or vanish during a dialogue do not change it."""
    world.start()
    before = world.board()
    world.catalogue.known = ()
    sessions.next_step(world.deps, world.request())
    assert world.board().steps[1].name == before.steps[1].name == "Minns en bra dag"


def test_start_race_has_one_winner(world: World) -> None:
    """Of two leaders who start at the same moment one wins."""
    outcomes = _at_once(world, [world.request(KARIN), world.request(OMAR)])
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Session", "SessionRunning"]


def test_same_start_twice_at_once_is_one(world: World) -> None:
    """The same request in two threads at once starts one dialogue, and both hear of it."""
    request = world.request()
    first, second = _at_once(world, [request, request])
    assert isinstance(first, Session)
    assert first == second
    assert len(world.shown()) == 1


def test_begin_race_has_one_winner(world: World) -> None:
    """Two threads that begin the same dialogue open one round, and no key is left over."""
    session = sessions.start(world.deps, world.request(), TEMA3)
    world.platform = MeetingPlatform({CHANNEL: in_channel()}, barrier=Barrier(2))
    deps = world.deps
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: opening.begin(deps, session.id), range(2)))
    assert world.vault.round_ids() == {world.round().id}
    assert len(world.shown()) == 1


def test_a_start_survives_a_restart(world: World) -> None:
    """What was taken on begins, also when the process died before it could."""
    sessions.start(world.deps, world.request(), TEMA3)
    world.restart()
    assert world.session().active
    assert world.board().steps[0].status == "now"


def test_a_planned_dialogue_can_be_cancelled(world: World) -> None:
    """Before it begins it can be taken back, and then never begins."""
    sessions.start(world.deps, world.request(), TEMA3)
    sessions.cancel(world.deps, world.request())
    assert world.shown() == []
    assert world.start().active


def test_start_repeated_after_the_end_starts_nothing(world: World) -> None:
    """A request that comes again when its dialogue is over does not start another."""
    request = world.request()
    first = world.begun(sessions.start(world.deps, request, TEMA3))
    world.stop()
    again = sessions.start(world.deps, request, TEMA3)
    assert again.id == first.id
    assert not again.active
    assert world.vault.round_ids() == frozenset()


def test_dialogues_in_two_teams_go_on_side_by_side(world: World) -> None:
    """One team's dialogue is no obstacle to another's."""
    other = replace(team(), id="team-blaklinten", channel=OTHER_CHANNEL, name="blaklinten")
    world.with_team(other)
    world.platform.channels = {CHANNEL: in_channel(), OTHER_CHANNEL: in_channel()}
    world.start()
    world.start(channel=OTHER_CHANNEL)
    assert len(world.vault.round_ids()) == 2


def test_second_dialogue_waits_for_the_first(world: World) -> None:
    """While a dialogue goes on, also paused, no other starts; afterwards one does."""
    world.start()
    sessions.pause(world.deps, world.request())
    with pytest.raises(SessionRunning):
        world.start()
    sessions.stop(world.deps, world.request())
    assert world.start().active


REFUSED: dict[str, tuple[Request, ThemeRef, type[UserError]]] = {
    "direct": (Request(KARIN, "D1", "r", is_private=True), TEMA3, NotAChannel),
    "elsewhere": (Request(KARIN, OTHER_CHANNEL, "r"), TEMA3, NoTeam),
    "member": (Request(ANNA, CHANNEL, "r"), TEMA3, NotAllowed),
    "theme": (Request(KARIN, CHANNEL, "r"), ThemeRef(programme="x", theme="y"), UnknownTheme),
}


@pytest.mark.parametrize("why", REFUSED)
def test_refused_start_leaves_nothing(world: World, why: str) -> None:
    """A start that is refused makes no key and asks the platform nothing."""
    request, ref, error = REFUSED[why]
    with pytest.raises(error):
        sessions.start(world.deps, request, ref)
    with pytest.raises(error):
        sessions.check_start(world.deps, request, str(ref))
    assert world.vault.round_ids() == frozenset()
    assert world.platform.calls == []


def test_without_any_theme_the_remedy_is_another(world: World) -> None:
    """When no file could be read the answer says so instead of doubting what was typed."""
    world.catalogue.known = ()
    with pytest.raises(NoThemes):
        sessions.check_start(world.deps, world.request(), "tema3")


def test_theme_is_found_by_what_people_type(world: World) -> None:
    """The check returns the theme that a number or a part of a title means."""
    for typed in ("3", "Tema 3", "kvarten/tema3", "bra på 3"):
        assert sessions.check_start(world.deps, world.request(), typed) == TEMA3


def test_nobody_to_answer(world: World) -> None:
    """A channel with the manager, guests and bots alone: whoever started is told in private."""
    world.platform.channels = {CHANNEL: (Person(KARIN, "Karin"), Person(GUEST, "G", is_guest=True))}
    assert not world.start().active
    assert world.vault.round_ids() == frozenset()
    assert world.notes() == [words("sv")("error-nobody-to-answer")]


def test_bot_outside_of_the_channel(world: World) -> None:
    """A bot that has not been invited says so in private, and can be invited and asked again."""
    world.platform.closed = frozenset([CHANNEL])
    assert not world.start().active
    assert world.vault.round_ids() == frozenset()
    assert world.notes() == [words("sv")("error-not-in-channel")]
    world.platform.closed = frozenset()
    assert world.start().active


def test_a_start_waits_for_the_platform(world: World) -> None:
    """While the platform is away the start is tried again, and begins when it is back."""
    session = sessions.start(world.deps, world.request(), TEMA3)
    world.platform.fail("members", PlatformDown("down"), times=3)
    world.later(seconds=1)
    assert world.look(lambda tx: tx.sessions.get(session.id)) == session
    for _ in range(4):
        world.later(seconds=10)
    assert world.session().active


@pytest.mark.parametrize(
    "problem", [PlatformDown("down"), RateLimited(1), PlatformError("missing_scope")]
)
def test_a_start_is_given_up_in_the_end(world: World, problem: PlatformError) -> None:
    """After some minutes nobody sits there any more: it is dropped, and that is said.

    A refusal that waiting does not mend must not leave the team with a dialogue that never begins.
    """
    sessions.start(world.deps, world.request(), TEMA3)
    world.platform.fail("members", problem, times=99)
    for _ in range(20):
        world.later(seconds=30)
    assert world.notes() == [words("sv")("error-start-failed")]
    world.platform.failures.clear()
    assert world.start().active


@dataclass
class FullVault:
    """A vault that can't keep one more key; mirrors `bot.ports.KeyVault`."""

    destroyed: list[str] = field(default_factory=list)

    def adopt(self, rounds: frozenset[str]) -> None:
        """Be there."""

    def create(self, round_id: str) -> bytes:
        """Refuse."""
        raise KeyVaultError("no space left")

    def get(self, round_id: str) -> bytes | None:
        """Know no key."""
        return None

    def destroy(self, round_id: str) -> None:
        """Remember what was to be destroyed."""
        self.destroyed.append(round_id)

    def round_ids(self) -> frozenset[str]:
        """Know no key."""
        return frozenset()


def test_without_a_key_no_round_opens(world: World) -> None:
    """When the key can't be kept the dialogue does not begin."""
    session = sessions.start(world.deps, world.request(), TEMA3)
    with pytest.raises(KeyVaultError):
        opening.begin(replace(world.deps, vault=FullVault()), session.id)
    assert world.look(lambda tx: tx.rounds.in_state(*RoundState)) == ()


def test_theme_that_vanishes_meanwhile(world: World) -> None:
    """A file that is removed after the start does not matter: the text is kept with it."""
    session = sessions.start(world.deps, world.request(), TEMA3)
    world.catalogue.known = PROGRAMMES[1:]
    assert world.begun(session).active


@pytest.mark.parametrize("language", ["sv", "en"])
def test_dialogue_speaks_the_teams_language(bare: World, language: str) -> None:
    """The message, the form and the summary are in the language of the team."""
    there: Team = replace(team(), language=language)
    bare.with_team(there).answered(6)
    promised = answers.open_form(bare.deps, bare.request(ANNA), bare.round().id)
    texts = [bare.board().purpose, promised.submit]
    bare.stop()
    texts.append(bare.summaries()[0].taking_part)
    expected = {
        "sv": ["För att orka längre.", "Spara ändringen", "6 av 13 svarade."],
        "en": ["To last longer.", "Save the change", "6 of 13 answered."],
    }
    assert texts == expected[language]


@dataclass
class MeetingPlatform(FakePlatform):
    """A chat in which those who ask for the members wait until all of them do."""

    barrier: Barrier = field(default_factory=lambda: Barrier(2))

    def members(self, channel: str) -> tuple[Person, ...]:
        """Return the members to all at once."""
        found = super().members(channel)
        self.barrier.wait(timeout=20)
        return found


def _at_once(world: World, requests: list[Request]) -> list[Session | UserError]:
    """Start with each request in a thread of its own, all at the same moment."""
    deps, together = world.deps, Barrier(len(requests))

    def attempt(request: Request) -> Session | UserError:
        together.wait(timeout=20)
        try:
            return sessions.start(deps, request, TEMA3)
        except UserError as error:
            return error

    with ThreadPoolExecutor(len(requests)) as pool:
        return list(pool.map(attempt, requests))
