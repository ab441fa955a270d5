"""A rolling survey: who is invited and who is not, and what those who are can do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.answers import Answers
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.errors import (
    CannotInvite,
    ManagerAnswers,
    NobodyInvited,
    NoSurvey,
    NotOnRoster,
    PlatformDown,
    SurveyTurning,
    TooManyInvited,
)
from bot.services import answers, rolling
from bot.views.model import Note
from tests.services.people import (
    ANNA,
    CHANNEL,
    KARIN,
    OMAR,
    team,
)
from tests.services.surveying import (
    GUEST_WHO_LEAVES,
    LEAVERS,
    NO_ACCOUNT,
    ROBOT_ELSEWHERE,
    TURNS,
    answer,
    box,
    invite,
    page_text,
    running,
    with_surveys,
)
from tests.services.world import GIVEN, World

FIRST, SECOND = LEAVERS[:2]


# --- inviting ------------------------------------------------------------------------------


def test_each_is_told_in_private_once(bare: World) -> None:
    """What it is, who sees what and when, and that it is voluntary; with the way to answer."""
    running(bare)
    receipt = invite(bare, [FIRST, SECOND])
    assert "2 personer" in receipt.lines[0]
    (note,) = bare.shown(FIRST.user)
    assert isinstance(note, Note)
    for part in (
        "Enkät 1",
        "frivillig",
        "#arbetslag-solrosen",
        "31 mars",
        "31 december",
        "minst 6",
    ):
        assert part in note.text
    assert [button.action for button in note.buttons] == ["answer.open", "privacy.open"]
    assert bare.shown(CHANNEL) == []
    assert bare.shown(KARIN.user) == []
    assert set(box(bare).roster) == {FIRST, SECOND}


def test_invited_again_gets_nothing_new(bare: World) -> None:
    """The list grows by those who are new; the number is that of people."""
    running(bare)
    invite(bare, [FIRST])
    receipt = invite(bare, [FIRST, SECOND])
    assert receipt.lines[:2] == (
        "✓ 1 person får strax en inbjudan i ett privat meddelande.",
        "1 person var redan inbjuden och får ingen ny inbjudan.",
    )
    assert box(bare).invited == 2
    assert [len(bare.shown(each.user)) for each in (FIRST, SECOND)] == [1, 1]


def test_inviting_again_tells_nothing_of_answers(bare: World) -> None:
    """The same words, the same page, the same messages, whether somebody has answered or not."""
    running(bare)
    invite(bare, [FIRST, SECOND])
    before = (invite(bare, [FIRST]), page_text(bare), bare.shown(FIRST.user))
    answer(bare, [FIRST])
    assert (invite(bare, [FIRST]), page_text(bare), bare.shown(FIRST.user)) == before
    answers.withdraw(bare.deps, bare.request(FIRST, "D-me"), box(bare).id)
    assert (invite(bare, [FIRST]), page_text(bare), bare.shown(FIRST.user)) == before


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        (GUEST_WHO_LEAVES, "guest"),
        (ROBOT_ELSEWHERE, "bot"),
        (NO_ACCOUNT, "unknown"),
        (KARIN, "manager"),
    ],
)
def test_puppets_are_refused(bare: World, who: PersonKey, kind: str) -> None:
    """No guest, no bot, no manager, nobody without an account; then nobody else either."""
    running(bare)
    with pytest.raises(CannotInvite) as problem:
        invite(bare, [FIRST, who])
    assert problem.value.params["kind"] == kind
    assert box(bare).roster == ()
    assert bare.shown(FIRST.user) == []


def test_nobody_and_too_many(bare: World) -> None:
    """At least one, and no more than can be looked up while somebody waits."""
    running(bare)
    with pytest.raises(NobodyInvited):
        invite(bare, [])
    with pytest.raises(TooManyInvited):
        invite(bare, [*LEAVERS, ANNA])


def test_to_invite_where_nothing_is_open(bare: World) -> None:
    """Form and sending say so."""
    with_surveys(bare)
    with pytest.raises(NoSurvey):
        rolling.form(bare.deps, bare.request(), team().id)
    with pytest.raises(NoSurvey):
        invite(bare, [FIRST])


def test_a_platform_that_is_away_invites_nobody(bare: World) -> None:
    """Nothing has happened, and it can be tried again."""
    running(bare)
    bare.platform.fail("people", PlatformDown("down"))
    with pytest.raises(PlatformDown):
        invite(bare, [FIRST])
    assert box(bare).roster == ()
    invite(bare, [FIRST])


def test_to_invite_at_the_very_end(bare: World) -> None:
    """Between the quarter's end and the turn nobody is put into a box that is about to close."""
    running(bare)
    bare.clock.pass_by(seconds=(TURNS[0] - bare.clock.now()).total_seconds())
    with pytest.raises(SurveyTurning):
        invite(bare, [FIRST])


# --- answering -----------------------------------------------------------------------------


def test_the_invited_answer_change_and_withdraw(bare: World) -> None:
    """As in every box; the others can't."""
    running(bare)
    invite(bare, [FIRST])
    request, id = bare.request(FIRST, "D-me"), box(bare).id
    form = answers.open_form(bare.deps, request, id)
    assert "Chefen för #arbetslag-solrosen" in form.promise[0]
    assert "31 mars" in form.promise[0]
    assert "31 december" in form.promise[0]
    assert form.verbatim is not None
    receipt = answers.submit(bare.deps, request, id, GIVEN)
    assert "31 mars" in " ".join(getattr(receipt, "lines", ()))
    assert answers.open_form(bare.deps, request, id).comment.value == GIVEN.comment
    answers.withdraw(bare.deps, request, id)
    assert bare.look(lambda tx: tx.ballots.all(id)) == ()
    for person, refused in ((SECOND, NotOnRoster), (KARIN, ManagerAnswers), (OMAR, NotOnRoster)):
        with pytest.raises(refused):
            answers.submit(bare.deps, bare.request(person, "D-me"), id, GIVEN)


def test_who_becomes_manager_can_no_more_answer(bare: World) -> None:
    """Months pass: one who was invited and then leads HR would know what five others said."""
    running(bare)
    invite(bare, [FIRST])
    led = replace(team(), managers=frozenset([KARIN, FIRST]))
    bare.store.write(lambda tx: tx.teams.save(led))
    with pytest.raises(ManagerAnswers):
        answers.submit(bare.deps, bare.request(FIRST, "D-me"), box(bare).id, GIVEN)


def test_names_are_warned_of_though_few_are_invited_yet(bare: World) -> None:
    """How many will be invited is not known: words may come to be shown."""
    running(bare)
    invite(bare, [FIRST])
    given = Answers({Component.MEANINGFULNESS: 3}, "Karin lyssnade aldrig.", verbatim=True)
    outcome = answers.submit(bare.deps, bare.request(FIRST, "D-me"), box(bare).id, given)
    assert outcome.type == "hesitation"
