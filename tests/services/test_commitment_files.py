"""Who gets the table of commitments, and what a year says of them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain import commitment
from bot.domain.commitment import Agreed, Commitment, CommitmentState
from bot.domain.people import PersonKey
from bot.domain.periods import ReportPeriod
from bot.errors import NoResults, NotAllowed, UnknownTeam
from bot.locales import words
from bot.services import commitment_files, history
from bot.views.actions import Action
from bot.views.commitment_table import LISTED
from bot.views.model import Sheet, SheetPart
from tests.services.histories import given, hold
from tests.services.people import ANNA, CHANNEL, KARIN, OMAR, OTHER_CHANNEL, OUTSIDER, team
from tests.services.pooling import MANEN, with_small_teams
from tests.services.world import World

YEAR = ReportPeriod(2026)
ELSEWHERE = ("", OTHER_CHANNEL)


def agreed(
    world: World, id_: str = "c1", day: date = date(2026, 3, 2), target: date = date(2026, 4, 1)
) -> Commitment:
    """Have the team agree on something."""
    said = Agreed(activity=f"Åtagande {id_}", role="Alla", target=target)
    kept = Commitment(id=id_, team_id=team().id, agreed=said, agreed_on=day)
    return _save(world, kept)


def _save(world: World, commitment: Commitment) -> Commitment:
    world.store.write(lambda tx: tx.commitments.save(commitment))
    return commitment


def part(sheet: Sheet) -> SheetPart | None:
    """Return what the sheet says of commitments."""
    return next((each for each in sheet.parts if each.heading == "Åtaganden"), None)


# --- who may ----------------------------------------------------------------------------------


@pytest.mark.parametrize("actor", [KARIN, OMAR, ANNA])
def test_anybody_in_the_channel_gets_the_table(world: World, actor: PersonKey) -> None:
    """Whoever may read the list."""
    agreed(world.with_team())
    export = commitment_files.file(world.deps, world.request(actor, CHANNEL), team().id)
    assert [row.activity for row in export.rows] == ["Åtagande c1"]
    assert export.file == f"åtaganden-{team().name}"
    assert not export.named


@pytest.mark.parametrize("channel", ELSEWHERE)
def test_elsewhere_only_those_who_lead_get_it(world: World, channel: str) -> None:
    """A button that is forged in another channel opens nothing."""
    with_small_teams(agreed_team(world))
    for leader in (KARIN, OMAR):
        assert commitment_files.file(world.deps, world.request(leader, channel), team().id).rows
    for actor, where in ((ANNA, channel), (OUTSIDER, channel), (OUTSIDER, MANEN.channel)):
        with pytest.raises(NotAllowed):
            commitment_files.file(world.deps, world.request(actor, where), team().id)
    with pytest.raises(UnknownTeam):
        commitment_files.file(world.deps, world.request(), "gurka")


def agreed_team(world: World) -> World:
    """Return the world with a team that has agreed on something."""
    agreed(world.with_team())
    return world


# --- a year and a quarter ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "target", "period", "holds"),
    [
        (date(2026, 3, 2), date(2026, 4, 1), YEAR, True),
        (date(2025, 12, 31), date(2026, 1, 1), YEAR, True),
        (date(2026, 12, 31), date(2027, 1, 1), YEAR, True),
        (date(2025, 12, 31), date(2027, 1, 1), YEAR, False),
        (date(2026, 3, 31), date(2026, 7, 1), ReportPeriod(2026, 2), False),
        (date(2026, 3, 31), date(2026, 6, 30), ReportPeriod(2026, 2), True),
    ],
)
def test_what_was_agreed_or_due_belongs_to_the_period(
    day: date, target: date, period: ReportPeriod, holds: bool
) -> None:
    """On its first and its last day, too."""
    said = Agreed(activity="A", role="Alla", target=target)
    one = Commitment(id="c", team_id="t", agreed=said, agreed_on=day)
    assert bool(commitment.within(period, [one])) is holds


def test_what_was_followed_up_or_moved_belongs_to_each_of_its_periods(world: World) -> None:
    """Agreed in the first quarter, put off in the second until the fourth; nothing in the third."""
    first = agreed(world.with_team(), day=date(2026, 2, 1), target=date(2026, 3, 1))
    moved = first.followed_up(
        CommitmentState.DEFERRED, "Tavlan kom inte.", date(2026, 10, 1), date(2026, 4, 2)
    )
    found = [bool(commitment.within(ReportPeriod(2026, each), [moved])) for each in (1, 2, 3, 4)]
    assert found == [True, True, False, True]


def test_a_year_tells_of_its_commitments(world: World) -> None:
    """How many there are, what became of them, some by name, and where the rest is."""
    world.with_team()
    hold(world, [given(4)] * 7)
    bare = history.development(world.deps, world.request(ANNA), YEAR).sheet
    assert part(bare) is None
    every = [agreed(world, f"c{number}", target=date(2026, 4 + number, 1)) for number in range(8)]
    day = date(2026, 4, 2)
    _save(world, every[0].followed_up(CommitmentState.DONE, "Bra.", None, day))
    _save(world, every[1].followed_up(CommitmentState.DEFERRED, "Sen.", date(2026, 12, 1), day))
    _save(world, every[2].followed_up(CommitmentState.DROPPED, "Nej.", None, day))
    agreed(world, "gammalt", date(2025, 1, 1), date(2025, 2, 1))
    sheet = history.development(world.deps, world.request(ANNA), YEAR).sheet
    found = part(sheet)
    assert found is not None
    assert found.text.startswith("Här är 8 åtaganden som ni")
    assert "5 pågår, 1 klart, 1 uppskjutet, 1 avskrivet" in found.text
    assert len(found.lines) == LISTED
    assert found.lines[0] == "Pågår: Åtagande c3 (klart senast 1 juli 2026)"
    assert found.lines[5] == "Uppskjutet: Åtagande c1 (klart senast 1 december 2026)"
    after = sheet.parts[sheet.parts.index(found) + 1]
    assert after.text == "2 till finns i filen. Skriv /apt åtaganden för hela listan."
    (button,) = after.buttons
    assert (button.action, button.value) == (Action.COMMITMENTS_FILE, team().id)
    assert "gammalt" not in sheet.model_dump_json()


def test_a_year_with_commitments_alone_is_shown(world: World) -> None:
    """It says that nothing was counted, and offers no file of results."""
    agreed_team(world)
    sheet = history.development(world.deps, world.request(ANNA), YEAR).sheet
    assert sheet.intro == words("sv")("results-commitments-alone")
    assert part(sheet) is not None
    every = [button.action for each in sheet.parts for button in each.buttons]
    assert every == [Action.COMMITMENTS_FILE]
    with pytest.raises(NoResults):
        history.development(world.deps, world.request(ANNA), ReportPeriod(2024))
    with pytest.raises(NoResults):
        history.file(world.deps, world.request(ANNA), YEAR)


def test_the_server_gets_each_team_named(world: World) -> None:
    """All of it, or that of a period; nothing of a team without."""
    agreed_team(world)
    agreed(world, "c2", date(2027, 1, 1), date(2027, 2, 1))

    def ids(period: ReportPeriod | None) -> list[str] | None:
        found = world.look(lambda tx: commitment_files.export(tx, team(), period, "sv"))
        assert found is None or found.named
        return [row.id for row in found.rows] if found else None

    assert ids(None) == ["c1", "c2"]
    assert ids(YEAR) == ["c1"]
    assert ids(ReportPeriod(2024)) is None
