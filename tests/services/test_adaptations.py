"""The adaptation log: who reads and writes it, of what, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.adaptation import WHY_LIMIT, Adaptation, Fidelity, StepNote, mark, proposed
from bot.domain.people import PersonKey
from bot.domain.session import Session
from bot.errors import (
    LogChanged,
    NotAChannel,
    NotAllowed,
    NoTeam,
    NothingToLog,
    PersonalData,
    TextTooLong,
)
from bot.services import adaptations, overview, sessions
from bot.views.actions import Action
from bot.views.adaptation import MOST, OFFERED, Opened
from bot.views.model import Menu, Sheet, SheetPart
from tests.services.conftest import NewWorld
from tests.services.people import (
    ANNA,
    CHANNEL,
    GUEST,
    KARIN,
    OMAR,
    OTHER_CHANNEL,
    OUTSIDER,
    ROBOT,
    key,
    team,
)
from tests.services.world import World

OTHER_MANAGER = key("kim")
STRANGER = PersonKey("slack", "T2", KARIN.user)
"""Somebody of another workspace who has the manager's id there."""

OUTSIDE = {
    "member": ANNA,
    "guest": GUEST,
    "outsider": OUTSIDER,
    "bot": ROBOT,
    "leader of another team": OTHER_MANAGER,
    "namesake in another workspace": STRANGER,
}
STOOD = StepNote(fidelity=Fidelity.CHANGED, why="Vi stod upp.")
NOT_DONE = StepNote(fidelity=Fidelity.SKIPPED)
ENTRY = Adaptation(steps=(StepNote(), STOOD, NOT_DONE, StepNote()), why="Rummet var litet.")


def held(world: World) -> Session:
    """Hold a dialogue from the first step to its end, and return it."""
    session = world.start()
    world.later(minutes=15)
    return found(world, session)


def found(world: World, session: Session) -> Session:
    """Return the session as it is now."""
    now = world.look(lambda tx: tx.sessions.get(session.id))
    assert now is not None
    return now


def opened(session: Session, entry: Adaptation | None = None) -> Opened:
    """Return what the form carries when this entry stood there at its opening."""
    return Opened(session.id, session.team_id, mark(entry))


def write(
    world: World,
    session: Session,
    entry: Adaptation = ENTRY,
    *,
    actor: PersonKey = KARIN,
    before: Adaptation | None = None,
) -> None:
    """Write of the dialogue."""
    adaptations.write(world.deps, world.request(actor), opened(session, before), entry)


def kept(world: World, session: Session) -> Adaptation | None:
    """Return what the log says of the dialogue."""
    return world.look(lambda tx: tx.adaptations.get(session.id))


def log(world: World, actor: PersonKey = KARIN) -> Sheet:
    """Read the log in the team's channel."""
    return adaptations.show(world.deps, world.request(actor))


def actions(parts: tuple[SheetPart, ...]) -> list[tuple[str, str]]:
    """Return the buttons: what they are called, and which dialogue they are about."""
    return [(button.label, button.value) for part in parts for button in part.buttons]


def said(sheet: Sheet) -> str:
    """Return everything that the log says."""
    parts = [text for p in sheet.parts for text in (p.heading, p.text, *p.lines)]
    return "\n".join([sheet.title, sheet.intro, *parts, sheet.footer])


def with_other_team(world: World) -> World:
    """Put another team beside ours."""
    other = replace(
        team(),
        id="team-blaklinten",
        channel=OTHER_CHANNEL,
        name="arbetslag-blaklinten",
        managers=frozenset([OTHER_MANAGER]),
        facilitators=frozenset(),
    )
    return world.with_team(other)


# --- who ----------------------------------------------------------------------------------


@pytest.mark.parametrize("actor", [KARIN, OMAR])
def test_leaders_write_read_and_change_each_others(world: World, actor: PersonKey) -> None:
    """Manager and samtalsledare alike; the log does not tell whose words they are."""
    session = held(world)
    write(world, session, actor=actor)
    other = OMAR if actor == KARIN else KARIN
    assert "Vi stod upp." in said(log(world, other))
    form = adaptations.form(world.deps, world.request(other), session.id)
    assert [step.chosen for step in form.steps] == [
        "as-meant",
        "changed",
        "skipped",
        "as-meant",
    ]
    write(world, session, proposed(session), actor=other, before=ENTRY)
    assert kept(world, session) == proposed(session)
    for person in (actor, other):
        assert person.user not in form.model_dump_json()
        assert person.user not in said(log(world))


@pytest.mark.parametrize("who", OUTSIDE)
def test_nobody_else_reads_or_writes(world: World, who: str) -> None:
    """Not with the id of the dialogue either: members, guests, and leaders of other teams."""
    session, person = held(with_other_team(world)), OUTSIDE[who]
    write(world, session)
    if person != STRANGER:
        with pytest.raises(NotAllowed):
            log(world, person)
    with pytest.raises(NotAllowed):
        adaptations.form(world.deps, world.request(person), session.id)
    with pytest.raises(NotAllowed):
        adaptations.refill(world.deps, world.request(person), opened(session), ENTRY)
    with pytest.raises(NotAllowed):
        write(world, session, proposed(session), actor=person, before=ENTRY)
    assert kept(world, session) == ENTRY


def test_forged_team_changes_nothing(world: World) -> None:
    """What counts is the team of the dialogue, not the one that a form names."""
    session = held(with_other_team(world))
    forged = Opened(session.id, "team-blaklinten", mark(None))
    with pytest.raises(NotAllowed):
        adaptations.write(world.deps, world.request(OTHER_MANAGER), forged, ENTRY)
    assert kept(world, session) is None


def test_log_is_of_one_team(world: World) -> None:
    """In another team's channel its own log is shown, without ours."""
    write(with_other_team(world), held(world))
    shown = adaptations.show(world.deps, world.request(OTHER_MANAGER, OTHER_CHANNEL))
    assert "Vi stod upp." not in said(shown)
    assert actions(shown.parts) == []


def test_log_needs_a_team(bare: World) -> None:
    """Where there is none, and in a private conversation, it is said what to do."""
    with pytest.raises(NoTeam):
        log(bare)
    with pytest.raises(NotAChannel):
        adaptations.show(bare.deps, bare.request(KARIN, "D-karin"))


# --- of what ------------------------------------------------------------------------------


def test_only_ended_dialogues_are_written_of(world: World) -> None:
    """Not of one that goes on, was cancelled, or never was."""
    session = world.start()
    for _ in range(2):
        with pytest.raises(NothingToLog):
            adaptations.form(world.deps, world.request(), session.id)
        with pytest.raises(NothingToLog):
            write(world, session)
        if found(world, session).active:
            sessions.cancel(world.deps, world.request(), session.id)
            world.work()
    with pytest.raises(NothingToLog):
        adaptations.form(world.deps, world.request(), "gurka")
    assert actions(log(world).parts) == []


def test_form_is_of_the_texts_that_were_run(world: World) -> None:
    """A theme that has changed since does not change what is asked about."""
    session = held(world)
    world.catalogue.known = ()
    form = adaptations.form(world.deps, world.request(), session.id)
    assert [step.label for step in form.steps][:2] == [
        "1. Incheckning (2 min)",
        "2. Minns en bra dag (3 min)",
    ]
    assert {step.chosen for step in form.steps} == {"as-meant"}
    assert all(step.why is None for step in form.steps)


def test_steps_that_never_came_stand_as_skipped(world: World) -> None:
    """Of a dialogue that was stopped in its first step."""
    session = world.start()
    world.stop()
    form = adaptations.form(world.deps, world.request(), session.id)
    assert [step.chosen for step in form.steps] == ["as-meant", "skipped", "skipped", "skipped"]
    assert [step.why is not None for step in form.steps] == [False, True, True, True]


def test_refill_asks_why_where_something_differed(world: World) -> None:
    """And nowhere else; what was typed stays, and so does the mark of the opening."""
    session = held(world)
    form = adaptations.refill(world.deps, world.request(), opened(session), ENTRY)
    asked = [step.why.value if step.why else None for step in form.steps]
    assert asked == [None, "Vi stod upp.", "", None]
    assert form.why.value == "Rummet var litet."
    assert form.meta == opened(session).dump()


# --- what ---------------------------------------------------------------------------------


def test_form_handed_in_twice_is_one_entry(world: World) -> None:
    """The second time is no error, and no change."""
    session = held(world)
    for _ in range(2):
        write(world, session)
    assert kept(world, session) == ENTRY


def test_nobody_overwrites_unseen(world: World) -> None:
    """Two had the form open: the second is told, and the first one's words stay."""
    session = held(world)
    write(world, session, actor=OMAR)
    with pytest.raises(LogChanged):
        write(world, session, proposed(session))
    assert kept(world, session) == ENTRY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ring 070-174 06 05.", "phone"),
        ("Det var 19121212-1212.", "identity-number"),
        ("Fråga <@U0KARIN>.", "mention"),
        ("anna@example.se eller 070-174 06 05", "several"),
    ],
)
@pytest.mark.parametrize("place", ["step", "why"])
def test_what_points_a_person_out_is_refused(
    world: World, text: str, kind: str, place: str
) -> None:
    """In each text, with what was found; nothing is kept."""
    session = held(world)
    note = StepNote(fidelity=Fidelity.CHANGED, why=text if place == "step" else "")
    given = Adaptation(steps=(note, *ENTRY.steps[1:]), why=text if place == "why" else "")
    with pytest.raises(PersonalData) as told:
        write(world, session, given)
    assert told.value.params["kind"] == kind
    assert kept(world, session) is None


def test_text_of_a_step_as_meant_is_not_read(world: World) -> None:
    """It is not kept, so there is nothing to refuse."""
    session = held(world)
    left = StepNote(fidelity=Fidelity.AS_MEANT, why="Ring 070-174 06 05.")
    write(world, session, Adaptation(steps=(left, *ENTRY.steps[1:])))
    entry = kept(world, session)
    assert entry is not None
    assert "070" not in entry.model_dump_json()


def test_too_long_a_text_is_refused(world: World) -> None:
    """With the limit; nothing is kept."""
    session = held(world)
    with pytest.raises(TextTooLong):
        write(world, session, ENTRY.model_copy(update={"why": "x" * (WHY_LIMIT + 1)}))
    assert kept(world, session) is None


# --- the log ------------------------------------------------------------------------------


def test_log_tells_what_differed_and_the_time(world: World) -> None:
    """Date, theme, steps, minutes and why; the way to change it."""
    session = world.start()
    sessions.extend(world.deps, world.request(), 5)
    world.later(minutes=20)
    write(world, session)
    shown = said(log(world))
    for words in (
        "2 mars 2026 · 3. Det vi är bra på 3",
        "2 av 4 steg gjordes som det var tänkt.",
        "15 minuter var planerade. Dialogen tog 20, med eventuella pauser.",
        "Fler minuter fick: Incheckning (+5).",
        "Ändrat: Minns en bra dag. Vi stod upp.",
        "Hoppat över: Svara anonymt.",
        "Varför: Rummet var litet.",
    ):
        assert words in shown, shown
    assert actions(log(world).parts) == [("Ändra", session.id)]


def test_empty_log_says_so(world: World) -> None:
    """Before the first dialogue there is nothing to press."""
    assert "Loggen är tom." in said(log(world))
    assert actions(log(world).parts) == []


def test_latest_stand_first_and_older_are_counted(world: World) -> None:
    """Ten entries and three dialogues without one; what is not shown is told by number."""
    every = [held(world) for _ in range(MOST + 2 + OFFERED + 1)]
    for session in every[: MOST + 2]:
        write(world, session)
    buttons = actions(log(world).parts)
    waiting, written = every[MOST + 2 :][::-1], every[: MOST + 2][::-1]
    assert buttons == [
        *(("Skriv i loggen", each.id) for each in waiting[:OFFERED]),
        *(("Ändra", each.id) for each in written[:MOST]),
    ]
    assert "2 äldre anteckningar visas inte." in said(log(world))


def test_long_entries_leave_room(world: World) -> None:
    """Fewer than ten are shown when they are long, and the others are counted."""
    long = StepNote(fidelity=Fidelity.CHANGED, why="å" * 200)
    entry = Adaptation(steps=(long,) * 4, why="ö" * WHY_LIMIT)
    for session in [held(world) for _ in range(6)]:
        write(world, session, entry)
    shown = log(world)
    seen = len(actions(shown.parts))
    assert 1 < seen < 6
    assert f"{6 - seen} äldre" in shown.footer or "En äldre" in shown.footer


# --- the way there ------------------------------------------------------------------------


def offered(view: Menu) -> list[str]:
    """Return the dialogues that a menu offers to write of."""
    return [button.value for button in view.buttons if button.action == Action.LOG]


def test_menu_offers_leaders_to_write_of_the_latest(world: World) -> None:
    """Until it is written; others are not asked."""
    session = held(world)
    assert offered(overview.menu(world.deps, world.request(OMAR))) == [session.id]
    assert offered(overview.menu(world.deps, world.request(ANNA))) == []
    write(world, session)
    assert offered(overview.menu(world.deps, world.request(OMAR))) == []


def test_whoever_ends_a_dialogue_is_offered_to_write_of_it(make_world: NewWorld) -> None:
    """A dialogue that was cancelled is not written of."""
    world = make_world().with_team()
    world.start()
    stopped = sessions.stop(world.deps, world.request())
    buttons = overview.over(world.deps, world.request(), stopped).buttons
    assert [(b.action, b.value) for b in buttons] == [(Action.LOG, stopped.id)]
    world.work()
    world.start()
    cancelled = sessions.cancel(world.deps, world.request())
    assert overview.over(world.deps, world.request(), cancelled).buttons == ()


def test_writing_shows_nothing_to_others(world: World) -> None:
    """No message comes of it, in the channel or to the manager."""
    session = held(world)
    was = (world.shown(), world.shown(KARIN.user))
    write(world, session, actor=OMAR)
    assert (world.shown(CHANNEL), world.shown(KARIN.user)) == was
