"""The form in which comments are hidden says of them what the summary says."""

from __future__ import annotations

import pytest

from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.locales import words
from bot.views.hiding import hide_form
from bot.views.summary import summary
from tests.services.people import SCRIPT
from tests.views.boxes import closed, counted


@pytest.mark.parametrize(("tagged", "headings"), [(0, [""]), (6, ["Tid", "Utan ämne"])])
def test_headings_are_those_of_the_summary(tagged: int, headings: list[str]) -> None:
    """Where no comment has a subject none of them is called the rest."""
    w = words("sv")
    answers = [
        Answers({Component.MEANINGFULNESS: 4}, f"Text {n}.", ("tid",) * (n < tagged), verbatim=True)
        for n in range(12)
    ]
    result = counted(answers)
    assert result
    form = hide_form(closed(answers), result, SCRIPT, w)
    told = summary(closed(answers), result, SCRIPT, w)
    assert [group.heading for group in form.groups] == headings
    assert [group.heading for group in told.comments] == headings
    assert [group.comments for group in form.groups] == [group.comments for group in told.comments]
