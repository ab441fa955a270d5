"""The picture of a result says what its message says: no more, and nothing else."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.charts import alt_text
from bot.domain.answers import SCALE, Answers
from bot.domain.disclosure import DISTRIBUTION_THRESHOLD, disclose
from bot.domain.programme import Component, LocalText
from bot.domain.round import THRESHOLD
from bot.locales import LANGUAGES, words
from bot.views.model import Summary
from bot.views.model.charts import BandRow, SpreadRow
from bot.views.sample import example
from bot.views.summary import for_team, pages
from tests.charts.samples import HOSTILE
from tests.services.people import SCRIPT
from tests.views.moments import CLOSED, FULL, round_

CANARY = "kanariefågel"

scores = st.dictionaries(st.sampled_from(Component), st.sampled_from(SCALE))
gatherings = st.lists(
    st.builds(Answers, scores=scores, comment=st.just(CANARY), verbatim=st.booleans()),
    max_size=40,
)


def shown(answers: list[Answers], language: str = "sv", quotes: int = 6) -> Summary:
    """Return what the team sees of the answers."""
    rng = random.Random(1)
    result = disclose(answers, len(answers) + 3, THRESHOLD, quotes, rng)
    return for_team(round_(), result, SCRIPT, words(language))


def made_up(count: int) -> list[Answers]:
    """Return answers that are the same in every run; one leaves out a question."""
    rng = random.Random(count)
    return [
        Answers(
            scores={
                each: min(7, max(1, round(rng.gauss(3 + place, 1.5))))
                for place, each in enumerate(Component)
                if number or each is not Component.MANAGEABILITY
            }
        )
        for number in range(count)
    ]


@given(gatherings)
def test_rows_are_the_components_of_the_text(answers: list[Answers]) -> None:
    """Each component that the text shows is a row, with the very numbers of its lines."""
    view = shown(answers)
    assert (view.picture is None) == (not view.components)
    rows = view.picture.rows if view.picture else ()
    assert [row.name for row in rows] == [line.name for line in view.components]
    for row, line in zip(rows, view.components, strict=True):
        assert isinstance(row, SpreadRow) == bool(line.distribution)
        if isinstance(row, BandRow):
            assert f"{row.text}." == line.band
            continue
        cells = [(cell.low, cell.high, cell.count) for cell in row.cells]
        assert [_numbers(each) for each in cells_of(line.distribution)] == [
            [*sorted({low, high}), count] for low, high, count in cells
        ]
        said = {row.median, row.middle_low, row.middle_high, SCALE[0], SCALE[-1]}
        assert set(_numbers(line.headline)) == said
        assert set(_numbers(row.text)) <= said


def cells_of(lines: tuple[str, ...]) -> list[str]:
    """Return the lines of a distribution without their bars."""
    return [line.replace("▇", "") for line in lines]


def _numbers(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", text)]


@given(gatherings)
def test_picture_has_no_words_of_people(answers: list[Answers]) -> None:
    """What somebody wrote is in the text alone; few answers to a question leave only a band."""
    view = shown(answers)
    if not view.picture:
        return
    assert CANARY not in view.picture.model_dump_json()
    assert CANARY not in alt_text(view.picture)
    for row in view.picture.rows:
        component = next(c for c in Component if words("sv")(f"component-{c}") == row.name)
        given = sum(component in each.scores for each in answers)
        assert isinstance(row, SpreadRow) == (given >= DISTRIBUTION_THRESHOLD)


def test_canary_would_be_seen() -> None:
    """The text does show it, so the search above could fail."""
    answers = [replace(each, comment=CANARY, verbatim=True) for each in made_up(12)]
    assert CANARY in shown(answers).model_dump_json()


@given(gatherings, st.sampled_from(LANGUAGES))
def test_what_is_not_drawn_is_said_below(answers: list[Answers], language: str) -> None:
    """The footer is of the text's own sentences, and says of each component why it is missing."""
    view = shown(answers, language)
    if not view.picture:
        return
    rest = view.picture.footer
    for sentence in view.held_back:
        rest = rest.replace(sentence, "")
    assert not rest.strip()
    drawn = {row.name for row in view.picture.rows}
    w = words(language)
    missing = [name for c in Component if (name := w(f"component-{c}")) not in drawn]
    assert all(name in view.picture.footer for name in missing)


def test_manager_and_team_see_the_same_picture() -> None:
    """What is hidden is words: the picture stays."""
    view = for_team(round_(), FULL, SCRIPT, words("sv"))
    hidden = for_team(replace(CLOSED, hidden=frozenset({0, 1, 2})), FULL, SCRIPT, words("sv"))
    assert view.picture is not None
    assert hidden.picture == view.picture
    assert hidden.comments != view.comments


def test_picture_stands_on_the_first_page() -> None:
    """Pages that only go on with the comments have none."""
    long = [replace(each, comment="x" * 900, verbatim=True) for each in made_up(30)]
    first, *more = pages(shown(long), words("sv"))
    assert first.picture is not None
    assert more
    assert all(page.picture is None for page in more)


def test_example_has_no_picture() -> None:
    """A picture of invented answers could be taken for a real one."""
    seen = example(round_(), SCRIPT, words("sv"))
    assert seen.summary.components
    assert seen.summary.picture is None


def test_hostile_words_of_a_dialogue_file() -> None:
    """They are words in a picture, whatever they look like."""
    evil = LocalText(sv=HOSTILE, en=HOSTILE)
    questions = {
        component: question.model_copy(update={"low": evil, "high": evil})
        for component, question in SCRIPT.theme.questions.items()
    }
    theme = SCRIPT.theme.model_copy(update={"title": evil, "questions": questions})
    view = for_team(round_(), FULL, SCRIPT.model_copy(update={"theme": theme}), words("sv"))
    assert view.picture is not None
    told = alt_text(view.picture)
    assert "\x00" not in told
    assert "\u202e" not in told


def test_stored_message_without_a_picture_is_still_read() -> None:
    """What waited in the outbox before there were pictures can be sent."""
    stored = shown(made_up(14)).model_dump(mode="json", exclude={"picture"})
    assert Summary.model_validate(stored).picture is None
