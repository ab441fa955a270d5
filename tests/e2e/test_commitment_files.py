"""The table of commitments over the wire: from the list, from a year, and where it does not go."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.commitment import Agreed, Commitment, CommitmentState
from bot.workspace import visible_text
from tests.e2e.forging import forged_press
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, TEAM, key
from tests.e2e.reading import Json, ephemerals, says
from tests.e2e.stage import Stage
from tests.e2e.test_history import CALLS, fetched, year_of
from tests.e2e.test_pools import save_team
from tests.exports.agreed import HOSTILE, KEYS, lines_of, sheet_of

MEMBER = COLLEAGUES[0]
BUTTON = "Hämta som tabell"


@pytest.fixture
def team(stage: Stage) -> Stage:
    """A team that has agreed on something hostile, and done it."""
    save_team(stage, MANAGER, TEAM, {"Samtalsledare": [LEADER]})
    stage.karin.close(stage.opened(MANAGER, "receipt"), clear=True)
    agreed = kept(stage)
    assert stage.bot is not None
    stage.bot.deps.store.write(lambda tx: tx.commitments.save(agreed))
    return stage


def kept(stage: Stage) -> Commitment:
    """Return what the team has agreed on."""
    assert stage.bot is not None
    (team,) = stage.bot.deps.store.read(lambda tx: tx.teams.managed_by(key(MANAGER)))
    today = stage.clock.now().date()
    agreed = Agreed(activity=HOSTILE[0], role=HOSTILE[2], target=today, how=HOSTILE[6])
    one = Commitment(id="c1", team_id=team.id, agreed=agreed, agreed_on=today)
    return one.followed_up(CommitmentState.OPEN, HOSTILE[4], None, date(today.year, 12, 1))


def page(stage: Stage, user: str, typed: str) -> Json:
    """Type the command and return the private answer."""
    assert stage.person(user).command(TEAM, typed).ok
    return ephemerals(stage.person(user), TEAM)[-1]


@pytest.mark.parametrize("user", [MANAGER, LEADER, MEMBER])
def test_the_list_is_taken_along(team: Stage, user: str) -> None:
    """By anybody in the channel, to themselves alone; word of it comes afterwards."""
    listed = page(team, user, "/apt åtaganden")
    assert team.person(user).press(listed, BUTTON).ok
    data = fetched(team, user, ".xlsx")
    assert sheet_of(data, 0, tuple(KEYS)) == lines_of([kept(team)])
    team.wait(lambda: says("".join(map(visible_text, ephemerals(team.person(user), TEAM))),
                           "results-sent", count=1), "not told")  # fmt: skip
    for other in {MANAGER, LEADER, MEMBER} - {user}:
        person = team.person(other)
        assert not any(m.get("files") for m in person.messages(person.direct))


def test_a_year_leads_to_the_table(team: Stage) -> None:
    """Without any result, too."""
    shown = page(team, MEMBER, f"/apt resultat {year_of(team)}")
    assert says(visible_text(shown), "results-commitments-alone")
    assert "1 pågår" in visible_text(shown)
    assert team.person(MEMBER).press(shown, BUTTON).ok
    assert fetched(team, MEMBER, ".xlsx").startswith(b"PK")


def test_a_file_that_does_not_go_is_told(team: Stage) -> None:
    """Where the app lacks the right, the person is told what to do."""
    listed = page(team, MANAGER, "/apt åtaganden")
    team.workspace.fault("error", method="files.getUploadURLExternal", error="missing_scope")
    before = len(team.workspace.calls_of(CALLS))
    assert team.karin.press(listed, BUTTON).ok
    assert says(team.said(before), "results-not-sent")


@pytest.mark.parametrize("value", ["", "gurka"])
def test_forged_values_do_no_harm(team: Stage, value: str) -> None:
    """A value that no button carries is answered, and nothing is sent."""
    listed = page(team, MANAGER, "/apt åtaganden")
    before = len(team.workspace.calls_of(CALLS))
    assert forged_press(team.workspace, MANAGER, listed, "commitments.file", value).ok
    assert says(team.said(before), "error-unknown-team")
    assert not any(m.get("files") for m in team.karin.messages(team.karin.direct))
