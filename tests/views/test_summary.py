"""What a result looks like, and that nothing more is in it than may be shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.disclosure import CommentGroup, HeldBack, Result, TagCount
from bot.domain.programme import Component
from bot.domain.quarter import Quarter
from bot.domain.round import Round
from bot.locales import LANGUAGES, words
from bot.views.actions import Action
from bot.views.comments import PAGE
from bot.views.model import Summary
from bot.views.summary import emptied, for_manager, for_team, pages
from tests.services.people import SCRIPT, team
from tests.views.moments import (
    CLOSED,
    FEW,
    FULL,
    SHARED,
    TEXT_ONLY,
    pooled,
    round_,
)

SV = words("sv")


def draw(result: Result | None) -> Summary:
    """Return the summary as the team sees it."""
    return for_team(round_(), result, SCRIPT, SV)


def managers(round: Round, result: Result | None = FULL) -> Summary:
    """Return the summary as the manager sees it."""
    return for_manager(round, result, SCRIPT, team(), SV)


def actions(view: Summary) -> list[str]:
    """Return what can be pressed."""
    return [button.action for button in view.buttons]


def every_comment(view: Summary) -> list[str]:
    """Return the comments that are shown."""
    return [comment for group in view.comments for comment in group.comments]


@pytest.mark.parametrize("result", [FULL, FEW, TEXT_ONLY, None], ids=["full", "few", "text", "no"])
def test_headings_stand_over_something(result: Result | None) -> None:
    """A heading is there just when something stands under it."""
    view = draw(result)
    pairs = (
        (view.components_heading, view.components),
        (view.tags_heading, view.tags),
        (view.comments_heading, view.comments or view.comments_hidden),
        (view.keep_heading, view.keep_questions),
        (view.next_heading, view.next_questions),
        (view.essence, view.components),
        (view.held_back_heading, view.held_back),
    )
    assert all(bool(heading) == bool(below) for heading, below in pairs)
    assert view.footer


def test_too_few_says_nothing_else() -> None:
    """Below the threshold there are no numbers but the threshold itself, for nobody."""
    for view in (draw(None), managers(CLOSED, None)):
        shown = (view.components, view.tags, view.comments, view.held_back, view.comments_hidden)
        assert not any(shown)
    assert actions(managers(CLOSED, None)) == [Action.SHARE, Action.COMMIT, Action.PLAN]
    assert actions(managers(SHARED, None)) == [Action.COMMIT, Action.PLAN]


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


OURS = {"title": "", "summary_text": "", "buttons": (), "footer": "", "shared_label": "",
        "shared_at": None}  # fmt: skip
"""What is said to the manager alone."""


@pytest.mark.parametrize("round", [CLOSED, SHARED, replace(CLOSED, team_sees=False)])
def test_manager_sees_what_the_team_sees(round: Round) -> None:
    """Numbers and words are the same, before and after sharing, unless something is hidden."""
    seen = for_team(round, FULL, SCRIPT, SV)
    assert managers(round).model_copy(update=OURS) == seen.model_copy(update=OURS)
    assert seen.buttons == ()
    assert seen.shared_at is None


def test_manager_is_told_when_the_team_sees_it() -> None:
    """Before sharing the time stands there, in the team's zone; afterwards that it is done."""
    before, after = managers(CLOSED), managers(SHARED)
    assert before.shared_at is not None
    assert before.shared_at.at == CLOSED.shared_at
    assert before.shared_at.text == "2026-03-03 13:00"
    assert before.shared_label
    assert actions(before) == [Action.SHARE, Action.HIDE, Action.COMMIT, Action.PLAN]
    assert after.shared_at is None
    assert SV("summary-shared") in after.footer
    assert actions(after) == [Action.HIDE, Action.COMMIT, Action.PLAN]


def test_round_for_the_manager_alone_has_no_way_to_share() -> None:
    """What was settled at the opening is said, and only the plan can be opened."""
    view = managers(replace(CLOSED, team_sees=False))
    assert actions(view) == [Action.COMMIT, Action.PLAN]
    assert view.shared_at is None
    assert SV("summary-only-manager") in view.footer


def test_nothing_to_hide_without_comments() -> None:
    """The button that hides is there when there are comments."""
    assert actions(managers(CLOSED, FEW)) == [Action.SHARE, Action.COMMIT, Action.PLAN]


def test_the_plan_is_that_of_the_managers_team() -> None:
    """In private nothing else tells which team is meant; a survey has no meeting to plan."""
    assert managers(pooled(CLOSED)).buttons[-1].value == team().id
    quarter = replace(CLOSED, rolling=Quarter(2026, 1), closes_at=CLOSED.closed_at)
    assert Action.PLAN not in actions(managers(quarter))


def test_all_the_teams_are_named_before_sharing() -> None:
    """The question before sharing says that it goes to every team of a pool."""
    alone, together = managers(CLOSED).buttons[0].confirm, managers(pooled(CLOSED)).buttons[0]
    assert alone is not None
    assert together.confirm is not None
    assert "alla team" in together.confirm.text
    assert "alla team" not in alone.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_question_before_sharing_is_never_cut(language: str) -> None:
    """With all that can stand in it, it is no longer than a platform shows."""
    round = replace(pooled(CLOSED), hidden=frozenset(range(1_000)))
    view = for_manager(round, FULL, SCRIPT, team(), words(language))
    confirm = view.buttons[0].confirm
    assert confirm is not None
    assert "1000" in confirm.text.replace("\N{NO-BREAK SPACE}", "").replace(",", "")
    assert len(confirm.text) <= 300


ALL = [comment for group in FULL.comments for comment in group.comments]


@pytest.mark.parametrize("hidden", [{0}, {1}, {2}, {0, 2}, {1, 2}, {0, 1, 2}])
def test_hidden_comments_are_nowhere_in_what_the_team_gets(hidden: set[int]) -> None:
    """The others stay, and how many are hidden is said; a control: the manager has them all."""
    round = replace(SHARED, hidden=frozenset(hidden))
    view = for_team(round, FULL, SCRIPT, SV)
    said = "".join(page.model_dump_json() for page in pages(view, SV))
    for number, comment in enumerate(ALL):
        assert (comment in said) is (number not in hidden)
        assert comment in managers(round).model_dump_json()
    assert view.comments_hidden == SV("summary-hidden", count=len(hidden), pooled="no")
    assert view.comments_heading
    assert all(group.comments for group in view.comments)
    assert every_comment(view) == [c for n, c in enumerate(ALL) if n not in hidden]


def test_team_is_told_where_the_hidden_comments_are() -> None:
    """What is hidden is with whoever leads, and not said to be gone; a control: only then."""
    hidden = replace(SHARED, hidden=frozenset([0]))
    alone = for_team(hidden, FULL, SCRIPT, SV)
    assert "Den dolda kommentaren finns kvar hos chefen." in alone.footer
    assert alone.comments_hidden == "1 kommentar är dold av chefen."
    together = for_team(pooled(hidden), FULL, SCRIPT, SV)
    assert "Den dolda kommentaren finns kvar hos cheferna." in together.footer
    several = for_team(replace(SHARED, hidden=frozenset([0, 1])), FULL, SCRIPT, SV)
    assert "De dolda kommentarerna finns kvar hos chefen." in several.footer
    assert together.comments_hidden == "1 kommentar är dold av en chef."
    assert "dold" not in for_team(SHARED, FULL, SCRIPT, SV).footer


def test_hiding_leaves_everything_else() -> None:
    """Nothing but the comments, and where they are, changes for the team."""
    same = {"comments": (), "comments_hidden": "", "footer": ""}
    plain, without = (
        for_team(replace(SHARED, hidden=hidden), FULL, SCRIPT, SV).model_copy(update=same)
        for hidden in (frozenset[int](), frozenset([0]))
    )
    assert plain == without


def test_manager_sees_in_words_what_is_hidden() -> None:
    """Hidden comments stand under a heading of their own, which says so; the others do not."""
    view = managers(replace(CLOSED, hidden=frozenset([1, 2])))
    assert [(group.heading, group.comments) for group in view.comments] == [
        ("Tid", (ALL[0],)),
        ("Dold för teamet, om: Tid", (ALL[1],)),
        ("Dold för teamet, utan ämne", (ALL[2],)),
    ]
    assert view.comments_hidden == ""


def test_comments_without_subjects_have_no_heading() -> None:
    """Nothing is called the rest where there is nothing else."""
    alone = replace(FULL, comments=(CommentGroup("", tuple(ALL)),))
    assert [group.heading for group in draw(alone).comments] == [""]
    view = managers(replace(CLOSED, hidden=frozenset([1])), alone)
    assert [group.heading for group in view.comments] == ["", "Dold för teamet"]


def test_heading_counts_the_hidden_comments() -> None:
    """It is the comments that are hidden, one or several, and not their subject."""
    subject = replace(FULL, comments=(CommentGroup("tid", tuple(ALL)),))
    view = managers(replace(CLOSED, hidden=frozenset([0, 2])), subject)
    assert [group.heading for group in view.comments] == ["Tid", "Dolda för teamet, om: Tid"]


def test_page_without_use_says_nothing_of_the_answers() -> None:
    """What takes its place holds the title and no comment."""
    view = draw(FULL)
    note = emptied(view, SV)
    assert view.title in note.text
    assert not any(comment in note.text for comment in ALL)


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
