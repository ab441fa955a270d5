"""What a result looks like, and that nothing more is in it than may be shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.disclosure import CommentGroup, HeldBack, Result, TagCount
from bot.domain.programme import Component
from bot.locales import words
from bot.views.model import Summary
from bot.views.summary import PAGE, for_manager, pages, summary
from tests.services.people import SCRIPT
from tests.views.moments import FEW, FULL, TEXT_ONLY, component, round_

SV = words("sv")


def draw(result: Result | None) -> Summary:
    """Return the summary as the team sees it."""
    return summary(round_(), result, SCRIPT, SV)


@pytest.mark.parametrize("result", [FULL, FEW, TEXT_ONLY, None], ids=["full", "few", "text", "no"])
def test_headings_stand_over_something(result: Result | None) -> None:
    """A heading is there just when something stands under it."""
    view = draw(result)
    pairs = (
        (view.components_heading, view.components),
        (view.tags_heading, view.tags),
        (view.comments_heading, view.comments),
        (view.next_heading, view.next_question),
        (view.held_back_heading, view.held_back),
    )
    assert all(bool(heading) == bool(below) for heading, below in pairs)
    assert view.footer


def test_too_few_says_nothing_else() -> None:
    """Below the threshold there are no numbers but the threshold itself, and nothing to press."""
    view = draw(None)
    assert for_manager(view, round_(), None, SV) == view
    shown = (view.components, view.tags, view.comments, view.held_back, view.buttons)
    assert not any(shown)


@pytest.mark.parametrize("weakest", Component)
def test_question_for_the_team_fits_the_weakest(weakest: Component) -> None:
    """The team gets the question of the component with the lowest median."""
    lines = tuple(component(each, 3 if each is weakest else 5) for each in Component)
    view = draw(replace(FULL, components=lines))
    assert view.next_question == SCRIPT.theme.next_questions[weakest].sv
    assert SV(f"component-{weakest}").lower() in view.next_heading


@pytest.mark.parametrize("reason", HeldBack)
def test_each_reason_is_said(reason: HeldBack) -> None:
    """Everything that is held back is told with its reason."""
    view = draw(replace(FEW, held_back=(reason,)))
    assert len(view.held_back) == 1


def test_each_missing_component_is_named() -> None:
    """Which questions too few have answered is said one by one."""
    view = draw(replace(TEXT_ONLY, held_back=(HeldBack.COMPONENT_TOO_FEW,)))
    assert len(view.held_back) == 3
    for each, line in zip(Component, view.held_back, strict=True):
        assert line.startswith(SV(f"component-{each}"))


def test_tag_that_is_no_tag_is_not_repeated() -> None:
    """A made-up tag is never shown by its own words."""
    forged = replace(
        FULL,
        tags=(TagCount("<script>", 3),),
        comments=(CommentGroup("<script>", ("Hej.",)),),
    )
    assert "script" not in draw(forged).model_dump_json()


def test_sharing_changes_nothing_but_the_button() -> None:
    """Before and after sharing the manager's numbers and words are the team's."""
    shown = draw(FULL)
    before = for_manager(shown, round_(), FULL, SV)
    after = for_manager(shown, round_(shared=True), FULL, SV)
    changed = {"buttons": (), "footer": shown.footer}
    assert before.model_copy(update=changed) == shown
    assert after.model_copy(update=changed) == shown
    assert (len(before.buttons), len(after.buttons)) == (1, 0)


def _many(count: int, length: int) -> Summary:
    comments = tuple(f"{number:04}".ljust(length, "x") for number in range(count))
    half = count // 2
    groups = (CommentGroup("tid", comments[:half]), CommentGroup("", comments[half:]))
    return draw(replace(FULL, comments=tuple(g for g in groups if g.comments)))


@pytest.mark.parametrize(
    ("count", "length"), [(0, 1), (1, 600), (10, 600), (11, 600), (200, 600), (3000, 5)]
)
def test_pages_hold_every_comment_once(count: int, length: int) -> None:
    """However many comments there are, all are shown, in order, and each page has room."""
    view = _many(count, length)
    first, *more = pages(view, SV)
    shown = [
        (group.heading, comment)
        for page in (first, *more)
        for group in page.comments
        for comment in group.comments
    ]
    whole = [(group.heading, comment) for group in view.comments for comment in group.comments]
    assert shown == whole
    assert first.model_copy(update={"comments": ()}) == view.model_copy(update={"comments": ()})
    for page in (first, *more):
        assert sum(len(comment) for group in page.comments for comment in group.comments) <= PAGE
        assert all(group.comments for group in page.comments)
    assert all(page.title and page.summary_text and not page.buttons for page in more)


def test_one_page_when_all_fits() -> None:
    """A summary that fits is one message."""
    assert pages(draw(FULL), SV) == (draw(FULL),)
