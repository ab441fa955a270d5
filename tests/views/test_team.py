"""The team's page and the form for pools: who may press what, and what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.locales import words
from bot.views.actions import Action
from bot.views.names import listed
from bot.views.pool import MOST_CHOICES, pool_form
from bot.views.setup import HIDDEN, SEES, setup_form
from bot.views.team import page
from tests.services.people import ANNA, KARIN, OMAR, team
from tests.views.moments_pool import ALONE, KOKET, TOGETHER

SV = words("sv")


@pytest.mark.parametrize(
    ("names", "said"),
    [((), ""), (("a",), "#a"), (("a", "b"), "#a och #b"), (("a", "b", "c"), "#a, #b och #c")],
)
def test_names_are_listed_as_people_say_them(names: tuple[str, ...], said: str) -> None:
    """With commas, and a word before the last."""
    assert listed(names, SV) == said


@pytest.mark.parametrize("reader", [ANNA, OMAR])
def test_only_the_manager_has_buttons(reader: object) -> None:
    """A colleague and a samtalsledare read the same, and can only ask for the role."""
    buttons = page(team(), TOGETHER, reader, SV).buttons  # type: ignore[arg-type]
    assert [button.action for button in buttons] == [Action.MANAGER_ASK]
    assert page(team(), TOGETHER, reader, SV).lines == page(team(), TOGETHER, KARIN, SV).lines  # type: ignore[arg-type]


LANGUAGES = (Action.TEAM_LANGUAGE, Action.TEAM_LANGUAGE)
"""The ways to the languages that the texts are not in."""


def test_the_button_does_the_opposite_of_what_holds() -> None:
    """It carries the team and what is wanted, and asks first."""
    for sees, wanted in ((True, HIDDEN), (False, SEES)):
        button = page(replace(team(), team_sees=sees), ALONE, KARIN, SV).buttons[0]
        assert (button.action, button.value) == (Action.TEAM_SEES, f"{team().id} {wanted}")
        assert button.confirm is not None
        assert "från nästa dialog" in button.confirm.text


def test_who_is_in_a_pool_can_leave_it() -> None:
    """Alone there is nothing to leave, and while a box is open neither leaving nor joining."""
    assert [b.action for b in page(team(), TOGETHER, KARIN, SV).buttons] == [
        Action.TEAM_SEES,
        Action.POOL,
        Action.POOL_LEAVE,
        *LANGUAGES,
        Action.HAND_OVER,
    ]
    assert len(page(team(), ALONE, KARIN, SV).buttons) == 4 + len(LANGUAGES)
    assert len(page(team(), replace(TOGETHER, busy=True), KARIN, SV).buttons) == 2 + len(LANGUAGES)


@pytest.mark.parametrize(("count", "searched"), [(MOST_CHOICES, False), (MOST_CHOICES + 1, True)])
def test_more_teams_than_slack_takes_are_searched(count: int, searched: bool) -> None:
    """Never more choices than Slack takes; where more fit it is said that some are missing."""
    mates = [replace(KOKET, id=f"t{n}", name=f"lag-{n}") for n in range(count)]
    form = pool_form(team(), mates, (), "", 12, SV)
    assert len(form.choices) == MOST_CHOICES
    assert (SV("pool-search-more") in form.search_hint) is searched
    assert form.search_label
    assert form.limit == 11


@pytest.mark.parametrize("theme", ["", "Tema"])
def test_a_small_team_learns_how_it_gets_a_result(theme: str) -> None:
    """Plainly: never one of its own, why, that the talk is worth it, and what to do instead."""
    warning = setup_form(theme, KARIN, 5, "m", SV).warning
    for part in ("visas aldrig något resultat", "räkna ut", "värt att ha ändå", "/apt lag"):
        assert part in warning
    assert setup_form(theme, KARIN, 6, "m", SV).warning == ""
