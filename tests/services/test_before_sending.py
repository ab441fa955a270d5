"""A text is read through before it is kept: what is refused, what is asked about, what is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest

from bot.domain.answers import Answers
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.errors import EmptyAnswer, NotOnRoster, PersonalData, RoundClosed, UserError
from bot.locales import words
from bot.services import answers, sessions
from bot.views.model import Hesitation, Receipt, TagOffer
from bot.views.replies import error
from tests.fakes import FakePlatform
from tests.services.people import (
    ANNA,
    BO,
    CHANNEL,
    KARIN,
    OMAR,
    OUTSIDER,
    in_channel,
    team,
)
from tests.services.world import World

NAMES = {
    KARIN: "Karin Exempelsson",
    OMAR: "Omar Påhittsson",
    ANNA: "Hedvig Låtsas",
    BO: "Bo Sagoström",
}
"""What some of them are called in this file; the check itself knows none of the surnames."""

FULL_WIDTH = {str(digit): chr(0xFF10 + digit) for digit in range(10)}
PHONE = "Ring mig på 070-174 06 05."
SHOWN = Answers({Component.MANAGEABILITY: 3}, "Lugna morgnar.", verbatim=True)


@pytest.fixture
def world(bare: World) -> World:
    """Give a world with a dialogue going on, in a team whose people have names."""
    named = tuple(replace(one, name=NAMES.get(one.key, one.name)) for one in in_channel())
    bare.platform = FakePlatform({CHANNEL: named})
    bare.with_team().start()
    bare.work()
    return bare


@dataclass
class Curious(FakePlatform):
    """A chat that counts how often it is asked for names."""

    looked: int = 0

    def names(self, people: Iterable[PersonKey]) -> tuple[str, ...]:
        """Count, and return the names."""
        self.looked += 1
        return super().names(people)


def submit(world: World, comment: str, *, sure: bool = False) -> Receipt | Hesitation | TagOffer:
    """Hand in an answer whose writer has said yes to its words being shown."""
    given = replace(SHOWN, comment=comment)
    return answers.submit(world.deps, world.request(ANNA), world.round().id, given, sure=sure)


def asked(world: World, comment: str) -> list[str]:
    """Return what the question names; nothing may have been kept when it is asked."""
    before = world.ballots()
    view = submit(world, comment)
    assert isinstance(view, Hesitation)
    assert world.ballots() == before
    return [line.found for line in view.found]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (PHONE, "phone", "070-174 06 05"),
        ("Den med 19811218-9876 vet.", "identity-number", "19811218-9876"),
        ("Skriv till mig@exempel.se då.", "email", "mig@exempel.se"),
        ("Fråga <@U0KARIN> om det.", "mention", "<@U0KARIN>"),
        ("Fråga @karin om det.", "mention", "@karin"),
        ("Ring 070-174 06 05 eller mig@exempel.se", "several", "070-174 06 05, mig@exempel.se"),
    ],
    ids=["phone", "identity", "email", "mention", "at", "several"],
)
@pytest.mark.parametrize("sure", [False, True])
@pytest.mark.parametrize("verbatim", [False, True])
def test_what_points_a_person_out_is_refused(
    world: World, text: str, kind: str, found: str, sure: bool, verbatim: bool
) -> None:
    """Whoever says what, it is not kept; the message names what was found."""
    given = replace(SHOWN, comment=text, verbatim=verbatim)
    with pytest.raises(PersonalData) as refused:
        answers.submit(world.deps, world.request(ANNA), world.round().id, given, sure=sure)
    assert refused.value.params == {"kind": kind, "found": found}
    assert world.ballots() == 0
    for language in ("sv", "en"):
        assert f": {found}. " in error(refused.value, words(language)).text
    assert found not in str(refused.value)


def test_hidden_number_is_refused(world: World) -> None:
    """Full-width digits and a space of no width between them hide nothing."""
    with pytest.raises(PersonalData):
        submit(world, "".join(FULL_WIDTH.get(sign, sign) for sign in "070\u200b-174\u00a006 05"))


def test_names_of_the_team_are_asked_about(world: World) -> None:
    """Those on the roster, the manager and the samtalsledare are known, in any inflection."""
    assert asked(world, "Hedvigs idé, inte Karins. Omar vet.") == ["Namn: Hedvigs, Karins, Omar"]
    assert asked(world, "Låtsas och Sagoströms bord.") == ["Namn: Låtsas, Sagoströms"]


def test_names_are_known_from_the_team_alone(world: World) -> None:
    """The control of the test above: a name that the platform does not know is like any word."""
    assert asked(world, "Sagoströms idé.") == ["Namn: Sagoströms"]
    world.platform._met.clear()
    assert isinstance(submit(world, "Sagoströms idé."), Receipt)


def test_every_kind_has_a_line_and_a_reason(world: World) -> None:
    """Names, rooms and health each tell what was found and why it matters."""
    view = submit(world, "Hedvig blev sjukskriven efter rum 12.")
    assert isinstance(view, Hesitation)
    assert [line.found for line in view.found] == [
        "Namn: Hedvig",
        "Rum: rum 12",
        "Hälsa: sjukskriven",
    ]
    assert all(line.why for line in view.found)
    assert (view.title, view.submit, view.close) == ("Läs en gång till", "Skicka ändå", "Ändra")


def test_question_carries_the_answer_and_shows_it_to_no_log(world: World) -> None:
    """The view holds the whole draft, tidied, and does not spell it out when it is printed."""
    view = submit(world, "  Hedvig vet.  ")
    assert isinstance(view, Hesitation)
    assert view.draft == replace(SHOWN, comment="Hedvig vet.")
    assert view.round_id == world.round().id
    assert "Hedvig vet." not in repr(view)


def test_question_is_in_the_teams_language(bare: World) -> None:
    """A team that works in English is asked in English."""
    bare.with_team(replace(team(), language="en")).start()
    view = submit(bare, "Cold in rum 12.")
    assert isinstance(view, Hesitation)
    assert (view.title, view.submit, view.close) == ("Read it once more", "Send anyway", "Edit")
    assert view.found[0].found == "Rooms: rum 12"


def test_who_is_sure_is_not_asked(world: World) -> None:
    """The yes is the receipt, and the words are kept as they were written."""
    assert isinstance(submit(world, "Hedvig vet.", sure=True), Receipt)
    assert world.ballots() == 1
    form = answers.open_form(world.deps, world.request(ANNA), world.round().id)
    assert form.comment.value == "Hedvig vet."


def test_question_leaves_the_earlier_answer(world: World) -> None:
    """Until the writer is sure, what was sent before still stands."""
    submit(world, "Lugna morgnar.")
    asked(world, "Hedvig vet.")
    form = answers.open_form(world.deps, world.request(ANNA), world.round().id)
    assert form.comment.value == "Lugna morgnar."


def test_words_that_nobody_will_see_are_not_asked_about(world: World) -> None:
    """Without the writer's yes the words are shown to nobody, so there is nothing to warn of."""
    given = replace(SHOWN, comment="Hedvig vet.", verbatim=False)
    view = answers.submit(world.deps, world.request(ANNA), world.round().id, given)
    assert isinstance(view, Receipt)


@pytest.mark.parametrize(("quotes", "question"), [(13, True), (14, False)])
def test_teams_too_small_for_words_are_not_asked(bare: World, quotes: int, question: bool) -> None:
    """Thirteen can answer: with a threshold of fourteen no words are ever shown."""
    bare.terms = replace(bare.terms, quote_threshold=quotes)
    bare.with_team().start()
    assert bare.round().invited == 13
    assert isinstance(submit(bare, "Kallt i rum 12."), Hesitation) is question


def test_nothing_is_asked_of_the_platform(world: World) -> None:
    """The check waits for nobody: no call, whatever is found."""
    calls = list(world.platform.calls)
    asked(world, "Hedvig vet.")
    submit(world, "Hedvig vet.", sure=True)
    with pytest.raises(PersonalData):
        submit(world, PHONE)
    assert world.platform.calls == calls


def test_empty_comment_is_not_looked_at(world: World) -> None:
    """Numbers alone go straight into the box, without a look at who is on the roster."""
    platform = Curious(world.platform.channels)
    world.platform = platform
    assert isinstance(submit(world, " \n "), Receipt)
    assert platform.looked == 0
    submit(world, "Lugnt.")
    assert platform.looked == 1


@pytest.mark.parametrize("sure", [False, True])
def test_round_that_closes_between_the_question_and_the_yes(world: World, sure: bool) -> None:
    """What comes after the end is too late, whatever the text holds."""
    asked(world, "Hedvig vet.")
    sessions.stop(world.deps, world.request())
    for comment in ("Hedvig vet.", PHONE):
        with pytest.raises(RoundClosed):
            submit(world, comment, sure=sure)
    assert world.ballots() == 0


def test_other_mistakes_are_told_first(world: World) -> None:
    """Who may not answer learns nothing of the check; an empty answer is empty."""
    given = replace(SHOWN, comment=PHONE)
    expected: list[tuple[Answers, UserError]] = [(given, NotOnRoster()), (Answers(), EmptyAnswer())]
    for one, problem in expected:
        with pytest.raises(type(problem)):
            answers.submit(world.deps, world.request(OUTSIDER), world.round().id, one)
