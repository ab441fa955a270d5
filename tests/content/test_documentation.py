"""The pages about dialogue files name all there is, and what they show is true."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.cli.dialogues import dialogues
from bot.content.advice import HIGHEST_LIX, LONGEST_SENTENCE, LONGEST_STEP, WORDS_PER_MINUTE
from bot.content.nodes import Mapping
from bot.content.problems import Notes
from bot.content.tree import read_tree
from bot.domain.programme import (
    THEME_MINUTES,
    Card,
    Component,
    DeckText,
    Film,
    Group,
    Line,
    MirrorText,
    ProgrammeText,
    ScaleQuestion,
    Step,
    StepKind,
    Tag,
    ThemeText,
)
from bot.domain.steps import LINK_LENGTH
from bot.domain.texts import HINT, LABEL, LINE, PASSAGE

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = (DOCS / "reference" / "dialogue-files.md").read_text(encoding="utf-8")
HOW_TO = (DOCS / "how-to" / "andra-ett-tema.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "model",
    [ThemeText, ProgrammeText, DeckText, MirrorText, Card, Film, Step, ScaleQuestion, Tag, Line],
)
def test_every_key_is_explained(model: type[BaseModel]) -> None:
    """The reference names each key that a file may have."""
    assert [key for key in model.model_fields if f"`{key}`" not in REFERENCE] == []


def test_every_limit_is_told() -> None:
    """The reference tells the limits that the models have, as they are now."""
    for number in (LABEL, LINE, HINT, f"{PASSAGE:,}", LINK_LENGTH, LONGEST_STEP, THEME_MINUTES):
        assert str(number) in REFERENCE
    for value in (*HIGHEST_LIX.values(), LONGEST_SENTENCE, WORDS_PER_MINUTE):
        assert str(value) in REFERENCE


def test_every_option_is_explained() -> None:
    """The reference names each option of the check."""
    command = dialogues.commands["check"]
    options = [name for each in command.params for name in each.opts if name.startswith("--")]
    assert options
    assert [name for name in options if f"`{name}" not in REFERENCE] == []


def test_every_choice_is_explained() -> None:
    """Both pages name each kind of step and each way to sit."""
    for page in (REFERENCE, HOW_TO):
        assert [word for word in (*StepKind, *Group) if f"`{word}`" not in page] == []
    assert [word for word in Component if f"`{word}`" not in REFERENCE] == []


def test_the_example_is_yaml() -> None:
    """The step shown in the how-to can be read as it stands."""
    (example,) = re.findall(r"```yaml\n(.*?)```", HOW_TO, re.DOTALL)
    notes = Notes("example")
    assert isinstance(read_tree(example, notes), Mapping)
    assert not notes


def test_the_session_in_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python session in the reference gives what it says, from the project's folder."""
    monkeypatch.chdir(DOCS.parent)
    session = doctest.DocTestParser().get_doctest(REFERENCE, {}, "reference", None, 0)
    assert doctest.DocTestRunner().run(session).failed == 0
    assert session.examples
