"""The page about how answers are protected: where it is reached, and what it never leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.locales import LANGUAGES, words
from bot.views import privacy
from bot.views.actions import Action
from bot.views.answer import answer_form, promise
from bot.views.model import Button, View
from bot.views.privacy import Conditions
from tests.services.people import SCRIPT
from tests.views.moments import MOMENTS, round_

SV = words("sv")


def buttons(value: object) -> Iterator[Button]:
    """Yield every button in a view."""
    if isinstance(value, Button):
        yield value
    elif isinstance(value, View):
        for _, each in value:
            yield from buttons(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from buttons(each)


def rounds(view: View, action: Action) -> list[str]:
    """Return what the view's buttons of one action act on."""
    return [button.value for button in buttons(view) if button.action == action]


@pytest.mark.parametrize("name", MOMENTS)
def test_page_is_beside_every_way_to_answer(name: str) -> None:
    """Wherever somebody can answer, what protects the answer can be read first."""
    view = MOMENTS[name](SV)
    assert set(rounds(view, Action.ANSWER)) <= set(rounds(view, Action.PRIVACY))


def test_ways_to_answer_are_found() -> None:
    """The search above can find something, in messages and in replies."""
    found = {name for name in MOMENTS if rounds(MOMENTS[name](SV), Action.ANSWER)}
    assert {"board-answering", "running-leader"} <= found
    assert "board-first" not in found


def test_form_has_it_too() -> None:
    """In the form it acts on the form's own round."""
    form = answer_form(round_(), SCRIPT, None, "Europe/Stockholm", SV)
    assert rounds(form, Action.PRIVACY) == [form.round_id]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", ["next", "open", "over", "dropped"])
def test_what_nobody_can_promise_is_never_left_out(stage: privacy.Stage, language: str) -> None:
    """The limits stand on every page, whatever becomes of the round."""
    w = words(language)
    terms = Conditions(stage=stage, threshold=6, quotes=10, team_sees=True, title="T")
    told = privacy.page(terms, "r", "", w).sections[-1]
    assert told.heading == w("privacy-not")
    assert told.lines == (
        w("privacy-not-chat"),
        w("privacy-not-server"),
        w("privacy-not-style"),
        w("privacy-not-manager"),
    )


def test_small_groups_of_a_larger_one_are_warned() -> None:
    """Words that six may show are as easy to recognise where thirteen could have answered."""
    terms = Conditions(stage="open", threshold=6, quotes=6, team_sees=True, invited=13, title="T")
    warning = SV("privacy-from-small")
    assert warning in said(terms)
    assert warning not in said(replace(terms, quotes=10))
    asked = replace(round_(), invited=13, quote_threshold=6)
    small, large = (
        "\n".join(promise(each, "Europe/Stockholm", SV))
        for each in (asked, replace(asked, quote_threshold=10))
    )
    told = SV("answer-promise-words", quotes=6, small="yes")
    assert told in small
    assert told.replace("6", "10") not in large


def said(terms: Conditions) -> str:
    """Return all that the page's sections say."""
    page = privacy.page(terms, "r", "", SV)
    return "\n".join(line for section in page.sections for line in section.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pool_is_told_when_its_next_box_closes(language: str) -> None:
    """The box waits for all teams: not "when the dialogue is over"."""
    w = words(language)
    terms = Conditions(stage="next", threshold=6, quotes=10, team_sees=True, teams=3)
    lines = [each.lines for each in privacy.page(terms, "r", "", w).sections]
    when = next(line for line in lines if w("privacy-when-before") in line)[0]
    assert when == w("privacy-when-pool-next", days=14)
    assert "14" in when
    assert when != w("privacy-when-session")


def test_private_answer_says_the_same() -> None:
    """Where no form can be opened not a word is missing, and the same can be pressed."""
    terms = Conditions(stage="open", threshold=6, quotes=10, team_sees=True, invited=9, title="T")
    terms = replace(terms, quotes=8)
    page = privacy.page(terms, "r", "C1", SV)
    reply = privacy.as_reply(page)
    said = "\n".join(reply.lines)
    assert all(line in said for section in page.sections for line in section.lines)
    assert SV("privacy-from-small") in said
    assert reply.buttons == page.buttons


def test_where_nothing_can_be_shown_nobody_is_promised_a_summary() -> None:
    """Too few to ever see a number are not told that the manager and the team will get them."""
    terms = Conditions(
        stage="open", threshold=6, quotes=10, team_sees=True, invited=5, in_area=True, title="T"
    )
    who = privacy.page(terms, "r", "", SV).sections[0].lines
    assert who == (SV("privacy-who-too-few", threshold=6), SV("privacy-who-nobody"))
    enough = privacy.page(replace(terms, invited=6), "r", "", SV).sections[0].lines
    assert SV("privacy-who-manager", pooled="no", teams=1) in enough
