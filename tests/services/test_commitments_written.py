"""Commitments as they are written: a new one, changed by several, followed up, and refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.commitment import LINE, MOST_OPEN, Agreed, Aim, CommitmentState
from bot.domain.people import PersonKey
from bot.errors import (
    CommitmentChanged,
    EmptyCommitment,
    NoCommitment,
    NoResult,
    NoSession,
    NotAllowed,
    PersonalData,
    ReasonMissing,
    TargetNotLater,
    TargetPassed,
    TextTooLong,
    TooManyCommitments,
)
from bot.services import commitment_forms, planning
from bot.views.commitment_forms import ROLE, STATE, TARGET, Opened
from bot.views.commitments import NO_ORIGIN
from bot.views.model import DayField, LineField, PlainForm, SelectField
from tests.services.committing import (
    DAY,
    OTHER,
    TARGET_DAY,
    TODAY,
    add,
    agreed,
    follow_up,
    kept,
    page,
    said,
)
from tests.services.people import KARIN, OMAR, OTHER_CHANNEL, key, team
from tests.services.planned import march, moment, planned, skip
from tests.services.world import World


def field(form: PlainForm, name: str) -> object:
    """Return the field of a form."""
    return next(each for each in form.fields if each.name == name)


def proposed(world: World, team_id: str = team().id, actor: PersonKey = KARIN) -> date | None:
    """Return the day that the form for a new one proposes."""
    form = commitment_forms.form(world.deps, world.request(actor), team_id, NO_ORIGIN)
    found = field(form, TARGET)
    assert isinstance(found, DayField)
    return found.value


# --- a new one ------------------------------------------------------------------------------


def test_form_is_filled_in_as_far_as_can_be_known(world: World) -> None:
    """Everybody, to develop, in four weeks: only what is to be done has to be typed."""
    form = commitment_forms.form(world.deps, world.request(), team().id, NO_ORIGIN)
    names = [each.name for each in form.fields]
    assert names == ["activity", "role", "target", "aim", "how", "resources", "follow_up"]
    role, aim = field(form, ROLE), field(form, "aim")
    assert isinstance(role, LineField)
    assert (role.value, role.required) == ("Alla", True)
    assert isinstance(aim, SelectField)
    assert aim.chosen == Aim.DEVELOP
    assert proposed(world) == TARGET_DAY


def test_target_is_the_next_occasion(world: World) -> None:
    """The day when the team meets again: not today's, not a skipped one, not a paused plan's."""
    plan = planned(world)
    assert proposed(world) == date(2026, 3, 3)
    march(world, 3, "08:00")
    assert proposed(world) == date(2026, 3, 10)
    skip(world, plan, 1)
    assert proposed(world) == date(2026, 3, 17)
    planning.pause(world.deps, world.request(), team().id)
    assert proposed(world) == date(2026, 3, 31)


def test_target_without_a_plan_is_a_working_day(world: World) -> None:
    """Four weeks ahead, and after a holiday."""
    world.clock.at = moment(3, 9, "10:00")  # Easter Monday is four weeks later
    assert proposed(world) == date(2026, 4, 7)


def test_what_is_agreed_is_kept_without_its_author(world: World) -> None:
    """With everything that was said, and nothing of who said it."""
    what = agreed(how="Vid bytet.", resources="En tavla", follow_up="Vi frågar.", aim=Aim.KEEP)
    one = add(world, what, OMAR)
    assert one.agreed == what
    assert (one.agreed_on, one.state, one.changes) == (TODAY, CommitmentState.OPEN, ())
    assert (one.session_id, one.round_id) == ("", "")
    assert OMAR.user not in one.model_dump_json()


def test_it_remembers_what_it_came_of(world: World) -> None:
    """The dialogue, or the result, also one with too few answers."""
    world.answered(2)
    session = world.session()
    world.stop()
    of_session = add(world, origin=f"session:{session.id}")
    of_round = add(world, origin=f"round:{session.round_id}")
    assert (of_session.session_id, of_session.round_id) == (session.id, "")
    assert (of_round.session_id, of_round.round_id) == ("", session.round_id)


def test_another_teams_dialogue_is_not_taken(world: World) -> None:
    """Neither its dialogue nor its result, nor what is none: nothing is kept."""
    world.with_team(OTHER)
    session = world.start()
    kim = world.request(key("kim"), OTHER_CHANNEL)
    expected: dict[str, type[Exception]] = {
        f"session:{session.id}": NoSession,
        f"round:{session.round_id}": NoResult,
        "session:gurka": NoSession,
        "round:": NoResult,
        "gurka": ValueError,
        "": ValueError,
    }
    for origin, refused in expected.items():
        with pytest.raises(refused):
            commitment_forms.form(world.deps, kim, OTHER.id, origin)
        with pytest.raises(refused):
            commitment_forms.add(world.deps, kim, OTHER.id, origin, agreed())
    assert world.look(lambda tx: tx.commitments.of_team(OTHER.id)) == ()


@pytest.mark.parametrize("field", ["activity", "role", "how", "resources", "follow_up"])
def test_what_points_a_person_out_is_refused_at_its_field(world: World, field: str) -> None:
    """In every text, and in the note, with what was found."""
    what = agreed(**{field: "Ring 070-174 06 05"})
    with pytest.raises(PersonalData) as told:
        commitment_forms.add(world.deps, world.request(), team().id, NO_ORIGIN, what)
    assert told.value.params == {"kind": "phone", "found": "070-174 06 05", "field": field}
    one = add(world)
    with pytest.raises(PersonalData) as told:
        commitment_forms.correct(world.deps, world.request(), Opened.of(one), what)
    assert told.value.params["field"] == field
    with pytest.raises(PersonalData) as told:
        follow_up(world, one, CommitmentState.DONE, "070-174 06 05")
    assert told.value.params["field"] == "note"
    assert kept(world) == (one,)


@pytest.mark.parametrize(
    ("what", "refused"),
    [
        (agreed(activity=""), EmptyCommitment),
        (agreed(role=" "), EmptyCommitment),
        (agreed(activity="\u200b"), EmptyCommitment),
        (agreed(role="\u3164"), EmptyCommitment),
        (agreed(activity="x" * (LINE + 1)), TextTooLong),
        (agreed(target=TODAY - DAY), TargetPassed),
        (agreed(target=date(2126, 3, 2)), TargetPassed),
    ],
)
def test_what_is_wrong_is_refused(world: World, what: Agreed, refused: type[Exception]) -> None:
    """Nothing is kept, and nothing that stood there is changed."""
    with pytest.raises(refused):
        commitment_forms.add(world.deps, world.request(), team().id, NO_ORIGIN, what)
    assert kept(world) == ()
    one = add(world)
    with pytest.raises(refused):
        commitment_forms.correct(world.deps, world.request(), Opened.of(one), what)
    assert kept(world) == (one,)


def test_nobody_keeps_more_than_so_many(world: World) -> None:
    """One must be closed before the next."""
    every = [add(world) for _ in range(MOST_OPEN)]
    with pytest.raises(TooManyCommitments):
        add(world)
    follow_up(world, every[0], CommitmentState.DONE)
    assert add(world).waiting


@pytest.mark.parametrize("state", [CommitmentState.OPEN, CommitmentState.DEFERRED])
@pytest.mark.parametrize("before", [CommitmentState.DONE, CommitmentState.DROPPED])
def test_nobody_takes_up_more_than_so_many(
    world: World, before: CommitmentState, state: CommitmentState
) -> None:
    """What is closed needs room to be taken up again; what is open already needs none."""
    closed = follow_up(world, add(world), before)
    every = [add(world) for _ in range(MOST_OPEN)]
    later = TARGET_DAY + DAY
    with pytest.raises(TooManyCommitments):
        follow_up(world, closed, state, target=later)
    assert closed in kept(world)
    corrected = commitment_forms.correct(world.deps, world.request(), Opened.of(closed), agreed())
    assert corrected.lines
    assert follow_up(world, every[0], state, target=later).waiting
    follow_up(world, every[1], CommitmentState.DONE)
    (closed,) = (each for each in kept(world) if each.id == closed.id)
    assert follow_up(world, closed, state, target=later).waiting
    with pytest.raises(TooManyCommitments):
        add(world)


def test_who_defers_what_another_has_deferred_is_told(world: World) -> None:
    """That it has changed, though the day would have been right before."""
    one = add(world)
    farther = follow_up(world, one, CommitmentState.DEFERRED, "Sen.", TARGET_DAY + 9 * DAY)
    farther = follow_up(world, farther, CommitmentState.OPEN, "På väg.")
    for day in (TARGET_DAY, TARGET_DAY + DAY):
        with pytest.raises(CommitmentChanged):
            follow_up(world, one, CommitmentState.DEFERRED, "Ont om tid.", day)
    assert kept(world) == (farther,)


# --- changed by several ---------------------------------------------------------------------


def test_two_at_once_and_the_later_is_told(world: World) -> None:
    """Whatever the first did; nothing of it is lost."""
    one = add(world)
    first = follow_up(world, one, CommitmentState.OPEN, "Halvvägs.")
    for actor in (KARIN, OMAR):
        request = world.request(actor)
        with pytest.raises(CommitmentChanged):
            commitment_forms.correct(world.deps, request, Opened.of(one), agreed(activity="Annat"))
        with pytest.raises(CommitmentChanged):
            commitment_forms.follow_up(
                world.deps, request, Opened.of(one), CommitmentState.DONE, "", None
            )
    assert kept(world) == (first,)
    assert follow_up(world, first, CommitmentState.DONE).state is CommitmentState.DONE


def test_the_same_twice_is_once(world: World) -> None:
    """What is delivered again is received again, and changes nothing."""
    first, request = world.request(), world.request()
    for _ in range(2):
        receipt = commitment_forms.add(world.deps, first, team().id, NO_ORIGIN, agreed())
        assert "✓ Sparat: Tio minuter för överlämning" in receipt.lines[0]
    (one,) = kept(world)
    for _ in range(2):
        commitment_forms.correct(
            world.deps, request, Opened.of(one), agreed(activity="Tjugo minuter")
        )
    (corrected,) = kept(world)
    assert corrected.agreed.activity == "Tjugo minuter"
    for _ in range(2):
        receipt = commitment_forms.follow_up(
            world.deps, request, Opened.of(corrected), CommitmentState.DONE, "Bra.", None
        )
        assert receipt.lines[0] == "✓ Klart: Tjugo minuter."
    commitment_forms.add(world.deps, first, team().id, NO_ORIGIN, agreed())
    assert [change.note for change in kept(world)[0].changes] == ["Bra."]


# --- following up ---------------------------------------------------------------------------


def test_follow_up_asks_how_it_went(world: World) -> None:
    """With what it is about, how it was to be followed up, and a later day if it is to wait."""
    one = add(world, agreed(follow_up="Vi frågar varandra."))
    form = commitment_forms.follow_up_form(world.deps, world.request(), one.id)
    assert form.heading == "Tio minuter för överlämning"
    assert form.intro == (
        "Klart senast måndag 30 mars",
        "Uppföljning: Vi frågar varandra.",
    )
    state, later = field(form, STATE), field(form, TARGET)
    assert isinstance(state, SelectField)
    assert [option.label for option in state.groups[0][1]] == [
        "Pågår",
        "Klart",
        "Uppskjutet",
        "Avskrivet",
    ]
    assert isinstance(later, DayField)
    assert later.value == date(2026, 4, 27)
    world.clock.pass_by(days=40)
    late = field(commitment_forms.follow_up_form(world.deps, world.request(), one.id), TARGET)
    assert isinstance(late, DayField)
    assert late.value == date(2026, 5, 11)


def test_what_is_deferred_waits_until_its_new_day(world: World) -> None:
    """With the reason, and no longer late; without a reason or a day it is refused."""
    one = add(world)
    world.clock.pass_by(days=40)
    later = TODAY + 60 * DAY
    with pytest.raises(ReasonMissing):
        follow_up(world, one, CommitmentState.DEFERRED, "", later)
    for target in (None, TODAY):
        with pytest.raises(TargetPassed):
            follow_up(world, one, CommitmentState.DEFERRED, "Ont om tid.", target)
    with pytest.raises(TargetNotLater):
        follow_up(world, add(world, agreed(target=later)), CommitmentState.DEFERRED, "Sen.", later)
    follow_up(world, one, CommitmentState.DEFERRED, "Ont om tid.", later)
    told = said(page(world))
    assert "Uppskjutet till fredag 1 maj · Ansvarig: Alla" in told
    assert "Noterat 11 april: Ont om tid." in told
    assert "försenat" not in told


def test_edit_form_shows_how_it_stands(world: World) -> None:
    """With the day that is in force, so that nothing changes unless somebody changes it."""
    one = add(world, agreed(how="Vid bytet.", aim=Aim.RECRUIT))
    later = follow_up(world, one, CommitmentState.DEFERRED, "Ont om tid.", TODAY + 60 * DAY)
    form = commitment_forms.edit_form(world.deps, world.request(OMAR), one.id)
    day, aim = field(form, TARGET), field(form, "aim")
    assert isinstance(day, DayField)
    assert isinstance(aim, SelectField)
    assert (day.value, aim.chosen) == (TODAY + 60 * DAY, Aim.RECRUIT)
    assert Opened.load(form.meta) == Opened.of(later)


def test_unknown_and_foreign_ones_are_refused(world: World) -> None:
    """An id that nobody has, and one of a team that the person does not lead."""
    world.with_team(OTHER)
    one = add(world)
    kim = world.request(key("kim"), OTHER_CHANNEL)
    gone = replace(Opened.of(one), id="gurka")
    for request, id_, opened, refused in (
        (world.request(), "gurka", gone, NoCommitment),
        (kim, one.id, replace(Opened.of(one), team_id=OTHER.id), NotAllowed),
    ):
        with pytest.raises(refused):
            commitment_forms.edit_form(world.deps, request, id_)
        with pytest.raises(refused):
            commitment_forms.follow_up_form(world.deps, request, id_)
        with pytest.raises(refused):
            commitment_forms.correct(world.deps, request, opened, agreed())
        with pytest.raises(refused):
            commitment_forms.follow_up(world.deps, request, opened, CommitmentState.DONE, "", None)
    assert kept(world) == (one,)
